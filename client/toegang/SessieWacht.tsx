import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { type Ingelogde, leesSessie, verlengSessie } from '../../server/toegang/contract.ts';
import { call } from '../api.ts';
import { ask } from '../query.ts';
import { klaarPad, logUit, useSession, ververs } from '../session.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { noemDuur, type Stand, staVan } from './wacht.ts';

/**
 * Warns before a session ends, and says when it has ended. What is on the page stays: logging in again happens in a tab
 * beside it, and this one goes on where it was.
 */
export function SessieWacht({ wie }: { wie: Ingelogde | null }) {
  const client = useQueryClient();
  const { inlogAdres, bezig } = useSession();
  const { dataUpdatedAt } = useQuery(ask(leesSessie, {}));
  const [wegGeklikt, setWegGeklikt] = useState(false);
  const overS = wie ? Math.min(wie.verlooptOverS, wie.uiterlijkOverS) : 0;
  const { stand, nogS } = useStand(overS, dataUpdatedAt, () => void ververs(client));
  const blijf = useMutation({ mutationFn: () => call(verlengSessie, {}), onSettled: () => ververs(client) });
  const uit = useMutation({ mutationFn: () => logUit(false), onError: () => ververs(client) });

  useEffect(() => {
    if (wie) setWegGeklikt(false);
  }, [wie]);

  if (!wie) {
    if (wegGeklikt || bezig) return null;
    return (
      <Venster titel="U bent uitgelogd" onSluit={() => setWegGeklikt(true)}>
        <p className="nl-paragraph">
          U deed even niets, of u logde ergens anders uit. Wat op deze pagina staat, blijft staan. Log opnieuw in, dan
          kunt u verder waar u was.
        </p>
        <div className="rij">
          <a
            className="nl-button nl-button--primary"
            href={inlogAdres({ terug: klaarPad })}
            target="_blank"
            rel="noreferrer"
          >
            <span className="nl-button__label">Log in, in een nieuw tabblad</span>
          </a>
          <Button onClick={() => setWegGeklikt(true)}>Ga verder zonder inloggen</Button>
        </div>
      </Venster>
    );
  }
  if (stand !== 'bijna') return null;
  const eindigt = wie.uiterlijkOverS <= wie.verlooptOverS;
  return (
    <Venster titel={`U wordt over ${noemDuur(nogS)} uitgelogd`} onSluit={() => (eindigt ? undefined : blijf.mutate())}>
      <p className="nl-paragraph">
        {eindigt
          ? 'U bent lang ingelogd. Daarna logt u opnieuw in. Wat op deze pagina staat, blijft staan.'
          : 'U deed even niets. Wat op deze pagina staat, blijft staan.'}
      </p>
      {blijf.error && (
        <Notice soort="error" title="Verlengen lukte niet" live>
          {blijf.error.message}
        </Notice>
      )}
      <div className="rij">
        {!eindigt && (
          <Button soort="primary" onClick={() => blijf.mutate()}>
            Blijf ingelogd
          </Button>
        )}
        <Button onClick={() => uit.mutate()}>Log nu uit</Button>
      </div>
    </Venster>
  );
}

/** Follows a session to its end; asks the server again before it warns, since other tabs may have kept it alive. */
function useStand(overS: number, gezegdOp: number, onKijk: () => void): { stand: Stand; nogS: number } {
  const [nu, setNu] = useState(() => Date.now());
  const kijk = useRef(onKijk);
  kijk.current = onKijk;
  const sindsS = Math.max(0, (nu - gezegdOp) / 1_000);
  const { stand } = staVan(overS, sindsS);
  useEffect(() => {
    if (overS <= 0) return;
    const { kijkOverS } = staVan(overS, 0);
    const wachten = setTimeout(() => {
      setNu(Date.now());
      kijk.current();
    }, kijkOverS * 1_000);
    const tikken = setInterval(() => setNu(Date.now()), 10_000);
    return () => {
      clearTimeout(wachten);
      clearInterval(tikken);
    };
  }, [overS]);
  return { stand, nogS: Math.max(0, overS - sindsS) };
}

function Venster({ titel, onSluit, children }: { titel: string; onSluit(): void; children: ReactNode }) {
  const venster = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    venster.current?.showModal();
  }, []);
  return (
    <dialog
      ref={venster}
      className="sessie__venster stapel"
      aria-labelledby="sessie-venster"
      onCancel={(event) => {
        event.preventDefault();
        onSluit();
      }}
    >
      <h2 id="sessie-venster" className="nl-heading nl-heading--level-3" aria-live="polite">
        {titel}
      </h2>
      {children}
    </dialog>
  );
}
