import { useQuery } from '@tanstack/react-query';
import type { RdPunt } from '../../server/geo/rd.ts';
import { leesOmstandigheden, type Omstandigheden } from '../../server/omstandigheden/contract.ts';
import { formatGetal, formatM2, formatProcent, metHoofdletter } from '../format.ts';
import { ask } from '../query.ts';
import { BegripText } from '../ui/BegripTip.tsx';
import { BronLine } from '../ui/BronLine.tsx';
import { Disclosure } from '../ui/Disclosure.tsx';
import { Outcome, type OutcomeLook } from '../ui/Outcome.tsx';
import { Section } from '../ui/Section.tsx';

type Omstandigheid = Omstandigheden['themas'][number];

const looks: Record<Omstandigheid['uitkomst'], OutcomeLook> = {
  geldt: { woord: 'Geldt hier', icon: 'plicht', kleur: 'amber' },
  'geldt-niet': { woord: 'Geldt hier niet', icon: 'vink', kleur: 'groen' },
  onbekend: { woord: 'Weten we niet', icon: 'vraag', kleur: 'onbekend' },
};

const redenen: Record<NonNullable<Omstandigheid['reden']>, string> = {
  'geen-gegevens': 'Wij hebben hier geen gegevens over deze plek.',
  deels: 'Een deel van deze plek is onderzocht. Daar is niets gevonden, van de rest weten we het niet.',
  'bron-faalt': 'De bron gaf geen antwoord. Probeer het later opnieuw.',
};

const volgorde = ['geldt', 'onbekend', 'geldt-niet'] as const;

interface OmstandighedenSectionProps {
  plaats: RdPunt;
  open: boolean;
  onToggle(): void;
}

/** The question that this section asks. */
export const vraagOmstandigheden = (plaats: RdPunt) => ask(leesOmstandigheden, plaats, plaats);

/** What the place allows: noise, water, risk, heritage, soil. Three answers, always. */
export function OmstandighedenSection({ plaats, open, onToggle }: OmstandighedenSectionProps) {
  const query = useQuery(vraagOmstandigheden(plaats));
  return (
    <Section
      id="omstandigheden"
      title="Omstandigheden"
      open={open}
      onToggle={onToggle}
      query={query}
      summary={({ themas }) => (
        <ul className="rij">
          {volgorde.map((uitkomst) => {
            const keer = themas.filter((thema) => thema.uitkomst === uitkomst).length;
            const look = looks[uitkomst];
            return (
              keer > 0 && (
                <li key={uitkomst}>
                  <Outcome {...look} woord={`${look.woord}: ${keer}`} />
                </li>
              )
            );
          })}
        </ul>
      )}
    >
      {({ themas, bronnen }) => (
        <div className="stapel stapel--ruim">
          {volgorde.map((uitkomst) => {
            const hier = themas.filter((thema) => thema.uitkomst === uitkomst);
            return (
              hier.length > 0 && (
                <section key={uitkomst} aria-label={looks[uitkomst].woord}>
                  {hier.map((thema) => (
                    <Thema
                      key={thema.thema}
                      thema={thema}
                      bronnen={bronnen.filter(({ id }) => thema.bronIds.includes(id))}
                    />
                  ))}
                </section>
              )
            );
          })}
        </div>
      )}
    </Section>
  );
}

function Thema({ thema, bronnen }: { thema: Omstandigheid; bronnen: Omstandigheden['bronnen'] }) {
  return (
    <Disclosure
      summary={thema.naam}
      extra={
        <span className="stapel stapel--dicht">
          <span>
            <Outcome {...looks[thema.uitkomst]} />
          </span>
          {thema.vlakken.map((vlak) => (
            <span key={`${vlak.omschrijving} ${vlak.waarde} ${vlak.aandeel.m2}`}>
              {metHoofdletter(vlak.omschrijving)}
              {vlak.waarde !== null && ` (${formatGetal(vlak.waarde)}${vlak.eenheid ? ` ${vlak.eenheid}` : ''})`}
              {vlak.aandeel.m2 !== null && vlak.aandeel.procent !== null && (
                <span className="stil">
                  {' '}
                  op {formatM2(vlak.aandeel.m2)}, {formatProcent(vlak.aandeel.procent)}
                  {vlak.aandeel.rand && ', alleen de rand'}
                </span>
              )}
            </span>
          ))}
        </span>
      }
    >
      {() => (
        <div className="stapel stapel--dicht">
          <p>
            <strong>{thema.vraag}</strong>
          </p>
          {thema.reden && <p>{redenen[thema.reden]}</p>}
          <p className="nl-paragraph">
            <BegripText>{thema.uitleg}</BegripText>
          </p>
          {thema.volgendeStap && (
            <p className="nl-paragraph">
              <strong>Wat kunt u doen?</strong> {thema.volgendeStap}
            </p>
          )}
          <BronLine bronnen={bronnen} />
        </div>
      )}
    </Disclosure>
  );
}
