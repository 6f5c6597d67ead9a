import type { Router } from 'express';
import type { AppContext } from '../../http/context.ts';
import { mount, mountStream } from '../../http/mount.ts';
import { notFound } from '../../http/problem.ts';
import type { Toegang } from '../../http/toegang.ts';
import { rollen } from '../../toegang/domain/rollen.ts';
import { stuurZaakBijlage } from '../bijlage.ts';
import { zaaktypeOf } from '../domain/dossier.ts';
import { betrokkenenVan, kanNuNiet } from '../handel.ts';
import { wijzigZaak } from '../queries.ts';
import { type AdviesDossier, geefAdvies, leesAdvies, leesAdviesBijlage, leesAdviezen } from './contract.ts';
import { type AdviesFeiten, findAdvies, loadAdviezen, updateAdvies } from './queries.ts';

const nietHier = 'Deze adviesvraag is er niet. Kijk in uw lijst met adviesvragen.';

const toon = ({
  zaaktype,
  zaakId: _zaak,
  aanRol: _rol,
  bevoegdGezag: _gezag,
  eigenaar: _wie,
  ...vraag
}: AdviesFeiten): AdviesDossier => ({
  ...vraag,
  ding: zaaktypeOf(zaaktype).ding,
});

/** Advice of partners in the chain: they see what was laid before them, and nothing else of the zaak. */
export function mountAdviezen(router: Router, context: AppContext): void {
  const { db, mountOptions } = context;
  /** Of who was asked, or of who asked. */
  const isVoor = ({ aanRol, bevoegdGezag }: AdviesFeiten, { wie }: Toegang) =>
    wie.bevoegdGezag.includes(bevoegdGezag) &&
    (wie.rol === aanRol || wie.rol === 'behandelaar' || wie.rol === 'auditor');

  const find = async (id: string, toegang: Toegang): Promise<AdviesFeiten> => {
    const advies = await findAdvies(db, id);
    if (!advies) throw notFound(nietHier);
    if (!isVoor(advies, toegang)) throw await toegang.nietVanU({ soort: 'advies', id }, nietHier);
    return advies;
  };

  mount(router, leesAdviezen, mountOptions, async (_vraag, _signal, { wie, verantwoord }) => {
    const adviezen = await loadAdviezen(db, wie);
    await verantwoord(db, { betrokkenen: adviezen.flatMap(betrokkenenVan) });
    return {
      adviezen: adviezen.map(
        ({ id, kenmerk, zaaktype, omschrijving, plaats, vraag, gevraagdOp, uiterlijk, gegevenOp, geometrie }) => ({
          id,
          kenmerk,
          ding: zaaktypeOf(zaaktype).ding,
          omschrijving,
          plaats,
          vraag,
          gevraagdOp,
          uiterlijk,
          gegevenOp,
          geometrie,
        }),
      ),
    };
  });

  mount(router, leesAdvies, mountOptions, async ({ id }, _signal, toegang) => {
    const advies = await find(id, toegang);
    await toegang.verantwoord(db, { betrokkenen: betrokkenenVan(advies), object: { soort: 'advies', id } });
    return toon(advies);
  });

  mount(router, geefAdvies, mountOptions, async ({ id, uitkomst, advies }, _signal, toegang) => {
    const { wie } = toegang;
    const gevraagd = await find(id, toegang);
    if (wie.rol !== gevraagd.aanRol) throw kanNuNiet('Alleen wie om advies is gevraagd, kan het geven.');
    return db.transaction(async (trx) => {
      const nu = await findAdvies(trx, id, true);
      if (!nu) throw notFound(nietHier);
      if (nu.gegevenOp) throw kanNuNiet('Op deze vraag is al een advies gegeven. Bel de gemeente als het anders moet.');
      if (nu.gesloten) throw kanNuNiet('De gemeente heeft al besloten. Uw advies kan niet meer meetellen.');
      await updateAdvies(trx, id, { uitkomst, advies: advies.trim(), door: wie.persoon });
      await wijzigZaak(
        trx,
        nu.zaakId,
        wie.rol,
        {},
        {
          soort: 'advies-gegeven',
          tekst: `Advies ontvangen van: ${rollen[wie.rol].toLowerCase()}.`,
          gegevens: { adviesId: id, uitkomst },
        },
      );
      await toegang.verantwoord(trx, { betrokkenen: betrokkenenVan(nu), object: { soort: 'advies', id } });
      const klaar = await findAdvies(trx, id);
      if (!klaar) throw new Error(`The advies ${id} went away while it was locked`);
      return toon(klaar);
    });
  });

  mountStream(router, leesAdviesBijlage, mountOptions, async ({ id, bijlage }, stroom, toegang) => {
    const advies = await find(id, toegang);
    if (!advies.bijlagen.some((een) => een.id === bijlage)) {
      throw await toegang.nietVanU({ soort: 'bijlage', id: bijlage }, 'Dit bestand hoort niet bij deze adviesvraag.');
    }
    await toegang.verantwoord(db, { betrokkenen: betrokkenenVan(advies), object: { soort: 'advies', id } });
    await stuurZaakBijlage(context, { zaakId: advies.zaakId, bijlage }, stroom);
  });
}
