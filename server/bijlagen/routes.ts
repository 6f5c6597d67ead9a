import { randomUUID } from 'node:crypto';
import type { Request, Router } from 'express';
import type { AppContext } from '../http/context.ts';
import { mount, mountStream } from '../http/mount.ts';
import { notFound, Problem } from '../http/problem.ts';
import type { Toegang } from '../http/toegang.ts';
import { findEigenConcept } from '../indienen/eigen.ts';
import { zaaktypeVan } from '../indienen/zaaktypes/index.ts';
import type { Persoon } from '../toegang/domain.ts';
import { leesBijlage, stuurBijlage, verwijderBijlage } from './contract.ts';
import { bijlageGrenzen, formaten, fotoFormaten, schoneNaam } from './domain.ts';
import { bewaarWatGoedIs, ontvangDeel, toonBijlage } from './ontvang.ts';
import { type BijlageRij, claimBijlage, deleteBijlage, findBijlage, keurBijlage } from './queries.ts';
import { stuurBestand } from './stuur.ts';
import { wisBestanden } from './wissen.ts';

export function mountBijlagen(router: Router, { db, log, mountOptions, diensten }: AppContext): void {
  const { opslag, scan } = diensten;

  /** A bijlage of a concept that is his. */
  const findEigen = async (
    { id, bijlage }: { id: string; bijlage: string },
    toegang: Toegang<Persoon | null>,
    request: Request,
  ) => {
    await findEigenConcept(db, id, toegang, request);
    const rij = await findBijlage(db, bijlage);
    if (!rij || rij.conceptId !== id) throw notFound('Deze bijlage is er niet, of is al weggegooid.');
    return rij;
  };

  /** The row of a file that is complete, with what was found of it: the bytes stand before the row says so. */
  const rondAf = async (rij: BijlageRij, zaaktype: string): Promise<BijlageRij> => {
    let geschreven: BijlageRij | null;
    try {
      const fotos = zaaktypeVan(zaaktype)?.fotos === true;
      const uitslag = await bewaarWatGoedIs({ opslag, scan, log }, rij, fotos ? fotoFormaten : formaten, fotos);
      geschreven = await keurBijlage(db, rij.id, uitslag);
      if (geschreven?.status === 'geweigerd') await opslag.verwijder(rij.sleutel);
    } catch (error) {
      // the same file was refused meanwhile, with its bytes
      geschreven = await findBijlage(db, rij.id);
      if (geschreven?.status === 'ontvangen') throw error;
    }
    if (!geschreven) throw notFound('Deze bijlage is intussen weggegooid.');
    return geschreven;
  };

  mountStream(router, stuurBijlage, mountOptions, async (invoer, stroom, toegang) => {
    const { request, response, signal, slaag } = stroom;
    const { id, bijlage, naam, soort, bytes, vanaf } = invoer;
    const concept = await findEigenConcept(db, id, toegang, request);
    const nieuw = { id: bijlage, conceptId: id, soort, naam: schoneNaam(naam), bytes, sleutel: randomUUID() };
    const rij = await claimBijlage(db, nieuw, bijlageGrenzen);
    if (!rij) throw geenRuimte();
    if (rij.conceptId !== id)
      throw await toegang.nietVanU({ soort: 'bijlage', id: bijlage }, 'Deze bijlage is er niet.');
    if (rij.bytes !== bytes) throw anderBestand();
    let klaar = rij;
    if (rij.status === 'ontvangen') {
      const hier = await ontvangDeel(opslag, rij, vanaf, request, signal);
      if (hier === bytes) klaar = await rondAf(rij, concept.zaaktype);
    } else {
      // it was complete: what is sent again is not needed
      request.resume();
    }
    await slaag();
    response.json(await toonBijlage(opslag, klaar));
  });

  mountStream(router, leesBijlage, mountOptions, async (invoer, stroom, toegang) => {
    const rij = await findEigen(invoer, toegang, stroom.request);
    if (rij.status !== 'gekeurd' || !rij.mediatype) throw notFound('Deze bijlage is nog niet compleet.');
    await stuurBestand(opslag, { ...rij, mediatype: rij.mediatype }, stroom);
  });

  mount(router, verwijderBijlage, mountOptions, async (invoer, _signal, toegang, { request }) => {
    await findEigen(invoer, toegang, request);
    await db.transaction(async (trx) => wisBestanden(trx, await deleteBijlage(trx, invoer.bijlage, invoer.id)));
    return { id: invoer.bijlage };
  });
}

const geenRuimte = () =>
  new Problem({
    status: 409,
    type: 'te-veel-bijlagen',
    title: 'Dit past er niet meer bij',
    detail: `U kunt ten hoogste ${bijlageGrenzen.perConcept} bestanden sturen, samen ten hoogste 500 MB. Gooi eerst iets weg.`,
  });

const anderBestand = () =>
  new Problem({
    status: 409,
    type: 'ander-bestand',
    title: 'Dit is een ander bestand',
    detail: 'Onder dit nummer staat een bestand met een andere grootte. Kies het bestand opnieuw.',
  });
