import type { Router } from 'express';
import { zaaktypeOf } from '../../behandelen/domain/dossier.ts';
import { betrokkenenVan, dagVan, findVoor, geenZaak, kanNuNiet } from '../../behandelen/handel.ts';
import { wijzigZaak } from '../../behandelen/queries.ts';
import type { AppContext } from '../../http/context.ts';
import { mount } from '../../http/mount.ts';
import { invalidInput, notFound, Problem } from '../../http/problem.ts';
import { isEinde, statussen } from '../../indienen/domain/status.ts';
import { geefPost } from '../../post/versturen.ts';
import { formatDatum, parseDatum } from '../../termijnen/datum.ts';
import { reactietermijn } from '../../termijnen/reactietermijn.ts';
import type { Persoon } from '../../toegang/domain.ts';
import { reactieOpPlan } from '../domain/weg.ts';
import { bewaarInitiatief, type InitiatiefBeheer, leesInitiatief, leesInitiatiefBeheer } from './contract.ts';
import { type BeheerFeiten, findInitiatief, loadBeheer, loadReageerders, writeInitiatief } from './queries.ts';

/** Why this person can write no page about this zaak now; null: he can. */
function kanNiet({ zaaktype, status, behandelaar, pagina }: BeheerFeiten, wie: Persoon): string | null {
  if (zaaktypeOf(zaaktype).verzoek !== 'aanvraag') return 'Alleen bij een aanvraag hoort een pagina over het plan.';
  if (behandelaar !== wie.persoon) {
    return behandelaar ? 'Een collega behandelt deze zaak. Neem hem eerst over.' : 'Neem eerst de zaak in behandeling.';
  }
  if (!pagina && isEinde(status)) return 'Deze zaak is klaar. Er valt niets meer te reageren.';
  return null;
}

function toonBeheer(feiten: BeheerFeiten, wie: Persoon): InitiatiefBeheer {
  const { kenmerk, reacties, pagina, publiekeOmschrijving, participatieHoe, participatieResultaat } = feiten;
  return {
    kenmerk,
    reacties,
    ...(pagina ?? {
      versie: 0,
      titel: publiekeOmschrijving ?? '',
      plan: '',
      reageren: '',
      reagerenTot: null,
      uitkomst: '',
      zichtbaar: true,
    }),
    participatie: participatieHoe ? { hoe: participatieHoe, resultaat: participatieResultaat ?? '' } : null,
    kanNiet: kanNiet(feiten, wie),
  };
}

/** Pages for everybody about a plan: read them, and, as behandelaar, write them. */
export function mountInitiatieven(router: Router, { db, vandaag, mountOptions, publicUrl }: AppContext): void {
  mount(router, leesInitiatief, mountOptions, async ({ kenmerk }) => {
    const gevonden = await findInitiatief(db, kenmerk);
    if (!gevonden) throw notFound('Deze pagina is er niet (meer). Zoek op de kaart naar besluiten in de buurt.');
    const { bekendmakingen, zaaktype, status, ...rest } = gevonden;
    const dag = dagVan(vandaag());
    return {
      ...rest,
      zaaktype: zaaktypeOf(zaaktype).ding,
      statusNaam: statussen[status].naam,
      weg: reactieOpPlan(parseDatum(rest.reagerenTot), dag),
      bekendmakingen: bekendmakingen.map(({ procedure, verzonden, terInzage, ...bekendmaking }) => ({
        ...bekendmaking,
        reactie: reactietermijn(
          {
            soort: bekendmaking.soort,
            procedure,
            verzonden: parseDatum(verzonden),
            terInzage: parseDatum(terInzage),
            gepubliceerd: parseDatum(bekendmaking.gepubliceerd),
          },
          dag,
        ),
      })),
    };
  });

  mount(router, leesInitiatiefBeheer, mountOptions, async ({ id }, _signal, toegang) => {
    await findVoor(db, id, toegang);
    const feiten = await loadBeheer(db, id);
    if (!feiten) throw notFound(geenZaak);
    await toegang.verantwoord(db, { betrokkenen: betrokkenenVan(feiten), object: { soort: 'zaak', id } });
    return toonBeheer(feiten, toegang.wie);
  });

  mount(router, bewaarInitiatief, mountOptions, async ({ id, versie, ...pagina }, _signal, toegang) => {
    const { wie } = toegang;
    await findVoor(db, id, toegang);
    const dag = dagVan(vandaag());
    return db.transaction(async (trx) => {
      const feiten = await loadBeheer(trx, id, true);
      if (!feiten) throw notFound(geenZaak);
      const reden = kanNiet(feiten, wie);
      if (reden) throw kanNuNiet(reden);
      const was = feiten.pagina;
      if ((was?.versie ?? 0) !== versie) throw intussenGewijzigd();
      if (pagina.reagerenTot && pagina.reagerenTot < dag && pagina.reagerenTot !== was?.reagerenTot) {
        throw invalidInput([{ veld: 'reagerenTot', melding: 'Kies vandaag of een latere dag' }]);
      }
      await writeInitiatief(trx, { zaakId: id, ...pagina, dag });
      const tot = parseDatum(pagina.reagerenTot);
      await wijzigZaak(
        trx,
        id,
        wie.rol,
        {},
        {
          soort: 'initiatief',
          tekst: was
            ? 'De pagina voor iedereen over dit plan is bijgewerkt.'
            : `Er is een pagina voor iedereen over dit plan.${tot ? ` Mensen kunnen reageren tot en met ${formatDatum(tot)}.` : ''}`,
          intern: was !== null,
        },
      );
      if (pagina.zichtbaar && pagina.uitkomst.trim() !== '' && pagina.uitkomst !== was?.uitkomst) {
        for (const { email, kenmerk } of await loadReageerders(trx, id)) {
          await geefPost(trx, {
            aan: email,
            onderwerp: `Wat met uw reactie is gedaan (${kenmerk})`,
            tekst: `U reageerde op een plan: ${pagina.titel}.\n\nDe gemeente vertelt nu wat zij met de reacties doet. Lees het op ${publicUrl}/initiatieven/${feiten.kenmerk}`,
            zaakId: null,
            documentId: null,
          });
        }
      }
      await toegang.verantwoord(trx, { betrokkenen: betrokkenenVan(feiten), object: { soort: 'zaak', id } });
      const nu = await loadBeheer(trx, id);
      if (!nu) throw new Error(`The zaak ${id} went away while it was locked`);
      return toonBeheer(nu, wie);
    });
  });
}

const intussenGewijzigd = () =>
  new Problem({
    status: 409,
    type: 'intussen-gewijzigd',
    title: 'Deze pagina is intussen gewijzigd',
    detail: 'Een collega was u voor. Wat u hebt geschreven, staat er nog. Kopieer het, en laad de pagina opnieuw.',
  });
