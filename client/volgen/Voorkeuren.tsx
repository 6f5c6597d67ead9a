import type { HoeVaak, Onderwerp } from '../../server/volgen/contract.ts';
import { onderwerpenAlle, onderwerpNamen } from '../../server/volgen/domain/nieuws.ts';
import { CheckboxField } from '../ui/Field.tsx';
import { Keuzelijst } from './Keuzelijst.tsx';

export interface Voorkeur {
  onderwerpen: readonly Onderwerp[];
  hoeVaak: HoeVaak;
}

interface VoorkeurenProps {
  nu: Voorkeur;
  onVoorkeur(nieuw: Voorkeur): void;
}

/** Of what, and how often. */
export function Voorkeuren({ nu, onVoorkeur }: VoorkeurenProps) {
  const { onderwerpen, hoeVaak } = nu;
  return (
    <>
      <fieldset>
        <legend className="kop-klein">Waarover?</legend>
        {onderwerpenAlle.map((onderwerp) => (
          <CheckboxField
            key={onderwerp}
            checked={onderwerpen.includes(onderwerp)}
            onChange={({ target }) =>
              onVoorkeur({
                ...nu,
                onderwerpen: onderwerpenAlle.filter((een) =>
                  een === onderwerp ? target.checked : onderwerpen.includes(een),
                ),
              })
            }
          >
            {onderwerpNamen[onderwerp]}
          </CheckboxField>
        ))}
      </fieldset>
      <Keuzelijst<HoeVaak>
        legenda="Hoe vaak?"
        naam="hoe-vaak"
        nu={hoeVaak}
        keuzen={[
          { waarde: 'dag', tekst: 'Eén mail per dag, als er iets is' },
          { waarde: 'direct', tekst: 'Meteen' },
        ]}
        onKies={(nieuw) => onVoorkeur({ ...nu, hoeVaak: nieuw })}
      />
    </>
  );
}
