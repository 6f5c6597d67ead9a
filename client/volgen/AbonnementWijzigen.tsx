import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { type Abonnement, wijzigAbonnement } from '../../server/volgen/contract.ts';
import { call } from '../api.ts';
import { Button } from '../ui/Button.tsx';
import { Formulier } from '../ui/Formulier.tsx';
import { Fout } from '../ui/Fout.tsx';
import { Notice } from '../ui/Notice.tsx';
import { GebiedKeuze } from './GebiedKeuze.tsx';
import { type Plek, useGebied, zonderGebied } from './use-gebied.ts';
import { type Voorkeur, Voorkeuren } from './Voorkeuren.tsx';

interface AbonnementWijzigenProps {
  sleutel: string;
  abonnement: Abonnement;
  plek: Plek;
  onGewijzigd(nu: Abonnement): void;
}

type Keuze = Pick<Abonnement, 'gebied' | 'onderwerpen' | 'hoeVaak'>;

/** Change what is followed; what it was can be put back with one press. */
export function AbonnementWijzigen({ sleutel, abonnement, plek, onGewijzigd }: AbonnementWijzigenProps) {
  const [open, setOpen] = useState(false);
  /** What it was before the last change; null: nothing was changed here. */
  const [vorige, setVorige] = useState<Abonnement | null>(null);
  const knop = useRef<HTMLDivElement>(null);
  const wijzig = useMutation({
    mutationFn: ({ gebied, onderwerpen, hoeVaak }: Keuze) =>
      call(wijzigAbonnement, { sleutel, onderwerpen, hoeVaak, ...(gebied && { gebied }) }),
    onSuccess: (nu) => {
      setVorige(abonnement);
      setOpen(false);
      onGewijzigd(nu);
    },
  });
  const gewijzigd = wijzig.isSuccess && !open;
  useEffect(() => {
    if (gewijzigd) knop.current?.querySelector('button')?.focus();
  }, [gewijzigd]);
  if (open) {
    return (
      <Velden
        {...{ abonnement, plek }}
        fout={wijzig.error}
        bezig={wijzig.isPending}
        onBewaar={(keuze) => wijzig.mutate(keuze)}
        onTerug={() => {
          wijzig.reset();
          setOpen(false);
        }}
      />
    );
  }
  return (
    <div className="stapel" ref={knop}>
      {gewijzigd && vorige && (
        <Notice soort="info" title="Bewaard" live>
          <p className="nl-paragraph">
            U krijgt vanaf nu berichten zoals hierboven staat.
            {vorige.naam !== abonnement.naam && ` Eerst volgde u ${vorige.naam}.`}
          </p>
          <div>
            <Button disabled={wijzig.isPending} onClick={() => wijzig.mutate(vorige)}>
              Maak ongedaan
            </Button>
          </div>
        </Notice>
      )}
      <Fout fout={wijzig.error} />
      <div>
        <Button onClick={() => setOpen(true)}>Verander wat u volgt</Button>
      </div>
    </div>
  );
}

interface VeldenProps extends Pick<AbonnementWijzigenProps, 'abonnement' | 'plek'> {
  fout: Error | null;
  bezig: boolean;
  onBewaar(keuze: Keuze): void;
  onTerug(): void;
}

function Velden({ abonnement, plek, fout, bezig, onBewaar, onTerug }: VeldenProps) {
  const { naam, gebied: begin } = abonnement;
  const stand = useGebied(plek, begin);
  const [voorkeur, setVoorkeur] = useState<Voorkeur>(abonnement);
  const [ontbreekt, setOntbreekt] = useState<Error | null>(null);
  function bewaar() {
    const { onderwerpen, hoeVaak } = voorkeur;
    if (begin && !stand.gebied) return setOntbreekt(new Error(zonderGebied(stand)));
    if (onderwerpen.length === 0) return setOntbreekt(new Error('Kies waarover u iets wilt horen.'));
    setOntbreekt(null);
    onBewaar({ gebied: begin && stand.gebied, onderwerpen: [...onderwerpen], hoeVaak });
  }
  return (
    <section className="stapel" aria-label="Verander wat u volgt">
      <Formulier knop="Bewaar" soort="primary" fout={ontbreekt ?? fout} bezig={bezig} onStuur={bewaar}>
        {begin ? (
          <GebiedKeuze stand={stand} plek={plek} begin={{ gebied: begin, naam }} />
        ) : (
          <p className="nl-paragraph">
            U volgt {naam}. Wilt u een ander gebied? Vraag daar dan nieuwe berichten over aan, en stop deze.
          </p>
        )}
        <Voorkeuren nu={voorkeur} onVoorkeur={setVoorkeur} />
      </Formulier>
      <div>
        <Button soort="subtle" onClick={onTerug}>
          Verander niets
        </Button>
      </div>
    </section>
  );
}
