import { queenBuren } from '../../domain/buren.ts';
import { type Effect, kiesControle, meetVerplaatsing, ringRond } from '../../domain/effect.ts';
import type { Stelsel } from '../../domain/klassen.ts';
import { maandenTussen } from '../../domain/periode.ts';
import { kolomVan, rijVan } from '../../domain/rooster.ts';
import type { EffectStand, Interventie } from '../contract.ts';

/** Control cells per cell of the area. */
const PER_CEL = 8;
/** Months before the ones that are compared, on which control cells are chosen. */
export const EERDER = 12;

export interface InterventieFeiten {
  id: string;
  thema: string;
  naam: string;
  omschrijving: string;
  stelsel: Stelsel;
  klassen: { code: string; naam: string }[];
  /** YYYY-MM */
  begin: string;
  maanden: number;
  cellen: number[];
  /** Counts of its classes together, per cell and month, from EERDER months before the first that is compared. */
  tellingen: readonly { maand: string; cellen: readonly number[]; aantallen: readonly number[] }[];
  /** Delivered in the same months. */
  geleverd: readonly string[];
}

export interface CelFeit {
  cel: number;
  adressen: number;
}

/** A month so many later; earlier when negative. */
export function maandNa(maand: string, erbij: number): string {
  const nummer = Number(maand.slice(0, 4)) * 12 + Number(maand.slice(5, 7)) - 1 + erbij;
  return `${Math.floor(nummer / 12)}-${String((nummer % 12) + 1).padStart(2, '0')}`;
}

/**
 * What each intervention changed, set against cells where nothing was done (effect.ts). Cells of any intervention, and
 * those around this one, are never among them.
 *
 * @param rooster squares with exposure, in order
 */
export function meetInterventies(
  interventies: readonly InterventieFeiten[],
  rooster: readonly CelFeit[],
): Interventie[] {
  const plekVan = new Map(rooster.map(({ cel }, plek) => [cel, plek]));
  const plekken = (cellen: readonly number[]) => cellen.flatMap((cel) => plekVan.get(cel) ?? []);
  const nummers = rooster.map(({ cel }) => cel);
  const buren = queenBuren({ kolom: nummers.map(kolomVan), rij: nummers.map(rijVan) });
  const overal = plekken(interventies.flatMap(({ cellen }) => cellen));
  return interventies.map(({ cellen, tellingen, geleverd, ...interventie }) => ({
    ...interventie,
    aantalCellen: cellen.length,
    meting: meet({ cellen, tellingen, geleverd, ...interventie }),
  }));

  function meet({ begin, maanden, cellen, tellingen, geleverd }: InterventieFeiten): Interventie['meting'] {
    const eerste = maandNa(begin, -maanden - EERDER);
    const laatste = maandNa(begin, maanden - 1);
    if (laatste > (geleverd.at(-1) ?? '')) return { stand: 'onbekend', reden: 'nog bezig' };
    const alle = maandenTussen(eerste, laatste);
    const er = new Set(geleverd);
    if (!alle.every((maand) => er.has(maand))) return { stand: 'onbekend', reden: 'maanden ontbreken' };
    const aantallen = new Float64Array(alle.length * rooster.length);
    for (const telling of tellingen) {
      const rij = alle.indexOf(telling.maand) * rooster.length;
      telling.cellen.forEach((cel, i) => {
        const plek = plekVan.get(cel);
        if (plek !== undefined && rij >= 0)
          aantallen[rij + plek] = (aantallen[rij + plek] ?? 0) + (telling.aantallen[i] ?? 0);
      });
    }
    const gebied = plekken(cellen);
    const ring = ringRond(gebied, buren).filter((plek) => !overal.includes(plek));
    const eerder = new Float64Array(rooster.length);
    for (let maand = 0; maand < EERDER; maand += 1)
      for (let plek = 0; plek < rooster.length; plek += 1)
        eerder[plek] = (eerder[plek] as number) + (aantallen[maand * rooster.length + plek] as number);
    const controle = kiesControle({
      gebied,
      niet: [...ring, ...overal],
      eerder,
      adressen: rooster.map(({ adressen }) => adressen),
      perCel: PER_CEL,
    });
    const keuze = { gebied, controle, begin: EERDER + maanden, maanden };
    const gemeten = meetVerplaatsing({ aantallen, cellen: rooster.length }, keuze, ring);
    if (!gemeten.gebied) return { stand: 'onbekend', reden: 'te weinig' };
    return {
      stand: 'gemeten',
      gebied: toon(gemeten.gebied),
      ring: gemeten.ring && toon(gemeten.ring),
      // without a ring the two together are the area alone
      samen: gemeten.ring && gemeten.samen && toon(gemeten.samen),
      controle: controle.length,
    };
  }
}

/** As shares to the percent: the counts behind them are not told. */
const toon = ({ verschil, van, tot }: Effect): EffectStand => ({
  verschil: rond(verschil),
  van: rond(van),
  tot: rond(tot),
});
const rond = (deel: number) => Math.round(100 * deel) / 100;
