import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { AwsClient } from 'aws4fetch';

/** OpenStack Swift on this machine, with an empty bucket; `adres` is as ATTACHMENTS_S3 wants it. */
export async function startS3(): Promise<{ adres: string; end(): Promise<void> }> {
  const map = mkdtempSync(join(tmpdir(), 'loket-s3-'));
  // Debian's own Python: another one does not know its packages
  const swift = spawn('/usr/bin/python3', [join(import.meta.dirname, 's3-store.py'), map]);
  let fouten = '';
  swift.stderr.on('data', (stuk) => {
    fouten += stuk;
  });
  const [adres] = await Promise.race([
    new Promise<string[]>((klaar) => createInterface(swift.stdout).once('line', (regel) => klaar([regel]))),
    new Promise<never>((_, faal) => swift.once('exit', () => faal(new Error(`Swift did not start: ${fouten}`)))),
  ]);
  const { username, password, origin } = new URL(adres as string);
  const client = new AwsClient({
    accessKeyId: decodeURIComponent(username),
    secretAccessKey: password,
    service: 's3',
    region: 'us-east-1',
  });
  const gemaakt = await client.fetch(`${origin}/bijlagen`, { method: 'PUT' });
  if (!gemaakt.ok) throw new Error(await gemaakt.text());
  return {
    adres: `${adres}/bijlagen`,
    async end() {
      const weg = new Promise((klaar) => swift.once('exit', klaar));
      swift.kill();
      await weg;
      rmSync(map, { recursive: true, force: true });
    },
  };
}
