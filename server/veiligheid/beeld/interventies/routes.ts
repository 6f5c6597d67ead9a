import type { Router } from 'express';
import type { AppContext } from '../../../http/context.ts';
import { mount } from '../../../http/mount.ts';
import { invalidInput, notFound, Problem } from '../../../http/problem.ts';
import type { Toegang } from '../../../http/toegang.ts';
import { weggelaten } from '../../domain/lagen.ts';
import {
  leesInterventie,
  maakInterventie,
  wijzigInterventie,
  wisInterventie,
  zetInterventieTerug,
} from '../contract.ts';
import { magHier } from '../gemeente.ts';
import {
  findGemeenteVanInterventie,
  findInterventie,
  insertInterventie,
  updateInterventie,
  zetInterventieWeg,
} from '../queries.ts';

/** What was done where, so that the loket measures what it changed. Each change stands in the log. */
export function mountInterventies(router: Router, { db, mountOptions }: Pick<AppContext, 'db' | 'mountOptions'>): void {
  mount(router, leesInterventie, mountOptions, async ({ id }, _signal, toegang) => {
    const interventie = await findInterventie(db, id);
    await magBij(toegang, id, interventie?.gemeente ?? null, nietHier);
    await toegang.verantwoord(db, { betrokkenen: [], object: { soort: 'interventie', id }, handeling: 'raadplegen' });
    return interventie as NonNullable<typeof interventie>;
  });

  mount(router, maakInterventie, mountOptions, async (invoer, _signal, toegang) => {
    await magHier(toegang, invoer.gemeente);
    return db.transaction(async (trx) => {
      const id = await insertInterventie(trx, invoer, weggelaten('A'));
      if (!id) throw nietTeTellen();
      await toegang.verantwoord(trx, { betrokkenen: [], object: { soort: 'interventie', id } });
      return { id };
    });
  });

  mount(router, wijzigInterventie, mountOptions, async (invoer, _signal, toegang) => {
    const { id, gemeente } = invoer;
    await magBij(toegang, id, await findGemeenteVanInterventie(db, id, false), nietHier);
    await magHier(toegang, gemeente);
    return db.transaction(async (trx) => {
      const versie = await updateInterventie(trx, invoer, weggelaten('A'));
      if (versie === 'veranderd') throw veranderd();
      if (versie === null) throw nietTeTellen();
      await toegang.verantwoord(trx, { betrokkenen: [], object: { soort: 'interventie', id } });
      return { versie };
    });
  });

  mount(router, wisInterventie, mountOptions, async ({ id }, _signal, toegang) => {
    await zetWeg(toegang, id, true);
    return { weg: true as const };
  });

  mount(router, zetInterventieTerug, mountOptions, async ({ id }, _signal, toegang) => {
    await zetWeg(toegang, id, false);
    return { weg: false as const };
  });

  async function zetWeg(toegang: Toegang, id: string, weg: boolean): Promise<void> {
    await magBij(toegang, id, await findGemeenteVanInterventie(db, id, !weg), weg ? nietHier : nietWeg);
    await db.transaction(async (trx) => {
      await zetInterventieWeg(trx, id, weg);
      const handeling = weg ? 'vernietigen' : 'wijzigen';
      await toegang.verantwoord(trx, { betrokkenen: [], object: { soort: 'interventie', id }, handeling });
    });
  }
}

const nietHier = 'Deze interventie is er niet. Misschien haalde een collega haar weg: ververs de pagina.';
const nietWeg = 'Er is geen interventie om terug te zetten. Misschien deed een collega dat al: ververs de pagina.';

const nietTeTellen = () =>
  invalidInput([
    {
      veld: 'cellen',
      melding: 'Een van de klassen of cellen hoort niet bij deze gemeente, of mag hier niet worden geteld',
    },
  ]);

const veranderd = () =>
  new Problem({
    status: 409,
    type: 'intussen-veranderd',
    title: 'Een collega veranderde deze interventie intussen',
    detail: 'Uw wijziging is niet bewaard, zodat die van uw collega blijft staan. Ververs de pagina en wijzig opnieuw.',
  });

/** An intervention of another gemeente is not there for who asks. */
async function magBij(toegang: Toegang, id: string, gemeente: string | null, detail: string): Promise<void> {
  if (!gemeente) throw notFound(detail);
  if (!toegang.wie.bevoegdGezag.includes(gemeente)) throw await toegang.nietVanU({ soort: 'interventie', id }, detail);
}
