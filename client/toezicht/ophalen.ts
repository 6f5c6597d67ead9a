import { leesLagen } from '../../server/lagen/contract.ts';
import { tegelsIn } from '../../server/lagen/domain.ts';
import {
  leesBevindingen,
  leesPlaatsen,
  leesPlekFeiten,
  leesWerkHotspots,
  leesWerklijst,
  type Werkgebied,
} from '../../server/toezicht/contract.ts';
import { call } from '../api.ts';
import { bewaarGebied, type Dienst, type Drager, type Pakket } from '../apparaat.ts';
import { gebiedKast } from '../stand.ts';

/** The zooms of the map that are taken along; a deeper one is enlarged from the last. */
const zooms = [12, 13, 14, 15, 16];
/** More tiles than this are not taken along: a large area then has its map where there is network. */
const meesteTegels = 1_500;
const tegelijk = 6;
/** A large area takes a while to put together. */
const geduld = 60_000;

/** How many ms the clock of the server is ahead of that of this device. */
export async function meetKlok(): Promise<number> {
  const begin = Date.now();
  const antwoord = await fetch('/healthz', {
    ...{ method: 'HEAD', cache: 'no-store' },
    signal: AbortSignal.timeout(5_000),
  });
  const halverwege = (begin + Date.now()) / 2;
  // the server tells whole seconds
  return Math.round(Date.parse(antwoord.headers.get('Date') ?? '') + 500 - halverwege);
}

/** Fetches all that is needed to work in an area without network, and keeps it on this device. */
export async function haalGebied(wie: Drager, gebied: Werkgebied): Promise<{ dienst: Dienst; pakket: Pakket }> {
  const { code } = gebied;
  const [feiten, plaatsen, hotspots, { stops }, { bevindingen }, verschil] = await Promise.all([
    call(leesPlekFeiten, { gebied: code }, undefined, geduld),
    call(leesPlaatsen, { gebied: code }, undefined, geduld),
    call(leesWerkHotspots, { gebied: code }, undefined, geduld),
    call(leesWerklijst, { gebied: code }, undefined, geduld),
    call(leesBevindingen, { gebied: code }, undefined, geduld),
    meetKlok(),
  ]);
  const nu = Date.now();
  const klok = { leeftijd: 0, gezienOp: nu, teruggezet: false };
  const dienst = { wie, gebied, opgehaaldOp: nu, verschilToen: verschil, verschil, klok };
  const pakket = { feiten, plaatsen, hotspots, stops, bevindingen };
  await bewaarGebied(dienst, pakket);
  // else the browser may throw away what waits when other sites need the room
  await navigator.storage?.persist?.();
  return { dienst, pakket };
}

/**
 * Takes the map of an area along, in the place of that of the area before.
 *
 * @param onVoortgang from 0 to 1
 * @returns false when the area is too large, when some tiles did not come, or when this device is full
 */
export async function haalKaart({ omhullende }: Werkgebied, onVoortgang: (deel: number) => void): Promise<boolean> {
  const { naarLonLat } = await import('../../server/geo/projectie.ts');
  const [minX, minY, maxX, maxY] = omhullende;
  const zw = naarLonLat({ x: minX, y: minY });
  const no = naarLonLat({ x: maxX, y: maxY });
  const { lagen } = await call(leesLagen, {});
  const adressen = lagen
    .filter(({ ondergrond, standaardAan, stand }) => stand === 'gereed' && (ondergrond || standaardAan))
    .flatMap(({ tegels, tegelZoom }) =>
      zooms
        .filter((z) => z <= tegelZoom)
        .flatMap((z) => tegelsIn([zw.lon, zw.lat, no.lon, no.lat], z))
        .map(({ z, x, y }) => tegels.replace('{z}', `${z}`).replace('{x}', `${x}`).replace('{y}', `${y}`)),
    );
  // several layers come from the same tiles
  const uniek = [...new Set(adressen)];
  if (uniek.length > meesteTegels || !('caches' in window)) return false;
  await caches.delete(gebiedKast);
  const kast = await caches.open(gebiedKast);
  let klaar = 0;
  let compleet = true;
  const rij = uniek.values();
  await Promise.all(
    Array.from({ length: tegelijk }, async () => {
      for (const adres of rij) {
        const antwoord = await fetch(adres, { credentials: 'omit' }).catch(() => null);
        const er = antwoord?.status === 200 || antwoord?.status === 204;
        // a device that is full keeps the part that fits
        if (!er || !(await bewaar(kast, adres, antwoord))) compleet = false;
        klaar += 1;
        onVoortgang(klaar / uniek.length);
      }
    }),
  );
  return compleet;
}

const bewaar = (kast: Cache, adres: string, antwoord: Response): Promise<boolean> =>
  kast.put(adres, antwoord).then(
    () => true,
    () => false,
  );
