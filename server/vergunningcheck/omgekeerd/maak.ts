import { createHash } from 'node:crypto';
import { once } from 'node:events';
import type { Knex } from 'knex';
import type { Logger } from 'pino';
import { startThread } from '../../thread.ts';
import { activiteitenOpId } from '../activiteiten/index.ts';
import type { Plaatskennis } from '../contract.ts';
import { loadKennis } from '../omgeving.ts';
import { loadRegelversies } from '../regelbestanden/queries.ts';
import { omgekeerdeLagen, plaatsAntwoorden, verzamelKaartwoorden } from './domain.ts';
import {
  claimVergunningkaart,
  loadPerceelRijen,
  loadVingerafdrukken,
  replaceVergunningkaart,
  toonVergunningkaartBezig,
} from './queries.ts';
import type { RekenAntwoord, RekenOpdracht } from './reken-thread.ts';

/** How long one statement may take, in ms: on the embedded engine who asks something meanwhile waits for it. */
const HOOGSTENS_MS = 150;
const MEESTE_PERCELEN = 1_000;

export interface MaakVraag {
  db: Knex;
  log: Logger;
  /** YYYY-MM-DD */
  vandaag: string;
  voortgang?: (tekst: string) => void;
  /** Stop between two statements; the old map stays. */
  signal?: AbortSignal;
}

/** Raise it when the same data and rules would give another map. */
const REKENWIJZE = 1;

/** What the rules of the house themselves are: other ones, and every map is old. */
const huisregels = createHash('sha256')
  .update(
    JSON.stringify([
      REKENWIJZE,
      omgekeerdeLagen,
      plaatsAntwoorden,
      omgekeerdeLagen.map(({ werkzaamheid }) => activiteitenOpId[werkzaamheid]),
    ]),
  )
  .digest('base64url')
  .slice(0, 16);

/**
 * Makes the map of what the vergunningcheck says again for every gemeente whose data or rules have changed.
 *
 * @returns per gemeente that was made: how many percelen, and how many different places had to be asked about
 */
export async function maakVergunningkaarten(
  vraag: MaakVraag,
): Promise<Map<string, { percelen: number; plaatsen: number }>> {
  const gemaakt = new Map<string, { percelen: number; plaatsen: number }>();
  for (const [gemeenteCode, afdruk] of await loadVingerafdrukken(vraag.db, vraag.vandaag)) {
    const vingerafdruk = `${huisregels} ${afdruk}`;
    if (!(await claimVergunningkaart(vraag.db, gemeenteCode, vingerafdruk))) continue;
    try {
      gemaakt.set(gemeenteCode, await maakVergunningkaart(gemeenteCode, vingerafdruk, vraag));
    } catch (error) {
      await toonVergunningkaartBezig(vraag.db, gemeenteCode, false);
      throw error;
    }
  }
  return gemaakt;
}

async function maakVergunningkaart(
  gemeenteCode: string,
  vingerafdruk: string,
  { db, log, vandaag, voortgang, signal }: MaakVraag,
): Promise<{ percelen: number; plaatsen: number }> {
  const versies = await loadRegelversies(db, gemeenteCode, vandaag);
  const lagen = omgekeerdeLagen.filter(
    ({ werkzaamheid }) =>
      activiteitenOpId[werkzaamheid] ?? versies.some((versie) => versie.werkzaamheid === werkzaamheid),
  );
  const bestanden = versies.filter(({ werkzaamheid }) => lagen.some((laag) => laag.werkzaamheid === werkzaamheid));
  const woorden = verzamelKaartwoorden(bestanden.map(({ koppeling }) => koppeling));
  const rekenaar = openRekenaar(signal);
  try {
    await rekenaar.doe({ doe: 'begin', vraag: { lagen, bestanden, woorden, vandaag } });
    let percelen = 0;
    let aantal = 50;
    const lees = async (na: string) => {
      const begin = performance.now();
      const rijen = await loadPerceelRijen(db, { gemeenteCode, dag: vandaag, woorden, na, aantal });
      const perMs = rijen.length / Math.max(1, performance.now() - begin);
      aantal = Math.max(10, Math.min(MEESTE_PERCELEN, Math.round(perMs * HOOGSTENS_MS)));
      return rijen;
    };
    let onderweg = lees('');
    for (let rijen = await onderweg; rijen.length > 0; rijen = await onderweg) {
      signal?.throwIfAborted();
      onderweg = lees(rijen.at(-1)!.identificatie);
      // it is waited for below: until then a failure is nobody's
      onderweg.catch(() => {});
      percelen += rijen.length;
      const gelezen = await rekenaar.doe({ doe: 'percelen', rijen: rijen.map(({ rij }) => rij) });
      for (const plaats of 'nieuw' in gelezen ? gelezen.nieuw : []) {
        const { kennis } = await loadKennis({ db, log, vandaag }, plaats.punt, []);
        if (isOnvolledig(kennis)) throw new Error(`A part of the map of ${gemeenteCode} does not answer`);
        await rekenaar.doe({ doe: 'beoordeel', plaats, kennis });
      }
      await toonVergunningkaartBezig(db, gemeenteCode, true);
      voortgang?.(`${percelen} percelen`);
    }
    const klaar = await rekenaar.doe({ doe: 'vlakken' });
    if (!('vlakken' in klaar)) throw new Error('No areas came back');
    await replaceVergunningkaart(db, gemeenteCode, vingerafdruk, klaar);
    return { percelen, plaatsen: klaar.groepen };
  } finally {
    await rekenaar.stop();
  }
}

/** A source that fails would paint everything unknown: then the old map stays. */
const isOnvolledig = ({ feiten, kaart }: Plaatskennis): boolean =>
  kaart.themas === null || kaart.gebieden === null || feiten.some(({ reden }) => reden === 'bron-faalt');

function openRekenaar(signal?: AbortSignal) {
  const thread = startThread(new URL('./reken-thread.ts', import.meta.url));
  return {
    async doe(opdracht: RekenOpdracht): Promise<Exclude<RekenAntwoord, { fout: string }>> {
      const wacht = once(thread, 'message', { ...(signal && { signal }) }) as Promise<[RekenAntwoord]>;
      thread.postMessage(opdracht);
      const [antwoord] = await wacht;
      if ('fout' in antwoord) throw new Error(antwoord.fout);
      return antwoord;
    },
    stop: () => thread.terminate(),
  };
}
