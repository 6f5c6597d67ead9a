import './zaken.css';
import { useQuery } from '@tanstack/react-query';
import type { RefObject } from 'react';
import { Link, Route, Routes } from 'react-router';
import { apiBase } from '../../server/http/endpoint.ts';
import { leesZienswijzen } from '../../server/inspraak/contract.ts';
import { aanvragers } from '../../server/toegang/domain/rollen.ts';
import { leesUitvoer, leesZaken, type ZaakKop } from '../../server/zaken/contract.ts';
import { aantal, formatDatumKort, metHoofdletter } from '../format.ts';
import type { MetKaart } from '../op-kaart.ts';
import { ask } from '../query.ts';
import { useSession } from '../session.ts';
import { MetRecht } from '../ui/MetRecht.tsx';
import { Outcome } from '../ui/Outcome.tsx';
import { QueryState } from '../ui/Section.tsx';
import { statusLook } from '../ui/status.ts';
import { Zienswijzen } from '../ui/Zienswijzen.tsx';
import { ZaakPage } from './ZaakPage.tsx';

export interface ZakenPageProps extends Pick<MetKaart, 'onObjecten'> {
  heading: RefObject<HTMLHeadingElement | null>;
}

/** Mijn zaken: the list, and one of them. */
export function ZakenPage({ heading, onObjecten }: ZakenPageProps) {
  return (
    <Routes>
      <Route index element={<Lijst heading={heading} />} />
      <Route path=":id" element={<ZaakPage heading={heading} onObjecten={onObjecten} />} />
    </Routes>
  );
}

function Lijst({ heading }: Pick<ZakenPageProps, 'heading'>) {
  return (
    <div className="pagina stapel stapel--ruim">
      <h1 ref={heading} tabIndex={-1} className="nl-heading nl-heading--level-1">
        Mijn zaken
      </h1>
      <MetRecht gegeven="eigenDossier" doe="lezen" wat="uw zaken">
        <Zaken />
      </MetRecht>
      <Reacties />
    </div>
  );
}

function Zaken() {
  const query = useQuery({ ...ask(leesZaken, {}), staleTime: 0 });
  return (
    <QueryState query={query} what="Uw zaken">
      {({ zaken }) => {
        const lopend = zaken.filter(({ klaar }) => !klaar);
        const klaar = zaken.filter((zaak) => zaak.klaar);
        if (zaken.length === 0) {
          return (
            <>
              <p className="nl-paragraph">
                U hebt nog niets ingediend, of niet met deze login. Wat u zonder naam meldt, staat hier niet.
              </p>
              <p>
                <Link className="nl-link" to="/indienen">
                  Iets aanvragen of melden
                </Link>
              </p>
            </>
          );
        }
        return (
          <div className="stapel stapel--ruim">
            {lopend.length > 0 && (
              <Groep id="lopend" kop={aantal(lopend.length, 'lopende zaak', 'lopende zaken')} zaken={lopend} />
            )}
            {klaar.length > 0 && (
              <Groep id="klaar" kop={aantal(klaar.length, 'afgeronde zaak', 'afgeronde zaken')} zaken={klaar} />
            )}
            <p>
              <a className="nl-link" href={`${apiBase}${leesUitvoer.path}`} download="mijn-zaken.json">
                Bewaar alles over uw zaken (JSON, om met een programma te lezen)
              </a>
            </p>
          </div>
        );
      }}
    </QueryState>
  );
}

/** What this person said about plans of others. */
function Reacties() {
  const { ingelogd, mag } = useSession();
  const mijn = ingelogd !== null && aanvragers.has(ingelogd.rol) && mag('zienswijze', 'lezen');
  const query = useQuery({ ...ask(leesZienswijzen, {}), enabled: mijn, staleTime: 0 });
  if (!mijn || query.data?.totaal === 0) return null;
  return (
    <section className="stapel" aria-labelledby="reacties">
      <h2 id="reacties" className="nl-heading nl-heading--level-3">
        Uw zienswijzen en reacties
      </h2>
      <QueryState query={query} what="Uw zienswijzen en reacties">
        {({ zienswijzen }) => (
          <>
            <Zienswijzen zienswijzen={zienswijzen} metNaam={false} />
            <p>
              <a className="nl-link" href={`${apiBase}${leesZienswijzen.path}`} download="mijn-reacties.json">
                Bewaar uw zienswijzen en reacties (JSON)
              </a>
            </p>
          </>
        )}
      </QueryState>
    </section>
  );
}

function Groep({ id, kop, zaken }: { id: string; kop: string; zaken: readonly ZaakKop[] }) {
  return (
    <section className="stapel" aria-labelledby={id}>
      <h2 id={id} className="nl-heading nl-heading--level-3">
        {kop}
      </h2>
      <ul className="zaken">
        {zaken.map((zaak) => (
          <Regel key={zaak.id} {...zaak} />
        ))}
      </ul>
    </section>
  );
}

function Regel({ id, kenmerk, zaaktype, omschrijving, plaats, ontvangenOp, volgende, ongelezen, ...zaak }: ZaakKop) {
  return (
    <li className="zaak stapel stapel--dicht">
      <div className="rij">
        <Outcome {...statusLook(zaak.status, zaak.resultaat)} />
        {ongelezen > 0 && <strong>{aantal(ongelezen, 'nieuw bericht', 'nieuwe berichten')}</strong>}
      </div>
      <h3 className="zaak__kop kop-klein">
        <Link className="nl-link" to={`/mijn-zaken/${id}`}>
          {metHoofdletter(zaaktype)}, {plaats}
        </Link>
      </h3>
      <p className="zaak__tekst">{omschrijving}</p>
      <p>{volgende.wat}</p>
      <p className="stil">
        {kenmerk}, ontvangen op {formatDatumKort(ontvangenOp)}
      </p>
    </li>
  );
}
