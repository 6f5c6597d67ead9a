import type { BesluitSoort } from '../../besluiten/contract.ts';
import type { Zaaktype } from '../../indienen/zaaktypes/zaaktype.ts';
import { type Datum, formatDatum } from '../../termijnen/datum.ts';
import { reactieOpPapier } from '../../termijnen/reactietermijn.ts';
import type { Procedure } from './termijn.ts';

/** What is made known of a zaak, and when. */
export interface Bekendmaking {
  zaaktype: Zaaktype;
  kenmerk: string;
  soort: BesluitSoort;
  procedure: Procedure;
  /** What it is about, fit for everybody: "het plaatsen van een dakkapel". */
  omschrijving: string;
  /** Where: an adres, or a perceel. */
  plaats: string;
  gemeente: string;
  ontvangenOp: Datum;
  gepubliceerd: Datum;
  verzondenOp: Datum | null;
  terInzageOp: Datum | null;
  /** The new last day to decide, when the term was extended. */
  uiterlijk: Datum | null;
}

const koppen: Partial<Record<BesluitSoort, string>> = {
  aanvraag: 'Aanvraag',
  verlengd: 'Verlenging beslistermijn',
  verleend: 'Verleend',
  geweigerd: 'Geweigerd',
  'buiten-behandeling': 'Niet in behandeling genomen',
  vergunningvrij: 'Geen vergunning nodig',
  ingetrokken: 'Ingetrokken aanvraag',
  ontwerp: 'Ontwerpbesluit',
  definitief: 'Definitief besluit',
};

const dingVan = ({ ding }: Zaaktype) => ding.replace(/^aanvraag /, '');

/** The heading under which it is found: "Verleend omgevingsvergunning, het plaatsen van een dakkapel, Dorpsstraat 1". */
export const schrijfTitel = ({ soort, zaaktype, omschrijving, plaats }: Bekendmaking): string =>
  `${koppen[soort] ?? 'Bericht'}: ${dingVan(zaaktype)}, ${omschrijving}, ${plaats}`;

/** The text of the notice: what, where, when, and what a person can do. No names. @source Ow 16.57, 16.64; Awb 3:11, 3:12, 3:41, 3:44 */
export function schrijfTekst(bekendmaking: Bekendmaking): string {
  const { soort, zaaktype, kenmerk, gemeente, omschrijving, plaats, ontvangenOp, uiterlijk } = bekendmaking;
  const over = `${omschrijving}, ${plaats} (zaak ${kenmerk})`;
  const ding = dingVan(zaaktype);
  return `${eersteZin()}\n\n${soort === 'ingetrokken' ? geenBesluit : reactieZin(bekendmaking)}`;

  function eersteZin(): string {
    switch (soort) {
      case 'aanvraag':
        return `${gemeente} ontving op ${formatDatum(ontvangenOp)} een aanvraag voor een ${ding}: ${over}.`;
      case 'verlengd':
        return `${gemeente} neemt meer tijd om te beslissen over de aanvraag voor een ${ding}: ${over}.${
          uiterlijk ? ` De gemeente beslist uiterlijk op ${formatDatum(uiterlijk)}.` : ''
        }`;
      case 'ontwerp':
        return `${gemeente} wil besluiten over de aanvraag voor een ${ding}: ${over}. Het ontwerp van dat besluit ligt met de stukken ter inzage vanaf ${dag(bekendmaking.terInzageOp)}.`;
      case 'definitief':
        return `${gemeente} besloot over de aanvraag voor een ${ding}: ${over}. Het besluit ligt met de stukken ter inzage vanaf ${dag(bekendmaking.terInzageOp)}.`;
      case 'buiten-behandeling':
        return `${gemeente} behandelt de aanvraag voor een ${ding} niet, omdat gegevens ontbreken: ${over}. Het besluit is verzonden op ${dag(bekendmaking.verzondenOp)}.`;
      case 'ingetrokken':
        return `De aanvrager heeft de aanvraag voor een ${ding} ingetrokken: ${over}.`;
      case 'vergunningvrij':
        return `Voor dit plan is geen ${ding} nodig: ${over}. Het besluit is verzonden op ${dag(bekendmaking.verzondenOp)}.`;
      default:
        return `${gemeente} heeft de ${ding} ${soort}: ${over}. Het besluit is verzonden op ${dag(bekendmaking.verzondenOp)}.`;
    }
  }
}

const dag = (datum: Datum | null): string => (datum ? formatDatum(datum) : 'een dag die nog niet bekend is');

const geenBesluit = 'Er komt geen besluit. U kunt er dus ook niet op reageren.';

/** What can be done against it, with the last day. */
const reactieZin = ({ soort, procedure, verzondenOp, terInzageOp, gepubliceerd }: Bekendmaking): string =>
  reactieOpPapier({
    soort,
    procedure: procedure === 'uitgebreid' && soort !== 'buiten-behandeling' ? 'uitgebreid' : 'regulier',
    verzonden: verzondenOp,
    terInzage: terInzageOp,
    gepubliceerd,
  });
