import { open, rename, rm } from 'node:fs/promises';
import sharp from 'sharp';

// the pixels of one photo at a time, and nothing of it kept
sharp.cache(false);
sharp.concurrency(1);

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
 * @returns false when it cannot be read as a picture of this kind, or is too large to unpack; the file is then as it was
 */
export async function maakFotoSchoon(pad: string, mediatype: string): Promise<boolean> {
  if (!kanSchoon(mediatype)) return false;
  const schoon = `${pad}.schoon`;
  try {
    const foto = sharp(pad, { limitInputPixels: grootste, sequentialRead: true }).autoOrient();
    await formaten[mediatype](foto).toFile(schoon);
  } catch {
    await rm(schoon, { force: true });
    return false;
  }
  const bestand = await open(schoon, 'r+');
  await bestand.sync().finally(() => bestand.close());
  await rename(schoon, pad);
  return true;
}
