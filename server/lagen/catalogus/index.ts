import { besluiten } from './besluiten.ts';
import type { LaagDefinitie } from './laag.ts';
import { omstandigheden } from './omstandigheden.ts';
import { ondergrond } from './ondergrond.ts';
import { regelgebieden } from './regelgebieden.ts';
import { vergunningkaart } from './vergunningkaart.ts';

/** Every layer of the map. A new layer is one file beside this one and one line here. */
export const catalogus: readonly LaagDefinitie[] = [
  ...ondergrond,
  besluiten,
  ...regelgebieden,
  ...omstandigheden,
  ...vergunningkaart,
];

/** The layers per tile set. */
export const collecties: ReadonlyMap<string, readonly LaagDefinitie[]> = new Map(
  [...new Set(catalogus.map(({ collectie }) => collectie))].map((collectie) => [
    collectie,
    catalogus.filter((laag) => laag.collectie === collectie),
  ]),
);
