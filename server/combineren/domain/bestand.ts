import type { CombinatieObject, Uitkomst } from '../contract.ts';
import type { Vraag } from './vraag.ts';

const komma = (getal: number) => String(getal).replace('.', ',');

/**
 * The objects as CSV (RFC 4180: CRLF, quotes doubled), in UTF-8 with a byte order mark.
 *
 * Made for a Dutch spreadsheet, which opens it without questions: a semicolon between the fields and a comma before
 * the decimals. A text that a spreadsheet would take for a formula gets an apostrophe in front.
 */
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
  return `\uFEFF${[kop, ...objecten.map(rij)].map((cellen) => `${cellen.map(cel).join(';')}\r\n`).join('')}`;
}

function cel(waarde: unknown): string {
  if (waarde === null || waarde === undefined) return '';
  if (typeof waarde === 'number') return komma(waarde);
  if (typeof waarde === 'boolean') return waarde ? 'ja' : 'nee';
  const tekst = Array.isArray(waarde) ? waarde.join(', ') : String(waarde);
  const veilig = /^[=+\-@\t\r]/.test(tekst) ? `'${tekst}` : tekst;
  return /[";\r\n]/.test(veilig) ? `"${veilig.replaceAll('"', '""')}"` : veilig;
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
