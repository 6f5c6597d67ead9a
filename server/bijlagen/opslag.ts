import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { copyFile, link, mkdir, open, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Emmer } from './emmer.ts';

/** More bytes came than was said. */
export class TeVeelBytes extends Error {}

/**
 * Where the bytes of files live: the one file behind which storage sits. A folder, which several servers can share, and
 * behind it a bucket when there is one.
 *
 * A file arrives in the folder in parts under `<sleutel>.deel`, and only becomes `<sleutel>` when it is complete, looked at
 * and on the disk: what has its own name is whole, whatever crashes. With a bucket that name is a claim, for as long as it
 * takes to bring the file there: whole is what is in the bucket.
 */
export function openOpslag(map: string, emmer: Emmer | null = null) {
  /** The same in the folder and in the bucket, so that one can be copied to the other. */
  const naam = (sleutel: string) => `${sleutel.slice(0, 2)}/${sleutel}`;
  const vast = (sleutel: string) => join(map, naam(sleutel));
  const deel = (sleutel: string) => `${vast(sleutel)}.deel`;
  /** In bytes, of a whole file; null: not there. */
  const grootte = (sleutel: string) => (emmer ? emmer.grootte(naam(sleutel)) : bytesVan(vast(sleutel)));
  const lees = (sleutel: string): Readable => (emmer ? emmer.lees(naam(sleutel)) : createReadStream(vast(sleutel)));
  /** A name beside a file that nobody else writes to. */
  const eigenNaam = (sleutel: string) => `${deel(sleutel)}.${randomUUID()}`;

  /**
   * Brings what is claimed to the bucket, unless a file stands there already; both may happen several times.
   *
   * What was opened before the bucket was asked is what was claimed first, or the bucket has that by now.
   *
   * @returns false when the bucket had the file
   */
  const brengWeg = async (sleutel: string, bucket: Emmer): Promise<boolean> => {
    const bestand = await ofNiets(open(vast(sleutel), 'r'));
    if (!bestand) return false;
    try {
      if ((await bucket.grootte(naam(sleutel))) !== null) return false;
      const { size } = await bestand.stat();
      await bucket.zet(naam(sleutel), bestand.createReadStream({ autoClose: false, start: 0 }), size);
      return true;
    } finally {
      await bestand.close();
    }
  };

  return {
    /** How many bytes of an unfinished file are here; 0: none. */
    async ontvangen(sleutel: string): Promise<number> {
      return (await bytesVan(deel(sleutel))) ?? 0;
    },
    /** Whether the file is whole. */
    isHeel: async (sleutel: string): Promise<boolean> => (await grootte(sleutel)) !== null,
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
      const apart = eigenNaam(sleutel);
      await copyFile(deel(sleutel), apart);
      return apart;
    },
    /** Copies a whole file to where it can be looked at. */
    async haal(sleutel: string): Promise<string> {
      const apart = eigenNaam(sleutel);
      await mkdir(dirname(apart), { recursive: true });
      await pipeline(lees(sleutel), createWriteStream(apart));
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
      const geclaimd = await link(apart, vast(sleutel)).then(
        () => true,
        (error: NodeJS.ErrnoException) => {
          if (error.code !== 'EEXIST') throw error;
          return false;
        },
      );
      const map = await open(dirname(vast(sleutel)), 'r');
      await map.sync().finally(() => map.close());
      // a claim of who stopped half way is brought by the next
      const nieuw = emmer ? (await brengWeg(sleutel, emmer)) && geclaimd : geclaimd;
      if (emmer) await rm(vast(sleutel), { force: true });
      await rm(deel(sleutel), { force: true });
      return nieuw;
    },
    /** Throws away what was set apart. */
    ruimOp: (apart: string): Promise<void> => rm(apart, { force: true }),
    /** Of a whole file, as it is kept: a photo that was cleaned is no longer as long as it was sent. Null: not there. */
    grootte,
    /** The bytes of a whole file. The stream fails when it is not there. */
    lees,
    async verwijder(sleutel: string): Promise<void> {
      await Promise.all([vast(sleutel), deel(sleutel)].map((pad) => rm(pad, { force: true })));
      await emmer?.verwijder(naam(sleutel));
    },
  };
}

/** In bytes; null: there is no such file. */
const bytesVan = async (pad: string): Promise<number | null> => (await ofNiets(stat(pad)))?.size ?? null;

/** Null when there is no such file. */
async function ofNiets<T>(vraag: Promise<T>): Promise<T | null> {
  try {
    return await vraag;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return null;
  }
}

export type Opslag = ReturnType<typeof openOpslag>;
