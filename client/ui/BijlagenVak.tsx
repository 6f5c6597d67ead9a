import './bijlagen.css';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { verwijderBijlage } from '../../server/bijlagen/contract.ts';
import type { Formaat } from '../../server/bijlagen/domain.ts';
import type { Bijlage } from '../../server/indienen/contract.ts';
import { schrijfGrootte } from '../../server/indienen/domain/bevestiging.ts';
import { call } from '../api.ts';
import { foutVanBestand, stuurBestand } from '../upload.ts';
import { Balk } from './Balk.tsx';
import { BestandKnop } from './BestandKnop.tsx';
import { Button } from './Button.tsx';
import { Icon } from './Icon.tsx';
import { Notice } from './Notice.tsx';

interface BijlagenVakProps {
  conceptId: string;
  headers: Record<string, string>;
  toegestaan: readonly Formaat[];
  /** Which document of the form these are. */
  soort: string;
  /** The same for who does not see where the button stands. */
  over: string;
  /** As the server has them, of every kind. */
  bijlagen: readonly Bijlage[];
  ververs(): Promise<unknown>;
  /** Makes the concept, where that is not there before the first file. It may be asked more than once. */
  begin?(): Promise<unknown>;
  /** Whether a file is on its way. */
  onBezig?(bezig: boolean): void;
}

/** A file on its way from this device. */
interface Onderweg {
  id: string;
  bestand: File;
  /** From 0 to 1. */
  deel: number;
  fout: string | null;
  stop: AbortController;
}

/** The files of one kind with a concept: what has come, what is on its way, and the button that takes more. */
export function BijlagenVak(props: BijlagenVakProps) {
  const { conceptId, headers, toegestaan, soort, over, bijlagen, ververs, begin, onBezig } = props;
  const [onderweg, setOnderweg] = useState<readonly Onderweg[]>([]);
  const zet = (id: string, nieuw: Partial<Onderweg>) =>
    setOnderweg((nu) => nu.map((een) => (een.id === id ? { ...een, ...nieuw } : een)));
  const weg = (id: string) => setOnderweg((nu) => nu.filter((een) => een.id !== id));
  const bezig = onderweg.some(({ fout }) => fout === null);
  useEffect(() => onBezig?.(bezig), [bezig, onBezig]);

  async function stuur({ id, bestand, stop }: Onderweg) {
    try {
      await begin?.();
      await stuurBestand({
        conceptId,
        bijlageId: id,
        soort,
        bestand,
        headers,
        signal: stop.signal,
        onVoortgang: (deel) => zet(id, { deel }),
      });
      await ververs();
      weg(id);
    } catch (error) {
      if (stop.signal.aborted) weg(id);
      else zet(id, { fout: error instanceof Error ? error.message : 'Sturen lukte niet.' });
    }
  }
  function kies(bestanden: readonly File[]) {
    for (const bestand of bestanden) {
      const zending: Onderweg = {
        id: crypto.randomUUID(),
        bestand,
        deel: 0,
        fout: foutVanBestand(bestand),
        stop: new AbortController(),
      };
      setOnderweg((nu) => [...nu, zending]);
      if (!zending.fout) void stuur(zending);
    }
  }
  return (
    <>
      <ul className="bijlagen">
        {bijlagen
          .filter((een) => een.soort === soort && !onderweg.some(({ id }) => id === een.id))
          .map((bijlage) => (
            <BijlageRegel key={bijlage.id} {...{ bijlage, conceptId, headers, ververs }} />
          ))}
        {onderweg.map((een) => (
          <OnderwegRegel
            key={een.id}
            zending={een}
            onOpnieuw={() => {
              const opnieuw = { ...een, fout: null, stop: new AbortController() };
              zet(een.id, opnieuw);
              void stuur(opnieuw);
            }}
            onWeg={() => {
              een.stop.abort();
              weg(een.id);
            }}
          />
        ))}
      </ul>
      <BestandKnop soort={soort} toegestaan={toegestaan} over={over} onKies={kies} />
      {bezig && (
        <p role="status" className="stil">
          Er wordt nog een bestand verstuurd. Blijf op deze pagina tot het klaar is.
        </p>
      )}
    </>
  );
}

function BijlageRegel({
  bijlage,
  conceptId,
  headers,
  ververs,
}: { bijlage: Bijlage } & Pick<BijlagenVakProps, 'conceptId' | 'headers' | 'ververs'>) {
  const gooiWeg = useMutation({
    mutationFn: () => call(verwijderBijlage, { id: conceptId, bijlage: bijlage.id }, undefined, undefined, headers),
    onSettled: ververs,
  });
  const goed = bijlage.status === 'gekeurd';
  return (
    <li className="bijlagen__regel" data-stand={bijlage.status}>
      <Icon name={goed ? 'vink' : 'waarschuwing'} />
      <span>
        <bdi className="bijlagen__naam">{bijlage.naam}</bdi>
        <span className="stil">
          {goed
            ? `${schrijfGrootte(bijlage.bytes)}, ontvangen en gecontroleerd`
            : (bijlage.reden ??
              `Nog niet compleet: ${schrijfGrootte(bijlage.ontvangen)} van ${schrijfGrootte(bijlage.bytes)}. Gooi het weg en kies het bestand opnieuw.`)}
        </span>
      </span>
      <Button soort="subtle" disabled={gooiWeg.isPending} onClick={() => gooiWeg.mutate()}>
        Gooi weg<span className="alleen-voorlezen">: {bijlage.naam}</span>
      </Button>
    </li>
  );
}

function OnderwegRegel({ zending, onOpnieuw, onWeg }: { zending: Onderweg; onOpnieuw(): void; onWeg(): void }) {
  const { bestand, deel, fout } = zending;
  return (
    <li className="bijlagen__regel" data-stand={fout ? 'geweigerd' : 'onderweg'}>
      <Icon name={fout ? 'waarschuwing' : 'klok'} />
      <span>
        <bdi className="bijlagen__naam">{bestand.name}</bdi>
        {fout ? (
          <Notice soort="error" live>
            {fout}
          </Notice>
        ) : (
          <>
            <Balk deel={deel} label={`${bestand.name} versturen`} />
            <span className="stil">
              {Math.round(deel * 100)}% van {schrijfGrootte(bestand.size)}
            </span>
          </>
        )}
      </span>
      <span className="rij">
        {fout && foutVanBestand(bestand) === null && (
          <Button soort="subtle" onClick={onOpnieuw}>
            Probeer opnieuw<span className="alleen-voorlezen">: {bestand.name}</span>
          </Button>
        )}
        <Button soort="subtle" onClick={onWeg}>
          {fout ? 'Gooi weg' : 'Stop'}
          <span className="alleen-voorlezen">: {bestand.name}</span>
        </Button>
      </span>
    </li>
  );
}
