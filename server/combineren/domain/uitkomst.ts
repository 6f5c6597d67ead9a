import type { CombinatieObject, GebiedTelling, Uitkomst } from '../contract.ts';
import type { Vraag } from './vraag.ts';

type Telling = Uitkomst['totaal'];

/** Counts of one buurt, as they come from the data; `buurtCode` null: outside every buurt. */
export interface RuweTelling extends Telling {
  buurtCode: string | null;
}

/** What the data says, before it is counted together. */
export interface RuweUitkomst {
  objecten: CombinatieObject[];
  tellingen: RuweTelling[];
  buurten: { code: string; naam: string; wijkCode: string }[];
  wijken: { code: string; naam: string }[];
  /** Per layer of the question, in order; `zonderGegevens` are codes of buurten. */
  lagen: { bronnen: Uitkomst['lagen'][number]['bronnen']; zonderGegevens: string[] }[];
}

/** Every buurt and wijk with its counts, also where nothing was found. */
export function toUitkomst({ toon, voorwaarden }: Vraag, ruw: RuweUitkomst): Uitkomst {
  const perBuurt = new Map(ruw.tellingen.map(({ buurtCode, ...telling }) => [buurtCode, telling]));
  const leeg = telSamen([], voorwaarden.length);
  const zonder = new Set(ruw.lagen[0]?.zonderGegevens);
  const buurten = ruw.buurten.map((buurt) => ({
    ...buurt,
    ...(perBuurt.get(buurt.code) ?? leeg),
    zonderGegevens: zonder.has(buurt.code),
  }));
  const wijken = ruw.wijken.map((wijk): GebiedTelling => {
    const eigen = buurten.filter(({ wijkCode }) => wijkCode === wijk.code);
    return {
      ...wijk,
      ...telSamen(eigen, voorwaarden.length),
      zonderGegevens: eigen.some(({ zonderGegevens }) => zonderGegevens),
    };
  });
  const totaal = telSamen([...perBuurt.values()], voorwaarden.length);
  return {
    totaal,
    objecten: ruw.objecten,
    meer: totaal.aantal + totaal.onbekend > ruw.objecten.length,
    wijken,
    buurten,
    buiten: perBuurt.get(null) ?? leeg,
    lagen: [toon, ...voorwaarden].map(({ laag, collectie }, i) => ({
      id: laag.id,
      titel: collectie.titel,
      bronnen: ruw.lagen[i]?.bronnen ?? [],
      weggelaten: laag.combineren?.weggelaten ?? null,
      zonderGegevens: ruw.buurten
        .filter(({ code }) => ruw.lagen[i]?.zonderGegevens.includes(code))
        .map(({ naam }) => naam),
    })),
  };
}

/** Areas that nobody measured stay unmeasured. */
function telSamen(delen: readonly Telling[], voorwaarden: number): Telling {
  return {
    aantal: som(delen.map(({ aantal }) => aantal)) ?? 0,
    onbekend: som(delen.map(({ onbekend }) => onbekend)) ?? 0,
    oppervlakteM2: som(delen.map(({ oppervlakteM2 }) => oppervlakteM2)),
    overlapM2: Array.from({ length: voorwaarden }, (_, i) => som(delen.map(({ overlapM2 }) => overlapM2[i] ?? null))),
  };
}

/** To the square centimetre: adding must not add digits. Null: nothing to add. */
function som(getallen: readonly (number | null)[]): number | null {
  const gegeven = getallen.filter((getal) => getal !== null);
  return gegeven.length === 0 ? null : Math.round(gegeven.reduce((a, b) => a + b, 0) * 10_000) / 10_000;
}
