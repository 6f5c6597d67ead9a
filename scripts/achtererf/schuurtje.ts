import { haaks, inproduct, maal, type Punt, plus } from '../../server/vergunningcheck/domain/meetkunde/punt.ts';
import type { Omstandigheden, Plan, Ring } from '../../server/vergunningcheck/domain/meetkunde/situatie.ts';
import { doorsnede, naarVlak, oppervlakte, verschil } from '../../server/vergunningcheck/domain/meetkunde/vlak.ts';
import type { Voorbereid } from '../../server/vergunningcheck/domain/meetkunde/voorbereid.ts';

/** A plain shed of 12 m²: three by four metres under a flat roof, for bicycles and tools. */
const MATEN_M: readonly (readonly [breed: number, diep: number])[] = [
  [3, 4],
  [4, 3],
];
const STAP_M = 0.5;
const AANTAL_STAPPEN = 80;

export const schuurtje = (ring: Ring): Plan => ({
  ring,
  hoogte: 2.5,
  dak: { vorm: 'plat', goothoogte: null, nokhoogte: null, helling: null, nokAfstandTotPerceelgrens: null },
  bouwlagen: 1,
  verblijfsgebiedOpVerdieping: false,
  buitenruimteBovenGrond: false,
  functioneelOndergeschikt: 'geheel',
  mantelzorg: false,
  verplaatsbaar: false,
  scheidingswandOp4m: false,
  opDeGrond: true,
  soortWerk: 'nieuwbouw',
});

/** An ordinary house: only the geometry is measured. */
export const gewoon: Omstandigheden = {
  monument: 'geen',
  beschermdGezicht: false,
  welstandsvrij: false,
  uitgeslotenVeiligheidszone: false,
  binnenBebouwdeKom: true,
  illegaalHoofdgebouw: false,
};

/**
 * Where a person would put it: as far back in the garden behind the house as there is room beside what stands there, and
 * in a corner rather than in the middle. Null: it fits nowhere.
 */
export function vindPlek({ grond, onbebouwd, lezingen }: Voorbereid): Ring | null {
  const huis = grond?.hoofdgebouwRing;
  const [eerste] = lezingen;
  if (!grond || !huis || !eerste) return null;
  const { normaal } = eerste.lezing.voorkant;
  const opzij = haaks(normaal);
  const langs = (ring: readonly Punt[], as: Punt) => ring.map((punt) => inproduct(punt, as));
  const achtergevel = Math.min(...langs(huis, normaal));
  const achtergrens = Math.min(...langs(grond.perceelRing, normaal));
  const [links, rechts] = [Math.min(...langs(grond.perceelRing, opzij)), Math.max(...langs(grond.perceelRing, opzij))];
  const tuin = verschil(onbebouwd, grond.bestaand);
  const op = (s: number, d: number) => plus(maal(opzij, s), maal(normaal, d));
  for (let stap = 0; stap < AANTAL_STAPPEN; stap += 1) {
    const diepte = achtergrens + stap * STAP_M;
    for (const [breed, diep] of MATEN_M) {
      if (diepte + diep > achtergevel) continue;
      const plaatsen = Array.from({ length: AANTAL_STAPPEN }, (_, k) => k * STAP_M)
        .filter((schuif) => links + schuif + breed <= rechts)
        .flatMap((schuif) => [links + schuif, rechts - schuif - breed])
        .slice(0, AANTAL_STAPPEN);
      for (const s of plaatsen) {
        const ring = [op(s, diepte), op(s, diepte + diep), op(s + breed, diepte + diep), op(s + breed, diepte)];
        const vlak = naarVlak(ring.reverse());
        if (oppervlakte(doorsnede(vlak, tuin)) >= breed * diep - 0.01) {
          return ring.map((punt) => plus(punt, grond.oorsprong));
        }
      }
    }
  }
  return null;
}
