import { useQuery } from '@tanstack/react-query';
import type { RdPunt } from '../../server/geo/rd.ts';
import { leesRegels, type Regels } from '../../server/regels/contract.ts';
import { aantal, formatDatum, formatDatumKort } from '../format.ts';
import { ask } from '../query.ts';
import { BronLine } from '../ui/BronLine.tsx';
import { Button } from '../ui/Button.tsx';
import { TextField } from '../ui/Field.tsx';
import { Outcome } from '../ui/Outcome.tsx';
import { Section } from '../ui/Section.tsx';
import type { RegelsFilter } from '../url.ts';
import { telActiviteiten, telKwalificaties } from './filter.ts';
import { GefilterdeRegels } from './GefilterdeRegels.tsx';
import { lookVan } from './kwalificatie.ts';
import { bestuurslagen } from './woorden.ts';

interface RegelsSectionProps {
  plaats: RdPunt;
  open: boolean;
  onToggle(): void;
  datum: string | null;
  onDatum(datum: string | null): void;
  filter: RegelsFilter;
  onFilter(filter: RegelsFilter): void;
}

/** The question that this section asks. */
export const vraagRegels = (plaats: RdPunt, datum: string | null) =>
  ask(leesRegels, { ...plaats, ...(datum && { datum }) }, plaats);

/** What may be done here: the rules of every bestuurslaag that we know, on a day. */
export function RegelsSection({ plaats, open, onToggle, datum, onDatum, filter, onFilter }: RegelsSectionProps) {
  const query = useQuery(vraagRegels(plaats, datum));
  return (
    <Section
      id="regels"
      title="Regels"
      open={open}
      onToggle={onToggle}
      query={query}
      summary={(regels) => <Samenvatting regels={regels} />}
    >
      {(regels) => (
        <div className="stapel stapel--ruim">
          <RegelsOpDatum datum={datum} regels={regels} onDatum={onDatum} />
          <Lagen regels={regels} />
          <GefilterdeRegels regels={regels} filter={filter} onFilter={onFilter} />
          <BronLine bronnen={regels.bronnen} />
        </div>
      )}
    </Section>
  );
}

function Samenvatting({ regels }: { regels: Regels }) {
  const nietBekend = regels.bestuurslagen.filter(({ stand }) => stand === 'geen-gegevens');
  const { nu } = telActiviteiten(regels);
  if (nietBekend.length === regels.bestuurslagen.length) {
    return (
      <>
        <div className="rij">
          <Outcome woord="Weten we niet" icon="vraag" kleur="onbekend" />
        </div>
        <p className="stil">
          Wij hebben voor deze plek geen regels van {formatDatumKort(regels.datum)}. Dat betekent niet dat alles mag.
        </p>
        <NietNu regels={regels} />
      </>
    );
  }
  return (
    <>
      <p>
        {nu === 0
          ? 'Geen activiteiten met regels in onze gegevens.'
          : `${aantal(nu, 'activiteit heeft', 'activiteiten hebben')} hier regels.`}
      </p>
      <ul className="rij">
        {telKwalificaties(regels).map(({ kwalificatie, aantal: keer }) => {
          const look = lookVan(kwalificatie);
          return (
            <li key={kwalificatie}>
              <Outcome {...look} woord={`${look.woord}: ${keer}`} />
            </li>
          );
        })}
      </ul>
      <NietNu regels={regels} />
      {nietBekend.length > 0 && (
        <p className="stil">
          Van {nietBekend.map(({ bestuurslaag }) => bestuurslagen[bestuurslaag].naam.toLowerCase()).join(', ')} weten we
          het niet.
        </p>
      )}
    </>
  );
}

/** What does not count on this day, apart: a later version, a draft, and rules without a known border. */
function NietNu({ regels }: { regels: Regels }) {
  const { later, ontwerp, misschien } = telActiviteiten(regels);
  const zinnen = [
    later > 0 && `Later verandert er iets voor ${aantal(later, 'activiteit', 'activiteiten')}.`,
    ontwerp > 0 && `Er is een ontwerp met nieuwe regels voor ${aantal(ontwerp, 'activiteit', 'activiteiten')}.`,
    misschien > 0 &&
      `Voor ${aantal(misschien, 'activiteit', 'activiteiten')} weten we niet of een regel hier geldt: de grens ontbreekt.`,
  ].filter(Boolean);
  return zinnen.length > 0 && <p className="stil">{zinnen.join(' ')}</p>;
}

interface RegelsOpDatumProps {
  datum: string | null;
  regels: Regels;
  onDatum(datum: string | null): void;
}

function RegelsOpDatum({ datum, regels, onDatum }: RegelsOpDatumProps) {
  return (
    <div className="stapel stapel--dicht">
      <div className="rij rij--onder geen-druk">
        <TextField
          label="Regels op datum"
          type="date"
          min="2000-01-01"
          max="2100-12-31"
          value={datum ?? ''}
          onChange={(event) => {
            // while a year is typed the browser gives years such as 0002
            const { value, validity } = event.target;
            if (value === '' || validity.valid) onDatum(value || null);
          }}
        />
        {datum && (
          <Button soort="subtle" icon="kruis" onClick={() => onDatum(null)}>
            Terug naar vandaag
          </Button>
        )}
      </div>
      <p className="stil">U ziet de regels op {formatDatum(regels.datum)}.</p>
    </div>
  );
}

/** Per bestuurslaag: do we know its rules, and if not, who does. */
function Lagen({ regels }: { regels: Regels }) {
  return (
    <div className="stapel stapel--dicht">
      <h3 className="kop-klein">Van wie zijn de regels?</h3>
      <ul className="bestuurslagen">
        {regels.bestuurslagen.map(({ bestuurslaag, stand }) => {
          const documenten = regels.regelingen.filter((regeling) => regeling.bestuurslaag === bestuurslaag);
          const { naam, volgendeStap } = bestuurslagen[bestuurslaag];
          return (
            <li key={bestuurslaag}>
              <span className="bestuurslagen__naam">{naam}</span>
              {stand === 'bekend' ? (
                <span>
                  {documenten.length > 0
                    ? [...new Set(documenten.map(({ opschrift }) => opschrift))].join('; ')
                    : 'Geen regels op deze plek.'}
                </span>
              ) : (
                <span>
                  <strong>Weten we niet:</strong> wij hebben deze regels niet. {volgendeStap}
                </span>
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
