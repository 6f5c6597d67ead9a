import type { Gebied } from '../geo/contract.ts';
import { bepaalAandeel, randGrens } from '../geo/gebied.ts';
import type { Regeling, Regels, Regeltekst, Vindplaats } from './contract.ts';

/** A regeling as stored, without its status. */
export interface RegelingFeiten extends Omit<Regeling, 'status'> {
  ontwerp: boolean;
}

/** Locaties that belong together: do they cover the place for sure, can they, and how much of a perceel. */
export interface Plek {
  geldt: boolean;
  /** One of the locaties came without geometry. */
  onbekend: boolean;
  /** m²; null: a point or a line, or the place is a point. */
  m2: number | null;
  geheel: boolean;
}

interface RegelRij
  extends Pick<Vindplaats, 'regelingId' | 'regeltekstId' | 'artikel' | 'opschrift' | 'themas' | 'idealisatie'> {
  id: number;
  plek: number;
  /** Equal texts have an equal mark. */
  tekstMerk: string;
}

/** Something that a regel says, in its own locaties. */
interface BijRegel {
  regelId: number;
  plek: number;
}

/** What the database found. A list that is null is empty. */
export interface RegelFeiten {
  gebied: Gebied;
  regelingen: (RegelingFeiten & { zonderGrens: boolean })[] | null;
  plekken: Record<string, Plek> | null;
  /** Overlap in m² of two plekken that both cover the perceel in part, by their numbers: "3-7". */
  paren: Record<string, number> | null;
  regels: RegelRij[] | null;
  aanduidingen: (BijRegel & { kwalificatie: string; naam: string; groep: string })[] | null;
  gebiedsaanwijzingen: (BijRegel & { naam: string; type: string; groep: string })[] | null;
  waarden:
    | (BijRegel &
        Omit<Regels['normen'][number], 'waarden'> &
        Pick<Regels['normen'][number]['waarden'][number], 'kwantitatief' | 'kwalitatief' | 'inRegeltekst'>)[]
    | null;
  bronnen: Regels['bronnen'] | null;
}

export interface RegeltekstFeiten extends Omit<Regeltekst, 'regeling'> {
  regeling: RegelingFeiten;
}

const bestuurslagen = ['gemeente', 'waterschap', 'provincie', 'rijk'] as const;

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
export function toonRegels(alles: RegelFeiten, datum: string): Regels {
  const feiten = zonderOngewijzigd(alles, datum);
  const { gebied } = feiten;
  const plek = (nr: number): Plek => {
    const gevonden = feiten.plekken?.[nr];
    if (!gevonden) throw new Error(`No plek ${nr} in the answer of the database`);
    return gevonden;
  };
  const werkt = (nr: number, bijRegel?: number): Pick<Vindplaats, 'werking' | 'aandeel'> | null => {
    const samen =
      bijRegel === undefined
        ? plek(nr)
        : doorsnede(plek(nr), plek(bijRegel), nr === bijRegel ? null : (feiten.paren?.[`${nr}-${bijRegel}`] ?? null));
    if (samen.geldt) return { werking: 'geldt', aandeel: bepaalAandeel(gebied, samen.m2) };
    return samen.onbekend ? { werking: 'onbekend', aandeel: null } : null;
  };
  const vindplaats = (
    { id: _id, plek: _plek, tekstMerk: _tekstMerk, ...regel }: RegelRij,
    werking: Pick<Vindplaats, 'werking' | 'aandeel'>,
  ) => ({
    ...regel,
    ...werking,
  });

  const volgorde = new Map((feiten.regelingen ?? []).map(({ id }, i) => [id, i]));
  const regels = [...(feiten.regels ?? [])].sort(
    (a, b) => (volgorde.get(a.regelingId) ?? 0) - (volgorde.get(b.regelingId) ?? 0),
  );
  const plaatsInLijst = new Map(regels.map(({ id }, i) => [id, i]));
  const metObject = new Set<number>();
  /** The objects that are here, each with its vindplaats, in the order of the rules. */
  const bijRegels = <T extends BijRegel>(objecten: T[] | null) =>
    (objecten ?? [])
      .flatMap((object) => {
        const plaats = plaatsInLijst.get(object.regelId);
        const regel = plaats === undefined ? undefined : regels[plaats];
        const werking = regel && werkt(regel.plek, object.plek);
        if (!regel || !werking || plaats === undefined) return [];
        metObject.add(regel.id);
        return [{ object, plaats, waar: vindplaats(regel, werking) }];
      })
      .sort((a, b) => a.plaats - b.plaats);

  const activiteiten = groepeer(
    bijRegels(feiten.aanduidingen),
    ({ object }) => `${object.naam}|${object.groep}`,
    ({ object: { naam, groep } }, groepLeden) => ({
      naam,
      groep,
      aanduidingen: groepLeden.map(({ object: { kwalificatie }, waar }) => ({ kwalificatie, ...waar })),
    }),
  );
  const normen = groepeer(
    bijRegels(feiten.waarden),
    ({ object: { naam, soort, type, groep, eenheid } }) => [naam, soort, type, groep, eenheid].join('|'),
    ({ object: { naam, soort, type, groep, eenheid } }, groepLeden) => ({
      naam,
      soort,
      type,
      groep,
      eenheid,
      waarden: groepLeden.map(({ object: { kwantitatief, kwalitatief, inRegeltekst }, waar }) => ({
        kwantitatief,
        kwalitatief,
        inRegeltekst,
        ...waar,
      })),
    }),
  );
  const gebiedsaanwijzingen = bijRegels(feiten.gebiedsaanwijzingen).map(({ object: { naam, type, groep }, waar }) => ({
    naam,
    type,
    groep,
    ...waar,
  }));
  const overig = regels.flatMap((regel) => {
    const werking = metObject.has(regel.id) ? null : werkt(regel.plek);
    return werking ? [vindplaats(regel, werking)] : [];
  });

  const zekerHier = new Set(regels.filter((regel) => plek(regel.plek).geldt).map(({ regelingId }) => regelingId));
  const misschienHier = new Set(regels.map(({ regelingId }) => regelingId));
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
    activiteiten: activiteiten.sort((a, b) => a.naam.localeCompare(b.naam, 'nl')),
    normen: normen.sort((a, b) => a.naam.localeCompare(b.naam, 'nl')),
    gebiedsaanwijzingen: gebiedsaanwijzingen.sort((a, b) => a.naam.localeCompare(b.naam, 'nl')),
    overig,
    bronnen: feiten.bronnen ?? [],
  };
}

/** A regeling through all its versions: the FRBR work, without the expression. */
const werkVan = ({ identificatie }: RegelingFeiten): string => identificatie.split('/nld@')[0] ?? identificatie;

/**
 * Leaves out what a toekomstige version of a regeling repeats word for word, at the same part of the place, from the
 * version that binds now: a reader who asks what changes must not search for it.
 */
function zonderOngewijzigd(feiten: RegelFeiten, datum: string): RegelFeiten {
  const regelingen = new Map((feiten.regelingen ?? []).map((regeling) => [regeling.id, regeling]));
  const statusVan = ({ regelingId }: RegelRij) => {
    const regeling = regelingen.get(regelingId);
    return regeling && bepaalStatus(regeling, datum);
  };
  if (!(feiten.regels ?? []).some((regel) => statusVan(regel) === 'toekomstig')) return feiten;

  const gezegd = new Map<number, string[]>();
  for (const objecten of [feiten.aanduidingen, feiten.gebiedsaanwijzingen, feiten.waarden]) {
    for (const { regelId, plek, ...object } of objecten ?? []) {
      gezegd.set(regelId, [...(gezegd.get(regelId) ?? []), JSON.stringify([object, feiten.plekken?.[plek]])]);
    }
  }
  const merk = (regel: RegelRij) => {
    const { id, regelingId, regeltekstId: _regeltekstId, plek, ...inhoud } = regel;
    const regeling = regelingen.get(regelingId);
    return JSON.stringify([
      regeling && werkVan(regeling),
      inhoud,
      feiten.plekken?.[plek],
      (gezegd.get(id) ?? []).sort(),
    ]);
  };
  const nu = new Set((feiten.regels ?? []).filter((regel) => statusVan(regel) === 'geldend').map(merk));
  const weg = new Set(
    (feiten.regels ?? [])
      .filter((regel) => statusVan(regel) === 'toekomstig' && nu.has(merk(regel)))
      .map(({ id }) => id),
  );
  const blijft = <T extends BijRegel>(objecten: T[] | null) =>
    objecten?.filter(({ regelId }) => !weg.has(regelId)) ?? null;
  return {
    ...feiten,
    regels: feiten.regels?.filter(({ id }) => !weg.has(id)) ?? null,
    aanduidingen: blijft(feiten.aanduidingen),
    gebiedsaanwijzingen: blijft(feiten.gebiedsaanwijzingen),
    waarden: blijft(feiten.waarden),
  };
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
