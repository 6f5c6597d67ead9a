import { type RefObject, useEffect } from 'react';
import { Link, useLocation } from 'react-router';
import { leesTerug } from '../../server/toegang/domain/terug.ts';
import { klaarPad, meldSessie, useSession } from '../session.ts';
import { Notice } from '../ui/Notice.tsx';
import { useOnline } from '../ui/use-online.ts';

/** Why it did not work, and what to do; the server names the reason in the address. */
const redenen: Record<string, { titel: string; uitleg: string }> = {
  'niet-ingericht': {
    titel: 'Inloggen kan hier nog niet',
    uitleg: 'De gemeente heeft nog niet ingesteld waarmee u inlogt. Zoeken en lezen kan zonder inloggen.',
  },
  dienst: {
    titel: 'De inlogdienst geeft nu geen antwoord',
    uitleg: 'Dit ligt niet aan u. Probeer het over een paar minuten opnieuw.',
  },
  verlopen: {
    titel: 'Het inloggen duurde te lang',
    uitleg: 'Of u opende deze pagina voor de tweede keer. Begin opnieuw met inloggen.',
  },
  geweigerd: {
    titel: 'Het inloggen is niet gelukt',
    uitleg: 'U stopte ermee, of er ging iets mis onderweg. U bent niet ingelogd. Begin gerust opnieuw.',
  },
  niveau: {
    titel: 'Zo kunt u hier niet inloggen',
    uitleg: 'De inlogdienst zei niet hoe zeker het is dat u het bent. Kies een andere manier van inloggen.',
  },
  nummer: {
    titel: 'Wij kunnen niet zien wie u bent',
    uitleg: 'De inlogdienst gaf een nummer dat niet klopt. Probeer het opnieuw. Gebeurt het weer, bel dan de gemeente.',
  },
  rol: {
    titel: 'U hebt hier nog geen rol',
    uitleg: 'U bent bekend bij de inlogdienst, maar u mag nog niets in dit loket. Vraag uw beheerder om een rol.',
  },
};

/** Pages around logging in: choose how, what went wrong, and done. */
export function InlogPage({ heading }: { heading: RefObject<HTMLHeadingElement | null> }) {
  const { pathname, search } = useLocation();
  const vraag = new URLSearchParams(search);
  const terug = leesTerug(vraag.get('terug') ?? undefined);
  const online = useOnline();
  const { titel, inhoud } =
    pathname === klaarPad
      ? { titel: 'U bent ingelogd', inhoud: <Klaar /> }
      : pathname === '/inloggen/kies'
        ? { titel: 'Waarmee wilt u inloggen?', inhoud: <Kies terug={terug} niveau={vraag.get('niveau')} /> }
        : { ...misluktOf(vraag.get('reden'), online), inhoud: <Mislukt vraag={vraag} terug={terug} /> };
  return (
    <div className="pagina stapel">
      <h1 ref={heading} tabIndex={-1} className="nl-heading nl-heading--level-1">
        {titel}
      </h1>
      {inhoud}
    </div>
  );
}

const geenNetwerk = {
  titel: 'U bent offline',
  uitleg: 'Inloggen kan weer als uw verbinding terug is. Wat u al zag, blijft staan.',
};

function misluktOf(reden: string | null, online: boolean) {
  const bekend = reden !== null && Object.hasOwn(redenen, reden) ? redenen[reden] : undefined;
  // without network the service worker gives this page in place of the login service
  return bekend ?? (online ? (redenen.geweigerd as (typeof redenen)[string]) : geenNetwerk);
}

function Mislukt({ vraag, terug }: { vraag: URLSearchParams; terug: string }) {
  const online = useOnline();
  const { diensten, inlogAdres } = useSession();
  const { uitleg } = misluktOf(vraag.get('reden'), online);
  return (
    <>
      <p className="nl-paragraph">{uitleg}</p>
      <ul className="stapel stapel--dicht">
        {diensten.length > 0 && (
          <li>
            <a className="nl-link" href={inlogAdres({ terug })}>
              Log opnieuw in
            </a>
          </li>
        )}
        <li>
          <Link className="nl-link" to={terug}>
            Ga verder zonder inloggen
          </Link>
        </li>
      </ul>
    </>
  );
}

function Kies({ terug, niveau }: { terug: string; niveau: string | null }) {
  const { diensten } = useSession();
  return (
    <ul className="stapel stapel--dicht">
      {diensten.map(({ id, naam }) => (
        <li key={id}>
          <a
            className="nl-button nl-button--secondary"
            href={`/inloggen?${new URLSearchParams({ dienst: id, terug, ...(niveau && { niveau }) })}`}
          >
            <span className="nl-button__label">Inloggen met {naam}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}

function Klaar() {
  useEffect(meldSessie, []);
  const { ingelogd } = useSession();
  return (
    <>
      <Notice soort="ok" live>
        {`Sluit dit tabblad en ga terug naar waar u was${ingelogd ? `, als ${ingelogd.naam}` : ''}. Daar gaat u verder.`}
      </Notice>
      <p>
        <Link className="nl-link" to="/">
          Of begin hier opnieuw
        </Link>
      </p>
    </>
  );
}
