import type { Router } from 'express';
import type { AppContext } from '../http/context.ts';
import { mount } from '../http/mount.ts';
import { notFound } from '../http/problem.ts';
import { gegevens, isGegeven } from '../toegang/domain.ts';
import {
  leesActiviteit,
  leesActiviteiten,
  leesDataverwerkingenAvg,
  leesDataverwerkingenWpg,
  leesEigenVerwerkingen,
  leesLogboekAvg,
  leesLogboekWpg,
} from './contract.ts';
import { activiteiten } from './domain.ts';
import { loadAudit, loadDataverwerkingen, loadEigenVerwerkingen } from './queries.ts';

/** What the loket processes and why, and the logs that show that it kept to it. */
export function mountVerantwoording(router: Router, { db, mountOptions }: AppContext): void {
  const register = activiteiten();

  mount(router, leesActiviteiten, mountOptions, async () => ({ activiteiten: register }));

  mount(router, leesActiviteit, mountOptions, async ({ id }) => {
    const gevonden = register.find((een) => een.id === id);
    if (!gevonden) throw notFound('Deze verwerkingsactiviteit is er niet. In het register staan ze allemaal.');
    return gevonden;
  });

  mount(router, leesEigenVerwerkingen, mountOptions, async (pagina, _signal, { wie }) => {
    const rijen = await loadEigenVerwerkingen(db, wie, pagina);
    return {
      verwerkingen: rijen.map(({ id: _, gegeven, ...rij }) => ({
        ...rij,
        naam: isGegeven(gegeven) ? gegevens[gegeven].naam : gegeven,
      })),
      volgende: volgende(rijen, pagina),
    };
  });

  for (const [operation, log] of [
    [leesLogboekAvg, 'avg'],
    [leesLogboekWpg, 'wpg'],
  ] as const) {
    mount(router, operation, mountOptions, async ({ aantal, voor, ...filter }, _signal, { verantwoord }) => {
      const regels = await loadAudit(db, log, filter, { aantal, voor });
      await verantwoord(db, {
        betrokkenen: filter.persoon ? [filter.persoon] : [],
        object: { soort: 'logboek', id: log },
      });
      return { regels, volgende: volgende(regels, { aantal }) };
    });
  }

  for (const [operation, log] of [
    [leesDataverwerkingenAvg, 'avg'],
    [leesDataverwerkingenWpg, 'wpg'],
  ] as const) {
    mount(router, operation, mountOptions, async ({ aantal, voor, ...filter }, _signal, { verantwoord }) => {
      const rijen = await loadDataverwerkingen(db, log, filter, { aantal, voor });
      await verantwoord(db, {
        betrokkenen: filter.betrokkene ? [filter.betrokkene] : [],
        object: { soort: 'dataverwerkingen', id: log },
      });
      return { regels: rijen.map(({ regel }) => regel), volgende: volgende(rijen, { aantal }) };
    });
  }
}

const volgende = (rijen: readonly { id: string }[], { aantal }: { aantal: number }): string | null =>
  rijen.length === aantal ? (rijen.at(-1)?.id ?? null) : null;
