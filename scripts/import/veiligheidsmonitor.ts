import type { Value } from '../../db/copy.ts';
import { type Indicator, indicatoren } from '../../server/veiligheid/domain/indicatoren.ts';
import { haalBestand } from './bestand.ts';
import { leesCsv } from './csv.ts';
import { type Bron, type ImportContext, type Importer, ImportFault } from './importer.ts';
import { bronOpties, readBronOpties } from './opties.ts';
import { leesGebied, ligtInGemeente } from './veiligheid/cijfers.ts';

const nodig = {
  gebied: ['gebied', 'gebiedscode'],
  jaar: ['jaar', 'periode'],
  indicator: ['indicator'],
  waarde: ['waarde'],
} as const;
const vrij = { marge: ['marge'], respondenten: ['respondenten', 'n'] } as const;

export const indicatorKolommen = ['gebied_code', 'indicator', 'jaar', 'waarde', 'marge', 'respondenten'] as const;

/** Outcomes of the Veiligheidsmonitor per gemeente, wijk or buurt. The format is in data/README.md. */
export const veiligheidsmonitor: Importer = {
  naam: 'veiligheidsmonitor',
  uitleg: 'Veiligheidsmonitor: CSV met gebied, jaar, indicator, waarde, en als het kan marge en respondenten',
  tabellen: ['veiligheid_indicator'],
  opties: bronOpties,
  async open(pad, context) {
    const { id, gemeenteCode, peildatum } = readBronOpties('veiligheidsmonitor', context);
    if (!gemeenteCode) throw new ImportFault('Geef met --gemeente de code van de gemeente, zoals gm0228.');
    const bron: Bron = {
      id,
      soort: 'veiligheidsmonitor',
      naam: 'Veiligheidsmonitor',
      licentie: 'CC BY 4.0',
      url: 'https://www.veiligheidsmonitor.nl',
      gemeenteCode,
      peildatum: peildatum ?? '1970-01-01',
    };
    const rows = leesRijen(pad, bron, gemeenteCode, peildatum !== undefined, context);
    return [{ bron, tabellen: [{ table: 'veiligheid_indicator', columns: indicatorKolommen, rows }] }];
  },
};

async function* leesRijen(
  pad: string,
  bron: Bron,
  gemeenteCode: string,
  vastePeildatum: boolean,
  context: ImportContext,
): AsyncGenerator<Value[]> {
  for await (const regel of leesCsv(await haalBestand(pad, context), nodig, vrij)) {
    const row = toRow(regel, gemeenteCode);
    if (typeof row === 'string') {
      context.keurAf(bron.id, row, `${regel.gebied} ${regel.jaar} ${regel.indicator}`);
      continue;
    }
    const [, , jaar, waarde] = row;
    if (waarde === null) context.merkOp(bron.id, 'waarde die de bron niet geeft: dat is onbekend, en geen nul');
    if (!vastePeildatum && `${jaar}-12-31` > bron.peildatum) bron.peildatum = `${jaar}-12-31`;
    yield row;
  }
}

/** A row, or why it is rejected. */
function toRow(regel: Record<keyof typeof nodig | keyof typeof vrij, string>, gemeenteCode: string): Value[] | string {
  const gebied = leesGebied(regel.gebied);
  const indicator = indicatoren.get(regel.indicator);
  const jaar = Number(/^(20\d\d)(JJ00)?$/.exec(regel.jaar)?.[1]);
  const [waarde, marge] = [leesGetal(regel.waarde), leesGetal(regel.marge)];
  const respondenten = leesGetal(regel.respondenten);
  if (!gebied || !ligtInGemeente(gebied, gemeenteCode)) return `het gebied ligt niet in ${gemeenteCode}`;
  if (!indicator) return 'de indicator staat niet in data/veiligheid/indicatoren.json';
  if (Number.isNaN(jaar)) return 'het jaar ontbreekt of klopt niet';
  if (waarde === undefined || !past(waarde, indicator)) return 'de waarde klopt niet bij de eenheid';
  if (marge === undefined || respondenten === undefined || (respondenten !== null && !Number.isInteger(respondenten))) {
    return 'de marge of het aantal respondenten klopt niet';
  }
  return [gebied, regel.indicator, jaar, waarde, marge, respondenten];
}

/** A number with a comma or a point, zero or more; null where there is none; undefined for anything else. */
function leesGetal(tekst: string): number | null | undefined {
  if (tekst === '' || tekst === '.' || tekst === 'x') return null;
  const getal = Number(tekst.replace(',', '.'));
  return getal >= 0 && Number.isFinite(getal) ? getal : undefined;
}

const past = (waarde: number | null, { eenheid }: Indicator): boolean =>
  waarde === null || (eenheid === '%' ? waarde <= 100 : waarde >= 1 && waarde <= 10);
