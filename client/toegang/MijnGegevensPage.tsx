import { useInfiniteQuery } from '@tanstack/react-query';
import type { RefObject } from 'react';
import { isRole, rollen } from '../../server/toegang/domain/rollen.ts';
import { type EigenVerwerking, leesEigenVerwerkingen } from '../../server/verantwoording/contract.ts';
import { call } from '../api.ts';
import { formatMoment } from '../format.ts';
import { useSession } from '../session.ts';
import { LaatMeerZien } from '../ui/LaatMeerZien.tsx';
import { MetRecht } from '../ui/MetRecht.tsx';
import { QueryState } from '../ui/Section.tsx';

/** Who you are here, and on request what was done with your data. */
export function MijnGegevensPage({ heading }: { heading: RefObject<HTMLHeadingElement | null> }) {
  const { mag } = useSession();
  return (
    <div className="pagina stapel stapel--ruim">
      <h1 ref={heading} tabIndex={-1} className="nl-heading nl-heading--level-1">
        Mijn gegevens
      </h1>
      <MetRecht gegeven="sessie" doe="lezen" wat="uw gegevens">
        <div className="stapel stapel--ruim">
          <Wie />
          <section className="stapel" aria-labelledby="verwerkingen">
            <h2 id="verwerkingen" className="nl-heading nl-heading--level-3">
              Wat met uw gegevens is gedaan
            </h2>
            {mag('eigenVerwerkingen', 'lezen') ? (
              <Verwerkingen />
            ) : (
              <p className="nl-paragraph">
                In uw rol staat dit niet op het scherm. Vraag de functionaris gegevensbescherming van de gemeente om
                inzage.
              </p>
            )}
          </section>
        </div>
      </MetRecht>
    </div>
  );
}

function Wie() {
  const { ingelogd, oefenomgeving } = useSession();
  if (!ingelogd) return null;
  const { naam, rol, zekerheid, organisatie, namens, bevoegdGezag } = ingelogd;
  const feiten: [string, string][] = [
    ['Naam', naam],
    ['Rol', rollen[rol]],
    ...(organisatie?.naam ? ([['Bedrijf', organisatie.naam]] as [string, string][]) : []),
    ...(organisatie ? ([['KvK-nummer', organisatie.kvk]] as [string, string][]) : []),
    ...(organisatie?.vestiging ? ([['Vestigingsnummer', organisatie.vestiging]] as [string, string][]) : []),
    ...(namens ? ([['Gemachtigd door', namens]] as [string, string][]) : []),
    ...(bevoegdGezag.length > 0 ? ([['Werkt voor', bevoegdGezag.join(', ')]] as [string, string][]) : []),
    ['Ingelogd met', zekerheid],
  ];
  return (
    <section className="stapel" aria-labelledby="wie">
      <h2 id="wie" className="nl-heading nl-heading--level-3">
        Wie u bent in dit loket
      </h2>
      <dl className="feiten">
        {feiten.map(([term, waarde]) => (
          <div key={term} className="utrecht-data-list__item">
            <dt>{term}</dt>
            <dd>{waarde}</dd>
          </div>
        ))}
      </dl>
      <p className="stil">
        Dit kreeg het loket bij het inloggen, en het wordt gewist als u uitlogt. Uw burgerservicenummer bewaart het
        loket niet: het gebruikt een code die alleen het loket kent.
        {oefenomgeving && ' Dit is een oefenomgeving: deze persoon bestaat niet.'}
      </p>
    </section>
  );
}

function Verwerkingen() {
  const query = useInfiniteQuery({
    queryKey: [leesEigenVerwerkingen.path],
    queryFn: ({ pageParam, signal }) => call(leesEigenVerwerkingen, pageParam ? { voor: pageParam } : {}, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ volgende }) => volgende,
  });
  return (
    <>
      <p className="nl-paragraph">
        Elke keer dat iemand uw gegevens bekijkt of verandert, legt het loket dat vast. U ziet waarvoor en door welke
        rol. Ook dit bekijken staat erbij.
      </p>
      <QueryState query={query} what="Wat met uw gegevens is gedaan">
        {({ pages }) => {
          const regels = pages.flatMap(({ verwerkingen }) => verwerkingen);
          return regels.length === 0 ? (
            <p>Er is nog niets vastgelegd.</p>
          ) : (
            <ol className="logboek">
              {regels.map((regel, i) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the lines never move, and two may be alike
                <Regel key={i} {...regel} />
              ))}
            </ol>
          );
        }}
      </QueryState>
      <LaatMeerZien query={query}>Laat oudere zien</LaatMeerZien>
    </>
  );
}

const daden: Record<EigenVerwerking['handeling'], string> = {
  verzamelen: 'Vastgelegd',
  wijzigen: 'Gewijzigd',
  raadplegen: 'Bekeken',
  verstrekken: 'Gedeeld',
  combineren: 'Gecombineerd',
  vernietigen: 'Gewist',
};

function Regel({ op, naam, doel, grondslag, handeling, rol, doorUzelf, gelukt }: EigenVerwerking) {
  const door = doorUzelf
    ? 'door uzelf'
    : isRole(rol)
      ? `door: ${rollen[rol].toLowerCase()}`
      : 'door iemand zonder login';
  return (
    <li>
      <p>
        <strong>
          {daden[handeling]} {door}
        </strong>
        {!gelukt && ' (niet gelukt)'}
      </p>
      <p>
        {naam}. {doel}.
      </p>
      <p className="stil">
        <time dateTime={op}>{formatMoment(op)}</time>. Grondslag: {grondslag}.
      </p>
    </li>
  );
}
