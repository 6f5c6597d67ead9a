import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type * as z from 'zod/mini';
import type { Role } from '../server/toegang/domain/rollen.ts';
import type {
  Bevinding,
  BevindingEndpoints,
  Plaatsen,
  PlekFeiten,
  Werkgebied,
  WerkHotspots,
  WerkStop,
} from '../server/toezicht/contract.ts';
import type { Verloop } from '../server/toezicht/domain/klok.ts';
import { gebiedKast } from './stand.ts';

/** For whom something on this device is. */
export interface Drager {
  persoon: string;
  naam: string;
  rol: Role;
  bevoegdGezag: readonly string[];
}

/** Who works in which area. It stays when what was taken along is too old, so that he can still write down what he sees. */
export interface Dienst {
  wie: Drager;
  gebied: Werkgebied;
  /** When the area was fetched, by the clock of this device, in ms since 1970. */
  opgehaaldOp: number;
  /** How many ms the clock of the server was ahead then. */
  verschilToen: number;
  /** How much it was ahead when this device last heard of it. */
  verschil: number;
  /** How long ago it was fetched. */
  klok: Verloop;
}

/** What somebody took along to work in an area without network. */
export interface Pakket {
  feiten: PlekFeiten;
  plaatsen: Plaatsen;
  hotspots: WerkHotspots;
  stops: readonly WerkStop[];
  bevindingen: readonly Bevinding[];
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
  reden: { titel: string; uitleg: string } | null;
  /** Its number holds something else: put right it needs another. */
  nieuwNummer?: boolean;
  /** In case of a conflict: as it is now. */
  nu: Bevinding | null;
};

interface Schema extends DBSchema {
  dienst: { key: 'nu'; value: Dienst };
  pakket: { key: 'nu'; value: Pakket };
  wachtrij: { key: number; value: Wachtend };
}

const naam = 'toezicht';

/** Opens what this device keeps for supervision, for as long as `doe` takes. */
async function metApparaat<T>(doe: (db: IDBPDatabase<Schema>) => Promise<T>): Promise<T> {
  const db = await openDB<Schema>(naam, 2, {
    upgrade(nieuw, van) {
      nieuw.createObjectStore('dienst');
      if (van === 0) nieuw.createObjectStore('wachtrij', { keyPath: 'nr', autoIncrement: true });
      // of another shape: an area is fetched again, what was made here stays
      else nieuw.deleteObjectStore('pakket');
      nieuw.createObjectStore('pakket');
    },
  });
  try {
    return await doe(db);
  } finally {
    db.close();
  }
}

/** One per tab: it hears the others, and not itself. */
let kanaal: BroadcastChannel | null = null;
function openKanaal(): BroadcastChannel {
  kanaal ??= new BroadcastChannel('toezicht-apparaat');
  return kanaal;
}

/** Changes what this device keeps, and tells the other tabs. */
async function verander<T>(doe: (db: IDBPDatabase<Schema>) => Promise<T>): Promise<T> {
  const klaar = await metApparaat(doe);
  openKanaal().postMessage(null);
  return klaar;
}

/** Follows what other tabs change here. Returns how to stop. */
export function volgApparaat(onVerandering: () => void): () => void {
  const open = openKanaal();
  open.addEventListener('message', onVerandering);
  return () => open.removeEventListener('message', onVerandering);
}

/** Whether this device keeps anything for supervision. */
export async function heeftApparaat(): Promise<boolean> {
  if (!('indexedDB' in globalThis)) return false;
  return (await indexedDB.databases()).some((db) => db.name === naam);
}

/** All that this device keeps; `wachtrij` in the order in which it was made. */
export interface Inhoud {
  dienst: Dienst | null;
  pakket: Pakket | null;
  wachtrij: readonly Wachtend[];
}

export async function leesApparaat(): Promise<Inhoud> {
  if (!(await heeftApparaat())) return { dienst: null, pakket: null, wachtrij: [] };
  return metApparaat(async (db) => {
    const tx = db.transaction(['dienst', 'pakket', 'wachtrij']);
    const [dienst = null, pakket = null, wachtrij] = await Promise.all([
      tx.objectStore('dienst').get('nu'),
      tx.objectStore('pakket').get('nu'),
      tx.objectStore('wachtrij').getAll(),
    ]);
    return { dienst, pakket, wachtrij };
  });
}

/** Keeps an area in the place of the one before. @throws DOMException QuotaExceededError: this device is full, the one before stays */
export const bewaarGebied = (dienst: Dienst, pakket: Pakket): Promise<unknown> =>
  verander(async (db) => {
    const tx = db.transaction(['dienst', 'pakket'], 'readwrite');
    await Promise.all([
      tx.objectStore('dienst').put(dienst, 'nu'),
      tx.objectStore('pakket').put(pakket, 'nu'),
      tx.done,
    ]);
  });

/**
 * Keeps what the clock says. Other tabs look at the clock themselves.
 *
 * @returns who works here now; null: nobody
 */
export async function zetKlok(nieuw: (nu: Dienst) => Pick<Dienst, 'klok' | 'verschil'>): Promise<Dienst | null> {
  // opening would make it anew after a logout
  if (!(await heeftApparaat())) return null;
  return metApparaat(async (db) => {
    const tx = db.transaction('dienst', 'readwrite');
    const nu = await tx.store.get('nu');
    const dienst = nu ? { ...nu, ...nieuw(nu) } : null;
    await Promise.all([dienst && tx.store.put(dienst, 'nu'), tx.done]);
    return dienst;
  });
}

/** Keeps how a bevinding is now, in what was taken along. Two tabs do not undo each other's work. */
export async function zetBevinding(bevinding: Bevinding): Promise<void> {
  await verander(async (db) => {
    const tx = db.transaction('pakket', 'readwrite');
    const nu = await tx.store.get('nu');
    const rest = nu?.bevindingen.filter(({ id }) => id !== bevinding.id) ?? [];
    await Promise.all([nu && tx.store.put({ ...nu, bevindingen: [bevinding, ...rest] }, 'nu'), tx.done]);
  });
}

export const leesWachtrij = (): Promise<Wachtend[]> => metApparaat((db) => db.getAll('wachtrij'));

/**
 * Adds what belongs together, in the place of what it puts right: all of it is kept, or nothing changes.
 *
 * @throws DOMException QuotaExceededError: this device is full
 */
export const wachtOp = (opdrachten: readonly Wachtend[], inPlaatsVan: readonly Wachtend[] = []): Promise<void> =>
  verander(async (db) => {
    const tx = db.transaction('wachtrij', 'readwrite');
    await Promise.all([
      ...inPlaatsVan.flatMap(({ nr }) => (nr === undefined ? [] : [tx.store.delete(nr)])),
      ...opdrachten.map((opdracht) => tx.store.put(opdracht)),
      tx.done,
    ]);
  });

/** Changes one thing that waits; one that was sent meanwhile, from another tab, stays away. */
export const zetWachtend = (opdracht: Wachtend): Promise<void> =>
  verander(async (db) => {
    const tx = db.transaction('wachtrij', 'readwrite');
    const er = await tx.store.getKey(opdracht.nr as number);
    await Promise.all([er !== undefined && tx.store.put(opdracht), tx.done]);
  });

export const verwijderWachtend = (nrs: readonly number[]): Promise<void> =>
  verander(async (db) => {
    const tx = db.transaction('wachtrij', 'readwrite');
    await Promise.all([...nrs.map((nr) => tx.store.delete(nr)), tx.done]);
  });

/** How much of somebody was not sent yet. */
export async function telWachtend(persoon: string): Promise<number> {
  return (await leesWachtrij()).filter((een) => een.persoon === persoon).length;
}

/** Takes the data of an area off this device, and leaves who works here: what is too old may not be looked at. */
export async function wisGebied(): Promise<void> {
  await caches.delete(gebiedKast);
  await verander((db) => db.clear('pakket'));
}

/** Takes all of an area off this device. What somebody still has to send stays, until he has sent it. */
export async function wisApparaat(): Promise<void> {
  await caches.delete(gebiedKast);
  const leeg = await verander(async (db) => {
    await Promise.all([db.clear('pakket'), db.clear('dienst')]);
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
