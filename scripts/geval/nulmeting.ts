import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { beoordeelBestand } from '../../server/vergunningcheck/domain/sttr/deeloordeel.ts';
import type { Antwoorden } from '../../server/vergunningcheck/domain/sttr/model.ts';
import { leesRegelmap } from '../import/toepasbare-regels/map.ts';
import type { Kind } from './geval.ts';
import { kinds } from './index.ts';

const root = resolve(import.meta.dirname, '../..');

/** Outcomes per geval: "T VRIJ, R VERGUNNING". The key is the file with the id of the geval. */
export type Nulmeting = Record<string, string>;

const lees = (pad: string): unknown => JSON.parse(readFileSync(pad, 'utf8'));
const naam = (pad: string) => basename(pad).replace(/(\.gevallen)?\.json$/, '');

/** Keys that say what a citizen is told; measures that come along are not outcomes. */
const uitkomsten = ['T', 'R', 'O', 'M', 'N', 'plantoets', 'omgevingsplan', 'technisch'];

/** What the rules say now of every geval of the vergunningcheck. */
export function meetGevallen(): Nulmeting {
  const activiteiten = join(root, 'server/vergunningcheck/activiteiten');
  const gevallen = readdirSync(activiteiten).filter((een) => een.endsWith('.gevallen.json'));
  return {
    ...Object.assign({}, ...gevallen.map((een) => meetBestand(kinds.werkzaamheid!, join(activiteiten, een)))),
    ...meetBestand(kinds['bijbehorend-bouwwerk']!, join(root, 'tests/gevallen/bijbehorend-bouwwerk.json')),
    ...meetToepasbareRegels(),
  };
}

const meetBestand = (kind: Kind, pad: string): Nulmeting =>
  Object.fromEntries(
    kind(lees(pad)).map(({ id, compute }) => {
      const gevonden = compute();
      return [
        `${naam(pad)}/${id}`,
        uitkomsten.flatMap((sleutel) => (gevonden[sleutel] ? [`${sleutel} ${gevonden[sleutel]}`] : [])).join(', '),
      ];
    }),
  );

function meetToepasbareRegels(): Nulmeting {
  const delen = leesRegelmap(join(root, 'data/toepasbare-regels'), { vandaag: '2026-11-27' });
  return Object.fromEntries(
    delen.flatMap(({ pad, bestand, koppeling }) =>
      (lees(pad.replace(/\.\w+$/, '.gevallen.json')) as { id: string; antwoorden: Antwoorden }[]).map(
        ({ id, antwoorden }) => {
          const { delen: oordelen } = beoordeelBestand(bestand, koppeling, antwoorden, 'de gemeente');
          const tekst = oordelen.map(({ vraag, naam: vanDeel, uitkomst }) => `${vraag} ${vanDeel}: ${uitkomst}`);
          return [`${koppeling.werkzaamheid.id}/${id}`, tekst.join(', ')] as const;
        },
      ),
    ),
  );
}

/** A geval that comes out otherwise than in the nulmeting; null: it is not there. */
export interface Omslag {
  geval: string;
  van: string | null;
  naar: string | null;
}

export const vindOmslagen = (nulmeting: Nulmeting, nu: Nulmeting): Omslag[] =>
  [...new Set([...Object.keys(nulmeting), ...Object.keys(nu)])]
    .filter((geval) => nulmeting[geval] !== nu[geval])
    .sort()
    .map((geval) => ({ geval, van: nulmeting[geval] ?? null, naar: nu[geval] ?? null }));
