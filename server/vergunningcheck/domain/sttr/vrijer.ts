import { compileTests } from '../dmn/unary.ts';
import { isVrijer, strengste, type Toets, type Uitkomst } from '../oordeel.ts';
import type { Voorwaarde } from './beslissend.ts';
import { bereid, type Evaluatie, evalueer } from './evalueer.ts';
import type { Koppeling } from './koppeling.ts';
import type { Antwoorden, Regelbestand } from './model.ts';

/** A number that can be changed so that the answer becomes freer. */
export interface Vrijer {
  vraag: string;
  van: number;
  naar: number;
  /** The strictest of the whole, before and after. */
  was: Uitkomst;
  wordt: Uitkomst;
}

/** The smallest step in which a quantity is given. */
const stappen: Record<string, number> = {
  m: 0.01,
  m2: 0.1,
  m3: 1,
  cm: 1,
  graden: 1,
  stuks: 1,
  dB: 1,
  procent: 1,
  euro: 1,
};

/** For each number that was answered the nearest value that makes the whole freer; none where no number does. */
export function findVrijer(bestand: Regelbestand, koppeling: Koppeling, antwoorden: Antwoorden): Vrijer[] {
  const nu = evalueer(bestand, antwoorden);
  if (nu.stand !== 'bekend') return [];
  const was = uitkomstVan(nu, koppeling);
  return bestand.vragen.flatMap(({ id, gegevensType }): Vrijer[] => {
    const van = antwoorden[id];
    if (gegevensType !== 'number' || typeof van !== 'number') return [];
    const stap = stappen[koppeling.vragen[id]?.eenheid ?? ''] ?? 1;
    const dichtstbij = grenzenVan(bestand, id)
      .flatMap((grens) => [grens, rond(grens - stap), rond(grens + stap)])
      .filter((naar) => naar !== van && naar >= (koppeling.vragen[id]?.minimum ?? 0))
      .sort((a, b) => Math.abs(a - van) - Math.abs(b - van));
    for (const naar of dichtstbij) {
      const dan = evalueer(bestand, { ...antwoorden, [id]: naar });
      const wordt = dan.stand === 'bekend' ? uitkomstVan(dan, koppeling) : 'ONBEKEND';
      if (wordt !== 'ONBEKEND' && isVrijer(wordt, was)) return [{ vraag: id, van, naar, was, wordt }];
    }
    return [];
  });
}

const rond = (getal: number) => Math.round(getal * 1000) / 1000;

function grenzenVan(bestand: Regelbestand, vraag: string): number[] {
  const cellen = bereid(bestand).klassen.get(vraag)?.cellen ?? [];
  const gezien = cellen.flatMap(({ plain }) =>
    (plain?.alternatives ?? []).flatMap((deel) =>
      deel.kind === 'interval' ? [deel.from?.value, deel.to?.value] : [deel.value],
    ),
  );
  return [...new Set(gezien.filter((grens) => typeof grens === 'number'))];
}

function uitkomstVan({ conclusies }: Evaluatie, { delen }: Koppeling): Uitkomst {
  return strengste(
    conclusies.map(({ beslissing, waarde, treffer, tegenspraak }) => {
      const deel = delen.find((een) => een.beslissing === beslissing);
      const slot = treffer && tegenspraak.length === 0 ? deel?.conclusies[String(waarde)] : undefined;
      return slot?.uitkomst ?? 'ONBEKEND';
    }),
  );
}

/**
 * The limit of a cell with an interval, as a demand on its value.
 *
 * @param omgekeerd the cell is what the law frowns upon: the demand is its opposite
 * @example findGrens({ test: '> 20', ... }, true) // { waarde: 20, vergelijking: '<=' }
 */
export function findGrens(
  { test, waarde }: Pick<Voorwaarde, 'test' | 'waarde'>,
  omgekeerd: boolean,
): { waarde: number; vergelijking: Exclude<Toets['vergelijking'], null | 'in' | '='> } | null {
  const [deel, ...andere] = compileTests(test).plain?.alternatives ?? [];
  if (deel?.kind !== 'interval' || andere.length > 0 || typeof waarde !== 'number') return null;
  const { from, to } = deel;
  const boven = to !== null && (from === null || to.value - waarde < waarde - from.value);
  const grens = boven ? to : from;
  if (!grens) return null;
  const binnen = boven ? (grens.included ? '<=' : '<') : grens.included ? '>=' : '>';
  const buiten = { '<=': '>', '<': '>=', '>=': '<', '>': '<=' } as const;
  return { waarde: grens.value, vergelijking: omgekeerd ? buiten[binnen] : binnen };
}
