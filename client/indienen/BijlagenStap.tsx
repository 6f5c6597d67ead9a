import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { verwijderBijlage } from '../../server/bijlagen/contract.ts';
import { formaten, fotoFormaten, noemFormaten } from '../../server/bijlagen/domain.ts';
import type { Bijlage } from '../../server/indienen/contract.ts';
import { schrijfGrootte } from '../../server/indienen/domain/bevestiging.ts';
import type { Vereiste } from '../../server/indienen/zaaktypes/zaaktype.ts';
import { call } from '../api.ts';
import { BestandKnop } from '../ui/BestandKnop.tsx';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Notice } from '../ui/Notice.tsx';
import { foutVanBestand, stuurBestand } from '../upload.ts';
import { veldId } from './VeldInvoer.tsx';

interface BijlagenStapProps {
  conceptId: string;
  headers: Record<string, string>;
  fotos: boolean;
  vereisten: readonly Vereiste[];
  bijlagen: readonly Bijlage[];
  ververs(): Promise<unknown>;
}

/** A file on its way from this device. */
interface Onderweg {
  id: string;
  soort: string;
  bestand: File;
  /** From 0 to 1. */
  deel: number;
  fout: string | null;
  stop: AbortController;
}

/** The documents: what belongs to it, what has come, and what is on its way. */
export function BijlagenStap({ conceptId, headers, fotos, vereisten, bijlagen, ververs }: BijlagenStapProps) {
  const [onderweg, setOnderweg] = useState<readonly Onderweg[]>([]);
  const toegestaan = fotos ? fotoFormaten : formaten;
  const zet = (id: string, nieuw: Partial<Onderweg>) =>
    setOnderweg((nu) => nu.map((een) => (een.id === id ? { ...een, ...nieuw } : een)));
  const weg = (id: string) => setOnderweg((nu) => nu.filter((een) => een.id !== id));

  async function stuur({ id, soort, bestand, stop }: Onderweg) {
    try {
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
  function kies(soort: string, bestanden: readonly File[]) {
    for (const bestand of bestanden) {
      const zending: Onderweg = {
        id: crypto.randomUUID(),
        soort,
        bestand,
        deel: 0,
        fout: foutVanBestand(bestand),
        stop: new AbortController(),
      };
      setOnderweg((nu) => [...nu, zending]);
      if (!zending.fout) void stuur(zending);
    }
  }
  const lijst = (soort: string) => (
    <ul className="formulier__bijlagen">
      {bijlagen
        .filter((een) => een.soort === soort && !onderweg.some(({ id }) => id === een.id))
        .map((bijlage) => (
          <BijlageRegel key={bijlage.id} {...{ bijlage, conceptId, headers, ververs }} />
        ))}
      {onderweg
        .filter((een) => een.soort === soort)
        .map((een) => (
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
  );
  return (
    <div className="stapel stapel--ruim" id={veldId('bijlagen')} tabIndex={-1}>
      <p className="nl-paragraph">
        Stuur {noemFormaten(toegestaan)}, ten hoogste 50 MB per bestand. Wij kijken naar de inhoud van het bestand, niet
        naar de naam.
        {!fotos && vereisten.length > 0 && ' Hebt u iets nog niet? Dan kunt u het later aanvullen (Awb 4:5).'}
      </p>
      {vereisten.map(({ id, tekst, artikel }) => (
        <section key={id} className="stapel stapel--dicht" aria-label={tekst}>
          <p>
            {tekst} <span className="formulier__artikel">{artikel}</span>
          </p>
          {lijst(id)}
          <BestandKnop soort={id} toegestaan={toegestaan} over={tekst} onKies={(gekozen) => kies(id, gekozen)} />
        </section>
      ))}
      <section className="stapel stapel--dicht" aria-label={fotos ? 'Foto’s' : 'Iets anders'}>
        {vereisten.length > 0 && <p>Iets anders</p>}
        {lijst('overig')}
        <BestandKnop
          soort="overig"
          toegestaan={toegestaan}
          over={fotos ? 'foto' : 'iets anders'}
          onKies={(gekozen) => kies('overig', gekozen)}
        />
        {fotos && <p className="stil">Zet geen mensen of kentekens op de foto. U kunt deze stap overslaan.</p>}
      </section>
      {onderweg.some(({ fout }) => fout === null) && (
        <p role="status" className="stil">
          Er wordt nog een bestand verstuurd. Blijf op deze stap tot het klaar is.
        </p>
      )}
    </div>
  );
}

function BijlageRegel({
  bijlage,
  conceptId,
  headers,
  ververs,
}: { bijlage: Bijlage } & Pick<BijlagenStapProps, 'conceptId' | 'headers' | 'ververs'>) {
  const gooiWeg = useMutation({
    mutationFn: () => call(verwijderBijlage, { id: conceptId, bijlage: bijlage.id }, undefined, undefined, headers),
    onSettled: ververs,
  });
  const goed = bijlage.status === 'gekeurd';
  return (
    <li className="formulier__bijlage" data-stand={bijlage.status}>
      <Icon name={goed ? 'vink' : 'waarschuwing'} />
      <span>
        <bdi className="formulier__naam">{bijlage.naam}</bdi>
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
    <li className="formulier__bijlage" data-stand={fout ? 'geweigerd' : 'onderweg'}>
      <Icon name={fout ? 'waarschuwing' : 'klok'} />
      <span>
        <bdi className="formulier__naam">{bestand.name}</bdi>
        {fout ? (
          <Notice soort="error" live>
            {fout}
          </Notice>
        ) : (
          <>
            <progress className="formulier__voortgang" value={deel} aria-label={`${bestand.name} versturen`} />
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
