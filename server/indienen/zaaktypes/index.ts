import { aanvraagOmgevingsvergunning } from './aanvraag-omgevingsvergunning.ts';
import { bezwaar } from './bezwaar.ts';
import { bouwmelding } from './bouwmelding.ts';
import { evenement } from './evenement.ts';
import { gebruiksmelding } from './gebruiksmelding.ts';
import { informatieplicht } from './informatieplicht.ts';
import { meldingMilieu } from './melding-milieu.ts';
import { meldingOpenbareRuimte } from './melding-openbare-ruimte.ts';
import { sloopmelding } from './sloopmelding.ts';
import { terrasExploitatie } from './terras-exploitatie.ts';
import type { Zaaktype } from './zaaktype.ts';

/** Every kind of zaak that can be filed: one file each, in the order in which they are offered. */
export const zaaktypes: readonly Zaaktype[] = [
  aanvraagOmgevingsvergunning,
  bouwmelding,
  sloopmelding,
  gebruiksmelding,
  meldingMilieu,
  informatieplicht,
  evenement,
  terrasExploitatie,
  meldingOpenbareRuimte,
  bezwaar,
];

/** Undefined: there is no such zaaktype. */
export const zaaktypeVan = (id: string): Zaaktype | undefined => zaaktypes.find((een) => een.id === id);
