import type { Router } from 'express';
import type { Knex } from 'knex';
import { dagVan } from '../behandelen/handel.ts';
import { wijzigZaak } from '../behandelen/queries.ts';
import type { AppContext } from '../http/context.ts';
import { mount } from '../http/mount.ts';
import { invalidInput, notFound, Problem } from '../http/problem.ts';
import { geefPost } from '../post/versturen.ts';
import { type Datum, parseDatum } from '../termijnen/datum.ts';
import { reactietermijn } from '../termijnen/reactietermijn.ts';
import { geefZienswijze, leesInspraak, leesZienswijzen, zienswijzenMaximum } from './contract.ts';
import { maakOntvangstMail, naamVanSoort } from './domain/ontvangst.ts';
import { reactieOpPlan, type Weg, wegVan } from './domain/weg.ts';
import {
  findBesluit,
  findPlan,
  findZienswijze,
  insertZienswijze,
  loadZienswijzen,
  type ZienswijzeRij,
} from './queries.ts';
import { besluitStandVan } from './stand.ts';

const geenBesluit = 'Deze bekendmaking is er niet (meer). Zoek op de kaart naar besluiten in de buurt.';
const geenPlan = 'Deze pagina is er niet (meer). Zoek op de kaart naar besluiten in de buurt.';

/** What is reacted to, and whether it can be. */
interface Doel {
  weg: Weg;
  besluit: string | null;
  zaakId: string | null;
  titel: string;
  bevoegdGezag: string;
  uiterlijk: Datum | null;
}

async function findDoel(
  db: Knex,
  { besluit, initiatief = '' }: { besluit?: string | undefined; initiatief?: string | undefined },
  vandaag: Datum,
): Promise<Doel> {
  if (besluit === undefined) {
    const plan = await findPlan(db, initiatief);
    if (!plan) throw notFound(geenPlan);
    const tot = parseDatum(plan.reagerenTot);
    return { ...plan, besluit: null, weg: reactieOpPlan(tot, vandaag), uiterlijk: tot };
  }
  const rij = await findBesluit(db, besluit);
  if (!rij) throw notFound(geenBesluit);
  const stand = besluitStandVan(rij);
  const weg = wegVan(stand, vandaag);
  const { totEnMet } = reactietermijn(stand, vandaag);
  return {
    weg,
    besluit,
    zaakId: rij.zaakId,
    titel: rij.titel,
    bevoegdGezag: rij.gemeenteCode ?? rij.bevoegdGezag,
    uiterlijk: weg.soort === 'zienswijze' ? parseDatum(totEnMet) : (stand.initiatief?.reagerenTot ?? null),
  };
}

/** It cannot (any more): why, and what can. */
const kanNiet = ({ weg: { uitleg, watNog } }: Doel) =>
  new Problem({
    status: 409,
    type: 'reageren-kan-niet',
    title: 'Reageren kan hier nu niet',
    detail: [uitleg, ...watNog].join(' '),
  });

const nummerBestaat = ({ kenmerk }: ZienswijzeRij) =>
  new Problem({
    status: 409,
    type: 'nummer-bestaat',
    title: 'Dit nummer is al gebruikt',
    detail: `U stuurde hiermee eerder iets anders (${kenmerk}). Lees het bij Mijn zaken, of stuur wat u nu schrijft met een nieuw nummer.`,
  });

const zonderEigenaar = ({ eigenaar: _, ...zienswijze }: ZienswijzeRij) => zienswijze;

/** Who lives near has a say: on an ontwerp, and on a plan that is being made. */
export function mountInspraak(router: Router, { db, vandaag, mountOptions, publicUrl }: AppContext): void {
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

  mount(router, geefZienswijze, mountOptions, async (invoer, _signal, toegang) => {
    const { wie } = toegang;
    const { id, tekst, belang, adres, email } = invoer;
    const dag = dagVan(vandaag());
    const eerder = await findZienswijze(db, id);
    if (eerder && eerder.eigenaar !== wie.eigenaar) {
      throw await toegang.nietVanU({ soort: 'zienswijze', id }, 'Deze zienswijze is er niet.');
    }
    if (eerder && eerder.tekst !== tekst.trim()) throw nummerBestaat(eerder);
    return db.transaction(async (trx) => {
      const verantwoord = (handeling: 'verzamelen' | 'raadplegen') =>
        toegang.verantwoord(trx, { betrokkenen: [wie.eigenaar], object: { soort: 'zienswijze', id }, handeling });
      if (eerder) {
        await verantwoord('raadplegen');
        return zonderEigenaar(eerder);
      }
      const doel = await findDoel(trx, invoer, dag);
      const { weg, besluit, zaakId, titel, bevoegdGezag, uiterlijk } = doel;
      if (!weg.kan || (weg.soort !== 'zienswijze' && weg.soort !== 'reactie')) throw kanNiet(doel);
      if (weg.wie === 'belanghebbende' && belang.trim() === '') {
        throw invalidInput([{ veld: 'belang', melding: 'Schrijf waarom dit u raakt (Awb 3:15)' }]);
      }
      const nieuw = await insertZienswijze(trx, {
        id,
        soort: weg.soort,
        besluit,
        zaakId,
        titel,
        bevoegdGezag,
        eigenaar: wie.eigenaar,
        ingediendDoor: wie.persoon,
        naam: wie.naam,
        namens: wie.namens ?? wie.organisatie?.naam ?? null,
        adres: adres.trim() || null,
        email,
        belang: belang.trim() || null,
        tekst: tekst.trim(),
        ontvangenOp: dag,
        uiterlijk,
      });
      const bewaard = await findZienswijze(trx, id);
      // somebody else may have chosen the same id in the same moment: that is not his
      if (!bewaard || bewaard.eigenaar !== wie.eigenaar) throw notFound('Deze zienswijze is er niet.');
      if (nieuw) {
        if (zaakId) {
          await wijzigZaak(
            trx,
            zaakId,
            wie.rol,
            {},
            {
              soort: weg.soort,
              tekst: `Er kwam een ${naamVanSoort[weg.soort]} binnen: ${bewaard.kenmerk}.`,
              gegevens: { zienswijze: id },
              intern: true,
            },
          );
        }
        if (email) {
          await geefPost(trx, { aan: email, ...maakOntvangstMail(bewaard, publicUrl), zaakId: null, documentId: null });
        }
      }
      await verantwoord(nieuw ? 'verzamelen' : 'raadplegen');
      return zonderEigenaar(bewaard);
    });
  });

  mount(router, leesZienswijzen, mountOptions, async ({ zaak = null }, _signal, { wie, bereik, verantwoord }) => {
    const van = bereik === 'O' ? { eigenaar: wie.eigenaar } : { gezag: wie.bevoegdGezag };
    const { totaal, zienswijzen } = await loadZienswijzen(db, van, zaak, zienswijzenMaximum);
    await verantwoord(db, {
      betrokkenen: bereik === 'O' ? [wie.eigenaar] : zienswijzen.map(({ eigenaar }) => eigenaar),
      ...(zaak && { object: { soort: 'zaak', id: zaak } }),
    });
    return { totaal, zienswijzen: zienswijzen.map(zonderEigenaar) };
  });
}
