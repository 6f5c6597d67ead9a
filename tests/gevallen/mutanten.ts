import { opVolgorde, type VraagSleutel, type Waarde } from '../../server/vergunningcheck/domain/oordeel.ts';
import {
  type Activiteit,
  type Deelregel,
  type FeitDefinitie,
  type GrensToets,
  type Slot,
  type Toetsregel,
  toetsenVan,
  type Voorwaarde,
} from '../../server/vergunningcheck/domain/regel.ts';
import { stapVan } from '../../server/vergunningcheck/domain/woorden.ts';

/** An activiteit with one thing in the rules of one question changed, and what. */
export interface Mutant {
  /** A limit of the law, or how the rules hang together. */
  soort: 'grens' | 'bouw';
  naam: string;
  vraag: VraagSleutel;
  activiteit: Activiteit;
}

const sleutelVan = (toets: Toetsregel): string => JSON.stringify(toets);

/** Every toets of a question once: a limit that stands in more places is one limit. */
const toetsenIn = ({ takken, vraag }: Deelregel, { plantoets, samenhang }: Activiteit): Map<string, Toetsregel> =>
  new Map(
    [...takken.flatMap(({ als }) => toetsenVan(als)), ...(vraag === 'R' ? [...plantoets, ...samenhang] : [])].map(
      (toets) => [sleutelVan(toets), toets],
    ),
  );

function metToets(activiteit: Activiteit, vraag: VraagSleutel, sleutel: string, anders: Toetsregel): Activiteit {
  const ruil = (voorwaarde: Voorwaarde): Voorwaarde => {
    switch (voorwaarde.soort) {
      case 'alle':
      case 'een':
        return { ...voorwaarde, van: voorwaarde.van.map(ruil) };
      case 'niet':
        return { ...voorwaarde, van: ruil(voorwaarde.van) };
      default:
        return sleutelVan(voorwaarde) === sleutel ? anders : voorwaarde;
    }
  };
  return {
    ...activiteit,
    delen: activiteit.delen.map((deel) =>
      deel.vraag === vraag ? { ...deel, takken: deel.takken.map((tak) => ({ ...tak, als: ruil(tak.als) })) } : deel,
    ),
    plantoets: activiteit.plantoets.map((toets) => ruil(toets) as GrensToets),
    samenhang: activiteit.samenhang.map((toets) => ruil(toets) as GrensToets),
  };
}

const strengheid = { '<=': '<', '<': '<=', '>=': '>', '>': '>=' } as const;

/** A limit one step up and down, and its border the other way; a list without or with one value more. */
function anders(toets: Toetsregel, feiten: readonly FeitDefinitie[]): [string, Toetsregel][] {
  if (toets.soort === 'lijst') {
    const definitie = feiten.find(({ sleutel }) => sleutel === toets.feit);
    const mogelijk =
      definitie?.soort === 'ja-nee' ? [true, false] : (definitie?.opties ?? []).map(({ waarde }) => waarde);
    return [
      ...toets.waarden.map(
        (weg) =>
          [`zonder ${weg}`, { ...toets, waarden: toets.waarden.filter((al) => al !== weg) }] as [string, Toetsregel],
      ),
      ...mogelijk
        .filter((waarde) => !toets.waarden.includes(waarde))
        .map((erbij) => [`met ${erbij}`, { ...toets, waarden: [...toets.waarden, erbij] }] as [string, Toetsregel]),
    ];
  }
  const { waarde } = toets;
  const stap = stapVan[toets.eenheid];
  const schuif = (verschil: number): Toetsregel => ({
    ...toets,
    waarde: typeof waarde === 'number' ? waarde + verschil : { ...waarde, plus: waarde.plus + verschil },
  });
  return [
    [`+${stap}`, schuif(stap)],
    [`-${stap}`, schuif(-stap)],
    [strengheid[toets.vergelijking], { ...toets, vergelijking: strengheid[toets.vergelijking] }],
    ...(typeof waarde === 'object'
      ? ([[`keer 1,5`, { ...toets, waarde: { ...waarde, maal: waarde.maal * 1.5 } }]] as [string, Toetsregel][])
      : []),
  ];
}

/** A condition with one of its parts left out or turned over. */
function verbouwd(voorwaarde: Voorwaarde): [string, Voorwaarde][] {
  switch (voorwaarde.soort) {
    case 'niet':
      return [
        ['zonder niet', voorwaarde.van],
        ...verbouwd(voorwaarde.van).map(([naam, van]): [string, Voorwaarde] => [naam, { soort: 'niet', van }]),
      ];
    case 'alle':
    case 'een': {
      const { soort, van } = voorwaarde;
      return van.flatMap((deel, i) => [
        [`${soort} zonder ${i}`, { soort, van: van.filter((_, j) => j !== i) }] as [string, Voorwaarde],
        ...verbouwd(deel).map(([naam, ander]): [string, Voorwaarde] => [
          `${i}: ${naam}`,
          { soort, van: van.map((al, j) => (j === i ? ander : al)) },
        ]),
      ]);
    }
    default:
      return [];
  }
}

const andereUitkomst = <S extends Slot>(slot: S): S => ({
  ...slot,
  uitkomst: opVolgorde[(opVolgorde.indexOf(slot.uitkomst) + 1) % opVolgorde.length] ?? 'VERBOD',
});

/**
 * Every mutant of an activiteit. The rules of a question that activiteiten share are changed once.
 *
 * @param gehad the rules that were changed already; those of this activiteit are added
 */
export function mutantenVan(activiteit: Activiteit, gehad: Set<string>): Mutant[] {
  return activiteit.delen.flatMap((deel, d) => {
    const { vraag } = deel;
    const merk = JSON.stringify([deel, vraag === 'R' && activiteit.plantoets]);
    if (gehad.has(merk)) return [];
    gehad.add(merk);
    const grenzen = [...toetsenIn(deel, activiteit)].flatMap(([sleutel, toets]) =>
      anders(toets, activiteit.feiten).map(
        ([naam, ander]): Mutant => ({
          soort: 'grens',
          naam: `${vraag} ${toets.id}: ${naam}`,
          vraag,
          activiteit: metToets(activiteit, vraag, sleutel, ander),
        }),
      ),
    );
    const met = (naam: string, ander: Deelregel): Mutant => ({
      soort: 'bouw',
      naam: `${vraag} ${naam}`,
      vraag,
      activiteit: { ...activiteit, delen: activiteit.delen.map((al, i) => (i === d ? ander : al)) },
    });
    const bouw = [
      met('anders: andere uitkomst', { ...deel, anders: andereUitkomst(deel.anders) }),
      ...deel.takken.flatMap((tak, t) => [
        met(`zonder tak ${t}`, { ...deel, takken: deel.takken.filter((_, i) => i !== t) }),
        ...[
          ['andere uitkomst', andereUitkomst(tak)] as const,
          ...verbouwd(tak.als).map(([naam, als]) => [naam, { ...tak, als }] as const),
        ].map(([naam, ander]) =>
          met(`tak ${t} ${naam}`, { ...deel, takken: deel.takken.map((al, i) => (i === t ? ander : al)) }),
        ),
      ]),
    ];
    return [...grenzen, ...bouw];
  });
}

/** The values of each fact of a question around which it can turn: every option, and below, at and above every limit. */
function keerpunten(activiteit: Activiteit, deel: Deelregel): [string, Waarde[]][] {
  const waarden = new Map<string, Set<Waarde>>();
  const erbij = (feit: string, ...nieuw: Waarde[]) =>
    waarden.set(feit, new Set([...(waarden.get(feit) ?? [null]), ...nieuw]));
  for (const toets of toetsenIn(deel, activiteit).values()) {
    if (toets.soort === 'lijst') {
      const definitie = activiteit.feiten.find(({ sleutel }) => sleutel === toets.feit);
      erbij(
        toets.feit,
        ...(definitie?.soort === 'keuze' ? definitie.opties.map(({ waarde }) => waarde) : [true, false]),
      );
      continue;
    }
    const stap = stapVan[toets.eenheid];
    const rond = (grens: number) =>
      [grens - stap, grens, grens + stap, grens + 2 * stap].map((waarde) => Math.round(waarde * 100) / 100);
    if (typeof toets.waarde === 'number') erbij(toets.feit, ...rond(toets.waarde));
    else {
      erbij(toets.waarde.feit, 1, 2);
      erbij(toets.feit, ...rond(1), ...rond(1.5), ...rond(2));
    }
  }
  return [...waarden].map(([feit, set]) => [feit, [...set]]);
}

/**
 * Facts that tell a mutant from what it was made of; null: none of so many draws do, so that it says the same in other
 * words. The draws come from a fixed seed.
 */
export function verschil(
  activiteit: Activiteit,
  { activiteit: mutant, vraag }: Mutant,
  oordeel: (activiteit: Activiteit, feiten: Record<string, Waarde>, vraag: VraagSleutel) => string,
  aantal: number,
): Record<string, Waarde> | null {
  const punten = keerpunten(activiteit, activiteit.delen.find((deel) => deel.vraag === vraag)!);
  let zaad = 20261127;
  const trek = (hoeveel: number) => {
    zaad = (Math.imul(zaad, 1664525) + 1013904223) >>> 0;
    return Math.floor((zaad / 4294967296) * hoeveel);
  };
  for (let i = 0; i < aantal; i += 1) {
    const feiten = Object.fromEntries(punten.map(([feit, waarden]) => [feit, waarden[trek(waarden.length)] ?? null]));
    if (oordeel(activiteit, feiten, vraag) !== oordeel(mutant, feiten, vraag)) return feiten;
  }
  return null;
}
