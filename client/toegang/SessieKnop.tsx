import { lazy, Suspense, useState } from 'react';
import { useSession } from '../session.ts';
import { Icon } from '../ui/Icon.tsx';

/** For who has logged in: not part of what everybody loads. */
const Ingelogd = lazy(async () => ({ default: (await import('./Ingelogd.tsx')).Ingelogd }));

/** In the header: the way in, or who is in. Nothing where nobody can log in. */
export function SessieKnop() {
  const { ingelogd, diensten, inlogAdres } = useSession();
  // who was logged in hears it when that ends
  const [wasIn, setWasIn] = useState(false);
  if (ingelogd && !wasIn) setWasIn(true);
  return (
    <div className="sessie">
      {!ingelogd && diensten.length > 0 && (
        <a className="nl-button nl-button--secondary" href={inlogAdres()}>
          <span className="nl-button__icon-start">
            <Icon name="persoon" />
          </span>
          <span className="nl-button__label">Inloggen</span>
        </a>
      )}
      {wasIn && (
        <Suspense fallback={null}>
          <Ingelogd />
        </Suspense>
      )}
    </div>
  );
}
