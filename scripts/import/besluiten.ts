import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import * as z from 'zod/mini';
import {
  besluitTabel,
  bladVan,
  bronVan,
  dagVan,
  gemeenteOptie,
  type PlaatsSoort,
  type Publicatie,
  readGemeenteOptie,
} from './besluiten/besluit.ts';
import { type Gemeente, type ImportContext, type Importer, ImportFault } from './importer.ts';
import { toRd } from './rd.ts';

const publicatie = z.object({
  date: z.string(),
  urlDoc: z.string(),
  type: z._default(z.string(), ''),
  title: z.string().check(z.minLength(1), z.maxLength(5_000)),
  location: z.union([z.string(), z.array(z.string())]),
});
const bestand = z.object({ publications: z.array(z.unknown()) });

const provincies = [
  'Drenthe',
  'Flevoland',
  'Fryslân',
  'Gelderland',
  'Groningen',
  'Limburg',
  'Noord-Brabant',
  'Noord-Holland',
  'Overijssel',
  'Utrecht',
  'Zeeland',
  'Zuid-Holland',
];

/** Publications of a gemeente in JSON: `{ publications: [{ date, urlDoc, type, title, location: "lat lon" or a list }] }`. */
export const besluiten: Importer = {
  naam: 'besluiten',
  uitleg: 'Bekendmakingen in JSON, met een plaats als "lat lon"',
  tabellen: ['besluit'],
  opties: gemeenteOptie,
  async open(pad, context) {
    const items = readBestand(pad, await readFile(pad, 'utf8').catch(() => null));
    const naam = basename(pad).replace(/\.json$/i, '');
    const bronId = `besluiten-${naam.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`;
    const gemeente = (await readGemeenteOptie(context)) ?? (await findUitgever(items, context.findGemeente));
    const publicaties: Publicatie[] = [];
    for (const item of items) {
      const gelezen = readPublicatie(item, gemeente);
      if ('reden' in gelezen) context.keurAf(bronId, gelezen.reden, gelezen.voorbeeld);
      else publicaties.push(gelezen);
    }
    return [
      {
        bron: {
          id: bronId,
          soort: 'besluiten',
          naam: gemeente?.naam ? `Bekendmakingen gemeente ${gemeente.naam}` : `Bekendmakingen ${naam}`,
          licentie: 'CC0 1.0',
          url: 'https://www.officielebekendmakingen.nl',
          ...bronVan(gemeente),
          peildatum:
            publicaties
              .map(({ gepubliceerd }) => gepubliceerd)
              .sort()
              .at(-1) ?? '1970-01-01',
        },
        tabellen: [besluitTabel(publicaties)],
      },
    ];
  },
};

function readBestand(pad: string, tekst: string | null): unknown[] {
  if (tekst === null) throw new ImportFault(`Het bestand ${pad} is er niet of is niet te lezen.`);
  let json: unknown = null;
  try {
    json = JSON.parse(tekst);
  } catch {
    throw new ImportFault(`${pad} is geen (volledig) JSON-bestand.`);
  }
  const gelezen = bestand.safeParse(json);
  if (!gelezen.success) throw new ImportFault(`${pad} heeft geen lijst "publications" met bekendmakingen.`);
  return gelezen.data.publications;
}

type Afgekeurd = { reden: string; voorbeeld: string };

function readPublicatie(item: unknown, gemeente: Gemeente | null): Publicatie | Afgekeurd {
  const gelezen = publicatie.safeParse(item);
  if (!gelezen.success) return { reden: 'de bekendmaking mist velden', voorbeeld: JSON.stringify(item).slice(0, 80) };
  const { date, urlDoc, type, title, location } = gelezen.data;
  const identificatie = urlDoc.match(/\/((?:[a-z]+-)\d{4}-\d+)(?:\.html)?$/)?.[1];
  if (!identificatie) return { reden: 'de bekendmaking heeft geen identificatie', voorbeeld: title };
  const gepubliceerd = dagVan(date);
  if (!gepubliceerd) return { reden: 'de datum van publicatie is geen datum', voorbeeld: identificatie };
  const plaats = readPlaats([location].flat());
  if (!plaats) return { reden: 'de bekendmaking heeft geen bruikbare plaats', voorbeeld: identificatie };
  const vanGemeente = bladVan(identificatie) === 'Gemeente';
  return {
    identificatie,
    titel: title.trim(),
    rubriek: type,
    bevoegdGezag: vanGemeente && gemeente?.naam ? `Gemeente ${gemeente.naam}` : nameUitgever(identificatie, title),
    gemeenteCode: vanGemeente ? (gemeente?.code ?? null) : null,
    gepubliceerd,
    url: urlDoc,
    ...plaats,
  };
}

/**
 * The place as far as the list says. One position is a punt, a list that returns to where it began is the border of a
 * vlak. Any other list is kept as loose points: whether they are one line or several places cannot be told.
 */
export function readPlaats(posities: readonly string[]): { plaatsSoort: PlaatsSoort; geom: string } | null {
  const punten = posities.map((positie) => {
    const [lat = Number.NaN, lon = Number.NaN] = positie
      .trim()
      .split(/[\s,]+/)
      .map(Number);
    return toRd(lon, lat)?.join(' ') ?? null;
  });
  if (punten.length === 0 || punten.includes(null)) return null;
  const verschillend = [...new Set(punten)];
  if (verschillend.length === 1) return { plaatsSoort: 'punt', geom: `SRID=28992;POINT(${verschillend[0]})` };
  const isRing = punten[0] === punten.at(-1) && verschillend.length === punten.length - 1 && verschillend.length >= 3;
  if (isRing) return { plaatsSoort: 'vlak', geom: `SRID=28992;POLYGON((${punten.join(',')}))` };
  return { plaatsSoort: 'punt', geom: `SRID=28992;MULTIPOINT(${verschillend.map((punt) => `(${punt})`).join(',')})` };
}

/** The name of the publisher, from the blad and the title; the data does not give it. */
function nameUitgever(identificatie: string, titel: string): string {
  const soort = bladVan(identificatie);
  const provincie = titel.match(/\bprovincie (\p{L}[\p{L}-]+)/iu)?.[1];
  const bekend = provincies.find((naam) => naam.toLowerCase() === provincie?.toLowerCase());
  if (soort === 'Provincie' && bekend) return `Provincie ${bekend}`;
  const waterschap = titel.match(
    /\b(Waterschap|Hoogheemraadschap) (?:van )?\p{Lu}[\p{L}-]+(?: en \p{Lu}[\p{L}-]+)?/u,
  )?.[0];
  if (soort === 'Waterschap' && waterschap) return waterschap;
  return soort ?? 'Onbekend';
}

/** Most publications of a gemeenteblad looked up to tell the gemeente; enough to notice when it is more than one. */
const steekproef = 25;

/** The gemeente in which the publications of the gemeenteblad lie, when that is one and its border is loaded. */
async function findUitgever(
  items: readonly unknown[],
  findGemeente: ImportContext['findGemeente'],
): Promise<Gemeente | null> {
  const gevonden = new Map<string, Gemeente>();
  const vanGemeente = items.flatMap((item) => {
    const gelezen = publicatie.safeParse(item);
    return gelezen.success && /\/gmb-/.test(gelezen.data.urlDoc) ? [[gelezen.data.location].flat()[0] ?? ''] : [];
  });
  const stap = Math.max(1, Math.floor(vanGemeente.length / steekproef));
  for (const positie of vanGemeente.filter((_, index) => index % stap === 0)) {
    const [lat = Number.NaN, lon = Number.NaN] = positie.split(' ').map(Number);
    if (!toRd(lon, lat)) continue;
    const gemeente = await findGemeente({ lon, lat });
    if (!gemeente) return null;
    gevonden.set(gemeente.code, gemeente);
  }
  return gevonden.size === 1 ? ([...gevonden.values()][0] ?? null) : null;
}
