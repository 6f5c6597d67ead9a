import type { Request, Response, Router } from 'express';
import type { Knex } from 'knex';
import type { Logger } from 'pino';
import * as z from 'zod/mini';
import { traceFrom } from '../http/trace.ts';
import type { Schrijver } from '../verantwoording/schrijver.ts';
import { leesAanmelding, type Pseudoniem } from './domain/aanmelding.ts';
import { type Drempel, drempels } from './domain/niveau.ts';
import { leesTerug } from './domain/terug.ts';
import { hashOf, type Koekjes, randomId } from './koekjes.ts';
import type { BereikbareDienst, RelyingParty } from './oidc.ts';
import { type Inlogpoging, keepInlogpoging, takeInlogpoging } from './queries.ts';
import type { Sessies } from './sessies.ts';

const koekje = 'loket-inlog';
/** How long a person may take to log in. */
const geldigS = 15 * 60;

interface InloggenInit {
  db: Knex;
  log: Logger;
  koekjes: Koekjes;
  sessies: Sessies;
  rp: RelyingParty;
  publicUrl: string;
  diensten: readonly BereikbareDienst[];
  pseudoniem: Pseudoniem;
  schrijf: Schrijver;
}

const inlogRecht = { gegeven: 'sessie', doe: 'schrijven' } as const;

/** Why a login did not succeed; the page of the client says it in words. */
export type InlogFout = 'niet-ingericht' | 'dienst' | 'verlopen' | 'geweigerd' | 'niveau' | 'nummer' | 'rol';

const vraag = z.object({
  dienst: z.optional(z.string()),
  terug: z.optional(z.string()),
  niveau: z._default(z.enum(Object.keys(drempels) as [Drempel, ...Drempel[]]), 'geen'),
});

/** The way to the login service and back: /inloggen and /inloggen/antwoord. Pages, not part of the API. */
export function mountInloggen(router: Router, init: InloggenInit): void {
  const { db, log, koekjes, sessies, rp, publicUrl, diensten, pseudoniem, schrijf } = init;

  const fout = (response: Response, reden: InlogFout, terug = '/') =>
    response.redirect(303, `/inloggen/mislukt?${new URLSearchParams({ reden, ...(terug !== '/' && { terug }) })}`);

  router.get('/inloggen', async (request, response) => {
    response.set('Cache-Control', 'no-store');
    const gevraagd = vraag.safeParse(request.query);
    const { niveau, dienst: id, terug: gevraagdTerug } = gevraagd.data ?? { niveau: 'geen' as const };
    const terug = leesTerug(gevraagdTerug);
    const dienst = diensten.find((een) => een.id === id) ?? (id === undefined ? diensten[0] : undefined);
    if (!dienst) return fout(response, 'niet-ingericht', terug);
    // the cookies are those of one host: who came by another name goes on by ours
    if (request.get('host') !== new URL(publicUrl).host) {
      const hier = new URLSearchParams({ dienst: dienst.id, niveau, terug });
      return response.redirect(303, `${publicUrl}/inloggen?${hier}`);
    }
    try {
      const { naar, bewaar } = await rp.begin(dienst, niveau);
      const poging = randomId();
      await keepInlogpoging(db, hashOf(poging), { ...bewaar, dienst: dienst.id, terug }, geldigS);
      koekjes.set(response, koekje, poging, geldigS);
      return response.redirect(303, naar.href);
    } catch (err) {
      log.error({ err, dienst: dienst.id }, 'the login service does not answer');
      return fout(response, 'dienst', terug);
    }
  });

  router.get('/inloggen/antwoord', async (request, response) => {
    response.set({ 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer' });
    const id = koekjes.read(request, koekje);
    koekjes.clear(response, koekje);
    // an attempt is taken out as it is used: an answer that is sent again finds nothing
    const poging = id ? await takeInlogpoging(db, hashOf(id)) : null;
    const dienst = diensten.find((een) => een.id === poging?.dienst);
    if (!poging || !dienst) return fout(response, 'verlopen');
    const aanmelding = await voltooi(request, dienst, poging);
    if ('afgewezen' in aanmelding) return fout(response, aanmelding.afgewezen, poging.terug);
    await db.transaction(async (trx) => {
      await sessies.begin(request, response, aanmelding, dienst.id, trx);
      await schrijf(
        trx,
        { wie: aanmelding, recht: inlogRecht, bewerking: 'inloggen', trace: traceFrom(undefined), begin: Date.now() },
        { uitkomst: 'gelukt', betrokkenen: [aanmelding.persoon], handeling: 'verzamelen' },
      );
    });
    return response.redirect(303, poging.terug);
  });

  async function voltooi(request: Request, dienst: BereikbareDienst, poging: Inlogpoging) {
    const adres = new URL(request.originalUrl, publicUrl);
    if (adres.searchParams.has('error')) {
      log.info({ dienst: dienst.id, error: adres.searchParams.get('error') }, 'the login service refused a login');
      return { afgewezen: 'geweigerd' as const };
    }
    try {
      return leesAanmelding(dienst, await rp.voltooi(dienst, adres, poging), pseudoniem);
    } catch (error) {
      // the error may carry claims: what goes into the log is its kind
      const { name, code } = error as { name?: string; code?: string };
      log.warn({ name, code, dienst: dienst.id }, 'the answer of the login service was not good');
      return {
        afgewezen: code === 'OAUTH_TIMEOUT' || name === 'TypeError' ? ('dienst' as const) : ('geweigerd' as const),
      };
    }
  }
}
