import './veiligheid.css';
import './beeld/beeld.css';
import { useQuery } from '@tanstack/react-query';
import { lazy, type RefObject, Suspense, useCallback, useMemo } from 'react';
import { Link, useLocation, useNavigate } from 'react-router';
import { leesAanbod, leesRooster } from '../../server/veiligheid/contract.ts';
import { formatDatumKort, formatGetal } from '../format.ts';
import { paden } from '../paden.ts';
import { ask } from '../query.ts';
import { useSession } from '../session.ts';
import type { Tekenaar } from '../tekenaar.ts';
import { Notice } from '../ui/Notice.tsx';
import { QueryState, Skeleton } from '../ui/Section.tsx';

import { InternBeeld } from './InternBeeld.tsx';
import { MethodePage } from './MethodePage.tsx';
import { OpenbaarBeeld } from './OpenbaarBeeld.tsx';
import { leesStand, type Stand, schrijfStand } from './stand.ts';
import { ThemaKeuze } from './ThemaKeuze.tsx';

const BeeldPage = lazy(async () => ({ default: (await import('./beeld/BeeldPage.tsx')).BeeldPage }));

interface VeiligheidPageProps {
  heading: RefObject<HTMLHeadingElement | null>;
  onTekenaar(tekenaar: Tekenaar | null): void;
}

export const veiligheidPad = '/veiligheid';

/** Where significantly more happens than by chance: for everybody, and with the counts for who may see them. */
export function VeiligheidPage({ heading, onTekenaar }: VeiligheidPageProps) {
  const { pathname, search, hash } = useLocation();
  const { ingelogd } = useSession();
  // who logs in or changes role may see something else
  const aanbod = useQuery(ask(leesAanbod, {}, ingelogd?.rol ?? 'iedereen'));
  if (pathname === `${veiligheidPad}/methode`) {
    return (
      <QueryState query={aanbod} what="Veiligheid">
        {({ lagen }) => <MethodePage heading={heading} lagen={lagen} terug={`${veiligheidPad}${search}${hash}`} />}
      </QueryState>
    );
  }
  if (pathname === paden.veiligheidsbeeld || pathname.startsWith(`${paden.veiligheidsbeeld}/`)) {
    return (
      <QueryState query={aanbod} what="Veiligheid">
        {({ gemeenten }) => {
          const [gemeente] = gemeenten.toSorted((a, b) => Number(b.intern) - Number(a.intern));
          if (!gemeente) return <GeenGegevens />;
          return (
            <Suspense fallback={<Skeleton what="Veiligheidsbeeld" />}>
              <BeeldPage {...{ heading, gemeente, onTekenaar }} />
            </Suspense>
          );
        }}
      </QueryState>
    );
  }
  return (
    <div className="pagina stapel stapel--ruim veiligheid">
      <div className="stapel stapel--dicht">
        <h1 ref={heading} tabIndex={-1} className="nl-heading nl-heading--level-1">
          Veiligheid in de buurt
        </h1>
        <p className="nl-paragraph">
          De kaart kleurt waar duidelijk meer gebeurt dan past bij toeval.{' '}
          <Link className="nl-link" to={`${veiligheidPad}/methode${search}${hash}`}>
            Hoe wij dat berekenen, en wie wat mag zien
          </Link>
        </p>
        <p className="nl-paragraph">
          <Link className="nl-link" to={paden.veiligheidsbeeld}>
            Veiligheidsbeeld: wat er per thema speelt en wat de gemeente doet
          </Link>
        </p>
      </div>
      <QueryState query={aanbod} what="Veiligheid">
        {({ gemeenten, lagen }) => {
          const [gemeente] = gemeenten.toSorted((a, b) => Number(b.intern) - Number(a.intern));
          if (!gemeente) return <GeenGegevens />;
          const doel = lagen.find(({ id }) => id === 'tellingen');
          return <Keuze {...{ gemeente, onTekenaar }} doel={doel ? `${doel.doel} (${doel.grondslag})` : ''} />;
        }}
      </QueryState>
    </div>
  );
}

const GeenGegevens = () => (
  <Notice soort="info" title="Er zijn nog geen gegevens over veiligheid">
    De gemeente heeft nog geen politiecijfers of meldingen geladen. Dat zegt niets over hoe veilig het is.
  </Notice>
);

interface KeuzeProps {
  gemeente: (typeof leesAanbod)['output']['_zod']['output']['gemeenten'][number];
  /** Purpose and ground of the counts. */
  doel: string;
  onTekenaar(tekenaar: Tekenaar | null): void;
}

const stroomNamen = { politie: 'Politie', melding: 'Meldingen openbare ruimte' } as const;

function Keuze({ gemeente, doel, onTekenaar }: KeuzeProps) {
  const { pathname, search, hash } = useLocation();
  const navigate = useNavigate();
  const stand = useMemo(() => leesStand(hash), [hash]);
  const zet = useCallback(
    (anders: Partial<Stand>) =>
      void navigate({ pathname, search, hash: schrijfStand({ ...stand, ...anders }) }, { replace: true }),
    [navigate, pathname, search, stand],
  );
  const stroom = gemeente.stromen.find((een) => een.stroom === stand.stroom);
  const intern = gemeente.intern && stand.wat !== 'openbaar';
  const soort = intern ? stand.rooster : 'vierkant';
  const rooster = useQuery(ask(leesRooster, { gemeente: gemeente.code, rooster: soort }));
  return (
    <div className="stapel stapel--ruim">
      {gemeente.intern && (
        <div className="stapel stapel--dicht">
          <Knoppen
            naam="Wat u ziet"
            nu={intern ? 'intern' : 'openbaar'}
            keuzen={[
              ['intern', 'Tellingen'],
              ['openbaar', 'Wat iedereen ziet'],
            ]}
            onKies={(wat) => zet({ wat })}
          />
          {intern && <p className="stil">Voor: {doel}. Wat u bekijkt, staat in het logboek.</p>}
        </div>
      )}
      <Knoppen
        naam="Waar het uit komt"
        nu={stand.stroom}
        keuzen={gemeente.stromen.map(({ stroom: een }) => [een, stroomNamen[een]] as const)}
        onKies={(een) =>
          zet({ stroom: een, themas: [een === 'melding' ? '1.2' : '1.3'], klassen: null, periode: null })
        }
      />
      <ThemaKeuze themas={stand.themas} meer={intern} onThemas={(themas) => zet({ themas, klassen: null })} />
      {!stroom ? (
        <Notice soort="info" title={`${stroomNamen[stand.stroom]}: nog niet geladen`}>
          Dat is onbekend, en geen nul. Kies hierboven iets anders.
        </Notice>
      ) : (
        <QueryState query={rooster} what="Cellen">
          {(cellen) =>
            intern ? (
              <InternBeeld gemeente={gemeente.code} rooster={cellen} {...{ stand, zet, onTekenaar }} />
            ) : (
              <OpenbaarBeeld
                gemeente={gemeente.code}
                rooster={cellen}
                perioden={stroom.perioden}
                {...{ stand, zet, onTekenaar }}
              />
            )
          }
        </QueryState>
      )}
      {stroom && (
        <p className="bronnen">
          Bron: {stroom.bron.naam}
          {stroom.bron.peildatum && `, peildatum ${formatDatumKort(stroom.bron.peildatum)}`}. Op de kaart staan ongeveer{' '}
          {formatGetal(stroom.geplaatst)} van de {formatGetal(stroom.gelezen)} registraties: die met een bekende plek.
        </p>
      )}
    </div>
  );
}

interface KnoppenProps<T extends string> {
  naam: string;
  nu: T;
  keuzen: readonly (readonly [T, string])[];
  onKies(keuze: T): void;
}

/** One of a few, side by side. */
function Knoppen<T extends string>({ naam, nu, keuzen, onKies }: KnoppenProps<T>) {
  return (
    <fieldset className="vknoppen">
      <legend className="alleen-voorlezen">{naam}</legend>
      {keuzen.map(([keuze, tekst]) => (
        <label key={keuze}>
          <input type="radio" name={naam} checked={keuze === nu} onChange={() => onKies(keuze)} />
          <span>{tekst}</span>
        </label>
      ))}
    </fieldset>
  );
}
