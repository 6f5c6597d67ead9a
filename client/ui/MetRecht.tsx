import { type ReactNode, useState } from 'react';
import type { GegevenId } from '../../server/toegang/domain.ts';
import { klaarPad, useSession } from '../session.ts';
import { Notice } from './Notice.tsx';
import { Skeleton } from './Section.tsx';

interface MetRechtProps {
  gegeven: GegevenId;
  doe: 'lezen' | 'schrijven';
  /** What it is about, in the middle of a sentence: "uw zaken". */
  wat: string;
  children: ReactNode;
}

/**
 * Shows what asks for a right to who holds it; others read why not, and what they can do.
 *
 * When the session ends while it is in view it goes out of sight and stays as it is: what was filled in is there again for
 * the same person, and for nobody else.
 */
export function MetRecht({ gegeven, doe, wat, children }: MetRechtProps) {
  const { ingelogd, bezig, mag } = useSession();
  const [toonde, setToonde] = useState<string | null>(null);
  const mogend = ingelogd && mag(gegeven, doe) ? `${ingelogd.persoon} ${ingelogd.rol}` : null;
  if (mogend && toonde !== mogend) setToonde(mogend);
  if (bezig) return <Skeleton what="Wie u bent" />;
  const blijft = mogend ?? (ingelogd ? null : toonde);
  return (
    <>
      {!mogend && <Waarom doe={doe} wat={wat} bewaard={blijft !== null} />}
      {blijft && (
        <div key={blijft} hidden={!mogend} className="stapel stapel--ruim">
          {children}
        </div>
      )}
    </>
  );
}

function Waarom({ doe, wat, bewaard }: Pick<MetRechtProps, 'doe' | 'wat'> & { bewaard: boolean }) {
  const { ingelogd, diensten, inlogAdres } = useSession();
  if (ingelogd) {
    return (
      <Notice soort="warning" title={`U kunt ${wat} nu niet ${doe === 'lezen' ? 'zien' : 'wijzigen'}`}>
        {ingelogd.rollen.length > 1
          ? 'Dat mag niet in de rol die u nu hebt. Kies bovenaan bij uw naam een andere rol.'
          : 'Dat mag niet in uw rol. Denkt u dat het wel moet kunnen, vraag het dan de gemeente.'}
      </Notice>
    );
  }
  return (
    <Notice soort="info" title={`Log in voor ${wat}`}>
      {bewaard && <p className="nl-paragraph">Wat hier stond, staat er weer als u opnieuw inlogt.</p>}
      {diensten.length > 0 ? (
        <div>
          <a
            className="nl-button nl-button--primary"
            {...(bewaard
              ? { href: inlogAdres({ terug: klaarPad }), target: '_blank', rel: 'noreferrer' }
              : { href: inlogAdres() })}
          >
            <span className="nl-button__label">{bewaard ? 'Log in, in een nieuw tabblad' : 'Inloggen'}</span>
          </a>
        </div>
      ) : (
        'Inloggen kan hier nog niet. Bel de gemeente met uw vraag.'
      )}
    </Notice>
  );
}
