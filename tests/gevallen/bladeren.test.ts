import { describe, expect, test } from 'vitest';
import { werkUit } from '../../scripts/geval/werkzaamheid.ts';
import { activiteiten, activiteitenOpId } from '../../server/vergunningcheck/activiteiten/index.ts';
import { beslis, ontbrekendeFeiten, toetsUitslag } from '../../server/vergunningcheck/domain/evalueer.ts';
import { opVolgorde, type Uitkomst, type Waarde } from '../../server/vergunningcheck/domain/oordeel.ts';
import type { Activiteit, Deelregel, Slot } from '../../server/vergunningcheck/domain/regel.ts';
import { doelen, volgendeStapNa } from '../../server/vergunningcheck/domain/stap.ts';
import { gevallenBestanden } from './activiteiten.ts';
import { mogelijkeWaarden } from './eigenschappen.ts';

/** Where a walk through the questions of one rule ends. */
interface Blad {
  uitkomst: Uitkomst;
  slot: Slot | null;
  /** Facts that the person could not tell. */
  nietGeweten: boolean;
}

/**
 * Every end of every way through the questions of a rule: each fact that can still matter with each value that the rule
 * tells apart, and with "weet ik niet".
 */
function* bladeren(deel: Deelregel, activiteit: Activiteit): Generator<Blad> {
  const waarden = mogelijkeWaarden(activiteit);
  const bekend = new Map<string, Exclude<Waarde, null>>();
  const nietGeweten = new Set<string>();
  function* loop(): Generator<Blad> {
    const { uitkomst, slot, open } = beslis(deel, (toets) => toetsUitslag(toets, bekend));
    const [vraag] = ontbrekendeFeiten(open, bekend).filter((sleutel) => !nietGeweten.has(sleutel));
    if (uitkomst !== 'ONBEKEND' || vraag === undefined) {
      yield { uitkomst, slot, nietGeweten: nietGeweten.size > 0 };
      return;
    }
    for (const waarde of waarden.get(vraag) ?? []) {
      bekend.set(vraag, waarde);
      yield* loop();
    }
    bekend.delete(vraag);
    // one thing that is not known is enough to see where that leads
    if (nietGeweten.size > 0) return;
    nietGeweten.add(vraag);
    yield* loop();
    nietGeweten.delete(vraag);
  }
  yield* loop();
}

const merkVan = ({ uitkomst, artikel, uitleg }: Slot) => JSON.stringify([uitkomst, artikel, uitleg]);

const bestandVan = (id: string) => gevallenBestanden.find(({ werkzaamheid }) => werkzaamheid === id)!;

describe('every leaf of every rule of the house', () => {
  const gehad = new Map<string, { slots: Set<string>; uitkomsten: Set<Uitkomst>; open: Uitkomst[]; aantal: number }>();
  const loopDeel = (deel: Deelregel, activiteit: Activiteit) => {
    const merk = JSON.stringify(deel);
    const al = gehad.get(merk);
    if (al) return al;
    const gezien = { slots: new Set<string>(), uitkomsten: new Set<Uitkomst>(), open: [] as Uitkomst[], aantal: 0 };
    for (const { uitkomst, slot, nietGeweten } of bladeren(deel, activiteit)) {
      gezien.aantal += 1;
      gezien.uitkomsten.add(uitkomst);
      if (slot) gezien.slots.add(merkVan(slot));
      if (uitkomst === 'ONBEKEND' && !nietGeweten) gezien.open.push(uitkomst);
    }
    gehad.set(merk, gezien);
    return gezien;
  };

  test.each(activiteiten.map((een) => [een.id, een] as const))(
    '%s: is reached, is no dead end, and has a geval',
    (id, activiteit) => {
      // the rules for R and T of what is drawn are its geometry: tested with the drawings below
      const delen = activiteit.delen.filter(({ vraag }) => !activiteit.meetkunde || !['R', 'T'].includes(vraag));
      for (const deel of delen) {
        const { slots, uitkomsten, open, aantal } = loopDeel(deel, activiteit);
        expect(aantal, deel.vraag).toBeGreaterThan(0);
        // who answers everything gets an answer
        expect(open, `${deel.vraag} stays open`).toEqual([]);
        const alle = [...deel.takken, deel.anders];
        const dood = alle.filter((slot) => !slots.has(merkVan(slot))).map(({ uitleg }) => uitleg);
        expect(dood, `${deel.vraag} has a rule that nothing reaches`).toEqual([]);
        const beschreven = new Set(bestandVan(id).gevallen.map(({ verwacht }) => verwacht[deel.vraag]));
        const zonder = [...uitkomsten].filter((uitkomst) => uitkomst !== 'ONBEKEND' && !beschreven.has(uitkomst));
        expect(zonder, `${deel.vraag} reaches an uitkomst without a geval`).toEqual([]);
      }
    },
  );

  test.each(gevallenBestanden.map((bestand) => [bestand.werkzaamheid, bestand] as const))(
    '%s: each geval ends with who does what',
    (id, bestand) => {
      for (const geval of bestand.gevallen) {
        const { oordeel, meldingen } = werkUit(activiteitenOpId[id]!, bestand, geval);
        for (const { uitkomst, volgendeStap, uitleg, artikel, bevoegdGezag } of oordeel.delen) {
          expect([volgendeStap.tekst, volgendeStap.wie, uitleg, artikel, bevoegdGezag], geval.id).not.toContain('');
          if (uitkomst !== 'VRIJ' && uitkomst !== 'VRIJ_PLANTOETS') expect(volgendeStap.doel, geval.id).toBeTruthy();
        }
        for (const { tekst, volgendeStap } of meldingen)
          expect([tekst, volgendeStap.tekst], geval.id).not.toContain('');
      }
    },
  );
});

test('every uitkomst, however it came about, has a next step, and one that leads somewhere in the loket', () => {
  const waarheen = new Set<string>(Object.values(doelen));
  for (const uitkomst of opVolgorde) {
    for (const past of ['past', 'past-niet', 'onbekend', null] as const) {
      for (const teBeantwoorden of [true, false]) {
        for (const teVeranderen of [true, false]) {
          const stap = volgendeStapNa(uitkomst, { wie: 'de gemeente', past, teBeantwoorden, teVeranderen });
          expect([stap.tekst, stap.wie]).not.toContain('');
          if (stap.soort !== 'niets') expect(waarheen).toContain(stap.doel);
          if (uitkomst === 'ONBEKEND') expect(['beantwoord', 'vraag-gemeente']).toContain(stap.soort);
        }
      }
    }
  }
});
