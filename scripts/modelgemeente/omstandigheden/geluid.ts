import { buffer, doorsnede, strook } from '../vlakken.ts';
import { geluidIndustrie as industrie, geluidSpoor as spoor, geluidWeg as weg } from './geluid-raster.ts';
import { banden, type Maker } from './kaart.ts';

const decibel = (bron: string) => (vanaf: number, tot: number | null) =>
  tot === null ? `${bron}: ${vanaf} dB of meer` : `${bron}: ${vanaf} tot ${tot} dB`;

export const geluidWeg: Maker = (town) => ({
  vlakken: banden(weg(town), [55, 60, 65, 70], [town.grens], decibel('Geluid van wegen')),
  dekking: [town.grens],
});

/** The register of the railway speaks of its own surroundings only. */
export const geluidSpoor: Maker = (town) => {
  const dekking = doorsnede(strook([town.spoor], 1200), [town.grens]);
  return { vlakken: banden(spoor(town), [55, 60, 65], dekking, decibel('Geluid van het spoor')), dekking };
};

export const geluidIndustrie: Maker = (town) => {
  const { raster, terreinen } = industrie(town);
  const dekking = doorsnede(buffer(terreinen, 1500), [town.grens]);
  return { vlakken: banden(raster, [50, 55, 60], dekking, decibel('Geluid van bedrijven')), dekking };
};
