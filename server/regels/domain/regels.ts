import type { Gebied } from '../../geo/contract.ts';
import { bepaalAandeel, randGrens } from '../../geo/gebied.ts';
import type { Regeling, Regels, Regeltekst, Vindplaats } from '../contract.ts';
import type { Plek, RegelInhoud, Verdeling } from './regelwerk.ts';

/** A regeling as stored, without its status. */
export interface RegelingFeiten extends Omit<Regeling, 'status'> {
  ontwerp: boolean;
}

/** What was found at a place. A list that is null is empty. */
export interface RegelFeiten {
  gebied: Gebied;
  regelingen: (RegelingFeiten & { zonderGrens: boolean })[] | null;
  verdeling: Verdeling;
  bronnen: Regels['bronnen'] | null;
}

export interface RegeltekstFeiten extends Omit<Regeltekst, 'regeling'> {
  regeling: RegelingFeiten;
}

type Werking = Pick<Vindplaats, 'werking' | 'aandeel'>;

const bestuurslagen = ['gemeente', 'waterschap', 'provincie', 'rijk'] as const;
const opNaam = new Intl.Collator('nl');

/**
 * Whether a regeling binds on a day. A delivery that does not say from when it binds counts as geldend, with
 * `geldigVanaf` null.
 */
export function bepaalStatus({ ontwerp, geldigVanaf }: RegelingFeiten, datum: string): Regeling['status'] {
  if (ontwerp) return 'ontwerp';
  return geldigVanaf !== null && geldigVanaf > datum ? 'toekomstig' : 'geldend';
}

/**
 * The rules at a place.
 *
 * A rule applies where the place lies in its own locatie; what it says of an activiteit, norm or gebiedsaanwijzing
 * where the place also lies in the locatie of that. A rule that says nothing of the kind here stays, under `overig`.
 * Of a later version of a regeling that binds today only the rules that it changes here are shown.
 *
 * @source IMOW: JuridischeRegel.locatieaanduiding, ActiviteitLocatieaanduiding.locatieaanduiding
 */
export function toonRegels(feiten: RegelFeiten, datum: string): Regels {
  const { gebied, verdeling } = feiten;
  const ongewijzigd = findOngewijzigd(feiten, datum);
  const volgorde = new Map((feiten.regelingen ?? []).map(({ id }, i) => [id, i]));
  const regels = verdeling.regels
    .filter(({ inhoud }) => !ongewijzigd.has(inhoud.id))
    .sort(
      ({ inhoud: a }, { inhoud: b }) =>
        (volgorde.get(a.regelingId) ?? 0) - (volgorde.get(b.regelingId) ?? 0) || a.volgorde - b.volgorde || a.id - b.id,
    );
  const plaatsVan = new Map(regels.map(({ inhoud }, i) => [inhoud.id, i]));
  const werkt = werkingIn(gebied, verdeling);
  const metObject = new Set<number>();
  /** What is here, each with its vindplaats, in the order of the rules. */
  const bijRegels = <T extends { regelIds: readonly number[] }>(gevonden: readonly { inhoud: T; plek: number }[]) =>
    gevonden
      .flatMap(({ inhoud, plek }) =>
        inhoud.regelIds.flatMap((regelId) => {
          const plaats = plaatsVan.get(regelId);
          const regel = plaats === undefined ? undefined : regels[plaats];
          const werking = regel && werkt(regel.plek, plek);
          if (!regel || !werking || plaats === undefined) return [];
          metObject.add(regelId);
          return [{ inhoud, plaats, regel: regel.inhoud, werking }];
        }),
      )
      .sort((a, b) => a.plaats - b.plaats);

  const activiteiten = groepeer(
    bijRegels(verdeling.aanduidingen),
    ({ inhoud: { naam, groep } }) => `${naam}|${groep}`,
    ({ inhoud: { naam, groep } }, leden) => ({
      naam,
      groep,
      aanduidingen: leden.map(({ inhoud: { kwalificatie }, regel, werking }) => ({
        kwalificatie,
        ...vindplaats(regel, werking),
      })),
    }),
  );
  const normen = groepeer(
    bijRegels(verdeling.waarden),
    ({ inhoud: { naam, soort, type, groep, eenheid } }) => [naam, soort, type, groep, eenheid].join('|'),
    ({ inhoud: { naam, soort, type, groep, eenheid } }, leden) => ({
      naam,
      soort,
      type,
      groep,
      eenheid,
      waarden: leden.map(({ inhoud: { kwantitatief, kwalitatief, inRegeltekst }, regel, werking }) => ({
        kwantitatief,
        kwalitatief,
        inRegeltekst,
        ...vindplaats(regel, werking),
      })),
    }),
  );
  const gebiedsaanwijzingen = bijRegels(verdeling.gebieden).map(
    ({ inhoud: { naam, type, groep }, regel, werking }) => ({ naam, type, groep, ...vindplaats(regel, werking) }),
  );
  const overig = regels.flatMap(({ inhoud, plek }) => {
    const werking = metObject.has(inhoud.id) ? null : werkt(plek);
    return werking ? [vindplaats(inhoud, werking)] : [];
  });

  const zekerHier = new Set(
    regels.filter(({ plek }) => verdeling.plekken[plek]?.geldt).map(({ inhoud }) => inhoud.regelingId),
  );
  const misschienHier = new Set(regels.map(({ inhoud }) => inhoud.regelingId));
  const regelingen = (feiten.regelingen ?? []).filter(({ id, zonderGrens }) => !zonderGrens || misschienHier.has(id));
  return {
    datum,
    gebied,
    bestuurslagen: bestuurslagen.map((bestuurslaag) => ({
      bestuurslaag,
      stand: regelingen.some(
        (regeling) =>
          regeling.bestuurslaag === bestuurslaag &&
          bepaalStatus(regeling, datum) === 'geldend' &&
          (!regeling.zonderGrens || zekerHier.has(regeling.id)),
      )
        ? 'bekend'
        : 'geen-gegevens',
    })),
    regelingen: regelingen.map((regeling) => toonRegeling(regeling, datum)),
    activiteiten: activiteiten.sort((a, b) => opNaam.compare(a.naam, b.naam)),
    normen: normen.sort((a, b) => opNaam.compare(a.naam, b.naam)),
    gebiedsaanwijzingen: gebiedsaanwijzingen.sort((a, b) => opNaam.compare(a.naam, b.naam)),
    overig,
    bronnen: feiten.bronnen ?? [],
  };
}

const vindplaats = (
  { regelingId, regeltekstId, artikel, opschrift, themas, idealisatie }: RegelInhoud,
  { werking, aandeel }: Werking,
): Vindplaats => ({ regelingId, regeltekstId, artikel, opschrift, themas, idealisatie, werking, aandeel });

/** How a rule works in its plek, or what it says in the plek of that; null: not here. Worked out once per pair. */
function werkingIn(gebied: Gebied, { plekken, paren }: Verdeling): (nr: number, bijRegel?: number) => Werking | null {
  const bekend = new Map<number, Werking | null>();
  const plek = (nr: number): Plek => {
    const gevonden = plekken[nr];
    if (!gevonden) throw new Error(`There is no plek ${nr}`);
    return gevonden;
  };
  return (nr, bijRegel) => {
    const sleutel = bijRegel === undefined ? nr : (nr + 1) * plekken.length + bijRegel;
    let werking = bekend.get(sleutel);
    if (werking === undefined) {
      const samen =
        bijRegel === undefined
          ? plek(nr)
          : doorsnede(plek(nr), plek(bijRegel), nr === bijRegel ? null : (paren.get(`${nr}-${bijRegel}`) ?? null));
      werking = samen.geldt
        ? { werking: 'geldt', aandeel: bepaalAandeel(gebied, samen.m2) }
        : samen.onbekend
          ? { werking: 'onbekend', aandeel: null }
          : null;
      bekend.set(sleutel, werking);
    }
    return werking;
  };
}

/** A regeling through all its versions: the FRBR work, without the expression. */
const werkVan = ({ identificatie }: RegelingFeiten): string => identificatie.split('/nld@')[0] ?? identificatie;

/**
 * The rules that a toekomstige version of a regeling repeats word for word, at the same part of the place, from the
 * version that binds now: a reader who asks what changes must not search for it.
 */
function findOngewijzigd({ regelingen, verdeling }: RegelFeiten, datum: string): Set<number> {
  const statusVan = new Map(
    (regelingen ?? []).map((regeling) => [
      regeling.id,
      { status: bepaalStatus(regeling, datum), werk: werkVan(regeling) },
    ]),
  );
  const vanStatus = (gezocht: Regeling['status']) =>
    verdeling.regels.filter(({ inhoud }) => statusVan.get(inhoud.regelingId)?.status === gezocht);
  const toekomstig = vanStatus('toekomstig');
  if (toekomstig.length === 0) return new Set();

  // to the cm²: the same pieces in another order add up to a little more or less
  const plekMerk = verdeling.plekken.map(({ m2, ...plek }) => JSON.stringify({ ...plek, m2: m2?.toFixed(4) }));
  const gezegd = new Map<number, string[]>();
  for (const objecten of [verdeling.aanduidingen, verdeling.gebieden, verdeling.waarden]) {
    for (const { inhoud, plek } of objecten) {
      for (const regelId of inhoud.regelIds) {
        const merk = `${inhoud.merk}@${plekMerk[plek]}`;
        const eerder = gezegd.get(regelId);
        if (eerder) eerder.push(merk);
        else gezegd.set(regelId, [merk]);
      }
    }
  }
  const merkVan = ({ inhoud, plek }: Verdeling['regels'][number]) =>
    [statusVan.get(inhoud.regelingId)?.werk, inhoud.merk, plekMerk[plek], ...(gezegd.get(inhoud.id) ?? []).sort()].join(
      '|',
    );
  const nu = new Set(vanStatus('geldend').map(merkVan));
  return new Set(toekomstig.filter((regel) => nu.has(merkVan(regel))).map(({ inhoud }) => inhoud.id));
}

/** Where both hold. `overlapM2` is given when both cover the perceel in part. */
function doorsnede(regel: Plek, object: Plek, overlapM2: number | null): Plek {
  const geldt = regel.geldt && object.geldt && (overlapM2 === null || overlapM2 >= randGrens.raaktM2);
  const kleinste =
    regel.geheel || regel.m2 === null
      ? object.m2
      : object.geheel || object.m2 === null
        ? regel.m2
        : Math.min(regel.m2, object.m2);
  return {
    geldt,
    onbekend: (regel.onbekend && (object.geldt || object.onbekend)) || (object.onbekend && regel.geldt),
    m2: overlapM2 ?? kleinste,
    geheel: regel.geheel && object.geheel,
  };
}

function groepeer<T, G>(items: readonly T[], sleutel: (item: T) => string, maak: (eerste: T, leden: T[]) => G): G[] {
  const groepen = new Map<string, [T, ...T[]]>();
  for (const item of items) {
    const groep = groepen.get(sleutel(item));
    if (groep) groep.push(item);
    else groepen.set(sleutel(item), [item]);
  }
  return [...groepen.values()].map((leden) => maak(leden[0], leden));
}

export function toonRegeling(feiten: RegelingFeiten, datum: string): Regeling {
  const { id, identificatie, soort, opschrift, bestuurslaag, bevoegdGezag, geldigVanaf, geldigTot, url, bronId } =
    feiten;
  const status = bepaalStatus(feiten, datum);
  return {
    id,
    identificatie,
    soort,
    opschrift,
    bestuurslaag,
    bevoegdGezag,
    status,
    geldigVanaf,
    geldigTot,
    url,
    bronId,
  };
}
