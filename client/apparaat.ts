import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type * as z from 'zod/mini';
import type { Role } from '../server/toegang/domain/rollen.ts';
import type {
  Bevinding,
  BevindingEndpoints,
  PlekFeiten,
  Werkgebied,
  WerkHotspots,
  WerkStop,
} from '../server/toezicht/contract.ts';
import { gebiedKast } from './stand.ts';

/** For whom something on this device is. */
export interface Drager {
  persoon: string;
  naam: string;
  rol: Role;
  bevoegdGezag: readonly string[];
}

/** What somebody took along to work in an area without network. */
export interface Pakket {
  wie: Drager;
  gebied: Werkgebied;
  feiten: PlekFeiten;
  hotspots: WerkHotspots;
  stops: readonly WerkStop[];
  bevindingen: readonly Bevinding[];
  /** When it was fetched, by the clock of this device, in ms since 1970. */
  opgehaaldOp: number;
  /** How many ms the clock of the server was ahead then. */
  verschil: number;
}

/** Under the AVG, or under the Wpg. */
export type Soort = 'bevindingen' | 'registraties';
type Velden<K extends 'bewaar' | 'handel'> = Omit<z.input<BevindingEndpoints[K]['input']>, 'gestuurdOp'>;

export type Opdracht = { soort: Soort; bevinding: string } & (
  | { doe: 'bewaar'; data: Velden<'bewaar'> }
  | { doe: 'foto'; data: { foto: string; naam: string; waarvoor: 'gezien' | 'bewijs'; bestand: Blob } }
  | { doe: 'handel'; data: Velden<'handel'> }
);

/** One thing that waits until it has been sent. It only goes when the server has it, or when its maker throws it away. */
export type Wachtend = Opdracht & {
  /** Given by the device: the order in which they were made. */
  nr?: number;
  persoon: string;
  gemaaktOp: number;
  /** `conflict`: somebody else changed it meanwhile. `geweigerd`: the server does not take it as it is. */
  stand: 'wacht' | 'conflict' | 'geweigerd';
  /** Why it is not there yet, and what to do. */
  melding: string | null;
  /** In case of a conflict: as it is now. */
  nu: Bevinding | null;
};

interface Schema extends DBSchema {
  pakket: { key: 'nu'; value: Pakket };
  wachtrij: { key: number; value: Wachtend };
}

const naam = 'toezicht';

/** Opens what this device keeps for supervision, for as long as `doe` takes. */
async function metApparaat<T>(doe: (db: IDBPDatabase<Schema>) => Promise<T>): Promise<T> {
  const db = await openDB<Schema>(naam, 1, {
    upgrade(nieuw) {
      nieuw.createObjectStore('pakket');
      nieuw.createObjectStore('wachtrij', { keyPath: 'nr', autoIncrement: true });
    },
  });
  try {
    return await doe(db);
  } finally {
    db.close();
  }
}

/** Whether this device keeps anything for supervision. */
export async function heeftApparaat(): Promise<boolean> {
  if (!('indexedDB' in globalThis)) return false;
  return (await indexedDB.databases()).some((db) => db.name === naam);
}

export const leesPakket = (): Promise<Pakket | null> =>
  metApparaat(async (db) => (await db.get('pakket', 'nu')) ?? null);

export const bewaarPakket = (pakket: Pakket): Promise<unknown> => metApparaat((db) => db.put('pakket', pakket, 'nu'));

/** Everything that waits, in the order in which it was made. */
export const leesWachtrij = (): Promise<Wachtend[]> => metApparaat((db) => db.getAll('wachtrij'));

/** Adds what belongs together: all of it is kept, or nothing. */
export const wachtOp = (opdrachten: readonly Wachtend[]): Promise<void> =>
  metApparaat(async (db) => {
    const tx = db.transaction('wachtrij', 'readwrite');
    await Promise.all([...opdrachten.map((opdracht) => tx.store.add(opdracht)), tx.done]);
  });

export const zetWachtend = (opdracht: Wachtend): Promise<unknown> => metApparaat((db) => db.put('wachtrij', opdracht));

export const verwijderWachtend = (nrs: readonly number[]): Promise<void> =>
  metApparaat(async (db) => {
    const tx = db.transaction('wachtrij', 'readwrite');
    await Promise.all([...nrs.map((nr) => tx.store.delete(nr)), tx.done]);
  });

/** How much of somebody was not sent yet. */
export async function telWachtend(persoon: string): Promise<number> {
  return (await leesWachtrij()).filter((een) => een.persoon === persoon).length;
}

/** Takes the data of an area off this device. What colleagues still have to send stays, until they have sent it. */
export async function wisApparaat(): Promise<void> {
  await caches.delete(gebiedKast);
  const leeg = await metApparaat(async (db) => {
    await db.clear('pakket');
    return (await db.count('wachtrij')) === 0;
  });
  if (!leeg) return;
  await new Promise<void>((klaar, mis) => {
    const weg = indexedDB.deleteDatabase(naam);
    // another tab has it open for a moment: it goes as soon as that is done
    weg.onsuccess = () => klaar();
    weg.onerror = () => mis(weg.error);
  });
}
