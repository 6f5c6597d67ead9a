import type { Router } from 'express';
import type { Knex } from 'knex';
import type * as z from 'zod/mini';
import { maakBekend } from '../behandelen/besluit.ts';
import { stuurZaakBijlage } from '../behandelen/bijlage.ts';
import { standVan } from '../behandelen/domain/dossier.ts';
import { aanvulArtikel } from '../behandelen/domain/termijn.ts';
import { betrokkenenVan, dagVan, hervatting, kanNuNiet } from '../behandelen/handel.ts';
import {
  findDocument,
  type Gebeurtenis,
  insertBericht,
  loadDossier,
  wijzigZaak,
  type ZaakWijziging,
} from '../behandelen/queries.ts';
import { verplaatsBijlagen } from '../bijlagen/queries.ts';
import type { AppContext } from '../http/context.ts';
import type { Endpoint } from '../http/endpoint.ts';
import { mount, mountStream } from '../http/mount.ts';
import { notFound } from '../http/problem.ts';
import type { Toegang } from '../http/toegang.ts';
import { draagOver } from '../overdracht/overdragen.ts';
import type { Stuk } from '../rapport/domain/stuk.ts';
import { stuurStuk } from '../rapport/pdf/stuur.ts';
import { type Datum, formatDatum, parseDatum } from '../termijnen/datum.ts';
import type { Persoon } from '../toegang/domain.ts';
import {
  beoordeelZaak,
  heropen,
  leesDocument,
  leesEigenBijlage,
  leesUitvoer,
  leesZaak,
  leesZaken,
  neemOver,
  schrijfBericht,
  trekIn,
  vulAan,
  wijzigContact,
  type zaak as zaakVorm,
} from './contract.ts';
import {
  findZaak,
  loadUitvoer,
  loadZaken,
  markeerGelezen,
  writeContact,
  writeGemachtigde,
  writeTevredenheid,
  type ZaakFeiten,
} from './queries.ts';
import { toonKop, toonZaak } from './toon.ts';

const nietHier = 'Deze zaak is er niet. Kijk in uw lijst met zaken, of log in als de persoon die hem indiende.';

type Daad = Endpoint<z.ZodMiniType, typeof zaakVorm, { gegeven: 'eigenDossier'; doe: 'schrijven' }>;

/** What a person does with a zaak of his own. */
interface Handelen {
  trx: Knex;
  zaak: ZaakFeiten;
  wie: Persoon;
  vandaag: Datum;
  kan: ReturnType<typeof toonZaak>['kan'];
  wijzig(wijziging: ZaakWijziging, gebeurtenis: Gebeurtenis): Promise<void>;
}

/** Mijn zaken: of who is logged in, or of who gave him a machtiging. */
export function mountZaken(router: Router, context: AppContext): void {
  const { db, vandaag, mountOptions, diensten } = context;
  /** @throws Problem 404, the same for what is not there and for what is somebody else's; the last is logged */
  const findEigen = async (id: string, toegang: Toegang): Promise<ZaakFeiten> => {
    const zaak = await findZaak(db, id);
    if (!zaak) throw notFound(nietHier);
    if (zaak.eigenaar !== toegang.wie.eigenaar) throw await toegang.nietVanU({ soort: 'zaak', id }, nietHier);
    return zaak;
  };

  mount(router, leesZaken, mountOptions, async (_vraag, _signal, { wie, verantwoord }) => {
    const zaken = await loadZaken(db, wie.eigenaar);
    await verantwoord(db, { betrokkenen: [wie.eigenaar] });
    const dag = dagVan(vandaag());
    return { zaken: zaken.map((zaak) => toonKop(zaak, dag)) };
  });

  mount(router, leesUitvoer, mountOptions, async (_vraag, _signal, { wie, verantwoord }) => {
    const zaken = await loadUitvoer(db, wie.eigenaar);
    await verantwoord(db, { betrokkenen: [wie.eigenaar], handeling: 'verstrekken' });
    const dag = dagVan(vandaag());
    return { gemaaktOp: new Date().toISOString(), zaken: zaken.map((zaak) => toonZaak(zaak, wie, dag)) };
  });

  mount(router, leesZaak, mountOptions, async ({ id }, _signal, toegang) => {
    const zaak = await findEigen(id, toegang);
    await markeerGelezen(db, id);
    await toegang.verantwoord(db, { betrokkenen: betrokkenenVan(zaak), object: { soort: 'zaak', id } });
    return toonZaak(zaak, toegang.wie, dagVan(vandaag()));
  });

  const handel = <E extends Daad>(
    operation: E,
    nodig: keyof Handelen['kan'] | null,
    doe: (handelen: Handelen, invoer: z.infer<E['input']>) => Promise<void>,
  ) =>
    mount(router, operation, mountOptions, async (ruw, _signal, toegang) => {
      const invoer = ruw as z.infer<E['input']> & { id: string };
      const { id } = invoer;
      const { wie } = toegang;
      await findEigen(id, toegang);
      const dag = dagVan(vandaag());
      return db.transaction(async (trx) => {
        const zaak = await findZaak(trx, id, true);
        if (!zaak) throw notFound(nietHier);
        const { kan } = toonZaak(zaak, wie, dag);
        if (nodig && !kan[nodig])
          throw kanNuNiet('Dat kan nu niet (meer) met deze zaak. Ververs de pagina om te zien hoe hij ervoor staat.');
        const wijzig: Handelen['wijzig'] = (wijziging, gebeurtenis) =>
          wijzigZaak(trx, id, wie.rol, wijziging, gebeurtenis);
        await doe({ trx, zaak, wie, vandaag: dag, kan, wijzig }, invoer);
        await draagOver(trx, diensten.zaaksystemen, id);
        await toegang.verantwoord(trx, { betrokkenen: betrokkenenVan(zaak), object: { soort: 'zaak', id } });
        const nu = await findZaak(trx, id);
        if (!nu) throw new Error(`The zaak ${id} went away while it was locked`);
        return toonZaak(nu, wie, dag);
      });
    });

  handel(schrijfBericht, null, ({ trx, zaak, wie }, { tekst }) =>
    insertBericht(trx, { zaak_id: zaak.id, van: 'aanvrager', door: wie.persoon, tekst: tekst.trim() }),
  );

  handel(vulAan, 'aanvullen', async ({ trx, zaak, wie, vandaag: dag, wijzig }, { concept, toelichting }) => {
    const namen = concept
      ? await verplaatsBijlagen(trx, { zaakId: zaak.id }, { conceptId: concept, eigenaar: wie.eigenaar })
      : [];
    if (namen.length === 0 && toelichting.trim() === '') {
      throw kanNuNiet('Stuur een bestand mee, of schrijf wat wij moeten weten.');
    }
    const tekst = toelichting.trim();
    if (tekst) await insertBericht(trx, { zaak_id: zaak.id, van: 'aanvrager', door: wie.persoon, tekst });
    const gestuurd = namen.length > 0 ? `: ${namen.join(', ')}` : '';
    if (zaak.status !== 'aanvulling-gevraagd') {
      await wijzig({}, { soort: 'aangevuld', tekst: `De aanvrager stuurde iets na${gestuurd}.` });
      return;
    }
    const stand = standVan({ ...zaak, behandelaar: null });
    const { wijziging, opgeschorteDagen, uiterlijk } = hervatting(stand, parseDatum(zaak.opgeschortSinds), dag);
    await wijzig(wijziging, {
      soort: 'aangevuld',
      tekst: `De aanvrager vulde aan${gestuurd}.${uiterlijk ? ` De termijn loopt weer; de gemeente beslist uiterlijk op ${formatDatum(uiterlijk)} (${aanvulArtikel(stand.zaaktype).stil}).` : ''}`,
      gegevens: { opgeschorteDagen },
    });
  });

  handel(trekIn, 'intrekken', async ({ trx, zaak: { id, bekendmakingen }, vandaag: dag, wijzig }, { reden }) => {
    // who read that it was coming, reads that it is not
    const zaak = bekendmakingen.length > 0 ? await loadDossier(trx, id) : null;
    if (zaak?.publiekeOmschrijving) {
      await maakBekend({ trx, zaak, stand: standVan(zaak), vandaag: dag }, 'ingetrokken', zaak.publiekeOmschrijving);
    }
    await wijzig(
      { status: 'ingetrokken', resultaat: 'ingetrokken', opgeschort_sinds: null },
      { soort: 'ingetrokken', tekst: `De aanvrager heeft dit ingetrokken. ${reden}`.trim() },
    );
  });

  handel(neemOver, 'overnemen', async ({ trx, zaak, wie, wijzig }) => {
    await writeGemachtigde(trx, zaak.id, wie.persoon);
    await wijzig({}, { soort: 'gemachtigde', tekst: `${wie.naam} gaat als gemachtigde verder met deze zaak.` });
  });

  handel(heropen, 'heropenen', ({ wijzig }, { reden }) =>
    wijzig(
      { status: 'in-behandeling', resultaat: null },
      { soort: 'heropend', tekst: `De melder heeft dit opnieuw geopend: ${reden.trim()}` },
    ),
  );

  handel(beoordeelZaak, 'beoordelen', ({ trx, zaak }, { cijfer, toelichting }) =>
    writeTevredenheid(trx, { zaak_id: zaak.id, cijfer, toelichting: toelichting.trim() }),
  );

  handel(wijzigContact, null, async ({ trx, zaak, wijzig }, { email, telefoon }) => {
    await writeContact(trx, zaak.id, { email, telefoon });
    await wijzig({}, { soort: 'contact', tekst: 'De contactgegevens zijn verbeterd.' });
  });

  mountStream(router, leesEigenBijlage, mountOptions, async ({ id, bijlage }, stroom, toegang) => {
    const zaak = await findEigen(id, toegang);
    await toegang.verantwoord(db, { betrokkenen: betrokkenenVan(zaak), object: { soort: 'zaak', id } });
    await stuurZaakBijlage(context, { zaakId: id, bijlage }, stroom);
  });

  mountStream(router, leesDocument, mountOptions, async ({ id, document }, stroom, toegang) => {
    const zaak = await findEigen(id, toegang);
    const gevonden = await findDocument(db, id, document);
    if (!gevonden?.zichtbaar) throw notFound('Dit document is er niet.');
    await toegang.verantwoord(db, { betrokkenen: betrokkenenVan(zaak), object: { soort: 'zaak', id } });
    await stuurStuk(stroom, gevonden.titel, gevonden.inhoud as Stuk);
  });
}
