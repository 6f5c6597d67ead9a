import type { Reactie } from '../../besluiten/contract.ts';
import { type Datum, formatDatum, formatTotEnMet } from '../../termijnen/datum.ts';
import { type BesluitMoment, reactietermijn, wieMag } from '../../termijnen/reactietermijn.ts';

/** A notice, as what can be done with it depends on it. */
export interface BesluitStand extends BesluitMoment {
  onderwerp: string;
  bevoegdGezag: string;
  /** A gemeente of this loket decides on it. */
  eigen: boolean;
  /** The page about the plan; null: there is none. */
  initiatief: { kenmerk: string; reagerenTot: Datum | null } | null;
  /** The newest later notice about the same zaak. */
  later: { titel: string } | null;
}

/** What somebody can do with a notice. */
export interface Weg {
  soort: 'zienswijze' | 'reactie' | 'bezwaar' | 'beroep' | 'geen';
  kan: boolean;
  wie: 'iedereen' | 'belanghebbende' | null;
  artikel: string | null;
  uitleg: string;
  watNog: string[];
}

const opDeKaart = 'Kijk bij deze plek op de kaart of er al een nieuw bericht is.';

const geen = (uitleg: string, watNog: string[]): Weg => ({
  soort: 'geen',
  kan: false,
  wie: null,
  artikel: null,
  uitleg,
  watNog,
});

/** May somebody still react to the plan of an initiatief? Null: reacting was never opened. */
export function reactieOpPlan(reagerenTot: Datum | null, vandaag: Datum): Weg {
  if (!reagerenTot) return geen('Op dit plan kunt u hier (nog) niet reageren.', [opDeKaart]);
  if (vandaag > reagerenTot) {
    return geen(`U kon reageren t/m ${formatDatum(reagerenTot)}.`, [
      'Lees hieronder wat er met de reacties is gedaan.',
      'Komt er een ontwerp of een besluit, dan staat daarbij wat u dan nog kunt doen.',
    ]);
  }
  return {
    soort: 'reactie',
    kan: true,
    wie: 'iedereen',
    artikel: null,
    uitleg: `U kunt reageren ${formatTotEnMet(reagerenTot, vandaag)}. Uw reactie is geen zienswijze en geen bezwaar: daarvoor komt later misschien nog een moment.`,
    watNog: [],
  };
}

/** What can be done with a notice today, and what else when that is nothing. */
export function wegVan(stand: BesluitStand, vandaag: Datum): Weg {
  const reactie = reactietermijn(stand, vandaag);
  if (!stand.eigen) {
    return geen(`Hierover beslist ${stand.bevoegdGezag}, niet de gemeente. ${reactie.uitleg}`, [
      `Stuur uw reactie naar ${stand.bevoegdGezag}. In de bekendmaking staat hoe en waarheen.`,
    ]);
  }
  const { soort } = stand;
  if (soort === 'aanvraag' || soort === 'verlengd') {
    if (stand.later) return geen('Er is al een nieuwer bericht over deze aanvraag.', [opDeKaart]);
    return stand.initiatief ? reactieOpPlan(stand.initiatief.reagerenTot, vandaag) : geen(reactie.uitleg, [opDeKaart]);
  }
  if (soort === 'plan-voornemen') return opVoornemen(stand);
  if (reactie.soort === 'zienswijze') return opOntwerp(stand, reactie);
  if (reactie.soort === 'bezwaar') return opBezwaar(reactie);
  if (reactie.soort === 'beroep') return opBeroep(reactie);
  return geen(reactie.uitleg, [opDeKaart]);
}

/** A plan that is being made. @source Ow 16.29 */
const opVoornemen = ({ later }: BesluitStand): Weg =>
  later
    ? geen('Dit plan is intussen verder.', [opDeKaart])
    : {
        soort: 'reactie',
        kan: true,
        wie: 'iedereen',
        artikel: 'Ow 16.29',
        uitleg:
          'De gemeente werkt nog aan dit plan. U kunt nu al reageren. Dat is nog geen zienswijze: die kunt u geven als het ontwerp ter inzage ligt.',
        watNog: [],
      };

function opOntwerp({ onderwerp, later }: BesluitStand, { stand, uitleg }: Reactie): Weg {
  const mag = wieMag(onderwerp);
  const basis = { soort: 'zienswijze' as const, ...mag };
  const buiten =
    mag.wie === 'belanghebbende' ? ' Dit valt niet onder de Omgevingswet, waar iedereen mag reageren.' : '';
  if (stand === 'loopt') return { ...basis, kan: true, uitleg: `${uitleg}${buiten}`, watNog: [] };
  if (stand === 'onbekend') {
    return {
      ...basis,
      kan: true,
      uitleg: `${uitleg}${buiten} Wij weten dus niet of u op tijd bent. U kunt hem hier wel sturen; de gemeente kijkt of hij op tijd is.`,
      watNog: [],
    };
  }
  if (stand === 'nog-niet') {
    return { ...basis, kan: false, uitleg, watNog: ['Kom terug als het ontwerp ter inzage ligt.'] };
  }
  return {
    ...basis,
    kan: false,
    uitleg,
    watNog: [
      ...(later ? [`Er is een nieuwer bericht: ${later.titel}. Daarbij staat wat u nu nog kunt doen.`] : [opDeKaart]),
      'Kon u er niets aan doen dat u te laat bent? Leg het de gemeente uit. Zij hoeft uw mening dan niet mee te wegen, maar mag dat wel.',
    ],
  };
}

/** Bezwaar is taken also when it is late: whether that is excused is for the gemeente to decide. @source Awb 6:4, 6:11, 7:1 */
const opBezwaar = ({ stand, uitleg, artikel }: Reactie): Weg => ({
  soort: 'bezwaar',
  kan: stand !== 'nog-niet',
  wie: 'belanghebbende',
  artikel,
  uitleg:
    stand === 'voorbij'
      ? `${uitleg} U kunt het hier nog sturen. De gemeente neemt het aan en kijkt eerst of u er iets aan kon doen dat het te laat is. Kon u dat niet, dan behandelt zij uw bezwaar. Anders verklaart zij het niet-ontvankelijk: zij kijkt dan niet naar de inhoud.`
      : `${uitleg} Bezwaar is voor wie door het besluit wordt geraakt (belanghebbende).`,
  watNog: [],
});

/** The loket takes no beroep: that goes to the court. @source Awb 7:1, 6:7, 6:11 */
const opBeroep = ({ stand, uitleg, artikel }: Reactie): Weg => ({
  soort: 'beroep',
  kan: false,
  wie: 'belanghebbende',
  artikel,
  uitleg,
  watNog: [
    'Beroep stelt u niet in bij de gemeente, maar bij de rechter. In het besluit staat welke. Dat kan met een brief of in het digitale loket van de rechtspraak.',
    ...(stand === 'voorbij'
      ? [
          'Te laat en kon u daar niets aan doen? Leg dat uit in uw beroepschrift. De rechter beslist of het dan nog telt (Awb 6:11).',
        ]
      : []),
  ],
});
