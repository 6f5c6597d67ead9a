import { useQuery } from '@tanstack/react-query';
import type { RefObject } from 'react';
import { Link, useParams } from 'react-router';
import type * as z from 'zod/mini';
import { leesInspraak } from '../../server/inspraak/contract.ts';
import { formatDatum } from '../format.ts';
import { ask } from '../query.ts';
import { MetRecht } from '../ui/MetRecht.tsx';
import { Notice } from '../ui/Notice.tsx';
import { QueryState } from '../ui/Section.tsx';
import { ZienswijzeForm } from './ZienswijzeForm.tsx';

type Inspraak = z.infer<typeof leesInspraak.output>;

const koppen = {
  zienswijze: 'Geef uw zienswijze',
  reactie: 'Reageer op dit plan',
  bezwaar: 'Maak bezwaar',
  beroep: 'In beroep gaan',
  geen: 'Reageren',
} as const;

/** What somebody can do with a notice: the form when this loket takes it now, else why not and what else. */
export function ReageerPage({ heading }: { heading: RefObject<HTMLHeadingElement | null> }) {
  const { besluit = '' } = useParams();
  const query = useQuery({ ...ask(leesInspraak, { besluit }), staleTime: 0 });
  return (
    <div className="pagina stapel stapel--ruim">
      <h1 ref={heading} tabIndex={-1} className="nl-heading nl-heading--level-1">
        {query.data?.weg.kan ? koppen[query.data.weg.soort] : 'Reageren'}
      </h1>
      <QueryState query={query} what="Bekendmaking">
        {(inspraak) => <Inhoud {...inspraak} />}
      </QueryState>
    </div>
  );
}

function Inhoud(inspraak: Inspraak) {
  const { identificatie, titel, bevoegdGezag, gepubliceerd, url, punt, weg, initiatief, later } = inspraak;
  const nietGenoemd = (artikel: string) => !weg.uitleg.includes(artikel);
  const artikelen = weg.artikel?.split(' en ').filter(nietGenoemd).join(' en ');
  return (
    <>
      <div className="stapel stapel--dicht">
        <p className="inspraak__titel">{titel}</p>
        <p className="stil">
          {bevoegdGezag}, gepubliceerd op {formatDatum(gepubliceerd)}
        </p>
        <p className="rij">
          {url && (
            <a className="nl-link" href={url}>
              Lees de bekendmaking
            </a>
          )}
          {initiatief && (
            <Link className="nl-link" to={`/initiatieven/${initiatief}?x=${punt.x}&y=${punt.y}`}>
              Lees alles over dit plan
            </Link>
          )}
          <Link className="nl-link" to={`/locatie?x=${punt.x}&y=${punt.y}&open=besluiten`}>
            Naar deze plek op de kaart
          </Link>
        </p>
      </div>
      <p className="nl-paragraph">
        {weg.uitleg} {artikelen && <span className="stil">({artikelen})</span>}
      </p>
      {weg.kan && (weg.soort === 'zienswijze' || weg.soort === 'reactie') ? (
        <MetRecht
          gegeven="zienswijze"
          doe="schrijven"
          wat={weg.soort === 'zienswijze' ? 'uw zienswijze' : 'uw reactie'}
        >
          <ZienswijzeForm over={{ besluit: identificatie }} weg={weg} />
        </MetRecht>
      ) : weg.kan && weg.soort === 'bezwaar' ? (
        <p>
          <Link
            className="nl-button nl-button--primary"
            to={`/indienen/nieuw/bezwaar?x=${punt.x}&y=${punt.y}#besluit=${encodeURIComponent(identificatie)}`}
          >
            <span className="nl-button__label">Maak bezwaar</span>
          </Link>
        </p>
      ) : (
        <Notice soort="info" title="Wat u wel kunt doen">
          <ul className="opsomming">
            {weg.watNog.map((zin) => (
              <li key={zin}>{zin}</li>
            ))}
          </ul>
          {later && (
            <p className="nl-paragraph">
              <Link className="nl-link" to={`/inspraak/${later.identificatie}`}>
                {later.titel}
              </Link>
            </p>
          )}
        </Notice>
      )}
    </>
  );
}
