import type { CombinatieObject, Uitkomst } from '../contract.ts';
import { schrijfCsv } from './csv.ts';
import type { Vraag } from './vraag.ts';

/** The objects as CSV. */
export function toCsv({ toon, voorwaarden }: Vraag, { objecten, buurten, wijken }: Uitkomst): string {
  const buurt = new Map(buurten.map((een) => [een.code, een]));
  const wijk = new Map(wijken.map(({ code, naam }) => [code, naam]));
  const velden = [...toon.collectie.eigenschappen.keys()];
  const kop = [
    'sleutel',
    'naam',
    'uitkomst',
    ...velden,
    'buurt',
    'wijk',
    'oppervlakte_m2',
    ...voorwaarden.map(({ laag }) => `waarvan_in_${laag.id}_m2`),
    'x_rd',
    'y_rd',
  ];
  const rij = ({ eigenschappen, ...object }: CombinatieObject) => {
    const in_ = object.buurtCode === null ? undefined : buurt.get(object.buurtCode);
    return [
      object.sleutel,
      object.titel,
      object.uitkomst,
      ...velden.map((veld) => eigenschappen[veld]),
      in_?.naam,
      in_ && wijk.get(in_.wijkCode),
      object.oppervlakteM2,
      ...object.overlapM2,
      object.punt.x,
      object.punt.y,
    ];
  };
  return schrijfCsv(kop, objecten.map(rij));
}

/** The objects as GeoJSON (RFC 7946): CRS84, seven decimals. */
export function toGeojson({ voorwaarden }: Vraag, { objecten, lagen }: Uitkomst, zin: string): string {
  return JSON.stringify({
    type: 'FeatureCollection',
    vraag: zin,
    bronnen: lagen.flatMap(({ bronnen }) => bronnen),
    features: objecten.map(
      ({ sleutel, titel, uitkomst, geometrie, buurtCode, oppervlakteM2, overlapM2, eigenschappen }) => ({
        type: 'Feature',
        id: sleutel,
        geometry: geometrie,
        properties: {
          ...eigenschappen,
          naam: titel,
          uitkomst,
          buurtCode,
          oppervlakteM2,
          ...Object.fromEntries(voorwaarden.map(({ laag }, i) => [`waarvanIn:${laag.id}`, overlapM2[i]])),
        },
      }),
    ),
  });
}
