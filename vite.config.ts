import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { precompress } from './scripts/precompress.ts';
import { webApp } from './scripts/web-app.ts';

const repository = fileURLToPath(new URL('.', import.meta.url));

/** Builds client/ into dist/, which the server sends. Nothing becomes a data: URL, so that the CSP can stay strict. */
export default defineConfig({
  root: `${repository}client`,
  plugins: [react(), webApp(`${repository}client`, `${repository}client/theme/modelgemeente.css`), precompress()],
  server: { fs: { allow: [repository] } },
  build: {
    outDir: `${repository}dist`,
    emptyOutDir: true,
    assetsInlineLimit: 0,
    // light-dark() and popover: what browsers can since 2024
    target: ['chrome125', 'edge125', 'firefox125', 'safari17.5'],
    // the map is one large chunk that is asked for after the text
    chunkSizeWarningLimit: 1_200,
  },
});
