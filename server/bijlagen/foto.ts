import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import sharp from 'sharp';

sharp.cache(false);
sharp.concurrency(1);

/** Photos wait for each other, so that the pixels of only one are in memory. */
let vorige: Promise<unknown> = Promise.resolve();

/** Pixels of the largest photo that is looked at: unpacked it takes four bytes for each. */
const grootste = 64_000_000;

type Foto = ReturnType<typeof sharp>;

/** How a photo is written again. */
const formaten = {
  'image/jpeg': (foto: Foto) => foto.jpeg({ quality: 90 }),
  'image/png': (foto: Foto) => foto.png(),
  'image/webp': (foto: Foto) => foto.webp({ quality: 90 }),
} as const;

const kanSchoon = (mediatype: string): mediatype is keyof typeof formaten => Object.hasOwn(formaten, mediatype);

/**
 * Takes out of a photo, where it stands, all that is no picture: where and when it was made, with which device, by whom,
 * and the small picture of before it was cut. It is turned the way it was held, which that data said.
 *
 * @throws Error when the disk does not take it
 * @returns false when it cannot be read as a picture of this kind, or is too large to unpack; the file is then as it was
 */
export function maakFotoSchoon(pad: string, mediatype: string): Promise<boolean> {
  const deze = vorige.then(() => schrijfSchoon(pad, mediatype));
  vorige = deze.catch(() => {});
  return deze;
}

async function schrijfSchoon(pad: string, mediatype: string): Promise<boolean> {
  if (!kanSchoon(mediatype)) return false;
  const schoon = `${pad}.schoon`;
  try {
    const foto = sharp(pad, { limitInputPixels: grootste, sequentialRead: true }).autoOrient();
    await pipeline(formaten[mediatype](foto), createWriteStream(schoon, { flush: true }));
  } catch (error) {
    await rm(schoon, { force: true });
    // a disk that is full or away says nothing about the photo
    if ((error as NodeJS.ErrnoException).code) throw error;
    return false;
  }
  await rename(schoon, pad);
  return true;
}
