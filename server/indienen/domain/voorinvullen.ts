import type { CheckInvoer } from '../../vergunningcheck/contract.ts';
import type { DeelOordeel, Oordeel } from '../../vergunningcheck/domain/oordeel.ts';
import type { Plaats } from '../contract.ts';
import type { Antwoorden } from '../zaaktypes/zaaktype.ts';

/** What can be filed after a check, with what the check knows filled in. */
export interface Voorzet {
  zaaktype: string;
  antwoorden: Antwoorden;
}

/** Werkzaamheden that have a form of their own. */
const eigenFormulier: Record<string, string> = {
  evenement: 'evenement',
  terras: 'terras-exploitatie',
  horeca: 'terras-exploitatie',
};
const eigenActiviteit: Record<string, string> = {
  kap: 'kappen',
  uitrit: 'inrit',
  reclame: 'reclame',
  slopen: 'slopen',
};
const eigenMelding: Record<string, string> = {
  slopen: 'sloopmelding',
  'brandveilig-gebruik': 'gebruiksmelding',
  kamerverhuur: 'gebruiksmelding',
  'gesloten-bodemenergie': 'melding-milieu',
};

/** Water is filed apart, with the waterschap. @source Ob 10.21 */
const isVanWaterschap = ({ bevoegdGezag }: DeelOordeel) => /waterschap/i.test(bevoegdGezag);

/** The activiteit of the aanvraag for one answer of the check. */
function activiteitVan({ vraag }: DeelOordeel, werkzaamheid: string, rijksmonument: boolean): string {
  if (vraag === 'T') return 'bouwen-technisch';
  if (vraag === 'R') return 'bouwen-omgevingsplan';
  if (vraag === 'M') return 'milieu';
  return eigenActiviteit[werkzaamheid] ?? (rijksmonument ? 'rijksmonument' : 'anders');
}

/** What this oordeel asks to be filed: an aanvraag for all permits together, and the meldingen beside it. */
export function voorzettenVan(
  { onderdelen, feiten }: Pick<Oordeel, 'onderdelen' | 'feiten'>,
  { plaatsAntwoorden: { bouwkosten } }: Pick<CheckInvoer, 'plaatsAntwoorden'>,
): Voorzet[] {
  const rijksmonument = feiten.some(({ sleutel, waarde }) => sleutel === 'monument' && waarde === 'rijks');
  const activiteiten = new Set<string>();
  const zaaktypes = new Map<string, string[]>();
  const voeg = (zaaktype: string, naam: string) =>
    zaaktypes.set(zaaktype, [...new Set([...(zaaktypes.get(zaaktype) ?? []), naam])]);
  for (const { werkzaamheid, naam, delen } of onderdelen) {
    for (const deel of delen.filter((een) => !isVanWaterschap(een))) {
      if (deel.uitkomst === 'VERGUNNING') {
        const eigen = eigenFormulier[werkzaamheid];
        voeg(eigen ?? 'aanvraag-omgevingsvergunning', naam);
        if (!eigen) activiteiten.add(activiteitVan(deel, werkzaamheid, rijksmonument));
      }
      if (deel.uitkomst === 'MELDING') {
        const gewoon = deel.vraag === 'T' ? 'bouwmelding' : deel.vraag === 'M' ? 'melding-milieu' : undefined;
        // a melding of a verordening that has no form here is made as its own next step says
        const formulier = eigenMelding[werkzaamheid] ?? eigenFormulier[werkzaamheid] ?? gewoon;
        if (formulier) voeg(formulier, naam);
      }
      if (deel.uitkomst === 'INFORMATIEPLICHT') voeg('informatieplicht', naam);
    }
  }
  return [...zaaktypes].map(([zaaktype, namen]) => ({
    zaaktype,
    antwoorden: {
      omschrijving: namen.join(', '),
      ...(zaaktype === 'aanvraag-omgevingsvergunning' && {
        activiteiten: [...activiteiten],
        ...(typeof bouwkosten === 'number' && { bouwkosten }),
      }),
    },
  }));
}

/** The outline that was drawn for the check: the first, where there are several. */
export const getekendVlak = ({ onderdelen }: Pick<CheckInvoer, 'onderdelen'>): Plaats['vlak'] =>
  onderdelen.find(({ ring }) => ring !== null)?.ring ?? null;
