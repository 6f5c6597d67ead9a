import { formatValue } from '../../server/vergunningcheck/domain/dmn/types.ts';
import type { BeslissendeRegel } from '../../server/vergunningcheck/domain/sttr/beslissend.ts';
import type { Conclusie, Evaluatie } from '../../server/vergunningcheck/domain/sttr/evalueer.ts';
import type { Regelbestand, Vraag } from '../../server/vergunningcheck/domain/sttr/model.ts';

/** A question as JSON. */
export const toonVraag = ({
  id,
  soort,
  tekst,
  gegevensType,
  opties,
  meerdereAntwoorden,
  toelichting,
  groep,
  locatie,
}: Vraag) => ({
  id,
  soort,
  tekst,
  gegevensType,
  opties: opties.map((optie) => optie.tekst),
  meerdereAntwoorden,
  toelichting,
  groep,
  locatie,
});

const regelVan = ({ id, soort, tekst, gegevensType, opties, meerdereAntwoorden }: Vraag): string => {
  const keuze = opties.map((optie) => `"${optie.tekst}"`).join(meerdereAntwoorden ? ' en/of ' : ' of ');
  const wat = soort === 'vraag' ? keuze || gegevensType : `${soort}: ${keuze || gegevensType}`;
  return `  ${id}  ${tekst} (${wat})`;
};

export function printVragen({ naam, soort }: Regelbestand, vragen: readonly Vraag[]): string {
  return [`${naam} (${soort})`, `Vragen, op volgorde:`, ...vragen.map(regelVan)].join('\n');
}

export function printEvaluatie({ naam }: Regelbestand, evaluatie: Evaluatie): string {
  const { stand, conclusies, beslissendeRegels, maatregelen, voorbehouden, vragenDieErNogToeDoen, onbekend, fouten } =
    evaluatie;
  const lijst = (kop: string, regels: readonly string[]) => (regels.length > 0 ? [kop, ...regels] : []);
  return [
    naam,
    stand === 'bekend' ? `Conclusie: ${conclusies.map(woordenVan).join('; ')}` : 'Conclusie: nog niet bekend',
    ...lijst('Beslissende regels:', beslissendeRegels.map(regelsVan)),
    ...lijst(
      'Maatregelen:',
      maatregelen.map(({ nummer, tekst }) => `  ${nummer}  ${tekst}`),
    ),
    ...lijst(
      'Onder voorbehoud:',
      voorbehouden.map((tekst) => `  ${tekst}`),
    ),
    ...lijst('Vragen die er nog toe doen:', vragenDieErNogToeDoen.map(regelVan)),
    ...lijst('Niet geweten:', onbekend.map(regelVan)),
    ...lijst(
      'Onbruikbare antwoorden:',
      fouten.map(({ vraag, melding }) => `  ${vraag}: ${melding}`),
    ),
  ].join('\n');
}

function woordenVan({ waarde, treffer, tegenspraak }: Conclusie): string {
  if (tegenspraak.length > 0) return `de regels spreken elkaar tegen: ${tegenspraak.map(formatValue).join(', ')}`;
  if (!treffer)
    return waarde === null ? 'geen regel past bij deze antwoorden' : `${formatValue(waarde)} (geen regel past)`;
  return formatValue(waarde);
}

function regelsVan({ beslissing, nummer, uitkomst, voorwaarden, annotaties }: BeslissendeRegel): string {
  const omdat = voorwaarden.map(
    ({ invoer, test, waarde }) =>
      `${invoer} = ${waarde === undefined ? 'maakt niet uit' : formatValue(waarde)} (${test})`,
  );
  const bron = annotaties.length > 0 ? `  [${annotaties.join('; ')}]` : '';
  return `  ${beslissing}, regel ${nummer}: ${formatValue(uitkomst)}, want ${omdat.join(', ') || 'altijd'}${bron}`;
}
