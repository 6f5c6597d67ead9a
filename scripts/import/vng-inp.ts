import type { Value } from '../../db/copy.ts';
import { themas } from '../../server/veiligheid/domain/velden.ts';
import { haalBestand } from './bestand.ts';
import { leesCsv } from './csv.ts';
import { type ImportContext, type Importer, ImportFault } from './importer.ts';
import { bronOpties, readBronOpties } from './opties.ts';
import { Cijferlezing } from './veiligheid/cijferlezing.ts';
import { cijferTabel } from './veiligheid/cijfers.ts';

const nodig = {
  gebied: ['gebied', 'gebiedscode'],
  periode: ['periode'],
  thema: ['thema', 'themanummer'],
  aantal: ['aantal'],
} as const;

/** Figures of the police per thema, as the basisteam delivers them from VNG-INP. The format is in data/README.md. */
export const vngInp: Importer = {
  naam: 'vng-inp',
  uitleg: 'Levering VNG-INP van het basisteam: CSV met gebied, periode, thema en aantal',
  tabellen: ['veiligheid_cijfer'],
  opties: bronOpties,
  async open(pad, context) {
    const { id, gemeenteCode, peildatum } = readBronOpties('vng-inp', context);
    if (!gemeenteCode) throw new ImportFault('Geef met --gemeente de code van de gemeente, zoals gm0228.');
    const bron = {
      id,
      soort: 'vng-inp',
      naam: 'Politiecijfers per veiligheidsthema (VNG-INP)',
      licentie: 'niet openbaar',
      gemeenteCode,
      peildatum: peildatum ?? '1970-01-01',
    };
    const ruimte = await context.laadRuimte(gemeenteCode);
    const vastePeildatum = peildatum !== undefined;
    const lezing = new Cijferlezing({ herkomst: 'vng-inp', bron, context, ruimte, vastePeildatum });
    return [{ bron, tabellen: [cijferTabel(leesRijen(pad, bron.id, context, lezing))] }];
  },
};

async function* leesRijen(
  pad: string,
  bronId: string,
  context: ImportContext,
  lezing: Cijferlezing,
): AsyncGenerator<Value[]> {
  for await (const regel of leesCsv(await haalBestand(pad, context), nodig)) {
    if (!themas.has(regel.thema))
      context.keurAf(bronId, 'het thema is er niet: kies uit 1.1 tot en met 5.5', regel.thema);
    else {
      const row = lezing.toRow(regel, { stelsel: 'thema', onderwerp: regel.thema });
      if (row) yield row;
    }
  }
}
