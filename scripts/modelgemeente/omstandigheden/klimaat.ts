import type { Karakter } from '../town.ts';
import { midden, oppervlakte, verschil } from '../vlakken.ts';
import { banden, buurtenDie, type Maker, stad, zonesMet } from './kaart.ts';
import { Raster } from './raster.ts';

/** Deepest in the polder; the old town and the dorpen lie higher. Nobody worked it out for the haven, outside the dike. */
export const overstroming: Maker = (town) => {
  const diepte: Partial<Record<Karakter, number>> = {
    centrum: 0.05,
    vooroorlogs: 0.3,
    dorp: 0.35,
    strokenbouw: 0.9,
    villawijk: 0.5,
    vinex: 1.1,
    buitengebied: 1.9,
    recreatiepark: 1.6,
  };
  const raster = new Raster([town.grens], 50, 1.2);
  for (const { vlak, karakter } of town.buurten) raster.vul(vlak, diepte[karakter] ?? 1);
  raster.vervaag(4);
  const { breed, hoog } = raster;
  raster.waarden.forEach((waarde, k) => {
    raster.waarden[k] = waarde + 0.5 * ((k % breed) / breed - Math.floor(k / breed) / hoog);
  });
  const dekking = verschil(
    [town.grens],
    buurtenDie(town, ({ karakter }) => karakter === 'haven'),
  );
  const meter = (waarde: number) => waarde.toLocaleString('nl-NL');
  return {
    vlakken: banden(raster, [0.2, 0.5, 1, 2], dekking, (vanaf, tot) =>
      tot === null ? `${meter(vanaf)} m water of meer` : `${meter(vanaf)} tot ${meter(tot)} m water`,
    ),
    dekking,
  };
};

/** More stone is warmer, green and water are cooler. Only the town itself was measured. */
export const hitte: Maker = (town) => {
  const raster = new Raster([town.grens], 40);
  const { cel } = raster;
  const verhard = new Raster([town.grens], cel).vul(
    zonesMet(town, 'verkeer', 'spoor', 'bedrijf', 'haven', 'centrum'),
    1,
  );
  const koel = new Raster([town.grens], cel).vul(zonesMet(town, 'groen', 'water', 'natuur', 'sport', 'agrarisch'), 1);
  for (const { vlak } of town.panden) {
    const k = raster.celBij(midden(vlak));
    raster.waarden[k] = (raster.waarden[k] as number) + oppervlakte([vlak]) / (cel * cel);
  }
  raster.waarden.forEach((bebouwd, k) => {
    raster.waarden[k] =
      5 * Math.min(1, bebouwd) + 1.6 * (verhard.waarden[k] as number) - 0.8 * (koel.waarden[k] as number) + 0.4;
  });
  raster.vervaag(2);
  const dekking = stad(town);
  return {
    vlakken: banden(raster, [1, 2, 3], dekking, (vanaf, tot) =>
      tot === null ? `${vanaf} graden of meer warmer` : `${vanaf} tot ${tot} graden warmer`,
    ),
    dekking,
  };
};
