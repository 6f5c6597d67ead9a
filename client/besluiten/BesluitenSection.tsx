import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { Link } from 'react-router';
import { type Besluit, type Besluiten, type BesluitSoort, leesBesluiten } from '../../server/besluiten/contract.ts';
import type { RdPunt } from '../../server/geo/rd.ts';
import { aantal, formatAfstand, formatDatum, formatDatumKort, metHoofdletter } from '../format.ts';
import { ask } from '../query.ts';
import { BegripText } from '../ui/BegripTip.tsx';
import { BronLine } from '../ui/BronLine.tsx';
import { Button } from '../ui/Button.tsx';
import { CheckboxField, SelectField, TextField } from '../ui/Field.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Outcome } from '../ui/Outcome.tsx';
import { Section } from '../ui/Section.tsx';
import { type BesluitenFilter, stralen } from '../url.ts';
import { hierEnRondom, soorten, soortGroepen, telReacties } from './soorten.ts';

interface BesluitenSectionProps {
  plaats: RdPunt;
  open: boolean;
  onToggle(): void;
  filter: BesluitenFilter;
  onFilter(filter: BesluitenFilter): void;
  /** The besluit that is lit, here and on the map. */
  gemarkeerd: string | null;
  onMarkeer(identificatie: string | null): void;
  /** Tells what the list shows, so that the map can show the same. */
  onBesluiten(besluiten: readonly Besluit[]): void;
}

const geen: readonly Besluit[] = [];

/** The question that this section asks. */
export const vraagBesluiten = (plaats: RdPunt, { straal, soorten: soort, van, tot }: BesluitenFilter) =>
  ask(leesBesluiten, { ...plaats, straal, soort, maximum: 200, ...(van && { van }), ...(tot && { tot }) }, plaats);

/** Every decision about this place and around it, taken and intended, with what a person can still do. */
export function BesluitenSection(props: BesluitenSectionProps) {
  const { plaats, open, onToggle, filter, onFilter, onBesluiten } = props;
  const { soorten: soort, van, tot } = filter;
  const query = useQuery(vraagBesluiten(plaats, filter));
  const gevonden = query.data?.besluiten ?? geen;
  useEffect(() => onBesluiten(gevonden), [gevonden, onBesluiten]);
  return (
    <Section
      id="besluiten"
      title="Besluiten"
      open={open}
      onToggle={onToggle}
      query={query}
      summary={(besluiten) => <Samenvatting besluiten={besluiten} />}
    >
      {(besluiten) => (
        <div className="stapel stapel--ruim">
          <Filters filter={filter} onFilter={onFilter} />
          <Lijst besluiten={besluiten} gefilterd={soort.length > 0 || van !== null || tot !== null} {...props} />
          <BronLine bronnen={besluiten.bronnen} />
        </div>
      )}
    </Section>
  );
}

function Samenvatting({ besluiten }: { besluiten: Besluiten }) {
  const onbekend = besluiten.stand === 'geen-gegevens' && (
    <div className="rij">
      <Outcome woord="Weten we niet" icon="vraag" kleur="onbekend" />
    </div>
  );
  if (onbekend && besluiten.totaal === 0) {
    return (
      <>
        {onbekend}
        <p className="stil">Wij hebben voor deze plek geen besluiten.</p>
      </>
    );
  }
  const { hier } = hierEnRondom(besluiten.besluiten);
  const reacties = telReacties(besluiten.besluiten);
  return (
    <>
      {onbekend}
      <p>
        {onbekend && 'Er kunnen er meer zijn dan wij kennen. '}
        {hier.length > 0 ? `${aantal(hier.length, 'besluit', 'besluiten')} op deze plek. ` : ''}
        {besluiten.totaal === 0
          ? `Geen besluiten binnen ${formatAfstand(besluiten.straalM)}.`
          : `${aantal(besluiten.totaal, 'besluit', 'besluiten')} binnen ${formatAfstand(besluiten.straalM)}.`}
      </p>
      {reacties > 0 && (
        <div className="rij">
          <Outcome woord={`U kunt nog reageren: ${reacties}`} icon="klok" kleur="amber" />
        </div>
      )}
    </>
  );
}

function Filters({ filter, onFilter }: Pick<BesluitenSectionProps, 'filter' | 'onFilter'>) {
  const kies = (deel: Partial<BesluitenFilter>) => onFilter({ ...filter, ...deel });
  const gefilterd = filter.soorten.length > 0 || filter.van !== null || filter.tot !== null;
  return (
    <fieldset className="stapel geen-druk" aria-label="Besluiten filteren">
      <SelectField
        label="Hoe ver om deze plek?"
        value={filter.straal}
        onChange={(event) => {
          const straal = stralen.find((metres) => metres === Number(event.target.value));
          if (straal) kies({ straal });
        }}
      >
        {stralen.map((metres) => (
          <option key={metres} value={metres}>
            {formatAfstand(metres)}
          </option>
        ))}
      </SelectField>
      <details className="uitklap" open={gefilterd}>
        <summary>
          <span className="uitklap__naam">Soort en periode</span>
          <Icon name="pijlOmlaag" className="uitklap__pijl" />
        </summary>
        <div className="uitklap__inhoud stapel">
          <fieldset>
            <legend className="kop-klein">Soort besluit</legend>
            {soortGroepen.map((groep) => (
              <CheckboxField
                key={groep.naam}
                checked={groep.soorten.every((soort) => filter.soorten.includes(soort))}
                onChange={(event) => kies({ soorten: schakel(filter.soorten, groep.soorten, event.target.checked) })}
              >
                {groep.naam}
              </CheckboxField>
            ))}
          </fieldset>
          <div className="velden">
            <Dag label="Vanaf" value={filter.van} onChange={(van) => kies({ van })} />
            <Dag label="Tot en met" value={filter.tot} onChange={(tot) => kies({ tot })} />
          </div>
          {gefilterd && (
            <div>
              <Button soort="subtle" icon="kruis" onClick={() => kies({ soorten: [], van: null, tot: null })}>
                Wis de filters
              </Button>
            </div>
          )}
        </div>
      </details>
    </fieldset>
  );
}

function Dag(props: { label: string; value: string | null; onChange(value: string | null): void }) {
  return (
    <TextField
      label={props.label}
      type="date"
      min="2000-01-01"
      max="2100-12-31"
      value={props.value ?? ''}
      onChange={({ target: { value, validity } }) => {
        if (value === '' || validity.valid) props.onChange(value || null);
      }}
    />
  );
}

function schakel(gekozen: readonly BesluitSoort[], groep: readonly BesluitSoort[], aan: boolean): BesluitSoort[] {
  const rest = gekozen.filter((soort) => !groep.includes(soort));
  return aan ? [...rest, ...groep] : rest;
}

type LijstProps = Pick<BesluitenSectionProps, 'gemarkeerd' | 'onMarkeer' | 'filter' | 'onFilter'> & {
  besluiten: Besluiten;
  gefilterd: boolean;
};

function Lijst({ besluiten, gefilterd, filter, onFilter, ...markering }: LijstProps) {
  const onbekend = besluiten.stand === 'geen-gegevens' && (
    <Notice
      soort="info"
      title={besluiten.totaal > 0 ? 'Wij kennen hier niet alle besluiten' : 'Wij weten niet wat hier is besloten'}
    >
      {`${besluiten.totaal > 0 ? 'Hieronder staat wat wij wel kennen' : 'Voor deze plek hebben wij geen bron met besluiten'}. Zoek op officielebekendmakingen.nl of vraag het aan de gemeente.`}
    </Notice>
  );
  if (onbekend && besluiten.totaal === 0) return onbekend;
  const { hier, rondom } = hierEnRondom(besluiten.besluiten);
  const ruimer = stralen.find((metres) => metres > filter.straal);
  return (
    <>
      {onbekend}
      <p className="alleen-voorlezen" role="status">
        {aantal(besluiten.totaal, 'besluit gevonden', 'besluiten gevonden')}
      </p>
      {besluiten.totaal === 0 && (
        <Notice soort="info" title={`Niets gepubliceerd binnen ${formatAfstand(besluiten.straalM)}`}>
          <p className="nl-paragraph">
            {gefilterd
              ? 'Met deze soorten en deze periode is hier niets gepubliceerd. Wis de filters of kijk verder weg.'
              : 'In onze bronnen staat hier geen besluit en geen aanvraag.'}
          </p>
          {ruimer && (
            <div>
              <Button onClick={() => onFilter({ ...filter, straal: ruimer })}>
                Kijk binnen {formatAfstand(ruimer)}
              </Button>
            </div>
          )}
        </Notice>
      )}
      {hier.length > 0 && (
        <section aria-labelledby="besluiten-hier">
          <h3 className="kop-klein" id="besluiten-hier">
            Op deze plek
          </h3>
          <Kaarten besluiten={hier} {...markering} />
        </section>
      )}
      {rondom.length > 0 && (
        <section aria-labelledby="besluiten-rondom">
          <h3 className="kop-klein" id="besluiten-rondom">
            Binnen {formatAfstand(besluiten.straalM)}
          </h3>
          <Kaarten besluiten={rondom} {...markering} />
        </section>
      )}
      {besluiten.totaal > besluiten.besluiten.length && (
        <p className="stil">
          U ziet de nieuwste {besluiten.besluiten.length} van {besluiten.totaal}. Kies een kleinere afstand of een
          kortere periode om de rest te zien.
        </p>
      )}
    </>
  );
}

function Kaarten({
  besluiten,
  gemarkeerd,
  onMarkeer,
}: { besluiten: Besluit[] } & Pick<LijstProps, 'gemarkeerd' | 'onMarkeer'>) {
  const lijst = useRef<HTMLUListElement>(null);
  useEffect(() => {
    // lit from the map: bring it into view; lit from this list, it is in view already
    if (gemarkeerd === null || lijst.current?.matches(':hover, :focus-within')) return;
    lijst.current?.querySelector('.besluit--gemarkeerd')?.scrollIntoView({ block: 'nearest' });
  }, [gemarkeerd]);
  return (
    <ul className="stapel" ref={lijst}>
      {besluiten.map((besluit) => (
        <li
          key={besluit.identificatie}
          className={`besluit ${gemarkeerd === besluit.identificatie ? 'besluit--gemarkeerd' : ''}`}
          onPointerEnter={() => onMarkeer(besluit.identificatie)}
          onPointerLeave={() => onMarkeer(null)}
          onFocus={() => onMarkeer(besluit.identificatie)}
          onBlur={() => onMarkeer(null)}
        >
          <BesluitKaart besluit={besluit} />
        </li>
      ))}
    </ul>
  );
}

function BesluitKaart({ besluit }: { besluit: Besluit }) {
  const { woord, icon } = soorten[besluit.soort];
  return (
    <article className="stapel stapel--dicht">
      <div className="rij">
        <span className="besluit__soort">
          <Icon name={icon} /> {woord}
        </span>
        {besluit.voornemen && <Outcome woord="Nog niet besloten" icon="klok" kleur="blauw" />}
      </div>
      <h4 className="besluit__titel">
        {besluit.url ? (
          <a className="nl-link" href={besluit.url} rel="external">
            {besluit.titel} <Icon name="extern" />
            <span className="alleen-voorlezen"> (opent de officiële publicatie)</span>
          </a>
        ) : (
          besluit.titel
        )}
      </h4>
      <p className="stil">
        {formatDatumKort(besluit.gepubliceerd)},{' '}
        {besluit.afstandM === 0 ? 'op deze plek' : `op ${formatAfstand(besluit.afstandM)}`}, {besluit.bevoegdGezag}
        {besluit.zaaknummer && `, zaak ${besluit.zaaknummer}`}
      </p>
      <Reactie reactie={besluit.reactie} />
      <Reageer besluit={besluit} />
    </article>
  );
}

/** Where to go to have a say, as long as there is something to say it to. */
function Reageer({ besluit: { identificatie, soort, reactie, initiatief, punt } }: { besluit: Besluit }) {
  const hier = `?x=${punt.x}&y=${punt.y}`;
  const open = reactie.stand === 'loopt' || reactie.stand === 'onbekend';
  const woord =
    soort === 'plan-voornemen'
      ? 'Reageer op dit plan'
      : reactie.soort === 'zienswijze' && open
        ? 'Geef uw zienswijze'
        : reactie.soort === 'bezwaar' && open
          ? 'Maak bezwaar'
          : reactie.stand === 'voorbij'
            ? 'Wat u nog kunt doen'
            : null;
  if (!woord && !initiatief) return null;
  return (
    <p className="geen-druk rij">
      {woord && (
        <Link className="nl-link" to={`/inspraak/${encodeURIComponent(identificatie)}${hier}`}>
          {woord}
          {open && reactie.totEnMet && ` (t/m ${formatDatum(reactie.totEnMet)})`}
        </Link>
      )}
      {initiatief && (
        <Link className="nl-link" to={`/initiatieven/${initiatief}${hier}`}>
          Lees alles over dit plan
        </Link>
      )}
    </p>
  );
}

function Reactie({ reactie }: { reactie: Besluit['reactie'] }) {
  const { soort, stand, totEnMet, dagen, artikel, uitleg } = reactie;
  if (stand === 'loopt' && totEnMet) {
    return (
      <div className="besluit__reactie">
        <p>
          <Icon name="klok" />{' '}
          <strong>
            U kunt nog reageren tot en met {formatDatum(totEnMet)}
            {dagen !== null && (dagen === 0 ? ', dat is vandaag' : `, nog ${aantal(dagen, 'dag', 'dagen')}`)}.
          </strong>
        </p>
        <p className="stil">
          <BegripText>{`${metHoofdletter(soort)}. ${uitleg}`}</BegripText>
          {artikel && !uitleg.includes(artikel) && ` (${artikel})`}
        </p>
      </div>
    );
  }
  return (
    <p className="stil">
      <BegripText>{uitleg}</BegripText>
      {artikel && !uitleg.includes(artikel) && ` (${artikel})`}
    </p>
  );
}
