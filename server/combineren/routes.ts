import type { Response, Router } from 'express';
import * as z from 'zod/mini';
import { EmbeddedDialect } from '../../db/embedded/dialect.ts';
import type { AppContext } from '../http/context.ts';
import { apiBase } from '../http/endpoint.ts';
import { goneSignal, mount } from '../http/mount.ts';
import { invalidInput, notFound, Problem } from '../http/problem.ts';
import { catalogus } from '../lagen/catalogus/index.ts';
import { aanbodVoor } from '../ogc/domain/collecties.ts';
import {
  type Combinatie,
  combinatie,
  downloadMaximum,
  downloadPad,
  downloadVormen,
  leesCombineerLagen,
  leesWaarden,
  objectenMaximum,
  type Schatting,
  schatCombinatie,
  type Uitkomst,
  voerCombinatieUit,
} from './contract.ts';
import { parseCombinatie } from './domain/adres.ts';
import { toCsv, toGeojson } from './domain/bestand.ts';
import { schat } from './domain/schatting.ts';
import { toUitkomst } from './domain/uitkomst.ts';
import { filterbareVelden, type Lagen, readVraag, toCombineerLaag, type Vraag } from './domain/vraag.ts';
import { zinVan } from './domain/zin.ts';
import { type Afbreekbaar, loadMetingen, loadUitkomst, loadWaarden } from './queries.ts';

/** What a statement may take: to answer, and to estimate or list. */
const uitvoerMs = 20_000;
const schatMs = 8_000;
/** The most work per engine. The embedded engine is slower and cannot be stopped, so it stays well within patience. */
const grenzen = { server: { microseconden: 20_000_000 }, embedded: { microseconden: 2_500_000 } };
/** How many may be answered at the same time, so that the map keeps connections to the database. */
const tegelijk = 3;

const tekst = z._default(z.string().check(z.maxLength(4_000)), '');
const downloadVraag = z.object({ toon: tekst, die: tekst, en: tekst, vorm: z.enum(downloadVormen) });

export function mountCombineren(router: Router, { db, vandaag, mountOptions }: AppContext): void {
  const isServer = !(db.client instanceof EmbeddedDialect);
  const grens = isServer ? grenzen.server : grenzen.embedded;
  const { collecties } = aanbodVoor(catalogus, ['iedereen']);
  const lagen: Lagen = new Map(
    catalogus.flatMap((laag) => {
      const collectie = collecties.get(laag.id);
      return collectie ? [[laag.id, { laag, collectie }] as const] : [];
    }),
  );
  const combineerLagen = [...lagen.values()].map(toCombineerLaag);
  const binnen = (limietMs: number, signal: AbortSignal): Afbreekbaar => ({ signal, limietMs, isServer });
  let bezig = 0;

  const lees = (gevraagd: Combinatie): Vraag => {
    const gelezen = readVraag(gevraagd, lagen, vandaag());
    if ('fouten' in gelezen) throw invalidInput(gelezen.fouten);
    return gelezen.vraag;
  };

  const schatVraag = async (vraag: Vraag, signal: AbortSignal): Promise<Schatting> =>
    schat(vraag, await loadMetingen(db, vraag, binnen(schatMs, signal)), grens);

  const voerUit = async (vraag: Vraag, maximum: number, signal: AbortSignal): Promise<Uitkomst> => {
    if (bezig >= tegelijk) throw teDruk();
    bezig += 1;
    try {
      const { teGroot } = await schatVraag(vraag, signal);
      if (teGroot !== null) throw teGrootProbleem(teGroot);
      return toUitkomst(vraag, await loadUitkomst(db, vraag, maximum, binnen(uitvoerMs, signal)));
    } catch (error) {
      throw signal.aborted ? afgebroken() : error;
    } finally {
      bezig -= 1;
    }
  };

  mount(router, leesCombineerLagen, mountOptions, async () => ({ lagen: combineerLagen }));

  mount(router, leesWaarden, mountOptions, async ({ laag: id, veld }, signal) => {
    const laag = lagen.get(id);
    if (!laag) throw notFound(`Er is geen laag "${id}".`);
    const eigenschap = filterbareVelden(laag.collectie).get(veld);
    if (!eigenschap) throw notFound(`${laag.collectie.titel} heeft geen veld "${veld}".`);
    const { toon } = lees({ toon: { laag: id, filters: [], van: null, tot: null }, voorwaarden: [] });
    return loadWaarden(db, toon, eigenschap, binnen(schatMs, signal));
  });

  mount(router, schatCombinatie, mountOptions, async (gevraagd, signal) => schatVraag(lees(gevraagd), signal));

  mount(router, voerCombinatieUit, mountOptions, async (gevraagd, signal) =>
    voerUit(lees(gevraagd), objectenMaximum, signal),
  );

  router.get(`${apiBase}${downloadPad}`, async (request, response) => {
    const gelezen = downloadVraag.safeParse(request.query);
    if (!gelezen.success) {
      throw invalidInput(gelezen.error.issues.map(({ path, message }) => ({ veld: path.join('.'), melding: message })));
    }
    const { vorm, ...adres } = gelezen.data;
    const gevraagd = combinatie.safeParse(parseCombinatie(adres));
    if (!gevraagd.success) throw invalidInput([{ veld: 'toon', melding: 'deze vraag is niet te lezen' }]);
    const vraag = lees(gevraagd.data);
    const uitkomst = await voerUit(vraag, downloadMaximum, goneSignal(response));
    if (uitkomst.meer) {
      throw teGrootProbleem(
        `Een bestand heeft hoogstens ${downloadMaximum.toLocaleString('nl-NL')} objecten. Maak de vraag kleiner met een filter of een kortere periode.`,
      );
    }
    sendBestand(
      response,
      vorm,
      vorm === 'csv' ? toCsv(vraag, uitkomst) : toGeojson(vraag, uitkomst, zinVan(gevraagd.data, combineerLagen)),
    );
  });
}

function sendBestand(response: Response, vorm: 'csv' | 'geojson', inhoud: string): void {
  response
    .set({ 'API-Version': '1.0.0', 'Cache-Control': 'no-store' })
    .set('Content-Type', vorm === 'csv' ? 'text/csv; charset=utf-8; header=present' : 'application/geo+json')
    .set('Content-Disposition', `attachment; filename="combinatie.${vorm}"`)
    .send(inhoud);
}

const teGrootProbleem = (detail: string) =>
  new Problem({ status: 422, type: 'combinatie-te-groot', title: 'Deze vraag is te groot', detail });

const teDruk = () =>
  new Problem({
    status: 503,
    type: 'te-druk',
    title: 'Het is nu te druk',
    detail: 'Er worden al andere combinaties uitgerekend. Probeer het over een halve minuut opnieuw.',
  });

/** Nobody waits for it any more: it is only for the log of a proxy. */
const afgebroken = () =>
  new Problem({ status: 499, type: 'afgebroken', title: 'Afgebroken', detail: 'De vrager wacht niet meer.' });
