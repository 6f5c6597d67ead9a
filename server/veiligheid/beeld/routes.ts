import type { Router } from 'express';
import type { AppContext } from '../../http/context.ts';
import { mount, mountStream } from '../../http/mount.ts';
import { invalidInput, notFound, Problem } from '../../http/problem.ts';
import { sha256 } from '../../rapport/hash.ts';
import { maakPdfElders } from '../../rapport/pdf/maker.ts';
import { stuurPdf } from '../../rapport/pdf/stuur.ts';
import { weggelaten } from '../domain/lagen.ts';
import {
  beeld as beeldVorm,
  leesBeeld,
  leesBeeldPdf,
  leesHerhaling,
  leesVastgesteldBeeld,
  leesVastgesteldPdf,
  schrijfThema,
  stelVast,
} from './contract.ts';
import { maakBeeld } from './domain/beeld.ts';
import { toonHerhaling } from './domain/herhaling.ts';
import { maakVoortgangStuk } from './domain/stuk.ts';
import { leesInhoud } from './domain/vastgesteld.ts';
import { magHier } from './gemeente.ts';
import { mountInterventies } from './interventies/routes.ts';
import {
  findVastgesteld,
  loadBeeld,
  loadHerhaling,
  loadVastgesteld,
  type VastgesteldRij,
  writeDoelen,
  writeThema,
} from './queries.ts';
import { stelBeeldVast } from './vaststellen.ts';

/** The veiligheidsbeeld: written by who makes policy, read by who works with it, and by everybody once it is adopted. */
export function mountVeiligheidsbeeld(router: Router, { db, vandaag, mountOptions }: AppContext): void {
  const laad = async (gemeente: string, bereik: Parameters<typeof weggelaten>[0]) => {
    const feiten = await loadBeeld(db, { gemeente, zonder: weggelaten(bereik), perBuurt: false });
    if (!feiten) throw geenGemeente();
    return feiten;
  };

  mount(router, leesBeeld, mountOptions, async ({ gemeente }, _signal, toegang) => {
    await magHier(toegang, gemeente);
    const feiten = await laad(gemeente, toegang.bereik ?? 'A');
    await toegang.verantwoord(db, { betrokkenen: [], object: { soort: 'veiligheidsbeeld', id: gemeente } });
    return {
      ...maakBeeld(feiten, 'intern'),
      versies: Object.fromEntries(feiten.teksten.map(({ thema, versie }) => [thema, versie])),
      vastgesteld: feiten.vastgesteld,
    };
  });

  mountStream(router, leesBeeldPdf, mountOptions, async ({ gemeente }, { response }, toegang) => {
    await magHier(toegang, gemeente);
    const feiten = await laad(gemeente, toegang.bereik ?? 'A');
    const stuk = maakVoortgangStuk(maakBeeld(feiten, 'intern'), {
      vastgesteld: null,
      gemaaktOp: `${vandaag()}T00:00:00Z`,
    });
    const object = { soort: 'veiligheidsbeeld', id: gemeente };
    await toegang.verantwoord(db, { betrokkenen: [], object, handeling: 'verstrekken' });
    const pdf = await maakPdfElders(stuk);
    response.type('application/pdf').attachment(`veiligheidsbeeld-${gemeente}-${vandaag()}.pdf`).send(pdf);
  });

  mount(router, schrijfThema, mountOptions, async ({ doelen, ...invoer }, _signal, toegang) => {
    await magHier(toegang, invoer.gemeente);
    if (new Set(doelen.map(({ indicator }) => indicator)).size < doelen.length)
      throw invalidInput([{ veld: 'doelen', melding: 'Noem elke indicator hoogstens een keer' }]);
    if (doelen.some(({ streefwaarde, streefjaar }) => (streefwaarde === null) !== (streefjaar === null)))
      throw invalidInput([{ veld: 'doelen', melding: 'Vul bij een streefwaarde ook het jaar in' }]);
    return db.transaction(async (trx) => {
      const geschreven = await writeThema(trx, invoer);
      if (geschreven === 'veranderd') throw veranderd();
      if (geschreven === 'te veel prioriteiten') {
        const melding = 'Er zijn al vier prioriteiten. Maak eerst een ander thema weer going concern.';
        throw invalidInput([{ veld: 'prioriteit', melding }]);
      }
      await writeDoelen(trx, invoer.gemeente, doelen);
      const object = { soort: 'veiligheidsbeeld', id: `${invoer.gemeente}/${invoer.thema}` };
      await toegang.verantwoord(trx, { betrokkenen: [], object });
      return geschreven;
    });
  });

  mountInterventies(router, { db, mountOptions });

  mount(router, stelVast, mountOptions, async ({ gemeente, ...besluit }, _signal, toegang) => {
    await magHier(toegang, gemeente);
    if (besluit.vastgesteldOp > vandaag())
      throw invalidInput([{ veld: 'vastgesteldOp', melding: 'Kies vandaag of een dag die is geweest' }]);
    return db.transaction(async (trx) => {
      const kop = await stelBeeldVast(trx, { ...besluit, gemeente });
      if (!kop) throw geenGemeente();
      const object = { soort: 'veiligheidsbeeld', id: kop.id };
      await toegang.verantwoord(trx, { betrokkenen: [], object, handeling: 'verstrekken' });
      return kop;
    });
  });

  mount(router, leesVastgesteldBeeld, mountOptions, async ({ gemeente }) => {
    const rij = await findVastgesteld(db, gemeente);
    return { vastgesteld: rij && openen(rij) };
  });

  mountStream(router, leesVastgesteldPdf, mountOptions, async ({ id }, { request, response }) => {
    const rij = await loadVastgesteld(db, id);
    if (!rij) throw notFound('Dit veiligheidsbeeld is er niet. Kijk op de pagina van de gemeente wat er nu geldt.');
    const { beeld, ...vastgesteld } = openen(rij);
    await stuurPdf(request, response, vastgesteld, `veiligheidsbeeld-${vastgesteld.vastgesteldOp}`, () =>
      maakVoortgangStuk(beeld, { vastgesteld, gemaaktOp: vastgesteld.gemaaktOp }),
    );
  });

  mount(router, leesHerhaling, mountOptions, async ({ gemeente }, _signal, toegang) => {
    await magHier(toegang, gemeente);
    const feiten = await loadHerhaling(db, { gemeente, zonder: weggelaten(toegang.bereik ?? 'A') });
    const object = { soort: 'veiligheid-herhaling', id: gemeente };
    await toegang.verantwoord(db, { betrokkenen: [], object });
    return toonHerhaling(feiten);
  });
}

const geenGemeente = () => notFound('Deze gemeente staat niet in dit loket. Kies een andere gemeente.');

const openen = ({ kop, inhoud }: VastgesteldRij) => ({
  ...kop,
  hashKlopt: sha256(inhoud) === kop.hash,
  beeld: beeldVorm.parse(leesInhoud(inhoud)),
});

const veranderd = () =>
  new Problem({
    status: 409,
    type: 'intussen-veranderd',
    title: 'Een collega veranderde dit thema intussen',
    detail:
      'Uw tekst is niet bewaard, zodat die van uw collega blijft staan. Kopieer uw tekst, ververs de pagina en voeg samen.',
  });
