import type { Router } from 'express';
import type { AppContext } from '../http/context.ts';
import { mount, mountStream } from '../http/mount.ts';
import { invalidInput, notFound } from '../http/problem.ts';
import { magNaar } from '../indienen/domain/status.ts';
import type { Stuk } from '../rapport/domain/stuk.ts';
import { stuurStuk } from '../rapport/pdf/stuur.ts';
import { formatDatum, parseDatum } from '../termijnen/datum.ts';
import { rollen } from '../toegang/domain/rollen.ts';
import { maakStuk } from './besluit.ts';
import { mountBesluiten } from './besluit-routes.ts';
import { stuurZaakBijlage } from './bijlage.ts';
import {
  beoordeelVolledigheid,
  geefZaakTerug,
  hervatBehandeling,
  leesBehandeling,
  leesBesluitVoorbeeld,
  leesWerkvoorraad,
  leesZaakBijlage,
  leesZaakDocument,
  neemZaak,
  rondAf,
  stuurBericht,
  vraagAanvulling,
  vraagAdvies,
} from './contract.ts';
import { toonDossier } from './domain/dossier.ts';
import { aanvulArtikel } from './domain/termijn.ts';
import { betrokkenenVan, createHandel, dagVan, findVoor, geenZaak, hervatting, meldNieuws } from './handel.ts';
import { findDocument, insertAdvies, insertBericht, loadDossier } from './queries.ts';
import { loadVoorraad } from './voorraad/queries.ts';

/** Handling zaken: the work that waits, and what a behandelaar does with a zaak. */
export function mountBehandelen(router: Router, context: AppContext): void {
  const { db, vandaag, mountOptions } = context;
  const handel = createHandel(router, context);

  mount(router, leesWerkvoorraad, mountOptions, async (vraag, _signal, { wie, verantwoord }) => {
    const { zaken, tellingen } = await loadVoorraad(db, vraag, wie, vandaag());
    await verantwoord(db, { betrokkenen: zaken.flatMap(betrokkenenVan) });
    const laatste = zaken.length === vraag.aantal ? zaken.at(-1) : undefined;
    return {
      zaken: zaken.map(({ voorraadOp, eigenaar: _, ...zaak }) => ({ ...zaak, termijnOp: parseDatum(voorraadOp) })),
      volgende: laatste ? `${laatste.voorraadOp}_${laatste.id}` : null,
      tellingen,
    };
  });

  mount(router, leesBehandeling, mountOptions, async ({ id }, _signal, toegang) => {
    await findVoor(db, id, toegang);
    const feiten = await loadDossier(db, id);
    if (!feiten) throw notFound(geenZaak);
    await toegang.verantwoord(db, { betrokkenen: betrokkenenVan(feiten), object: { soort: 'zaak', id } });
    return toonDossier(feiten, toegang.wie, dagVan(vandaag()));
  });

  handel(neemZaak, 'nemen', async ({ stand, wie, wijzig }) => {
    const begint = stand.status === 'ontvangen' && magNaar(stand.zaaktype.verloop, 'ontvangen', 'in-behandeling');
    await wijzig(
      { behandelaar: wie.persoon, behandelaar_naam: wie.naam, ...(begint && { status: 'in-behandeling' }) },
      begint
        ? { soort: 'in-behandeling', tekst: 'De gemeente is begonnen met de behandeling.' }
        : { soort: 'behandelaar', tekst: `${wie.naam} behandelt deze zaak nu.`, intern: true },
    );
  });

  handel(geefZaakTerug, 'teruggeven', ({ wijzig, wie }) =>
    wijzig(
      { behandelaar: null, behandelaar_naam: null },
      { soort: 'behandelaar', tekst: `${wie.naam} gaf deze zaak terug.`, intern: true },
    ),
  );

  handel(beoordeelVolledigheid, 'beoordelen', ({ zaak, wijzig }, { bevindingen }) => {
    const tel = (wat: string) => Object.values(bevindingen).filter((een) => een === wat).length;
    return wijzig(
      { volledigheid: JSON.stringify({ ...zaak.volledigheid, ...bevindingen }) },
      {
        soort: 'volledigheid',
        tekst: `Stukken bekeken: ${tel('aanwezig')} aanwezig, ${tel('ontbreekt')} ${tel('ontbreekt') === 1 ? 'ontbreekt' : 'ontbreken'}.`,
        gegevens: bevindingen,
        intern: true,
      },
    );
  });

  handel(vraagAanvulling, 'aanvulling-vragen', async ({ zaak, stand, vandaag: dag, wijzig }, { wat, uiterlijk }) => {
    const tot = parseDatum(uiterlijk);
    if (!tot || tot <= dag) throw invalidInput([{ veld: 'uiterlijk', melding: 'Kies een dag na vandaag' }]);
    const artikel = aanvulArtikel(stand.zaaktype);
    // a term that is over cannot stand still any more
    const staatStil = zaak.uitersteDatum === null || dag <= zaak.uitersteDatum;
    await wijzig(
      {
        status: 'aanvulling-gevraagd',
        aanvullen_tot: tot,
        aanvulling_gevraagd: wat,
        opgeschort_sinds: staatStil ? dag : null,
      },
      {
        soort: 'aanvulling-gevraagd',
        tekst: `De gemeente vraagt u om aan te vullen, uiterlijk op ${formatDatum(tot)} (${artikel.vragen}): ${wat.join('; ')}.${staatStil ? ` De termijn staat zolang stil (${artikel.stil}).` : ''}`,
        gegevens: { wat, uiterlijk: tot },
      },
    );
  });

  handel(hervatBehandeling, 'hervatten', async ({ zaak, stand, vandaag: dag, wijzig }) => {
    const { wijziging, opgeschorteDagen, uiterlijk } = hervatting(stand, parseDatum(zaak.opgeschortSinds), dag);
    await wijzig(wijziging, {
      soort: 'hervat',
      tekst: `De gemeente gaat verder met de behandeling.${uiterlijk ? ` De nieuwe laatste dag om te beslissen is ${formatDatum(uiterlijk)} (${aanvulArtikel(stand.zaaktype).stil}).` : ''}`,
      gegevens: { opgeschorteDagen },
    });
  });

  handel(vraagAdvies, 'advies-vragen', async ({ trx, zaak, vandaag: dag, wijzig }, invoer) => {
    const { aanRol, vraag, uiterlijk, bijlagen } = invoer;
    if (uiterlijk < dag) throw invalidInput([{ veld: 'uiterlijk', melding: 'Kies vandaag of een latere dag' }]);
    await insertAdvies(trx, { zaak_id: zaak.id, aan_rol: aanRol, vraag, gevraagd_op: dag, uiterlijk }, bijlagen);
    await wijzig(
      {},
      {
        soort: 'advies-gevraagd',
        tekst: `Advies gevraagd aan: ${rollen[aanRol].toLowerCase()}.`,
        gegevens: { aanRol },
      },
    );
  });

  handel(stuurBericht, null, async ({ trx, zaak, wie }, { tekst }) => {
    await insertBericht(trx, { zaak_id: zaak.id, van: 'gemeente', door: wie.persoon, tekst: tekst.trim() });
    await meldNieuws(trx, zaak, 'U hebt een bericht van de behandelaar.');
  });

  handel(rondAf, 'afronden', async ({ stand, zaak, wijzig }, { resultaat, toelichting }) => {
    const eind = stand.status === 'besloten' ? zaak.resultaat : resultaat;
    if (!eind || !stand.zaaktype.verloop.resultaten.includes(eind)) {
      throw invalidInput([{ veld: 'resultaat', melding: 'Kies hoe de zaak is afgelopen' }]);
    }
    await wijzig(
      { status: 'afgehandeld', resultaat: eind, opgeschort_sinds: null },
      { soort: 'afgehandeld', tekst: `De zaak is klaar. ${toelichting}`.trim(), gegevens: { resultaat: eind } },
    );
  });

  mountBesluiten(handel);

  mountStream(router, leesZaakDocument, mountOptions, async ({ id, document }, stroom, toegang) => {
    const zaak = await findVoor(db, id, toegang);
    const gevonden = await findDocument(db, id, document);
    if (!gevonden) throw notFound('Dit document is er niet.');
    await toegang.verantwoord(db, { betrokkenen: betrokkenenVan(zaak), object: { soort: 'zaak', id } });
    await stuurStuk(stroom, gevonden.titel, gevonden.inhoud as Stuk);
  });

  mountStream(router, leesZaakBijlage, mountOptions, async ({ id, bijlage }, stroom, toegang) => {
    const zaak = await findVoor(db, id, toegang);
    await toegang.verantwoord(db, { betrokkenen: betrokkenenVan(zaak), object: { soort: 'zaak', id } });
    await stuurZaakBijlage(context, { zaakId: id, bijlage }, stroom);
  });

  mountStream(router, leesBesluitVoorbeeld, mountOptions, async ({ id }, stroom, toegang) => {
    await findVoor(db, id, toegang);
    const zaak = await loadDossier(db, id);
    if (!zaak?.besluitConcept) throw notFound('Er is nog geen besluit bewaard. Bewaar eerst wat u hebt geschreven.');
    await toegang.verantwoord(db, { betrokkenen: betrokkenenVan(zaak), object: { soort: 'zaak', id } });
    const stuk = maakStuk(zaak, zaak.besluitConcept, dagVan(vandaag()), true);
    await stuurStuk(stroom, `voorbeeld ${zaak.kenmerk}`, stuk);
  });
}
