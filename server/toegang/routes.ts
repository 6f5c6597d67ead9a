import type { Router } from 'express';
import type { AppContext } from '../http/context.ts';
import { mount } from '../http/mount.ts';
import { invalidInput } from '../http/problem.ts';
import { kiesRol, leesSessie, stopSessie, verlengSessie } from './contract.ts';
import { noemZekerheid } from './domain/niveau.ts';
import type { Role } from './domain/rollen.ts';
import { type Gegeven, gegevens } from './domain.ts';
import type { Instellingen } from './instellingen.ts';
import { endSessie, endSessies } from './queries.ts';
import type { Sessies } from './sessies.ts';

interface ToegangInit {
  sessies: Sessies;
  instellingen: Pick<Instellingen, 'diensten' | 'oefenomgeving'>;
}

/** Who is logged in, in which role, until when; and logging out. */
export function mountToegang(
  router: Router,
  { db, mountOptions }: AppContext,
  { sessies, instellingen: { diensten, oefenomgeving } }: ToegangInit,
): void {
  const aanbod = diensten.map(({ id, naam }) => ({ id, naam }));

  mount(router, leesSessie, mountOptions, async (_input, _signal, { wie, sessie }) => ({
    ingelogd: wie &&
      sessie && {
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

  mount(router, kiesRol, mountOptions, async ({ rol }, _signal, { wie, sessie }, { response }) => {
    if (!wie.rollen.includes(rol)) throw invalidInput([{ veld: 'rol', melding: 'Deze rol hebt u niet' }]);
    if (sessie && rol !== wie.rol) await sessies.neemRol(response, sessie, rol);
    return { rol };
  });

  mount(router, stopSessie, mountOptions, async ({ overal }, _signal, { wie, sessie }, { response }) => {
    const beeindigd =
      !wie || !sessie ? 0 : overal ? await endSessies(db, wie.persoon) : await endSessie(db, sessie.hash);
    if (sessie) sessies.forget(response);
    return { naar: null, beeindigd };
  });
}

function rechtenVan(rol: Role): Record<string, string> {
  return Object.fromEntries(
    Object.entries<Gegeven>(gegevens).flatMap(([id, { cellen }]) => (cellen[rol] === '–' ? [] : [[id, cellen[rol]]])),
  );
}
