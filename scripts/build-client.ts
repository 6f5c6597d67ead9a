import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What ends up in the client: its own source, and the contracts and pure files of the server that it shares. */
const sources = [
  'client',
  'server',
  'data',
  'vite.config.ts',
  'scripts/web-app.ts',
  'scripts/precompress.ts',
  'package-lock.json',
];

/**
 * Builds the client into `dist/`, unless what stands there was built from these very sources.
 *
 * @returns true when it was built now
 */
export async function buildClient(root: string): Promise<boolean> {
  const stamp = join(root, 'dist', '.sources');
  const now = fingerprint(root);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return false;
  const { build } = await import('vite');
  await build({ configFile: join(root, 'vite.config.ts'), logLevel: 'warn' });
  writeFileSync(stamp, now);
  return true;
}

function fingerprint(root: string): string {
  const hash = createHash('sha256');
  const add = (path: string) => {
    if (statSync(path).isDirectory()) {
      for (const name of readdirSync(path).sort()) add(join(path, name));
    } else if (!path.endsWith('.test.ts') && !path.endsWith('.test.tsx')) {
      hash.update(path.slice(root.length)).update(readFileSync(path));
    }
  };
  for (const source of sources) if (existsSync(join(root, source))) add(join(root, source));
  return hash.digest('hex');
}
