/**
 * Tells the person at the terminal what is being done, on standard error, once it takes longer than two seconds.
 *
 * @returns a function that ends the step
 */
export function tellProgress(step: string): { (): void; update(detail: string): void } {
  const started = performance.now();
  const seconds = () => ((performance.now() - started) / 1000).toFixed(1).replace('.', ',');
  let detail = '';
  let told = '';
  const timer = setInterval(() => {
    const line = `${step}${detail ? `: ${detail}` : ''}`;
    if (line !== told) process.stderr.write(`  ${line} (${seconds()} s)\n`);
    told = line;
  }, 2_000);
  return Object.assign(
    () => {
      clearInterval(timer);
      if (told) process.stderr.write(`  ${step}: klaar in ${seconds()} s\n`);
    },
    {
      update(text: string) {
        detail = text;
      },
    },
  );
}
