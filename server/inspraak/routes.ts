import type { Router } from 'express';
import { dagVan } from '../behandelen/handel.ts';
import { findBijlage } from '../bijlagen/queries.ts';
import { stuurBestand } from '../bijlagen/stuur.ts';
import type { AppContext } from '../http/context.ts';
import { mount, mountStream } from '../http/mount.ts';
import { notFound } from '../http/problem.ts';
import type { Toegang } from '../http/toegang.ts';
import { stuurStuk } from '../rapport/pdf/stuur.ts';
import { reactietermijn } from '../termijnen/reactietermijn.ts';
import {
  geefZienswijze,
  leesInspraak,
  leesZienswijzeBijlage,
  leesZienswijzen,
  leesZienswijzePdf,
  zienswijzenMaximum,
} from './contract.ts';
import { maakOntvangstStuk } from './domain/bevestiging.ts';
import { wegVan } from './domain/weg.ts';
import { geenBesluit, geenZienswijze, neemZienswijze, toonZienswijze } from './geven.ts';
import { findBesluit, findZienswijze, loadZienswijzen, type ZienswijzeRij } from './queries.ts';
import { besluitStandVan } from './stand.ts';

/** Who lives near has a say: on an ontwerp, and on a plan that is being made. */
export function mountInspraak(router: Router, context: AppContext): void {
  const { db, vandaag, mountOptions, diensten } = context;
  mount(router, leesInspraak, mountOptions, async ({ besluit }) => {
    const rij = await findBesluit(db, besluit);
    if (!rij) throw notFound(geenBesluit);
    const dag = dagVan(vandaag());
    const stand = besluitStandVan(rij);
    const { identificatie, soort, titel, bevoegdGezag, gepubliceerd, url, punt, initiatief, later } = rij;
    return {
      identificatie,
      soort,
      titel,
      bevoegdGezag,
      gepubliceerd,
      url,
      punt,
      reactie: reactietermijn(stand, dag),
      weg: wegVan(stand, dag),
      initiatief: initiatief?.kenmerk ?? null,
      later,
    };
  });

  mount(router, geefZienswijze, mountOptions, (invoer, _signal, toegang) => neemZienswijze(context, invoer, toegang));

  mount(router, leesZienswijzen, mountOptions, async ({ zaak = null }, _signal, { wie, bereik, verantwoord }) => {
    const van = bereik === 'O' ? { eigenaar: wie.eigenaar } : { gezag: wie.bevoegdGezag };
    const { totaal, zienswijzen } = await loadZienswijzen(db, van, zaak, zienswijzenMaximum);
    await verantwoord(db, {
      betrokkenen: bereik === 'O' ? [wie.eigenaar] : zienswijzen.map(({ eigenaar }) => eigenaar),
      ...(zaak && { object: { soort: 'zaak', id: zaak } }),
    });
    return { totaal, zienswijzen: zienswijzen.map(toonZienswijze) };
  });

  /** One that who asks may read: his own, or one of his gemeente. That he read it is logged. */
  const findLeesbaar = async (id: string, toegang: Toegang): Promise<ZienswijzeRij> => {
    const { wie, bereik } = toegang;
    const rij = await findZienswijze(db, id);
    if (!rij) throw notFound(geenZienswijze);
    const mag = bereik === 'O' ? rij.eigenaar === wie.eigenaar : wie.bevoegdGezag.includes(rij.bevoegdGezag);
    if (!mag) throw await toegang.nietVanU({ soort: 'zienswijze', id }, geenZienswijze);
    await toegang.verantwoord(db, { betrokkenen: [rij.eigenaar], object: { soort: 'zienswijze', id } });
    return rij;
  };

  mountStream(router, leesZienswijzePdf, mountOptions, async ({ id }, stroom, toegang) => {
    const rij = await findLeesbaar(id, toegang);
    await stuurStuk(stroom, `ontvangstbevestiging-${rij.kenmerk}`, maakOntvangstStuk(rij));
  });

  mountStream(router, leesZienswijzeBijlage, mountOptions, async ({ id, bijlage }, stroom, toegang) => {
    await findLeesbaar(id, toegang);
    const rij = await findBijlage(db, bijlage);
    if (!rij?.mediatype || rij.zienswijzeId !== id) throw notFound('Dit bestand hoort niet bij deze zienswijze.');
    await stuurBestand(diensten.opslag, { ...rij, mediatype: rij.mediatype }, stroom);
  });
}
