import type { Eigenschap, LaagDefinitie, LaagRole, Sql } from '../../lagen/catalogus/laag.ts';

/** A feature collection: one layer of the catalogue as open data. */
export interface Collectie {
  id: string;
  titel: string;
  beschrijving: string;
  /** The tile set that shows it. */
  tegelset: string;
  /** SELECT with the columns `sleutel`, `geometrie` (see there) and those of the properties. */
  objecten: Sql;
  /** Column with the stored geometry, EPSG:28992. */
  geometrie: 'geom' | 'bereik';
  eigenschappen: ReadonlyMap<string, EigenschapMetKolom>;
  tijd: Tijd | null;
}

export interface EigenschapMetKolom extends Eigenschap {
  kolom: string;
}

/** Columns with the time of an object: one day, or the first day and the first day after. */
export type Tijd = { dag: string } | { vanaf: string; tot: string; alleenGeldig: boolean };

/** A group of layers that is only drawn: it has tiles and no features. */
export interface Tegelgroep {
  id: string;
  lagen: readonly LaagDefinitie[];
}

export interface Aanbod {
  collecties: ReadonlyMap<string, Collectie>;
  tegelgroepen: ReadonlyMap<string, Tegelgroep>;
  /** The layers of each tile set. */
  tegelsets: ReadonlyMap<string, readonly LaagDefinitie[]>;
}

/**
 * What somebody may see of the catalogue. Every request starts here: what is not in the answer cannot be asked for.
 *
 * A tile set is shared by its layers, so it is offered only to who may see all of them.
 */
export function aanbodVoor(catalogus: readonly LaagDefinitie[], rollen: readonly LaagRole[]): Aanbod {
  const mag = ({ role }: LaagDefinitie) => rollen.includes(role);
  const zichtbaar = catalogus.filter(mag);
  const tegelsets = new Map(
    [...new Set(zichtbaar.map(({ collectie }) => collectie))]
      .map((id) => [id, catalogus.filter(({ collectie }) => collectie === id)] as const)
      .filter(([, lagen]) => lagen.every(mag)),
  );
  const collecties = new Map(zichtbaar.map((laag) => [laag.id, toCollectie(laag)]));
  const tegelgroepen = new Map(
    [...tegelsets].filter(([id]) => !collecties.has(id)).map(([id, lagen]) => [id, { id, lagen }]),
  );
  return { collecties, tegelgroepen, tegelsets };
}

function toCollectie({ id, collectie, objecten, heeftBereik, tijdelijk, gegevens }: LaagDefinitie): Collectie {
  const { titel, beschrijving, eigenschappen, tijd } = gegevens;
  return {
    id,
    titel,
    beschrijving,
    tegelset: collectie,
    objecten: gegevens.objecten ?? objecten,
    geometrie: heeftBereik && !gegevens.objecten ? 'bereik' : 'geom',
    eigenschappen: new Map(
      Object.entries(eigenschappen).map(([naam, eigenschap]) => [naam, { ...eigenschap, kolom: naarKolom(naam) }]),
    ),
    tijd:
      tijd === undefined
        ? null
        : typeof tijd === 'string'
          ? { dag: naarKolom(tijd) }
          : { vanaf: naarKolom(tijd[0]), tot: naarKolom(tijd[1]), alleenGeldig: tijdelijk ?? false },
  };
}

/** bevoegdGezag -> bevoegd_gezag, grootteM2 -> grootte_m2. */
export const naarKolom = (naam: string): string => naam.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
