import { magNaar, type Status, statussen } from '../../indienen/domain/status.ts';
import { type Datum, formatDatum } from '../../termijnen/datum.ts';
import {
  buitenBehandelingTot,
  type TermijnFeiten,
  uiterlijkVerlengen,
  verlengArtikel,
  zienswijzenTot,
} from './termijn.ts';

/** What a behandelaar can do with a zaak. */
export const handelingen = [
  'nemen',
  'teruggeven',
  'beoordelen',
  'aanvulling-vragen',
  'hervatten',
  'advies-vragen',
  'procedure-kiezen',
  'verlengen',
  'aanvraag-publiceren',
  'ter-inzage-leggen',
  'besluiten',
  'buiten-behandeling-laten',
  'afronden',
] as const;
export type Handeling = (typeof handelingen)[number];

/** A zaak as what can be done with it depends on it. */
export interface ZaakStand extends TermijnFeiten {
  status: Status;
  /** Pseudonym; null: nobody has it. */
  behandelaar: string | null;
  aanvullenTot: Datum | null;
  terInzageOp: Datum | null;
  /** The aanvraag is published. */
  gepubliceerd: boolean;
}

/** May it be done now? When not, why not and what to do. */
export type Mag = { mag: true } | { mag: false; reden: string };

const ja: Mag = { mag: true };
const nee = (reden: string): Mag => ({ mag: false, reden });

const stap = ({ zaaktype, status }: ZaakStand, naar: Status): Mag =>
  magNaar(zaaktype.verloop, status, naar)
    ? ja
    : nee(`Dat kan niet bij een zaak met de status "${statussen[status].naam.toLowerCase()}".`);

/** The first that stands in the way. */
const eerste = (...voorwaarden: Mag[]): Mag => voorwaarden.find(({ mag }) => !mag) ?? ja;
const als = (voorwaarde: boolean, reden: string): Mag => (voorwaarde ? ja : nee(reden));

/** Nobody handles a zaak that is over. */
const loopt = ({ status }: ZaakStand): Mag =>
  als(!['besloten', 'ingetrokken', 'afgehandeld'].includes(status), 'Deze zaak is al besloten of afgehandeld.');

const regels: Record<Handeling, (zaak: ZaakStand, wie: string, vandaag: Datum) => Mag> = {
  nemen: (zaak, wie) => als(zaak.behandelaar !== wie, 'U behandelt deze zaak al.'),
  teruggeven: () => ja,
  beoordelen: loopt,
  'aanvulling-vragen': (zaak) => stap(zaak, 'aanvulling-gevraagd'),
  hervatten: (zaak) => als(zaak.status === 'aanvulling-gevraagd', 'Er is geen aanvulling gevraagd.'),
  'advies-vragen': loopt,
  'procedure-kiezen': (zaak) =>
    eerste(
      loopt(zaak),
      als(verlengArtikel(zaak) !== null, 'Bij deze zaak hoort geen besluit met een procedure.'),
      als(zaak.zaaktype.termijn({}).artikel.startsWith('Ow'), 'Alleen de Omgevingswet kent twee procedures.'),
      als(zaak.terInzageOp === null, 'Het ontwerp ligt al ter inzage.'),
      als(zaak.verlengdMetWeken === null, 'De termijn van deze procedure is al verlengd.'),
    ),
  verlengen: (zaak, _wie, vandaag) => {
    const uiterlijk = uiterlijkVerlengen(zaak);
    return eerste(
      als(uiterlijk !== null, 'Bij deze zaak is er geen beslistermijn om te verlengen.'),
      als(
        zaak.verlengdMetWeken === null,
        `De termijn is al een keer verlengd. Vaker kan niet (${verlengArtikel(zaak)}).`,
      ),
      stap(zaak, 'verlengd'),
      als(
        uiterlijk !== null && vandaag <= uiterlijk,
        `Verlengen kon tot en met ${uiterlijk && formatDatum(uiterlijk)} (${verlengArtikel(zaak)}).`,
      ),
    );
  },
  'aanvraag-publiceren': (zaak) =>
    eerste(
      loopt(zaak),
      als(zaak.zaaktype.verzoek === 'aanvraag', 'Alleen van een aanvraag komt een kennisgeving (Ow 16.57).'),
      als(!zaak.gepubliceerd, 'De aanvraag is al gepubliceerd.'),
    ),
  'ter-inzage-leggen': (zaak) =>
    eerste(
      als(zaak.procedure === 'uitgebreid', 'Een ontwerp hoort alleen bij de uitgebreide procedure (Awb 3:11).'),
      stap(zaak, 'ontwerp-ter-inzage'),
    ),
  besluiten: (zaak, _wie, vandaag) =>
    eerste(
      stap(zaak, 'besloten'),
      als(zaak.status !== 'aanvulling-gevraagd', 'Er is nog een aanvulling gevraagd. Hervat eerst de behandeling.'),
      zaak.procedure === 'uitgebreid' ? zienswijzenVoorbij(zaak, vandaag) : ja,
    ),
  'buiten-behandeling-laten': (zaak, _wie, vandaag) =>
    eerste(
      als(
        zaak.zaaktype.verloop.resultaten.includes('buiten-behandeling'),
        'Dat kan alleen met een aanvraag (Awb 4:5).',
      ),
      als(zaak.status === 'aanvulling-gevraagd', 'Vraag eerst om een aanvulling (Awb 4:5).'),
      stap(zaak, 'besloten'),
      als(
        zaak.aanvullenTot !== null && vandaag > zaak.aanvullenTot,
        `De aanvrager kan nog aanvullen tot en met ${zaak.aanvullenTot && formatDatum(zaak.aanvullenTot)} (Awb 4:5).`,
      ),
      als(
        zaak.aanvullenTot !== null && vandaag <= buitenBehandelingTot(zaak.aanvullenTot),
        'Dat moest binnen 4 weken na het einde van de tijd om aan te vullen (Awb 4:5 lid 4). Beslis nu op de aanvraag.',
      ),
    ),
  afronden: (zaak) =>
    eerste(
      stap(zaak, 'afgehandeld'),
      als(
        !['aanvraag', 'bezwaar'].includes(zaak.zaaktype.verzoek) || zaak.status === 'besloten',
        'Neem eerst een besluit.',
      ),
    ),
};

function zienswijzenVoorbij({ terInzageOp }: ZaakStand, vandaag: Datum): Mag {
  if (!terInzageOp) return nee('Leg eerst het ontwerp ter inzage (Awb 3:11).');
  const tot = zienswijzenTot(terInzageOp);
  return als(vandaag > tot, `Iedereen kan nog reageren op het ontwerp, tot en met ${formatDatum(tot)} (Awb 3:16).`);
}

/** What anybody behind the counter may do; the rest is for who handles the zaak. */
const vrij: ReadonlySet<Handeling> = new Set(['nemen']);

/** Whether this behandelaar may do this with this zaak on this day. */
export function magNu(handeling: Handeling, zaak: ZaakStand, wie: string, vandaag: Datum): Mag {
  if (!vrij.has(handeling) && zaak.behandelaar !== wie) {
    return nee(
      zaak.behandelaar ? 'Een collega behandelt deze zaak. Neem hem eerst over.' : 'Neem eerst de zaak in behandeling.',
    );
  }
  return regels[handeling](zaak, wie, vandaag);
}

/** The results among which can be chosen now, of those that the zaaktype knows. */
export function mogelijkeResultaten({ zaaktype }: ZaakStand): string[] {
  return zaaktype.verloop.resultaten.filter((een) => een !== 'ingetrokken' && een !== 'buiten-behandeling');
}
