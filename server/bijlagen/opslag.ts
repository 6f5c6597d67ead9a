import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { copyFile, link, mkdir, open, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** More bytes came than was said. */
export class TeVeelBytes extends Error {}

/**
 * Where the bytes of files live: the one file behind which storage sits. Here a folder, which several servers can share.
 *
 * A file arrives in parts under `<sleutel>.deel`, and only becomes `<sleutel>` when it is complete, looked at and on the
 * disk: what has its own name is whole, whatever crashes.
 */
export function openOpslag(map: string) {
  const vast = (sleutel: string) => join(map, sleutel.slice(0, 2), sleutel);
  const deel = (sleutel: string) => `${vast(sleutel)}.deel`;
  return {
    /** How many bytes of an unfinished file are here; 0: none. */
    async ontvangen(sleutel: string): Promise<number> {
      return (await grootte(deel(sleutel))) ?? 0;
    },
    /** Where a whole file stands, to look at it. */
    pad: vast,
    /** Whether the file is whole. */
    isHeel: async (sleutel: string): Promise<boolean> => (await grootte(vast(sleutel))) !== null,
    /**
     * Writes a part from `vanaf` on. What arrived before a connection broke stays.
     *
     * @throws TeVeelBytes when the file would grow past `totaal`
     */
    async schrijf(sleutel: string, vanaf: number, totaal: number, bron: Readable, signal?: AbortSignal): Promise<void> {
      await mkdir(dirname(vast(sleutel)), { recursive: true });
      // a flag that makes the file and leaves what it holds
      const bestand = await open(deel(sleutel), 'a');
      await bestand.close();
      let over = totaal - vanaf;
      const grens = new Transform({
        transform(stuk: Buffer, _codering, door) {
          over -= stuk.length;
          door(over < 0 ? new TeVeelBytes('more bytes than announced') : null, stuk);
        },
      });
      const doel = createWriteStream(deel(sleutel), { flags: 'r+', start: vanaf, flush: true });
      await pipeline(bron, grens, doel, ...(signal ? [{ signal }] : []));
    },
    /** Copies an unfinished file to where nobody writes any more, so that what is looked at is what is kept. */
    async zetApart(sleutel: string): Promise<string> {
      const apart = `${deel(sleutel)}.${randomUUID()}`;
      await copyFile(deel(sleutel), apart);
      return apart;
    },
    /** SHA-256 of the file at a path, in hex. */
    async hash(pad: string): Promise<string> {
      const som = createHash('sha256');
      await pipeline(createReadStream(pad), som);
      return som.digest('hex');
    },
    /**
     * Makes a file whole with what was set apart: from here on it can be read.
     *
     * @returns false when it was whole already; it then stays as it was
     */
    async maakAf(sleutel: string, apart: string): Promise<boolean> {
      const nieuw = await link(apart, vast(sleutel)).then(
        () => true,
        (error: NodeJS.ErrnoException) => {
          if (error.code !== 'EEXIST') throw error;
          return false;
        },
      );
      const map = await open(dirname(vast(sleutel)), 'r');
      await map.sync().finally(() => map.close());
      await rm(deel(sleutel), { force: true });
      return nieuw;
    },
    /** Throws away what was set apart. */
    ruimOp: (apart: string): Promise<void> => rm(apart, { force: true }),
    /** Keeps bytes that were made here, whole at once. */
    async bewaar(sleutel: string, bytes: Buffer): Promise<void> {
      await this.schrijf(sleutel, 0, bytes.length, Readable.from([bytes]));
      await this.maakAf(sleutel, deel(sleutel));
    },
    /** Of a whole file, as it is kept: a photo that was cleaned is no longer as long as it was sent. Null: not there. */
    grootte: (sleutel: string): Promise<number | null> => grootte(vast(sleutel)),
    /** The bytes of a whole file. The stream fails when it is not there. */
    lees: (sleutel: string): Readable => createReadStream(vast(sleutel)),
    async verwijder(sleutel: string): Promise<void> {
      await Promise.all([vast(sleutel), deel(sleutel)].map((pad) => rm(pad, { force: true })));
    },
  };
}

/** In bytes; null: there is no such file. */
async function grootte(pad: string): Promise<number | null> {
  try {
    return (await stat(pad)).size;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return null;
  }
}

export type Opslag = ReturnType<typeof openOpslag>;
