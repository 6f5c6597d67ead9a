# What R and spdep make of the grids in a folder: for each <name>.csv the weights stand in <name>.txt, and the outcome is
# written to <name>.r.csv. Neighbours come from distances between middles alone, never from columns and rows.
suppressMessages(library(spdep))
folder <- commandArgs(trailingOnly = TRUE)[1]
for (txt in list.files(folder, pattern = "\\.txt$", full.names = TRUE)) {
  base <- sub("\\.txt$", "", txt)
  grid <- read.csv(paste0(base, ".csv"))
  reach <- as.numeric(readLines(txt, n = 1))
  near <- suppressWarnings(include.self(dnearneigh(as.matrix(grid[, c("x", "y")]), 0, reach)))
  z <- as.numeric(localG(grid$n, nb2listw(near, style = "B", zero.policy = TRUE), zero.policy = TRUE))
  p <- 2 * pnorm(abs(z), lower.tail = FALSE)
  out <- data.frame(k = card(near), z = z, p = p, p_bh = p.adjust(p, "BH"))
  write.csv(format(out, digits = 17, scientific = TRUE, trim = TRUE), paste0(base, ".r.csv"), row.names = FALSE, quote = FALSE)
}
z <- seq(0, 37.5, length.out = 3000)
write.csv(format(data.frame(z = z, p = 2 * pnorm(z, lower.tail = FALSE)), digits = 17, scientific = TRUE, trim = TRUE),
  file.path(folder, "pnorm.csv"), row.names = FALSE, quote = FALSE)
df <- c(10, 12, 22, 40, 100)
write.csv(format(data.frame(df = df, t = qt(0.975, df)), digits = 17), file.path(folder, "qt.csv"), row.names = FALSE, quote = FALSE)
