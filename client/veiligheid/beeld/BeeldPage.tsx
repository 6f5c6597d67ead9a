import { useQuery } from '@tanstack/react-query';
import type { RefObject } from 'react';
import { Link, useLocation } from 'react-router';
import { apiBase } from '../../../server/http/endpoint.ts';
import { type Beeld, leesBeeld, leesVastgesteldBeeld } from '../../../server/veiligheid/beeld/contract.ts';
import { themas } from '../../../server/veiligheid/domain/velden.ts';
import { formatDatumKort } from '../../format.ts';
import { paden } from '../../paden.ts';
import { ask } from '../../query.ts';
import { useSession } from '../../session.ts';
import type { Tekenaar } from '../../tekenaar.ts';
import { Notice } from '../../ui/Notice.tsx';
import { QueryState, Skeleton } from '../../ui/Section.tsx';
import { InterventiePage } from './InterventiePage.tsx';
import { interventieIn, padVanInterventie, padVanThema } from './pad.ts';
import { ThemaPage } from './ThemaPage.tsx';
import { Vaststellen } from './Vaststellen.tsx';
import { Voortgang } from './Voortgang.tsx';

interface BeeldPageProps {
  heading: RefObject<HTMLHeadingElement | null>;
  gemeente: { code: string; naam: string };
  onTekenaar(tekenaar: Tekenaar | null): void;
}

/** The veiligheidsbeeld: while it is being made for who works with it, and as it was adopted for everybody. */
export function BeeldPage({ heading, gemeente, onTekenaar }: BeeldPageProps) {
  const { pathname } = useLocation();
  const { mag, bezig } = useSession();
  const deel = pathname.slice(paden.veiligheidsbeeld.length + 1);
  if (bezig) return <Skeleton what="Veiligheidsbeeld" />;
  if (!mag('veiligheidsbeeld', 'lezen')) return <Openbaar {...{ heading, gemeente }} />;
  return <Intern {...{ heading, gemeente, deel, onTekenaar }} />;
}

function Intern({ heading, gemeente, deel, onTekenaar }: BeeldPageProps & { deel: string }) {
  const { mag } = useSession();
  const schrijft = mag('veiligheidsbeeld', 'schrijven');
  const query = useQuery(ask(leesBeeld, { gemeente: gemeente.code }));
  const thema = themas.get(deel.replace('-', '.'));
  const interventie = interventieIn(deel);
  const titel = thema
    ? `${thema.nummer} ${thema.naam}`
    : interventie !== undefined
      ? interventie
        ? 'Interventie wijzigen'
        : 'Interventie vastleggen'
      : `Veiligheidsbeeld ${gemeente.naam}`;
  return (
    <div className="pagina stapel stapel--ruim veiligheid beeld">
      <div className="stapel stapel--dicht">
        {deel && (
          <Link className="nl-link" to={paden.veiligheidsbeeld}>
            Terug naar het veiligheidsbeeld
          </Link>
        )}
        <h1 ref={heading} tabIndex={-1} className="nl-heading nl-heading--level-1">
          {titel}
        </h1>
      </div>
      <QueryState query={query} what="Veiligheidsbeeld">
        {(beeld) => {
          if (thema) return <ThemaPage key={thema.nummer} {...{ beeld, schrijft }} nummer={thema.nummer} />;
          if (interventie !== undefined && schrijft)
            return <InterventiePage key={interventie} {...{ beeld, onTekenaar }} id={interventie} />;
          return (
            <>
              <p className="nl-paragraph">
                Per thema: wat is er aan de hand, wat doen wij, en wat is extra nodig. U ziet het beeld in opbouw. Wat u
                bekijkt, staat in het logboek.
              </p>
              <div className="rij">
                <Pdf href={`${apiBase}${leesBeeld.path}/pdf?gemeente=${gemeente.code}`} />
                {schrijft && (
                  <Link className="nl-button nl-button--secondary" to={padVanInterventie()}>
                    <span className="nl-button__label">Leg een interventie vast</span>
                  </Link>
                )}
              </div>
              <Voortgang beeld={beeld} naarThema={padVanThema} schrijft={schrijft} />
              <Vaststellen {...{ beeld, schrijft }} />
            </>
          );
        }}
      </QueryState>
    </div>
  );
}

function Openbaar({ heading, gemeente }: Omit<BeeldPageProps, 'onTekenaar'>) {
  const query = useQuery(ask(leesVastgesteldBeeld, { gemeente: gemeente.code }));
  return (
    <div className="pagina stapel stapel--ruim veiligheid beeld">
      <h1 ref={heading} tabIndex={-1} className="nl-heading nl-heading--level-1">
        Veiligheidsbeeld {gemeente.naam}
      </h1>
      <QueryState query={query} what="Veiligheidsbeeld">
        {({ vastgesteld }) =>
          vastgesteld ? (
            <>
              <p className="nl-paragraph">
                Vastgesteld op {formatDatumKort(vastgesteld.vastgesteldOp)}: {vastgesteld.besluit}. Cijfers en teksten
                zijn die van die dag.
              </p>
              {!vastgesteld.hashKlopt && (
                <Notice soort="error" title="Dit beeld is veranderd na het vaststellen">
                  De controlecode past niet bij wat is bewaard. Gebruik het niet als bewijs en meld het de gemeente.
                </Notice>
              )}
              <div className="rij">
                <Pdf href={`${apiBase}/veiligheid/vastgesteld-beeld/${vastgesteld.id}/pdf`} />
              </div>
              <Voortgang beeld={vastgesteld.beeld as Beeld} naarThema={null} schrijft={false} />
            </>
          ) : (
            <Notice soort="info" title="Er is nog geen veiligheidsbeeld vastgesteld">
              <p className="nl-paragraph">
                De gemeente werkt eraan, of heeft het nog niet openbaar gemaakt. Waar meer gebeurt dan past bij toeval,
                ziet u al wel op{' '}
                <Link className="nl-link" to="/veiligheid">
                  de kaart van de veiligheid
                </Link>
                .
              </p>
            </Notice>
          )
        }
      </QueryState>
    </div>
  );
}

const Pdf = ({ href }: { href: string }) => (
  <a className="nl-button nl-button--secondary" href={href} download>
    <span className="nl-button__label">Download als PDF</span>
  </a>
);
