import type { Router } from 'express';
import type { Knex } from 'knex';
import type { AppContext } from '../http/context.ts';
import { apiBase } from '../http/endpoint.ts';
import { meldingVan } from '../http/meldingen.ts';
import { mount, mountStream } from '../http/mount.ts';
import { invalidInput, notFound, Problem } from '../http/problem.ts';
import { sha256 } from '../rapport/hash.ts';
import { parseDatum } from '../termijnen/datum.ts';
import { hashOf } from '../toegang/koekjes.ts';
import {
  bevestigAbonnement,
  bevestigDagen,
  leesAbonnement,
  leesFeed,
  meldAf,
  tekenGrenzen,
  type VolgGebied,
  volg,
  volgGebied,
  wijzigAbonnement,
} from './contract.ts';
import { abonnementPad, alGevolgdMail, bevestigMail } from './domain/berichten.ts';
import { leesGebiedAdres, schrijfGebied, schrijfGebiedAdres } from './domain/gebied.ts';
import { onderwerpenAlle } from './domain/nieuws.ts';
import { maakFeed } from './feed.ts';
import { loadNieuws } from './nieuws/queries.ts';
import {
  bevestig,
  deleteAbonnement,
  findAbonnement,
  findGebied,
  type GevondenGebied,
  insertAbonnement,
  updateAbonnement,
} from './queries.ts';
import { stuurMail } from './stuur.ts';

const grenzen = { perAdres: 5, perUur: 2_000, gebieden: 20 } as const;
/** Besluiten in a feed: readers ask often, and want what is new. */
const feedMaximum = 50;

export function mountVolgen(router: Router, { db, vandaag, mountOptions, publicUrl }: AppContext): void {
  mount(router, volg, mountOptions, async ({ gebied, onderwerpen, hoeVaak, email }, _signal, { verantwoord }) => {
    const gevonden = await zoekGebied(db, gebied);
    const { naam } = gevonden;
    await db.transaction(async (trx) => {
      const nieuw = await insertAbonnement(trx, { ...gevonden, email, onderwerpen, hoeVaak }, grenzen);
      if (nieuw === 'te-druk') throw teDruk();
      await verantwoord(trx, {
        betrokkenen: [],
        ...(nieuw !== 'genoeg' && { object: { soort: 'abonnement', id: nieuw.id } }),
        handeling: 'verzamelen',
      });
      if (nieuw === 'genoeg') return;
      await stuurMail(trx, { id: nieuw.id, email, gevraagd: true, publicUrl }, (afzender) =>
        nieuw.bevestigd
          ? alGevolgdMail({ naam }, afzender)
          : bevestigMail({ naam, onderwerpen, dagen: bevestigDagen }, afzender),
      );
    });
    return { naam, bevestigDagen };
  });

  /** Whoever has the secret of a mail, has that mailbox. */
  const vind = async (trx: Knex, sleutel: string) => {
    const gevonden = await findAbonnement(trx, hashOf(sleutel));
    if (!gevonden) throw notFound(vervallen);
    return gevonden;
  };

  mount(router, leesAbonnement, mountOptions, async ({ sleutel }, _signal, { verantwoord }) => {
    const { id, ...abonnement } = await vind(db, sleutel);
    await verantwoord(db, { betrokkenen: [], object: { soort: 'abonnement', id } });
    return abonnement;
  });

  mount(router, bevestigAbonnement, mountOptions, ({ sleutel }, _signal, { verantwoord }) =>
    db.transaction(async (trx) => {
      const { id, ...abonnement } = await vind(trx, sleutel);
      await bevestig(trx, id);
      await verantwoord(trx, { betrokkenen: [], object: { soort: 'abonnement', id } });
      return { ...abonnement, bevestigd: true };
    }),
  );

  mount(router, wijzigAbonnement, mountOptions, async ({ sleutel, gebied, ...keuze }, _signal, { verantwoord }) => {
    const gevonden = gebied ? await zoekGebied(db, gebied) : null;
    return db.transaction(async (trx) => {
      const { id } = await vind(trx, sleutel);
      if (!(await updateAbonnement(trx, id, { gebied: gevonden, ...keuze }))) throw alGevolgd();
      await verantwoord(trx, { betrokkenen: [], object: { soort: 'abonnement', id } });
      const { id: _, ...abonnement } = await vind(trx, sleutel);
      return abonnement;
    });
  });

  mountStream(router, meldAf, mountOptions, async ({ sleutel }, { response, slaag }, { verantwoord }) => {
    await db.transaction(async (trx) => {
      const gevonden = await findAbonnement(trx, hashOf(sleutel));
      if (gevonden) await deleteAbonnement(trx, gevonden.id);
      await verantwoord(trx, {
        betrokkenen: [],
        ...(gevonden && { object: { soort: 'abonnement', id: gevonden.id } }),
        handeling: 'vernietigen',
      });
    });
    await slaag();
    response.json({ gestopt: true });
  });

  // a mail program without that button opens the same address: there stands the page with one
  router.get(`${apiBase}${meldAf.path}`, (request, response) => {
    const gelezen = meldAf.input.safeParse(request.query);
    response.set('Cache-Control', 'no-store').redirect(303, `${abonnementPad}#${gelezen.data?.sleutel ?? ''}`);
  });

  mountStream(router, leesFeed, mountOptions, async ({ onderwerpen, ...adres }, { request, response }) => {
    const gelezen = volgGebied.safeParse(leesGebiedAdres(adres), { error: meldingVan });
    if (!gelezen.success) throw invalidInput([{ veld: '', melding: feedVraag }]);
    const gebied = gelezen.data;
    const dag = parseDatum(vandaag());
    if (!dag) throw new Error('Today is not a day');
    const { naam, geom, straalM } = await zoekGebied(db, gebied);
    const query = new URLSearchParams(schrijfGebiedAdres(gebied));
    if (onderwerpen) query.set('onderwerpen', onderwerpen.join(','));
    const nieuws = await loadNieuws(db, {
      geom,
      straalM,
      onderwerpen: onderwerpen ?? onderwerpenAlle,
      maximum: feedMaximum,
      vandaag: dag,
    });
    const eigenAdres = `${publicUrl}${apiBase}${leesFeed.path}?${query}`;
    const feed = maakFeed(nieuws, { naam, adres: eigenAdres, publicUrl, vandaag: dag });
    response.set({ ETag: `"${sha256(feed)}"`, 'Cache-Control': 'public, max-age=300' });
    if (request.fresh) response.status(304).end();
    else response.type('application/atom+xml; charset=utf-8').send(feed);
  });
}

/** @throws Problem when there is no such buurt or wijk, or what was drawn is no area */
async function zoekGebied(db: Knex, gebied: VolgGebied): Promise<GevondenGebied> {
  const gevonden = await findGebied(db, gebied);
  if (!gevonden) throw notFound('Deze buurt of wijk kennen wij niet. Zoek een adres en kies van daaruit.');
  const fout = (melding: string) => invalidInput([{ veld: 'gebied', melding }]);
  if (gevonden === 'kruist') throw fout('De grens van het gebied kruist zichzelf. Teken hem opnieuw.');
  const { naam, geom, m2 } = gevonden;
  if (gebied.soort === 'gebied' && m2 < tekenGrenzen.kleinsteM2) throw fout('Het gebied is kleiner dan 1 m².');
  if (gebied.soort === 'gebied' && m2 > tekenGrenzen.grootsteM2) {
    throw fout('Het gebied is groter dan 25 km². Teken een kleiner gebied, of volg een wijk.');
  }
  const straalM = gebied.soort === 'plek' ? gebied.straal : 0;
  return { soort: gebied.soort, naam: schrijfGebied(gebied, naam, m2), geom, straalM, keuze: gebied };
}

const vervallen =
  'U bent al gestopt, of u hebt niet op tijd bevestigd. Wilt u weer berichten? Vraag ze dan opnieuw aan.';

const feedVraag =
  'Noem één plek (x, y en straal), één buurt, één wijk of één vlak (x,y,x,y,… in RD-meters, minstens drie hoeken).';

const alGevolgd = () =>
  new Problem({
    status: 409,
    type: 'al-gevolgd',
    title: 'U volgt dit gebied al',
    detail: 'U krijgt al berichten over dit gebied. Kies een ander gebied, of stop deze berichten.',
  });

const teDruk = () =>
  new Problem({
    status: 429,
    type: 'te-druk',
    title: 'Het is nu erg druk',
    detail: 'Probeer het over een uur opnieuw, of gebruik de feed.',
  });
