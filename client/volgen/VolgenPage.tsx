import { useMutation } from '@tanstack/react-query';
import { type RefObject, useEffect, useState } from 'react';
import { apiBase } from '../../server/http/endpoint.ts';
import { leesFeed, volg } from '../../server/volgen/contract.ts';
import { schrijfGebiedAdres } from '../../server/volgen/domain/gebied.ts';
import { onderwerpenAlle } from '../../server/volgen/domain/nieuws.ts';
import { call } from '../api.ts';
import { Button } from '../ui/Button.tsx';
import { EmailField } from '../ui/EmailField.tsx';
import { Formulier } from '../ui/Formulier.tsx';
import { Notice } from '../ui/Notice.tsx';
import { GebiedKeuze } from './GebiedKeuze.tsx';
import { type Plek, useGebied, zonderGebied } from './use-gebied.ts';
import { type Voorkeur, Voorkeuren } from './Voorkeuren.tsx';

export interface VolgenPageProps extends Plek {
  heading: RefObject<HTMLHeadingElement | null>;
}

/** Ask for news about a place or area: by mail, or as a feed. */
export function VolgenPage({ heading, ...plek }: VolgenPageProps) {
  const stand = useGebied(plek, null);
  const [voorkeur, setVoorkeur] = useState<Voorkeur>({ onderwerpen: onderwerpenAlle, hoeVaak: 'dag' });
  const [email, setEmail] = useState('');
  const { gebied } = stand;
  const stuur = useMutation({
    mutationFn: () => {
      if (!gebied) throw new Error(zonderGebied(stand));
      const { onderwerpen, hoeVaak } = voorkeur;
      if (onderwerpen.length === 0) throw new Error('Kies waarover u iets wilt horen.');
      return call(volg, { gebied, onderwerpen: [...onderwerpen], hoeVaak, email });
    },
  });
  const klaar = stuur.data ?? null;
  useEffect(() => {
    if (klaar) heading.current?.focus();
  }, [klaar, heading]);

  if (klaar) {
    return (
      <div className="pagina stapel stapel--ruim">
        <h1 ref={heading} tabIndex={-1} className="nl-heading nl-heading--level-1">
          Kijk nu in uw mail
        </h1>
        <Notice soort="info" title="Nog één stap">
          <p className="nl-paragraph">
            Wij stuurden een mail naar {email}. Open de link in die mail en bevestig dat u berichten wilt over{' '}
            {klaar.naam}. Doe dat binnen {klaar.bevestigDagen} dagen.
          </p>
        </Notice>
        <p className="nl-paragraph">
          Is er na een kwartier geen mail? Kijk bij ongewenste mail, of of het adres klopt. U krijgt ten hoogste 5 van
          deze mails per dag, en kunt 20 gebieden volgen.
        </p>
        <div>
          <Button onClick={() => stuur.reset()}>Vul een ander adres in</Button>
        </div>
      </div>
    );
  }
  return (
    <div className="pagina stapel stapel--ruim">
      <div className="stapel stapel--dicht">
        <h1 ref={heading} tabIndex={-1} className="nl-heading nl-heading--level-1">
          Hoor wat er verandert
        </h1>
        <p className="nl-paragraph">
          U krijgt een mail als er iets is gepubliceerd in uw buurt, met de laatste dag waarop u kunt reageren. U hoeft
          niet in te loggen.
        </p>
      </div>
      <Formulier
        knop="Vraag de berichten aan"
        soort="primary"
        fout={stuur.error}
        bezig={stuur.isPending}
        onStuur={stuur.mutate}
      >
        <GebiedKeuze stand={stand} plek={plek} />
        <Voorkeuren nu={voorkeur} onVoorkeur={setVoorkeur} />
        <EmailField
          label="E-mailadres"
          uitleg="Wij gebruiken het alleen hiervoor. U kunt in elke mail stoppen; dan wissen wij het."
          required
          value={email}
          onChange={setEmail}
        />
      </Formulier>
      {gebied && (
        <section className="stapel stapel--dicht" aria-labelledby="feed">
          <h2 id="feed" className="kop-klein">
            Liever zonder e-mail?
          </h2>
          <p className="nl-paragraph">
            Zet dan{' '}
            <a
              className="nl-link"
              href={`${apiBase}${leesFeed.path}?${new URLSearchParams(schrijfGebiedAdres(gebied))}`}
            >
              de feed van dit gebied
            </a>{' '}
            in uw nieuwslezer (Atom). Daarvoor hoeven wij niets van u te weten.
          </p>
        </section>
      )}
    </div>
  );
}
