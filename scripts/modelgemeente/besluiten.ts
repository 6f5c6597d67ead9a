import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import * as z from 'zod/mini';
import type { Value } from '../../db/copy.ts';
import { besluitOnderwerp } from '../../server/besluiten/contract.ts';
import { addDagen, addMaanden, type Datum, dagenTot, parseDatum } from '../../server/termijnen/datum.ts';
import { type ImportContext, ImportFault, type Levering } from '../import/importer.ts';
import { type Plek, Plekken, plaatsen } from './besluiten-plaats.ts';
import { maakVerloop, type Stap } from './besluiten-verloop.ts';
import { Prng } from './prng.ts';
import { bestuurVan } from './regels.ts';
import type { Town } from './town.ts';
import { ewktVlakken } from './vlakken.ts';

/** How far back the besluiten go. */
export const jaren = 5;

const kans = z.number().check(z.gte(0), z.lte(1));
const daarna = z.strictObject({ wijziging: kans, intrekking: kans });
const zaakSchema = z.strictObject({
  sleutel: z.string(),
  onderwerp: besluitOnderwerp,
  perDuizend: z.number().check(z.positive()),
  verloop: z.enum([
    'regulier',
    'uitgebreid',
    'melding',
    'apv',
    'apv met aanvraag',
    'alcohol',
    'verkeersbesluit',
    'plan',
    'handhaving',
    'overig',
  ]),
  plaats: z.enum(plaatsen),
  gezag: z._default(z.enum(['gemeente', 'waterschap', 'provincie']), 'gemeente'),
  vergunning: z._default(z.string(), 'omgevingsvergunning'),
  melding: z._default(z.string(), 'Melding'),
  wat: z.array(z.string()).check(z.minLength(1)),
  maanden: z._default(z.array(z.number()).check(z.length(12)), Array(12).fill(1)),
});
const zakenSchema = z.strictObject({
  verlopen: z.strictObject({
    regulier: z.strictObject({ verlengd: kans, uitkomsten: z.record(z.string(), kans), bezwaar: kans, daarna }),
    uitgebreid: z.strictObject({ daarna }),
  }),
  zaken: z.array(zaakSchema),
});
type ZaakSoort = z.infer<typeof zaakSchema>;

/** Kinds of zaak, how often they happen and how they run: data/besluiten/zaken.yaml. */
export const readZaken = () =>
  z.parse(zakenSchema, parse(readFileSync(new URL('../../data/besluiten/zaken.yaml', import.meta.url), 'utf8')));

/** One zaak: what it is about, where, and its notices in order. */
export interface Zaak {
  zaaknummer: string;
  soort: ZaakSoort;
  wat: string;
  plek: Plek;
  stappen: readonly Stap[];
}

/**
 * The zaken of five years up to a day, kind after kind; only notices that are published by that day.
 *
 * @param peildatum the last day on which something is published
 */
export function* maakZaken(town: Town, peildatum: Datum): Generator<Zaak> {
  const { verlopen, zaken } = readZaken();
  const plekken = new Plekken(town);
  const begin = addMaanden(peildatum, -12 * jaren);
  const dagen = dagenTot(peildatum, begin);
  let nummer = 0;
  for (const soort of zaken) {
    const rng = new Prng(`${town.code}/${town.seed}/besluiten/${soort.sleutel}`);
    const zwaarste = Math.max(...soort.maanden);
    const aantal = Math.max(1, Math.round((soort.perDuizend * town.inwoners * jaren) / 1000));
    for (let n = 0; n < aantal; n += 1) {
      let dag: Datum;
      do dag = addDagen(begin, rng.int(0, dagen));
      while (rng.next() * zwaarste > (soort.maanden[Number(dag.slice(5, 7)) - 1] as number));
      const plek = plekken.kies(rng, soort.plaats);
      const wat = rng.pick(soort.wat);
      nummer += 1;
      const stappen = maakVerloop(
        rng,
        {
          verloop: soort.verloop,
          begin: dag,
          vergunning: soort.vergunning,
          melding: soort.melding,
          onomkeerbaar: soort.onderwerp === 'kap' || soort.onderwerp === 'sloop',
        },
        verlopen,
      ).filter(({ gepubliceerd }) => gepubliceerd <= peildatum);
      if (stappen.length === 0) continue;
      // no kenmerk that this loket can give to a zaak
      const zaaknummer = `MG-${dag.slice(0, 4)}-${String(nummer).padStart(6, '0')}`;
      yield { zaaknummer, soort, wat, plek, stappen };
    }
  }
}

/** @example 'Aanvraag omgevingsvergunning, het plaatsen van een dakkapel, Lindelaan 12 Modelstad' */
export const titelVan = ({ wat, plek }: Pick<Zaak, 'wat' | 'plek'>, { kop }: Pick<Stap, 'kop'>): string =>
  [kop, wat, plek.naam].filter(Boolean).join(', ');

const gezagen = {
  gemeente: bestuurVan,
  waterschap: () => 'waterschap Markermeren',
  provincie: () => 'provincie Markerland',
};

const kolommen = [
  'identificatie',
  'soort',
  'onderwerp',
  'titel',
  'zaaknummer',
  'procedure',
  'bevoegd_gezag',
  'gemeente_code',
  'gepubliceerd',
  'ontvangen',
  'verzonden',
  'ter_inzage',
  'in_werking',
  'plaats_soort',
  'geom',
];

function* besluitRijen(town: Town, peildatum: Datum): Generator<Value[]> {
  for (const zaak of maakZaken(town, peildatum)) {
    const { zaaknummer, soort, plek, stappen } = zaak;
    for (const [i, stap] of stappen.entries()) {
      yield [
        `${town.code}-${zaaknummer}-${i + 1}`,
        stap.soort,
        soort.onderwerp,
        titelVan(zaak, stap),
        zaaknummer,
        stap.procedure,
        gezagen[soort.gezag](town),
        town.code,
        stap.gepubliceerd,
        stap.ontvangen,
        stap.verzonden,
        stap.terInzage,
        stap.inWerking,
        plek.soort,
        plek.ewkt,
      ];
    }
  }
}

/** @throws ImportFault when it is not a day */
export function readPeildatum(tekst: string): Datum {
  const datum = parseDatum(tekst);
  if (!datum) throw new ImportFault(`"${tekst}" is geen peildatum. Geef jaar, maand en dag, zoals 2026-01-31.`);
  return datum;
}

/**
 * The besluiten of a generated gemeente: some 100 notices per 1,000 inhabitants per year over five years.
 *
 * @param peildatum YYYY-MM-DD, the last day of publication: terms of the newest ones still run then
 * @throws ImportFault when peildatum is not a day
 */
export async function besluitenLeveringen(
  town: Town,
  { voortgang }: Pick<ImportContext, 'voortgang'>,
  peildatum: string,
): Promise<Levering[]> {
  const datum = readPeildatum(peildatum);
  voortgang('besluiten');
  return [
    {
      bron: {
        id: `besluiten-${town.code}`,
        soort: 'besluiten',
        naam: `Bekendmakingen ${town.naam}`,
        licentie: 'CC0 1.0',
        gemeenteCode: town.code,
        peildatum: datum,
        dekking: ewktVlakken([town.grens]),
      },
      tabellen: [
        {
          table: 'besluit',
          columns: kolommen,
          geometry: { column: 'geom', soort: 'alles' },
          rows: besluitRijen(town, datum),
        },
      ],
    },
  ];
}
