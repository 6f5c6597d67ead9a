import * as z from 'zod/mini';
import type { Value } from '../../db/copy.ts';
import type { Klassentabel, Stelsel } from '../../server/veiligheid/domain/klassen.ts';
import { haalBestand } from './bestand.ts';
import { leesCsv } from './csv.ts';
import { type ImportContext, type Importer, ImportFault } from './importer.ts';
import { isJson, leesJsonPaginas } from './json.ts';
import { bronOpties, readBronOpties } from './opties.ts';
import { Cijferlezing } from './veiligheid/cijferlezing.ts';
import { cijferTabel } from './veiligheid/cijfers.ts';
import { type GeleverdeKlasse, klasseTabel, leesKlassentabel, tabelOptie } from './veiligheid/klassentabel.ts';

/** Tables of the police at the CBS: offences (47013NED, 47018NED, 47022NED) and nuisance (47021NED, 47024NED). */
export const politiecijfers: Importer = {
  naam: 'politiecijfers',
  uitleg: 'Misdrijven of overlast van politie en CBS: OData (JSON of URL) of CSV, per gemeente, wijk of buurt',
  tabellen: ['veiligheid_cijfer', 'veiligheid_klasse'],
  opties: { ...bronOpties, ...tabelOptie },
  async open(pad, context) {
    const { id, gemeenteCode, peildatum } = readBronOpties('politiecijfers', context);
    if (!gemeenteCode) throw new ImportFault('Geef met --gemeente de code van de gemeente, zoals gm0228.');
    const tabel = await leesKlassentabel(context.opties.tabel);
    const bron = {
      id,
      soort: 'politiecijfers',
      naam: 'Geregistreerde misdrijven en overlast (politie, CBS)',
      licentie: 'CC BY 4.0',
      url: 'https://data.politie.nl',
      gemeenteCode,
      peildatum: peildatum ?? '1970-01-01',
    };
    const ruimte = await context.laadRuimte(gemeenteCode);
    const lezing = new Cijferlezing({
      herkomst: 'cbs',
      bron,
      context,
      ruimte,
      vastePeildatum: peildatum !== undefined,
    });
    const geleverd = new Map<string, GeleverdeKlasse>();
    const rijen = leesRijen(pad, context, (regel) => {
      const klasse = zoekKlasse(tabel, geleverd, regel);
      if (klasse.klasse === null) context.merkOp(id, `klasse die niet in de tabel staat: ${klasse.code}`);
      return lezing.toRow(regel, { stelsel: regel.stelsel, onderwerp: klasse.code });
    });
    return [{ bron, tabellen: [cijferTabel(rijen), klasseTabel(tabel, 'politie', () => geleverd.values())] }];
  },
};

interface Regel {
  stelsel: Stelsel;
  klasse: string;
  gebied: string;
  periode: string;
  aantal: unknown;
}

function zoekKlasse(tabel: Klassentabel, geleverd: Map<string, GeleverdeKlasse>, { stelsel, klasse: sleutel }: Regel) {
  const code = sleutel.trim();
  const bekend = geleverd.get(code);
  if (bekend) return bekend;
  const klasse = tabel.zoek(stelsel, code);
  const nieuw = { stelsel, code, naam: klasse?.naam ?? code, klasse };
  if (code) geleverd.set(code, nieuw);
  return nieuw;
}

async function* leesRijen(
  pad: string,
  context: ImportContext,
  toRow: (regel: Regel) => Value[] | null,
): AsyncGenerator<Value[]> {
  const path = await haalBestand(pad, context);
  let gelezen = 0;
  for await (const regel of (await isJson(path)) ? leesOData(pad, path, context) : leesTabel(path)) {
    const row = toRow(regel);
    if (!row) continue;
    gelezen += 1;
    yield row;
  }
  if (gelezen === 0) throw new ImportFault(`In ${pad} staat geen enkel cijfer van deze gemeente dat te gebruiken is.`);
}

const sleutel = z.optional(z.string());
const rij = z.object({
  SoortMisdrijf: sleutel,
  Overlast: sleutel,
  SoortOverlast: sleutel,
  WijkenEnBuurten: sleutel,
  RegioS: sleutel,
  Perioden: sleutel,
  GeregistreerdeMisdrijven_1: z.optional(z.unknown()),
  GeregistreerdeOverlast_1: z.optional(z.unknown()),
});

async function* leesOData(pad: string, path: string, context: ImportContext): AsyncGenerator<Regel> {
  for await (const item of leesJsonPaginas(pad, path, ['value'], context)) {
    const read = rij.safeParse(item);
    if (!read.success) throw new ImportFault(`${pad} is geen tabel van de politie bij het CBS.`);
    const r = read.data;
    yield {
      stelsel: r.SoortMisdrijf === undefined ? 'overlast' : 'misdrijf',
      klasse: r.SoortMisdrijf ?? r.Overlast ?? r.SoortOverlast ?? '',
      gebied: r.WijkenEnBuurten ?? r.RegioS ?? '',
      periode: r.Perioden ?? '',
      aantal: r.SoortMisdrijf === undefined ? r.GeregistreerdeOverlast_1 : r.GeregistreerdeMisdrijven_1,
    };
  }
}

const nodig = {
  klasse: ['soortmisdrijf', 'overlast', 'soortoverlast'],
  gebied: ['wijkenenbuurten', 'regios', "regio's"],
  periode: ['perioden'],
  aantal: ['geregistreerdemisdrijven_1', 'geregistreerdeoverlast_1'],
} as const;
const vrij = { misdrijf: ['soortmisdrijf'] } as const;

async function* leesTabel(path: string): AsyncGenerator<Regel> {
  for await (const { misdrijf, ...regel } of leesCsv(path, nodig, vrij)) {
    yield { ...regel, stelsel: misdrijf ? 'misdrijf' : 'overlast' };
  }
}
