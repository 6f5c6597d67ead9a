import type { Onderdeel } from '../../contract.ts';
import type { BouwwerkOordeel } from '../meetkunde/bijbehorend-bouwwerk.ts';
import { type Reden, redenZin } from '../meetkunde/redenen.ts';
import type { Situatie } from '../meetkunde/situatie.ts';
import type { Melding, VolgendeStap, Waarde } from '../oordeel.ts';
import { doelen } from '../stap.ts';
import { schrijfVerschil } from '../woorden.ts';
import type { Aansluiting } from './aansluiting.ts';
import { speling } from './plan.ts';
import type { Zaak } from './zaak.ts';

/** The drawing itself cannot be read: only drawing again helps. */
export const isTekenfout = (reden: Reden | null): boolean => reden?.startsWith('plan-') ?? false;

/** Before anything is drawn. */
export const teken: VolgendeStap = {
  soort: 'beantwoord',
  tekst: 'Teken het bouwwerk, of vul de maten in.',
  wie: 'u',
  doel: doelen.tekening,
};

const opnieuw: VolgendeStap = {
  soort: 'beantwoord',
  tekst: 'Teken het bouwwerk opnieuw, of vul de maten in.',
  wie: 'u',
  doel: doelen.tekening,
};

const stapZonderKaart: VolgendeStap = {
  soort: 'vraag-gemeente',
  tekst: 'Probeer het over een minuut opnieuw. Lukt het dan niet? Stuur ons dan uw vraag met de tekening.',
  wie: 'de gemeente',
  doel: doelen.vraag,
};

/** What to do when the geometric rules give no answer, whatever else is known; null: that depends. */
export function stapBijReden(reden: Reden | null): VolgendeStap | null {
  if (reden === null) return null;
  if (isTekenfout(reden)) return opnieuw;
  if (reden === 'kaart-zonder-antwoord') return stapZonderKaart;
  const tekst =
    reden === 'geen-perceel'
      ? 'Kijk of u de goede plek koos. Klopt de plek? Stuur ons dan uw vraag met de tekening.'
      : 'Stuur ons uw vraag met de tekening. Wij kijken mee.';
  return { soort: 'vraag-gemeente', tekst, wie: 'de gemeente', doel: doelen.vraag };
}

/**
 * Of areas that cannot be computed: why not, and what to do. Nothing when all are.
 *
 * @param open facts that the outcome still waits for
 */
export function waaromNietBerekend(
  { kader, isGetekend }: Zaak,
  { reden, maten }: BouwwerkOordeel,
  open: ReadonlySet<string>,
): { nietTeBerekenen?: string } {
  const { planM2, achtererfgebiedM2, bebouwingsgebiedM2, maximumM2, gebruiktM2 } = maten;
  if (![planM2, achtererfgebiedM2, bebouwingsgebiedM2, maximumM2, gebruiktM2].includes(null)) return {};
  if (!isGetekend) return { nietTeBerekenen: `U hebt nog niets getekend. ${teken.tekst}` };
  const stap = stapBijReden(reden);
  if (reden && stap) return { nietTeBerekenen: `${redenZin(reden)} ${stap.tekst}` };
  const sleutel = 'oorspronkelijkHoofdgebouw';
  const stuur = 'Stuur ons uw vraag met de tekening. Wij kijken mee.';
  const dan = !open.has(sleutel)
    ? `Voor deze uitkomst maakt dat niet uit. Wilt u het toch weten? ${stuur}`
    : kader.nietTeVragen.has(sleutel)
      ? stuur
      : `Beantwoord de vraag bij “${kader.noemFeit(sleutel)}”, of stuur ons uw vraag met de tekening.`;
  return {
    nietTeBerekenen: `Niet alles is te berekenen omdat niet bekend is hoe groot het huis was toen het is gebouwd. ${dan}`,
  };
}

/**
 * What the person answered, where the drawing says otherwise. The answer counts, because it asks for more: which of the
 * two is right, only the person knows.
 */
export function meldTegenspraak(onderdeel: string, soortWerk: Waarde | undefined, hier: Aansluiting): Melding[] {
  if (hier.stand !== 'los' || soortWerk !== 'uitbreiding') return [];
  return [
    {
      code: 'antwoord-past-niet-bij-tekening',
      onderdeel,
      tekst: `U antwoordde dat u aan een bestaand gebouw bouwt. Maar in uw tekening staat het bouwwerk los: ${schrijfVerschil(hier.afstandM, 'm')} van het dichtstbijzijnde gebouw op de kaart. Wij gaan uit van uw antwoord.`,
      volgendeStap: {
        soort: 'beantwoord',
        tekst: 'Kijk uw antwoord en uw tekening na, en verander wat niet klopt.',
        wie: 'u',
        doel: doelen.tekening,
      },
    },
  ];
}

/**
 * What stands in the way of an answer about a drawing, with the way out.
 *
 * @param buitenM2 of the drawing, outside the plot
 */
export function meldingenVan(
  { sleutel, ring }: Onderdeel,
  { reden, maten: { planM2 } }: BouwwerkOordeel,
  situatie: Situatie | null,
  buitenM2: number,
): Melding[] {
  const stap = stapBijReden(reden);
  const melding = (code: string, tekst: string, volgendeStap: VolgendeStap): Melding => ({
    code,
    onderdeel: sleutel,
    tekst,
    volgendeStap,
  });
  if (!situatie) {
    const tekst = 'De kaart geeft nu geen antwoord. Wij weten dus niet wat er op dit perceel staat.';
    return [melding('bron-faalt', tekst, stapZonderKaart)];
  }
  if (ring === null) return [];
  const meldingen = reden && stap ? [melding(reden, redenZin(reden), stap)] : [];
  if (buitenM2 <= speling) return meldingen;
  const geheel = planM2 !== null && planM2 - buitenM2 <= speling;
  const tekst = geheel
    ? 'Uw tekening ligt buiten dit perceel. Wij kijken alleen naar de tuin bij het huis op dit perceel.'
    : 'Een deel van uw tekening ligt buiten dit perceel. Dat deel telt niet als tuin bij uw huis.';
  const schuif: VolgendeStap = {
    soort: 'beantwoord',
    tekst: geheel
      ? 'Schuif de tekening naar uw perceel, of kies eerst de plek waar u bouwt.'
      : 'Schuif de tekening binnen de grens van het perceel.',
    wie: 'u',
    doel: doelen.tekening,
  };
  return [...meldingen, melding('buiten-perceel', tekst, schuif)];
}
