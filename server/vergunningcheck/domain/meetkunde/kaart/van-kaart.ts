import { haaks, inproduct, maal, type Punt, plus } from '../punt.ts';
import type { Reden } from '../redenen.ts';
import { legeSituatie, type Ring, type Situatie } from '../situatie.ts';
import { bepaalOorsprong, leesGrond, leesTerrein } from '../terrein.ts';
import { doorsnede, naarVlak, unie, type Vlak, vereenvoudig, verschil } from '../vlak.ts';
import { bepaalVoorkanten } from '../voorkant.ts';
import { type Gebouwen, leesGebouwen } from './gebouwen.ts';
import type { KaartAdres, KaartPand, KaartRij } from './kaartrij.ts';
import { leesOpenbareGrond } from './openbaar.ts';
import { buitenringen, leesVorm, naarRdRing } from './vorm.ts';

/** A situatie as the registers tell it. */
export interface KaartSituatie {
  situatie: Situatie;
  /** The pand that holds the hoofdgebouw; null: none. */
  pand: KaartPand | null;
  /** Its addresses. */
  adressen: KaartAdres[];
  /** The street in those addresses; null: there is none, or more than one. */
  straat: string | null;
}

/** Corners of a plot within this (m) of the line between their neighbours do not make another side. */
const GEEN_HOEK_M = 0.05;
/** A first house is at least this deep (m) from its voorkant: what stands further back may have been added. */
const MINSTE_HUISDIEPTE_M = 6;
/** Houses of one row that differ less in depth (m) were built alike. */
const EVEN_DIEP_M = 0.3;
/**
 * No floor lies lower than this (m above the ground), and no house is lower: people must be able to stand under it. A
 * choice of design, on the safe side of the 2.1 m free height of the oldest houses.
 */
const minsteHoogten = { vloerTweedeBouwlaag: 2.3, hoofdgebouw: 2.6 };

/**
 * The least that can have stood at first: what lies nearest to the voorkant. Houses of one row are built alike, so that
 * is as deep as the shallowest of them; alone it is as deep as the smallest house. A choice of design: no register holds
 * it. Null: there is no voorkant to tell.
 */
function bepaalMinimaal(situatie: Situatie, rijgenoten: readonly Punt[][]): Ring | null {
  const grond = leesGrond(situatie);
  const terrein = typeof grond === 'string' ? grond : leesTerrein(situatie, grond);
  if (typeof terrein === 'string') return null;
  const { hoofdgebouwRing, ver, oorsprong } = terrein;
  const { normaal, ligging } = bepaalVoorkanten(terrein)[0]!;
  const langs = haaks(normaal);
  const hart = maal(langs, inproduct(hoofdgebouwRing[0]!, langs));
  const op = (opzij: number, uit: number) => plus(hart, plus(maal(langs, opzij), maal(normaal, uit)));
  const dieptes = rijgenoten.map((ring) => {
    const uit = ring.map((punt) => inproduct(punt, normaal));
    return Math.max(...uit) - Math.min(...uit);
  });
  const diepteM = dieptes.length === 0 ? 0 : Math.min(...dieptes) + EVEN_DIEP_M;
  const diep = ligging - Math.max(MINSTE_HUISDIEPTE_M, diepteM);
  const strook = naarVlak([op(ver, diep), op(-ver, diep), op(-ver, ligging + ver), op(ver, ligging + ver)]);
  const [ring] = buitenringen(doorsnede(terrein.hoofdgebouw, strook));
  return ring ? naarRdRing(ring, oorsprong) : null;
}

const midden = (ring: readonly Punt[]): Punt =>
  maal(
    ring.reduce<Punt>((som, punt) => plus(som, punt), [0, 0]),
    1 / ring.length,
  );

const eenStraat = (adressen: readonly KaartAdres[]): string | null => {
  const straten = new Set(adressen.map(({ straat }) => straat));
  return straten.size === 1 ? adressen[0]!.straat : null;
};

/** Whether some bron fills a table here: only then finding nothing is an answer. */
export const isBekend = ({ bronnen }: KaartRij, tabel: string): boolean =>
  (bronnen ?? []).some(({ tabellen }) => tabellen.includes(tabel));

function metBeletsel(beletselen: readonly Reden[], rest: Partial<Situatie> = {}): Situatie {
  return { ...legeSituatie, minsteHoogten, ...rest, ...(beletselen.length > 0 ? { beletselen } : {}) };
}

/** The situatie that a row of the registers describes, in RD metres. Nothing is guessed: what is missing stays unknown. */
export function leesKaart(rij: KaartRij): KaartSituatie {
  const zonder = { pand: null, adressen: [], straat: null };
  if (!rij.perceel) return { ...zonder, situatie: metBeletsel(['geen-perceel']) };
  const oorsprong = bepaalOorsprong(eersteRing(rij.perceel.vorm.coordinates));
  const perceel = leesVorm(rij.perceel.vorm, oorsprong);
  if (buitenringen(perceel).length === 0) return { ...zonder, situatie: metBeletsel(['perceel-onbruikbaar']) };
  const gebouwen = leesGebouwen(rij, perceel, oorsprong);
  const adressen = gebouwen.hoofd?.adressen ?? [];
  const straat = eenStraat(adressen);
  const situatie = leesErf(rij, perceel, gebouwen, straat, oorsprong);
  const { erfErnaast } = gebouwen;
  const ruimer = erfErnaast.length === 0 ? null : unie(perceel, erfErnaast);
  return {
    situatie: ruimer
      ? { ...situatie, andersGelezen: leesErf(rij, ruimer, leesGebouwen(rij, ruimer, oorsprong), straat, oorsprong) }
      : situatie,
    pand: gebouwen.hoofd?.pand ?? null,
    adressen,
    straat,
  };
}

/** The situatie when this is the gebouwerf. */
function leesErf(rij: KaartRij, perceel: Vlak, gebouwen: Gebouwen, straat: string | null, oorsprong: Punt): Situatie {
  const [ring] = buitenringen(perceel);
  const situatie = leesSituatie(rij, { vlak: perceel, ring: ring! }, gebouwen, straat, oorsprong);
  const minimaal = bepaalMinimaal(situatie, gebouwen.rijgenoten);
  return minimaal ? { ...situatie, oorspronkelijkHoofdgebouwMinimaal: minimaal } : situatie;
}

const eersteRing = (coordinates: unknown): Ring => {
  let deel = coordinates;
  while (Array.isArray(deel) && Array.isArray(deel[0]) && Array.isArray(deel[0][0])) deel = deel[0];
  return deel as Ring;
};

function leesSituatie(
  rij: KaartRij,
  perceel: { vlak: Vlak; ring: readonly Punt[] },
  { hoofd, hoofdRing, overig, type, beletselen }: Gebouwen,
  straat: string | null,
  oorsprong: Punt,
): Situatie {
  const naarRd = (ring: readonly Punt[]) => naarRdRing(ring, oorsprong);
  const gaten = buitenringen(verschil(naarVlak(perceel.ring), perceel.vlak));
  const situatie = metBeletsel(beletselen, {
    perceel: naarRd(perceel.ring),
    perceelGaten: gaten.map(naarRd),
    hoofdgebouw: hoofdRing && naarRd(hoofdRing),
    bestaandeBijbehorendeBouwwerken: overig.map(naarRd),
    hoogteHoofdgebouw: hoofd?.pand.hoogteM ?? 'onbekend',
    hoofdgebouwType: type,
  });
  if (!isBekend(rij, 'bgt_object') || !hoofdRing) return situatie;
  const kale = { vlak: perceel.vlak, ring: vereenvoudig(perceel.ring, GEEN_HOEK_M) };
  const grond = leesOpenbareGrond(rij, kale, midden(hoofdRing), straat, oorsprong);
  return {
    ...situatie,
    openbaarToegankelijkGebied: grond.openbaar.map(naarRd),
    mogelijkOpenbaar: grond.mogelijkOpenbaar.map(naarRd),
    achterpaden: grond.achterpaden.map(naarRd),
    adresStraat: grond.adresStraten > 0 ? 0 : null,
    adresStraatOok: Array.from({ length: Math.max(0, grond.adresStraten - 1) }, (_, index) => index + 1),
  };
}
