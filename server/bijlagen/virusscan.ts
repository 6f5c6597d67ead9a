import { execFile } from 'node:child_process';
import { createReadStream } from 'node:fs';
import { connect } from 'node:net';

/** Whether a file holds a virus. @throws Error when the scanner gives no answer: then it is not known */
export type Virusscan = (pad: string) => Promise<boolean>;

/** How long a scanner may take for one file, in ms. */
const geduld = 60_000;

/**
 * The scanner of ClamAV.
 *
 * @param instelling `clamd://host:3310`, `clamd:///run/clamav/clamd.ctl`, or `clamscan` with, behind a colon, the folder
 * of its signatures
 */
export function createVirusscan(instelling: string): Virusscan {
  if (instelling.startsWith('clamd://')) return scanMetClamd(new URL(instelling));
  const [, signatures] = /^clamscan:(.+)$/.exec(instelling) ?? [];
  return scanMetClamscan(signatures);
}

export const isVirusscan = (instelling: string): boolean =>
  /^(clamd:\/\/([^/\s]+:\d+|\/\S+)|clamscan(:\S+)?)$/.test(instelling);

function scanMetClamscan(signatures: string | undefined): Virusscan {
  const vast = ['--no-summary', '--infected', '--stdout', ...(signatures ? [`--database=${signatures}`] : [])];
  return (pad) =>
    new Promise((done, fail) => {
      execFile('clamscan', [...vast, pad], { timeout: geduld }, (error, stdout, stderr) => {
        // 0: clean, 1: a virus, anything else: it did not work
        if (!error) done(false);
        else if (error.code === 1 && / FOUND$/m.test(stdout)) done(true);
        else fail(new Error(`clamscan gave no answer: ${stderr || error.message}`));
      });
    });
}

/** The protocol of clamd: INSTREAM, parts of bytes with their length before them, a length of 0 at the end. */
function scanMetClamd({ hostname, port, pathname }: URL): Virusscan {
  return (pad) =>
    new Promise((done, fail) => {
      const lijn = hostname ? connect({ host: hostname, port: Number(port) }) : connect({ path: pathname });
      let antwoord = '';
      lijn.setTimeout(geduld, () => lijn.destroy(new Error('clamd takes too long')));
      lijn.on('error', fail);
      lijn.on('data', (stuk) => (antwoord += stuk));
      lijn.on('close', () => {
        if (/stream: OK/.test(antwoord)) done(false);
        else if (/ FOUND/.test(antwoord)) done(true);
        else fail(new Error(`clamd gave no answer: ${antwoord.slice(0, 200)}`));
      });
      lijn.write('zINSTREAM\0');
      const bron = createReadStream(pad, { highWaterMark: 256 * 1024 });
      bron.on('error', (error) => lijn.destroy(error));
      bron.on('data', (stuk) => {
        const lengte = Buffer.alloc(4);
        lengte.writeUInt32BE(stuk.length);
        lijn.write(lengte);
        if (!lijn.write(stuk)) {
          bron.pause();
          lijn.once('drain', () => bron.resume());
        }
      });
      bron.on('end', () => lijn.write(Buffer.alloc(4)));
    });
}
