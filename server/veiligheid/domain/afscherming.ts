/**
 * Disclosure control of counts for the public: nobody may work out a count of one to four from what is shown.
 *
 * Each count is shown rounded to a multiple of five, or as "< 5". Counts add up (buurten to a wijk, wijken to the
 * gemeente, classes to a thema), so a count that is hidden can follow from the ones around it. Therefore we do what an
 * attacker would do: take everything that is shown as a range, let the sums narrow those ranges as far as they go, and
 * where too little doubt remains withhold the next smallest count too (secondary suppression). What may be added up must
 * form a tree: then narrowing each range by its sums finds all that can be worked out, not a part of it.
 */

/** What the public sees of a count. A number is rounded to a multiple of five; zero is really zero. Null: not known. */
export type OpenbaarAantal = number | '<5' | 'achtergehouden' | null;

/** Counts below this are never shown. */
export const MINSTE_AANTAL = 5;
/** So many values must remain possible for a count of one to four. */
export const MINSTE_TWIJFEL = 3;

export interface Telknoop {
  /** Null: not known; it then takes part in no sum. */
  aantal: number | null;
  /** Each is a set of parts that together are the whole. */
  verdelingen: readonly (readonly Telknoop[])[];
}

/** From and up to and including. */
export type Bereik = readonly [van: number, totEnMet: number];

const alles: Bereik = [0, Number.POSITIVE_INFINITY];

/** Everything that somebody who knows the rules can think when he sees this. */
export function bereikVan(getoond: OpenbaarAantal): Bereik {
  if (getoond === '<5') return [1, MINSTE_AANTAL - 1];
  if (typeof getoond !== 'number') return alles;
  if (getoond === 0) return [0, 0];
  return [Math.max(MINSTE_AANTAL, getoond - 2), getoond + 2];
}

/** A count that stands alone, as the public sees it. */
export const toonAantal = (aantal: number): OpenbaarAantal =>
  aantal === 0 ? 0 : aantal < MINSTE_AANTAL ? '<5' : Math.round(aantal / 5) * 5;

interface Som {
  geheel: Telknoop;
  delen: readonly Telknoop[];
}

/** Every sum in a tree of counts, wholes before their parts. */
export function sommenVan(wortel: Telknoop): Som[] {
  const sommen: Som[] = [];
  const bezoek = (geheel: Telknoop) => {
    for (const delen of geheel.verdelingen) {
      if (geheel.aantal !== null && delen.length > 0 && delen.every(({ aantal }) => aantal !== null))
        sommen.push({ geheel, delen });
      for (const deel of delen) bezoek(deel);
    }
  };
  bezoek(wortel);
  return sommen;
}

/** Narrows ranges by sums until nothing changes: first from parts to wholes, then back. */
export function leidAf(sommen: readonly Som[], bereiken: Map<Telknoop, Bereik>): void {
  const lees = (knoop: Telknoop) => bereiken.get(knoop) ?? alles;
  const vernauw = (knoop: Telknoop, van: number, tot: number) => {
    const [was, wasTot] = lees(knoop);
    bereiken.set(knoop, [Math.max(was, van), Math.min(wasTot, tot)]);
  };
  for (const { geheel, delen } of sommen.toReversed()) {
    const [van, tot] = optel(delen.map(lees));
    vernauw(geheel, van, tot);
  }
  for (const { geheel, delen } of sommen) {
    const [van, tot] = lees(geheel);
    const eigen = delen.map(lees);
    const onder = eigen.reduce((som, [laag]) => som + laag, 0);
    const oneindig = eigen.filter(([, hoog]) => hoog === Number.POSITIVE_INFINITY).length;
    const boven = eigen.reduce((som, [, hoog]) => som + (hoog === Number.POSITIVE_INFINITY ? 0 : hoog), 0);
    delen.forEach((deel, i) => {
      const [laag, hoog] = eigen[i] as Bereik;
      const anderenOneindig = oneindig - (hoog === Number.POSITIVE_INFINITY ? 1 : 0) > 0;
      const anderenBoven = boven - (hoog === Number.POSITIVE_INFINITY ? 0 : hoog);
      vernauw(deel, anderenOneindig ? 0 : van - anderenBoven, tot - (onder - laag));
    });
  }
}

const optel = (delen: readonly Bereik[]): Bereik => [
  delen.reduce((som, [van]) => som + van, 0),
  delen.reduce((som, [, tot]) => som + tot, 0),
];

/** Decides what the public sees of every count of a tree. */
export function schermAf(wortel: Telknoop): Map<Telknoop, OpenbaarAantal> {
  const sommen = sommenVan(wortel);
  const getoond = new Map<Telknoop, OpenbaarAantal>();
  const sommenMet = new Map<Telknoop, Som[]>();
  const bezoek = (knoop: Telknoop) => {
    getoond.set(knoop, knoop.aantal === null ? null : toonAantal(knoop.aantal));
    for (const delen of knoop.verdelingen) delen.forEach(bezoek);
  };
  bezoek(wortel);
  for (const som of sommen) {
    for (const knoop of [som.geheel, ...som.delen]) sommenMet.set(knoop, [...(sommenMet.get(knoop) ?? []), som]);
  }
  for (;;) {
    const bereiken = new Map([...getoond].map(([knoop, aantal]) => [knoop, bereikVan(aantal)]));
    leidAf(sommen, bereiken);
    const verraden = [...getoond.keys()].filter((knoop) => isVerraden(knoop, bereiken.get(knoop) ?? alles));
    if (verraden.length === 0) return getoond;
    let gedaan = false;
    for (const knoop of verraden) {
      const kandidaat = kiesKandidaat(knoop, sommenMet.get(knoop) ?? [], getoond);
      if (kandidaat) getoond.set(kandidaat, 'achtergehouden');
      gedaan ||= kandidaat !== null;
    }
    // the sums around these say nothing any more, so it follows from further away: hide all that leads there
    if (!gedaan) {
      for (const knoop of getoond.keys()) if (knoop.aantal !== null) getoond.set(knoop, 'achtergehouden');
      return getoond;
    }
  }
}

const isVerraden = ({ aantal }: Telknoop, [van, tot]: Bereik): boolean =>
  aantal !== null && aantal > 0 && aantal < MINSTE_AANTAL && tot - van + 1 < MINSTE_TWIJFEL;

/** The smallest count beside it that still shows something; then what they add up to; last this count itself. */
function kiesKandidaat(
  knoop: Telknoop,
  sommen: readonly Som[],
  getoond: ReadonlyMap<Telknoop, OpenbaarAantal>,
): Telknoop | null {
  const open = (ander: Telknoop) => ander !== knoop && getoond.get(ander) !== 'achtergehouden';
  const opGrootte = (a: Telknoop, b: Telknoop) => (a.aantal ?? 0) - (b.aantal ?? 0);
  const delen = sommen.flatMap((som) => som.delen).filter((deel) => open(deel) && deel.aantal !== 0);
  const kleinste = delen.sort(opGrootte)[0];
  if (kleinste) return kleinste;
  const geheel = sommen.map((som) => som.geheel).find(open);
  if (geheel) return geheel;
  return getoond.get(knoop) === 'achtergehouden' ? null : knoop;
}
