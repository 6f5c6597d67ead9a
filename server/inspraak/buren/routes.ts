import type { Router } from 'express';
import type { Knex } from 'knex';
import { zaaktypeOf } from '../../behandelen/domain/dossier.ts';
import { zienswijzenTot } from '../../behandelen/domain/termijn.ts';
import { betrokkenenVan, dagVan, findVoor, geenZaak, kanNuNiet } from '../../behandelen/handel.ts';
import { wijzigZaak } from '../../behandelen/queries.ts';
import { stuurBestand } from '../../bijlagen/stuur.ts';
import { schrijfCsv } from '../../combineren/domain/csv.ts';
import type { AppContext } from '../../http/context.ts';
import { mount, mountStream } from '../../http/mount.ts';
import { invalidInput, notFound } from '../../http/problem.ts';
import type { Toegang } from '../../http/toegang.ts';
import { geefOpdracht } from '../../opdrachten/boss.ts';
import { parseDatum } from '../../termijnen/datum.ts';
import type { Persoon } from '../../toegang/domain.ts';
import { inhoudHashVan, nummerBestaat } from '../nummer.ts';
import {
  type Burenbrief,
  burenMaximum,
  leesBuren,
  leesBurenbrief,
  leesBurenbriefCsv,
  leesBurenbriefPdf,
  maakBurenbrief,
} from './contract.ts';
import { type Keuze, schrijfKeuze, stelBriefVoor } from './domain/brief.ts';
import { burenbrievenMaken, maakBrievenPdf } from './maken.ts';
import { type BurenbriefRij, findBurenbrief, insertBurenbrief, loadBuren } from './queries.ts';

interface Gekozen {
  afstand?: number | undefined;
  buurt?: string | undefined;
}

/** @throws Problem 404 when there is no such zaak, 400 when there is no such buurt */
async function loadGekozen(db: Knex, zaakId: string, { afstand, buurt }: Gekozen) {
  const feiten = await loadBuren(db, {
    zaakId,
    afstand: afstand ?? null,
    buurt: buurt ?? null,
    maximum: burenMaximum,
  });
  if (!feiten) throw notFound(geenZaak);
  const { gebied, buurtNaam } = feiten;
  if (!gebied) throw invalidInput([{ veld: 'buurt', melding: 'Kies een buurt uit de lijst' }]);
  const keuze: Keuze = buurt === undefined ? { afstand: afstand ?? 0 } : { buurt, naam: buurtNaam ?? buurt };
  return { feiten, gebied, keuze };
}

/** Keeps a letter with the adressen of now, and notes at the zaak that it was made; nothing where it is there already. */
async function schrijfBrief(
  trx: Knex,
  invoer: Gekozen & {
    id: string;
    brief: string;
    inhoudHash: string;
    eigenPerceel: boolean;
    titel: string;
    tekst: string;
  },
  wie: Persoon,
): Promise<void> {
  const { id, brief, inhoudHash, eigenPerceel } = invoer;
  const { feiten, keuze } = await loadGekozen(trx, id, invoer);
  if (feiten.behandelaar !== wie.persoon) throw kanNuNiet('Neem eerst de zaak in behandeling.');
  const adressen = feiten.adressen
    .filter((een) => eigenPerceel || !een.eigenPerceel)
    .map(({ geometrie: _, ...buur }) => buur);
  if (adressen.length === 0) throw kanNuNiet('Hier zijn geen adressen. Kies een grotere afstand of een buurt.');
  if (feiten.aantal > burenMaximum) {
    throw kanNuNiet(
      `Dit zijn ${feiten.aantal.toLocaleString('nl-NL')} adressen. Kies een kleiner gebied, met ten hoogste ${burenMaximum.toLocaleString('nl-NL')}.`,
    );
  }
  const titel = invoer.titel.trim();
  const tekst = invoer.tekst.trim();
  const nieuw = { id: brief, zaakId: id, keuze, titel, tekst, adressen, inhoudHash, door: wie.persoon };
  if (!(await insertBurenbrief(trx, nieuw))) return;
  await geefOpdracht(trx, burenbrievenMaken, { zaakId: id, brief });
  const gebeurtenis = {
    soort: 'burenbrief',
    tekst: `Brief gemaakt voor ${adressen.length.toLocaleString('nl-NL')} adressen ${schrijfKeuze(keuze)}: ${titel}.`,
    gegevens: { burenbrief: brief, keuze },
    intern: true,
  };
  await wijzigZaak(trx, id, wie.rol, {}, gebeurtenis);
}

/** A set of letters, as the list has it. */
const toonBrief = ({ id, titel, keuze, adressen, gemaaktOp, geschreven, sleutel }: BurenbriefRij): Burenbrief => ({
  id,
  titel,
  keuze: schrijfKeuze(keuze),
  aantal: adressen.length,
  gemaaktOp,
  geschreven,
  klaar: sleutel !== null,
});

const standen = { geheel: 'bekend', deels: 'deels', niets: 'geen-gegevens' } as const;

/** The neighbours of a plan: who lives where, without names, and a letter to each adres. */
export function mountBuren(router: Router, { db, vandaag, mountOptions, publicUrl, diensten }: AppContext): void {
  mount(router, leesBuren, mountOptions, async ({ id, ...gekozen }, _signal, toegang) => {
    await findVoor(db, id, toegang);
    const { feiten, gebied, keuze } = await loadGekozen(db, id, gekozen);
    await toegang.verantwoord(db, { betrokkenen: betrokkenenVan(feiten), object: { soort: 'zaak', id } });
    const { kenmerk, plaats, vanaf, buurten, aantal, adressen, bronnen, initiatief, terInzageOp } = feiten;
    const terInzage = feiten.status === 'ontwerp-ter-inzage' ? parseDatum(terInzageOp) : null;
    const tot = terInzage && zienswijzenTot(terInzage);
    const dag = dagVan(vandaag());
    const reagerenTot = parseDatum(initiatief?.reagerenTot);
    return {
      kenmerk,
      plaats,
      vanaf,
      keuze: schrijfKeuze(keuze),
      gebied,
      buurten,
      stand: standen[feiten.dekking],
      aantal,
      adressen,
      bronnen,
      voorstel: stelBriefVoor(
        {
          kenmerk,
          ding: zaaktypeOf(feiten.zaaktype).ding,
          plaats,
          gemeente: feiten.gemeente,
          omschrijving: feiten.omschrijving,
          zienswijzenTot: tot && tot >= dag ? tot : null,
          initiatief: initiatief && { reagerenTot: reagerenTot && reagerenTot >= dag ? reagerenTot : null },
          bekendmaking: feiten.bekendmaking,
        },
        publicUrl,
      ),
      brieven: feiten.brieven.map((brief) => ({ ...brief, keuze: schrijfKeuze(brief.keuze) })),
    };
  });

  mount(router, maakBurenbrief, mountOptions, async ({ id, brief, ...gevraagd }, _signal, toegang) => {
    const zaak = await findVoor(db, id, toegang);
    const inhoudHash = inhoudHashVan(gevraagd);
    return db.transaction(async (trx) => {
      const eerder = await findBurenbrief(trx, id, brief);
      if (!eerder) await schrijfBrief(trx, { id, brief, inhoudHash, ...gevraagd }, toegang.wie);
      await toegang.verantwoord(trx, { betrokkenen: betrokkenenVan(zaak), object: { soort: 'zaak', id } });
      const gemaakt = eerder ?? (await findBurenbrief(trx, id, brief));
      if (!gemaakt) throw notFound('Deze brief is er niet.');
      if (gemaakt.inhoudHash !== inhoudHash) {
        throw nummerBestaat(
          `Hiermee is eerder een andere brief gemaakt: ${gemaakt.titel}. Kies een nieuw nummer om deze te maken.`,
        );
      }
      return toonBrief(gemaakt);
    });
  });

  const findBrief = async (id: string, brief: string) => {
    const gevonden = await findBurenbrief(db, id, brief);
    if (!gevonden) throw notFound('Deze brief is er niet. Kijk bij de zaak welke brieven er zijn.');
    return gevonden;
  };

  mount(router, leesBurenbrief, mountOptions, async ({ id, brief }, _signal, toegang) => {
    const zaak = await findVoor(db, id, toegang);
    const gevonden = await findBrief(id, brief);
    await toegang.verantwoord(db, { betrokkenen: betrokkenenVan(zaak), object: { soort: 'zaak', id } });
    return toonBrief(gevonden);
  });

  /** What leaves the loket is logged as given out. */
  const haalOp = async (id: string, brief: string, toegang: Toegang) => {
    const zaak = await findVoor(db, id, toegang);
    const gevonden = await findBrief(id, brief);
    await toegang.verantwoord(db, {
      betrokkenen: betrokkenenVan(zaak),
      object: { soort: 'burenbrief', id: brief },
      handeling: 'verstrekken',
    });
    return gevonden;
  };

  mountStream(router, leesBurenbriefPdf, mountOptions, async ({ id, brief }, stroom, toegang) => {
    const gevonden = await haalOp(id, brief, toegang);
    const naam = `brieven ${gevonden.kenmerk}.pdf`;
    const { sleutel } = gevonden;
    if (sleutel !== null) {
      await stuurBestand(diensten.opslag, { sleutel, naam, mediatype: 'application/pdf' }, stroom);
      return;
    }
    // not kept yet, such as one of before they were: made for who asks
    const pdf = await maakBrievenPdf(gevonden);
    stroom.response.type('application/pdf').attachment(naam).send(pdf);
  });

  mountStream(router, leesBurenbriefCsv, mountOptions, async ({ id, brief }, { response }, toegang) => {
    const { kenmerk, adressen } = await haalOp(id, brief, toegang);
    const csv = schrijfCsv(
      ['nummeraanduiding', 'straat_en_huisnummer', 'postcode_en_plaats', 'woning', 'op_eigen_perceel', 'afstand_m'],
      adressen.map((een) => [een.id, een.straatregel, een.plaatsregel, een.woning, een.eigenPerceel, een.afstandM]),
    );
    response
      .set('Content-Type', 'text/csv; charset=utf-8; header=present')
      .attachment(`adressen ${kenmerk}.csv`)
      .send(csv);
  });
}
