import type { Knex } from 'knex';
import type { LaagDefinitie } from '../catalogus/laag.ts';
import { hoogsteZoom, type TegelPlaats, tegelsRond, type Zoomband } from '../domain.ts';
import { loadBlok, markeerVerouderd } from '../queries.ts';
import type { Tegel } from '../tegel-thread.ts';
import type { Tekenaar } from '../tekenaar.ts';
import { kanPerPlek, loadOpenWijzigingen, swapGeraakt } from './queries.ts';

/** More tiles than this, and the whole set is made again. */
const geraaktMaximum = 400;
/** Zooms that are made from one reading, as they show almost nothing but counts; deeper ones are made tile by tile. */
const wijd: Zoomband = { van: hoogsteZoom, tot: 11 };

/**
 * Makes the tiles of one set again in which something has changed. What cannot be done so is left for the set to be made
 * as a whole.
 *
 * @returns the number of tiles; null: nothing was replaced
 */
export async function werkBij(
  db: Knex,
  tekenaar: Tekenaar,
  { naam, lagen, vandaag }: { naam: string; lagen: readonly LaagDefinitie[]; vandaag: string },
): Promise<{ tegels: number; bytes: number } | null> {
  const open = await loadOpenWijzigingen(db, naam);
  if (!open) return null;
  const diepste = Math.max(...lagen.map(({ tegelZoom }) => tegelZoom));
  const geraakt = tegelsVan(open.vakken, diepste);
  if (geraakt.length > geraaktMaximum || !kanPerPlek(lagen)) {
    await markeerVerouderd(db, [naam]);
    return null;
  }
  const tegels: Tegel[] = [];
  for (const { blok, band } of werkVoor(geraakt)) {
    const objecten = await loadBlok(db, lagen, blok, band, vandaag);
    if (Object.keys(objecten).length === 0) continue;
    tegels.push(...(await tekenaar.teken({ blok, tot: band.tot, diepste, lagen: objecten })));
  }
  const sleutels = new Set(geraakt.map(sleutelVan));
  const nieuw = tegels.filter((tegel) => sleutels.has(sleutelVan(tegel)));
  if (!(await swapGeraakt(db, naam, open, geraakt, nieuw))) return null;
  return { tegels: nieuw.length, bytes: nieuw.reduce((som, { inhoud }) => som + inhoud.byteLength, 0) };
}

const sleutelVan = ({ z, x, y }: TegelPlaats) => `${z}/${x}/${y}`;

function tegelsVan(vakken: Parameters<typeof tegelsRond>[0][], diepste: number): TegelPlaats[] {
  const zooms = Array.from({ length: diepste - hoogsteZoom + 1 }, (_, i) => hoogsteZoom + i);
  const alle = vakken.flatMap((vak) => zooms.flatMap((z) => tegelsRond(vak, z)));
  return [...new Map(alle.map((tegel) => [sleutelVan(tegel), tegel])).values()];
}

function werkVoor(geraakt: readonly TegelPlaats[]): { blok: TegelPlaats; band: Zoomband }[] {
  return geraakt.flatMap((tegel) => {
    if (tegel.z === wijd.van) return { blok: tegel, band: wijd };
    return tegel.z > wijd.tot ? { blok: tegel, band: { van: tegel.z, tot: tegel.z } } : [];
  });
}
