import type { Router } from 'express';
import type { AppContext } from '../http/context.ts';
import { mount } from '../http/mount.ts';
import { invalidInput } from '../http/problem.ts';
import { kiesRol, leesSessie, stopSessie, verlengSessie } from './contract.ts';
import { noemZekerheid } from './domain/niveau.ts';
import type { Role } from './domain/rollen.ts';
import { type Gegeven, gegevens } from './domain.ts';
import type { BereikbareDienst, RelyingParty } from './oidc.ts';
import { endSessie, endSessies } from './queries.ts';
import type { Sessies } from './sessies.ts';

interface ToegangInit {
  sessies: Sessies;
  diensten: readonly BereikbareDienst[];
  oefenomgeving: boolean;
  rp: RelyingParty;
}

/** Who is logged in, in which role, until when; and logging out. */
export function mountToegang(
  router: Router,
  { db, log, mountOptions }: AppContext,
  { sessies, diensten, oefenomgeving, rp }: ToegangInit,
): void {
  const aanbod = diensten.map(({ id, naam }) => ({ id, naam }));

  mount(router, leesSessie, mountOptions, async (_input, _signal, { wie, sessie }) => ({
    ingelogd: wie &&
      sessie && {
        persoon: wie.persoon,
        naam: wie.naam,
        rol: wie.rol,
        rollen: [...wie.rollen],
        namens: wie.namens,
        organisatie: wie.organisatie,
        bevoegdGezag: [...wie.bevoegdGezag],
        zekerheid: noemZekerheid(wie),
        rechten: rechtenVan(wie.rol),
        verlooptOverS: sessie.verlooptOverS,
        uiterlijkOverS: sessie.uiterlijkOverS,
      },
    diensten: aanbod,
    oefenomgeving,
  }));

  mount(router, verlengSessie, mountOptions, async (_input, _signal, { sessie }) => ({
    verlooptOverS: sessie?.verlooptOverS ?? 0,
    uiterlijkOverS: sessie?.uiterlijkOverS ?? 0,
  }));

  mount(router, kiesRol, mountOptions, async ({ rol }, _signal, { wie, sessie, verantwoord }, { response }) => {
    if (!wie.rollen.includes(rol)) throw invalidInput([{ veld: 'rol', melding: 'Deze rol hebt u niet' }]);
    if (sessie && rol !== wie.rol) {
      await sessies.neemRol(response, sessie, rol);
      await verantwoord(db, { betrokkenen: [wie.persoon], object: { soort: 'rol', id: rol } });
    }
    return { rol };
  });

  mount(router, stopSessie, mountOptions, async ({ overal }, _signal, { wie, sessie, verantwoord }, { response }) => {
    if (!wie || !sessie) return { naar: null, beeindigd: 0 };
    const beeindigd = await db.transaction(async (trx) => {
      await verantwoord(trx, { betrokkenen: [wie.persoon], handeling: 'vernietigen' });
      return overal ? endSessies(trx, wie.persoon) : endSessie(trx, sessie.hash);
    });
    sessies.forget(response);
    return { naar: await uitlogUrl(sessie.dienst), beeindigd };
  });

  /** Here it has ended. When the issuer does not answer, it runs out there by itself. */
  async function uitlogUrl(id: string): Promise<string | null> {
    const dienst = diensten.find((een) => een.id === id);
    if (!dienst) return null;
    try {
      return await rp.uitlogUrl(dienst);
    } catch (err) {
      log.warn({ err, dienst: id }, 'the login service does not answer');
      return null;
    }
  }
}

function rechtenVan(rol: Role): Record<string, string> {
  return Object.fromEntries(
    Object.entries<Gegeven>(gegevens).flatMap(([id, { cellen }]) => (cellen[rol] === '–' ? [] : [[id, cellen[rol]]])),
  );
}
