import { naarRd } from '../../geo/projectie.ts';
import { inRdBereik, opCentimeter, type RdPunt } from '../../geo/rd.ts';

/** What a person typed, understood. */
export type Zoekvraag =
  | { soort: 'coordinaat'; punt: RdPunt; stelsel: 'RD' | 'WGS84' }
  | { soort: 'buiten-nederland' }
  | { soort: 'leeg' }
  | {
      soort: 'tekst';
      /** Ways in which zoek_item may hold it, most likely first. */
      vormen: string[];
      /** Written as a kadastrale aanduiding, or with a postcode: then nothing else is meant. */
      alsPerceel: boolean;
      postcode: string | null;
    };

const breedte = { van: 50.5, tot: 53.8 };
const lengte = { van: 3, tot: 7.5 };
const binnen = (bereik: { van: number; tot: number }, value: number) => value >= bereik.van && value <= bereik.tot;

const getal = '([+-]?\\d{1,6}(?:[.,]\\d+)?)';
const as = '(x|y|lat|latitude|lon|lng|longitude|nb|ol|n|e|o|breedte|lengte)?';
const coordinaten = new RegExp(
  `^(?:rd|wgs ?84)?[:\\s]*${as}\\s*[=:]?\\s*${getal}\\s*°?\\s*${as}[\\s,;/|]+${as}\\s*[=:]?\\s*${getal}\\s*°?\\s*${as}$`,
  'i',
);
const noordAs = /^(y|lat|latitude|nb|n|breedte)$/i;

/**
 * Understands a search term: RD or WGS84 coordinates, a kadastrale aanduiding, a postcode, or other text.
 *
 * @example parseZoekterm('6731 bx, 13a') // { soort: 'tekst', vormen: ['6731bx 13a'], postcode: '6731bx', ... }
 * @example parseZoekterm('52,1; 5,77') // { soort: 'coordinaat', stelsel: 'WGS84', ... }
 */
export function parseZoekterm(term: string): Zoekvraag {
  const kaal = term.trim().replace(/^(?:srid=\d+;)?point\s*\(([^()]*)\)$/i, '$1');
  const coordinaat = parseCoordinaten(inGraden(kaal));
  // "146.342,98" has a point for thousands, "52.155" for the fraction: only what makes no place is read so
  const metDuizendtallen = coordinaat?.soort === 'coordinaat' ? null : parseCoordinaten(zonderDuizendpunt(kaal));
  return (metDuizendtallen?.soort === 'coordinaat' ? metDuizendtallen : coordinaat) ?? parseTekst(term);
}

/** Degrees with minutes and seconds as degrees alone: 52°31'55" is 52.531944. */
const inGraden = (term: string): string =>
  term.replace(
    /(?<![\d.,])(\d{1,3})\s*°\s*(\d{1,2}(?:[.,]\d+)?)(?![\d.,]|\s*°)(?:\s*['’′])?(?:\s*(\d{1,2}(?:[.,]\d+)?)\s*(?:"|”|″|''))?/g,
    (_, graden: string, minuten: string, seconden = '0') => {
      const [m, s] = [minuten, seconden].map((deel: string) => Number(deel.replace(',', '.'))) as [number, number];
      return (Number(graden) + m / 60 + s / 3600).toFixed(7);
    },
  );

const zonderDuizendpunt = (term: string): string => term.replace(/(?<![\d.,])(\d{1,3})\.(\d{3})(?![\d.])/g, '$1$2');

function parseCoordinaten(term: string): Zoekvraag | null {
  const match = coordinaten.exec(term);
  if (!match) return null;
  const [, voor1, getal1 = '', na1, voor2, getal2 = '', na2] = match;
  const [eerste, tweede] = [Number(getal1.replace(',', '.')), Number(getal2.replace(',', '.'))];
  const [as1, as2] = [voor1 ?? na1, voor2 ?? na2];
  const noordEerst = noordAs.test(as1 ?? '') || (as2 !== undefined && !noordAs.test(as2));
  const isGenoemd = as1 !== undefined || as2 !== undefined;
  const volgordes = [
    [eerste, tweede],
    [tweede, eerste],
  ] as const;
  for (const [oost, noord] of isGenoemd ? [volgordes[noordEerst ? 1 : 0]] : volgordes) {
    if (binnen(lengte, oost) && binnen(breedte, noord)) {
      const punt = naarRd({ lon: oost, lat: noord });
      if (inRdBereik(punt)) return { soort: 'coordinaat', punt, stelsel: 'WGS84' };
    }
    const punt = { x: opCentimeter(oost), y: opCentimeter(noord) };
    if (inRdBereik(punt)) return { soort: 'coordinaat', punt, stelsel: 'RD' };
  }
  const isGroot = [getal1, getal2].every((text) => /^[+-]?\d{5}/.test(text));
  const isBreuk = [getal1, getal2].every((text) => /[.,]\d/.test(text));
  const isGescheiden = !/^[+-]?[\d.]+ [+-]?[\d.]+$/.test(term);
  return isGenoemd || isGroot || isBreuk || isGescheiden ? { soort: 'buiten-nederland' } : null;
}

/** Kadastrale gemeente (three letters, two digits), sectie and number, as in "OTL02 B 2298" or "OTL02B02298G0000". */
const kadastraal = /^([a-z]{3}\d{2}) ?(?:sectie )?([a-z]{1,2})(?: ?(?:nummer |nr )?0*(\d{1,5}))?(?: ?g ?0000)?$/;
/** The same with a name: "Otterlo sectie B nummer 2298". */
const kadastraalMetNaam = /^([a-z][a-z ]*?) (?:sectie )?([a-z]{1,2}) (?:nummer |nr )?0*(\d{1,5})$/;
const metPostcode = /^(.*?)(?<![a-z0-9])([1-9]\d{3}) ?([a-z]{2})(?![a-z])(.*)$/;

function parseTekst(term: string): Zoekvraag {
  const tekst = normaliseer(term);
  if (!/[\p{L}\p{N}]/u.test(tekst)) return { soort: 'leeg' };

  const aanduiding = kadastraal.exec(tekst);
  if (aanduiding) {
    const vorm = aanduiding.slice(1).filter(Boolean).join(' ');
    return { soort: 'tekst', vormen: [vorm], alsPerceel: true, postcode: null };
  }

  const [, voor = '', cijfers = '', letters = '', na = ''] = metPostcode.exec(tekst) ?? [];
  if (cijfers) {
    const postcode = cijfers + letters;
    const rest = voegSamen(`${voor} ${na}`.trim().replace(/ +/g, ' '));
    const achterPostcode = `${postcode} ${rest}`.trim();
    const vormen = /^\d/.test(rest) ? [achterPostcode] : /\d/.test(rest) ? [rest] : [achterPostcode, rest];
    return { soort: 'tekst', vormen: [...new Set(vormen)].filter(Boolean), alsPerceel: false, postcode };
  }

  const [, naam, sectie, nummer] = kadastraalMetNaam.exec(tekst) ?? [];
  const vormen = [
    voegSamen(tekst),
    tekst,
    // "heerenhof36"
    voegSamen(tekst.replace(/(?<=[a-z]{4})(?=\d)/g, ' ')),
    ...(naam ? [`${naam} ${sectie} ${nummer}`] : []),
  ];
  return { soort: 'tekst', vormen: [...new Set(vormen)], alsPerceel: false, postcode: null };
}

/** Lower case, without diacritics, one space between words. */
export function normaliseer(tekst: string): string {
  return tekst
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Joins a letter to the number before it: "13 a" is "13a". */
const voegSamen = (tekst: string) => tekst.replace(/(\d) ([a-z])(?= |$)/g, '$1$2');
