import type { Bekend } from '../evalueer.ts';
import { leesRing } from '../meetkunde/ring.ts';
import type { Omstandigheden, Onbekend, Plan, Ring, Situatie } from '../meetkunde/situatie.ts';
import { bepaalOorsprong } from '../meetkunde/terrein.ts';
import { naarVlak, oppervlakte, verschil } from '../meetkunde/vlak.ts';

/** The facts of the house that a person can tell where the map does not. */
const huis = [
  'hoofdgebouwType',
  'oorspronkelijkHoofdgebouw',
  'hoogteHoofdgebouw',
  'hoogteVloerTweedeBouwlaag',
] as const;

/** What is left of the situatie when the person says that the map is wrong about one of its shapes. */
const zonderKaart: Readonly<Record<string, Partial<Situatie>>> = {
  perceel: { beletselen: ['perceel-onbruikbaar'] },
  hoofdgebouw: { hoofdgebouw: null, beletselen: ['geen-hoofdgebouw'] },
  openbaarToegankelijkGebied: { openbaarToegankelijkGebied: null, beletselen: ['openbaar-gebied-onbekend'] },
  adresStraat: { adresStraat: null, beletselen: ['geen-adresstraat'] },
};

/** Whether the person says that the map has a shape wrong. */
export const isBetwist = (bekend: Bekend, sleutel: string): boolean => bekend.get(sleutel) === 'klopt-niet';

/** A situatie is read once, whatever is drawn in it: so the same answers must give the same object. */
const aangevuld = new WeakMap<Situatie, Map<string, Situatie>>();

/**
 * The situatie of the map with what the person says of the house, and with the other bouwwerken that are there or will
 * be: everything counts together.
 *
 * A floor of the second storey at 0 m means that there is none.
 */
export function vulSituatieAan(situatie: Situatie, bekend: Bekend, erbij: readonly Ring[]): Situatie {
  const antwoorden = huis.map((sleutel) => bekend.get(sleutel) ?? null);
  const betwist = Object.keys(zonderKaart).filter((sleutel) => isBetwist(bekend, sleutel));
  const merk = JSON.stringify([antwoorden, betwist, erbij]);
  const eerder = aangevuld.get(situatie) ?? new Map<string, Situatie>();
  aangevuld.set(situatie, eerder);
  const al = eerder.get(merk);
  if (al) return al;
  const [soort, zoalsGebouwd, hoogte, vloer] = antwoorden;
  const vul = (hier: Situatie): Situatie => ({
    ...hier,
    bestaandeBijbehorendeBouwwerken: [...hier.bestaandeBijbehorendeBouwwerken, ...erbij],
    ...(typeof soort === 'string' ? { hoofdgebouwType: soort as Situatie['hoofdgebouwType'] } : {}),
    ...(zoalsGebouwd === true ? { oorspronkelijkHoofdgebouw: hier.hoofdgebouw } : {}),
    ...(typeof hoogte === 'number' ? { hoogteHoofdgebouw: hoogte } : {}),
    ...(typeof vloer === 'number' ? { hoogteVloerTweedeBouwlaag: vloer > 0 ? vloer : null } : {}),
    ...Object.assign({}, ...betwist.map((sleutel) => zonderKaart[sleutel])),
    ...(hier.andersGelezen ? { andersGelezen: vul(hier.andersGelezen) } : {}),
  });
  const nieuw = vul(situatie);
  eerder.clear();
  eerder.set(merk, nieuw);
  return nieuw;
}

/** A fact as the geometric rules read it. */
const of = <T>(bekend: Bekend, sleutel: string): T | Onbekend => (bekend.get(sleutel) as T | undefined) ?? 'onbekend';
const getal = (bekend: Bekend, sleutel: string): number | null => {
  const waarde = bekend.get(sleutel);
  return typeof waarde === 'number' ? waarde : null;
};

export const leesPlan = (ring: Ring, bekend: Bekend): Plan => ({
  ring,
  hoogte: of(bekend, 'hoogte'),
  dak: {
    vorm: of(bekend, 'dak.vorm'),
    goothoogte: getal(bekend, 'dak.goothoogte'),
    nokhoogte: getal(bekend, 'dak.nokhoogte'),
    helling: getal(bekend, 'dak.helling'),
    nokAfstandTotPerceelgrens: getal(bekend, 'dak.nokAfstandTotPerceelgrens'),
  },
  bouwlagen: of(bekend, 'bouwlagen'),
  verblijfsgebiedOpVerdieping: of(bekend, 'verblijfsgebiedOpVerdieping'),
  buitenruimteBovenGrond: of(bekend, 'buitenruimteBovenGrond'),
  functioneelOndergeschikt: of(bekend, 'functioneelOndergeschikt'),
  mantelzorg: of(bekend, 'mantelzorg'),
  verplaatsbaar: of(bekend, 'verplaatsbaar'),
  scheidingswandOp4m: of(bekend, 'scheidingswandOp4m'),
  opDeGrond: of(bekend, 'opDeGrond'),
  soortWerk: of(bekend, 'soortWerk'),
});

/** What the geometric rules call their facts, where that is another name. */
export const feitNaam: Readonly<Record<string, string>> = {
  beschermdGezicht: 'gezicht',
  uitgeslotenVeiligheidszone: 'veiligheidszone',
  binnenBebouwdeKom: 'bebouwdeKom',
};

/**
 * What holds at the place. What the gemeente has settled of the protected view and of archeologie is followed; where it
 * has settled that the exceptions fall away, `vervalt` says so.
 */
export function leesOmstandigheden(bekend: Bekend): {
  omstandigheden: Omstandigheden;
  vervalt: 'gezicht' | 'archeologie' | null;
} {
  const gezicht = bekend.get('gezicht');
  const archeologie = bekend.get('archeologie');
  const inGezicht = gezicht === undefined ? 'onbekend' : gezicht === 'rijks';
  const inArcheologie = archeologie === undefined ? 'onbekend' : archeologie !== 'geen';
  return {
    omstandigheden: {
      monument: of(bekend, 'monument'),
      beschermdGezicht: bekend.get('uitlegGezicht') === true ? false : inGezicht,
      welstandsvrij: of(bekend, 'welstandsvrij'),
      uitgeslotenVeiligheidszone: of(bekend, 'veiligheidszone'),
      binnenBebouwdeKom: of(bekend, 'bebouwdeKom'),
      illegaalHoofdgebouw: of(bekend, 'illegaalHoofdgebouw'),
      archeologie: bekend.get('uitlegArcheologie') === true ? false : inArcheologie,
    },
    vervalt:
      inGezicht === true && bekend.get('uitlegGezicht') === false
        ? 'gezicht'
        : inArcheologie === true && bekend.get('uitlegArcheologie') === false
          ? 'archeologie'
          : null,
  };
}

/** What lies over the border by less (m²) is drawn on it. */
export const speling = 0.05;

/** How much of a ring lies outside the plot, in m²; 0 where no plot is known, and for what is no outline. */
export function buitenPerceelM2(ring: Ring, { perceel }: Situatie): number {
  const [plan, grond] = [ring, perceel].map((een) => leesRing(een, bepaalOorsprong(perceel)));
  if (typeof plan !== 'object' || typeof grond !== 'object') return 0;
  return oppervlakte(verschil(naarVlak(plan), naarVlak(grond)));
}
