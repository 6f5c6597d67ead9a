import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import type { RdPunt } from '../../server/geo/rd.ts';
import { leesRegels, leesRegeltekst, type Regels } from '../../server/regels/contract.ts';
import { splitBegrippen } from '../begrippen.ts';
import { aantal, formatDatum, formatDatumKort, formatM2, formatProcent, metHoofdletter } from '../format.ts';
import { ask } from '../query.ts';
import { BegripText } from '../ui/BegripTip.tsx';
import { BronLine } from '../ui/BronLine.tsx';
import { Button } from '../ui/Button.tsx';
import { Disclosure } from '../ui/Disclosure.tsx';
import { SelectField, TextField } from '../ui/Field.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Outcome } from '../ui/Outcome.tsx';
import { QueryState, Section } from '../ui/Section.tsx';
import type { RegelsFilter } from '../url.ts';
import {
  filterRegels,
  keuzesVan,
  kwalificatiesVan,
  nietNuVan,
  perGroep,
  telActiviteiten,
  telKwalificaties,
  type Vindplaats,
  waardenVan,
  waardeVan,
} from './filter.ts';
import { kwalificatieUitleg, lookVan } from './kwalificatie.ts';

type Regeling = Regels['regelingen'][number];
type Bestuurslaag = Regeling['bestuurslaag'];

const lagen: Record<Bestuurslaag, { naam: string; volgendeStap: string }> = {
  gemeente: { naam: 'Gemeente', volgendeStap: 'Vraag het na bij de gemeente.' },
  waterschap: { naam: 'Waterschap', volgendeStap: 'Vraag het na bij het waterschap.' },
  provincie: { naam: 'Provincie', volgendeStap: 'Vraag het na bij de provincie.' },
  rijk: { naam: 'Rijk', volgendeStap: 'Kijk bij Regels op de kaart in het landelijke Omgevingsloket.' },
};

const statussen: Record<Regeling['status'], string> = {
  geldend: 'geldt',
  ontwerp: 'ontwerp: geldt nog niet',
  toekomstig: 'geldt later',
};

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
          Van {nietBekend.map(({ bestuurslaag }) => lagen[bestuurslaag].naam.toLowerCase()).join(', ')} weten we het
          niet.
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
          const { naam, volgendeStap } = lagen[bestuurslaag];
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

interface GefilterdeRegelsProps {
  regels: Regels;
  filter: RegelsFilter;
  onFilter(filter: RegelsFilter): void;
}

function GefilterdeRegels({ regels, filter, onFilter }: GefilterdeRegelsProps) {
  const keuzes = keuzesVan(regels);
  const gevonden = filterRegels(regels, filter);
  const gefilterd = Object.values(filter).some((value) => value !== '');
  const groepen = perGroep(gevonden.activiteiten);
  const niets =
    gevonden.activiteiten.length +
      gevonden.normen.length +
      gevonden.gebiedsaanwijzingen.length +
      gevonden.overig.length ===
    0;
  const kies = (deel: Partial<RegelsFilter>) => onFilter({ ...filter, ...deel });
  return (
    <>
      <fieldset className="stapel geen-druk" aria-label="Regels zoeken en filteren">
        <TextField
          label="Zoek een activiteit"
          type="search"
          placeholder="Bijvoorbeeld bouwen, kappen of slopen"
          value={filter.zoek}
          onChange={(event) => kies({ zoek: event.target.value })}
        />
        <div className="velden">
          <SelectField
            label="Wat vraagt de regel?"
            value={filter.kwalificatie}
            onChange={(event) => kies({ kwalificatie: event.target.value })}
          >
            <option value="">Alles</option>
            {metKeuze(keuzes.kwalificaties, filter.kwalificatie).map((kwalificatie) => (
              <option key={kwalificatie} value={kwalificatie}>
                {lookVan(kwalificatie).woord}
              </option>
            ))}
          </SelectField>
          <SelectField label="Thema" value={filter.thema} onChange={(event) => kies({ thema: event.target.value })}>
            <option value="">Alle thema's</option>
            {metKeuze(keuzes.themas, filter.thema).map((thema) => (
              <option key={thema} value={thema}>
                {metHoofdletter(thema)}
              </option>
            ))}
          </SelectField>
          <SelectField
            label="Bestuurslaag"
            value={filter.bestuurslaag}
            onChange={(event) => kies({ bestuurslaag: event.target.value })}
          >
            <option value="">Alle bestuurslagen</option>
            {regels.bestuurslagen.map(({ bestuurslaag }) => (
              <option key={bestuurslaag} value={bestuurslaag}>
                {lagen[bestuurslaag].naam}
              </option>
            ))}
          </SelectField>
        </div>
        <div className="rij">
          <p className="stil" role="status">
            {aantal(gevonden.activiteiten.length, 'activiteit', 'activiteiten')}
            {gefilterd && ` van ${regels.activiteiten.length}`}
          </p>
          {gefilterd && (
            <Button
              soort="subtle"
              icon="kruis"
              onClick={() => onFilter({ zoek: '', thema: '', bestuurslaag: '', kwalificatie: '' })}
            >
              Wis de filters
            </Button>
          )}
        </div>
      </fieldset>
      {niets && gefilterd && (
        <Notice soort="info" title="Geen regel past bij uw filters">
          Kies minder filters, of zoek met een ander woord. Dat hier niets staat, betekent niet dat alles mag.
        </Notice>
      )}
      {groepen.length > 0 && (
        <section aria-label="Activiteiten" className="stapel">
          {groepen.map(({ groep, activiteiten }) => (
            <div key={groep}>
              <h3 className="kop-klein">{metHoofdletter(groep)}</h3>
              {activiteiten.map((activiteit) => (
                <Disclosure
                  key={activiteit.naam}
                  summary={metHoofdletter(activiteit.naam)}
                  extra={
                    <span className="rij">
                      {kwalificatiesVan(activiteit, regels.regelingen).map((kwalificatie) => (
                        <Outcome key={kwalificatie} {...lookVan(kwalificatie)} />
                      ))}
                      {nietNuVan(activiteit, regels.regelingen).map(({ wanneer, kwalificatie }) => (
                        <Outcome
                          key={`${wanneer} ${kwalificatie}`}
                          woord={`${wanneer}: ${lookVan(kwalificatie).woord.toLowerCase()}`}
                          icon={wanneer === 'Misschien' ? 'vraag' : 'klok'}
                          kleur={wanneer === 'Misschien' ? 'onbekend' : 'grijs'}
                        />
                      ))}
                    </span>
                  }
                >
                  {() => (
                    <ul className="stapel">
                      {activiteit.aanduidingen.map((plek) => (
                        <li
                          key={`${plek.kwalificatie} ${plek.regeltekstId} ${plek.aandeel?.m2}`}
                          className="vindplaats"
                        >
                          <p>
                            {kwalificatieUitleg[plek.kwalificatie] ?? 'Lees de regel.'}{' '}
                            <span className="stil">({plek.kwalificatie})</span>
                          </p>
                          <Regel plek={plek} regels={regels} />
                        </li>
                      ))}
                    </ul>
                  )}
                </Disclosure>
              ))}
            </div>
          ))}
        </section>
      )}
      <Normen regels={regels} normen={gevonden.normen} />
      {gevonden.gebiedsaanwijzingen.length > 0 && (
        <section>
          <h3 className="kop-klein">
            <BegripText>Gebiedsaanwijzingen</BegripText>
          </h3>
          {gevonden.gebiedsaanwijzingen.map((plek) => (
            <Disclosure
              key={`${plek.type} ${plek.naam} ${plek.regeltekstId}`}
              summary={metHoofdletter(plek.naam)}
              extra={
                <span className="stil">
                  {metHoofdletter(plek.type)}, {plek.groep}
                </span>
              }
            >
              {() => <Regel plek={plek} regels={regels} />}
            </Disclosure>
          ))}
        </section>
      )}
      {gevonden.overig.length > 0 && (
        <section>
          <h3 className="kop-klein">Andere regels</h3>
          <Disclosure
            summary={aantal(gevonden.overig.length, 'regel', 'regels')}
            extra={<span className="stil">Regels die geen activiteit, norm of gebied noemen</span>}
          >
            {() => (
              <ul className="stapel">
                {gevonden.overig.map((plek) => (
                  <li key={`${plek.regeltekstId} ${plek.aandeel?.m2}`} className="vindplaats">
                    <Regel plek={plek} regels={regels} />
                  </li>
                ))}
              </ul>
            )}
          </Disclosure>
        </section>
      )}
    </>
  );
}

function Normen({ regels, normen }: { regels: Regels; normen: Regels['normen'] }) {
  if (normen.length === 0) return null;
  return (
    <section>
      <h3 className="kop-klein">
        <BegripText>Normen</BegripText>
      </h3>
      {normen.map((norm) => (
        <Disclosure
          key={`${norm.soort} ${norm.naam} ${norm.type}`}
          summary={metHoofdletter(norm.naam)}
          extra={
            <span className="stapel stapel--dicht">
              {waardenVan(norm, regels.regelingen).map((waarde) => (
                <strong key={waarde}>{waarde}</strong>
              ))}
            </span>
          }
        >
          {() => (
            <ul className="stapel">
              {norm.waarden.map((waarde) => (
                <li key={`${waarde.regeltekstId} ${waarde.kwantitatief} ${waarde.aandeel?.m2}`} className="vindplaats">
                  <p>
                    <strong>{waardeVan(norm, waarde) ?? 'De waarde staat in het artikel.'}</strong>{' '}
                    <span className="stil">
                      ({norm.soort}, {norm.type})
                    </span>
                  </p>
                  <Regel plek={waarde} regels={regels} />
                </li>
              ))}
            </ul>
          )}
        </Disclosure>
      ))}
    </section>
  );
}

/** One place where a rule stands: its article, its document, and how much of the perceel it covers. */
function Regel({ plek, regels }: { plek: Vindplaats; regels: Regels }) {
  const regeling = regels.regelingen.find(({ id }) => id === plek.regelingId);
  return (
    <div className="stapel stapel--dicht">
      <Artikel plek={plek} />
      {regeling && (
        <p className="stil">
          {regeling.opschrift}. {lagen[regeling.bestuurslaag].naam}, {regeling.bevoegdGezag}.{' '}
          <span className={regeling.status === 'geldend' ? '' : 'regel__status'}>
            {metHoofdletter(statussen[regeling.status])}
            {regeling.geldigVanaf && ` vanaf ${formatDatumKort(regeling.geldigVanaf)}`}
            {regeling.geldigTot && ` tot ${formatDatumKort(regeling.geldigTot)}`}.
          </span>
        </p>
      )}
      <Dekking plek={plek} heelPerceel={regels.gebied.soort === 'perceel'} />
    </div>
  );
}

function Dekking({ plek, heelPerceel }: { plek: Vindplaats; heelPerceel: boolean }) {
  const { aandeel, werking, idealisatie } = plek;
  if (werking === 'onbekend') {
    return (
      <p>
        <Outcome woord="Weten we niet" icon="vraag" kleur="onbekend" /> De grens van deze regel is niet geleverd. Vraag
        de gemeente of de regel hier geldt.
      </p>
    );
  }
  return (
    <>
      {aandeel && aandeel.m2 !== null && aandeel.procent !== null ? (
        <p className="stil">
          {aandeel.procent >= 99.95
            ? `Geldt op het hele ${heelPerceel ? 'perceel' : 'punt'} (${formatM2(aandeel.m2)}).`
            : `Geldt op ${formatM2(aandeel.m2)}: ${formatProcent(aandeel.procent)} van het perceel.`}
        </p>
      ) : (
        <p className="stil">Geldt op dit punt.</p>
      )}
      {aandeel?.rand && (
        <p className="stil">
          <Icon name="waarschuwing" /> Alleen de rand van het perceel ligt erin. Zo'n strookje valt binnen de
          onnauwkeurigheid van de grens. Misschien geldt de regel hier niet.
        </p>
      )}
      {idealisatie === 'indicatief' && (
        <p className="stil">
          <Icon name="informatie" /> <BegripText>De grens is indicatief: een benadering.</BegripText>
        </p>
      )}
    </>
  );
}

/** The article by its name; its text opens in place. */
function Artikel({ plek }: { plek: Vindplaats }) {
  const [open, setOpen] = useState(false);
  const id = useId();
  const query = useQuery({
    ...ask(leesRegeltekst, { id: plek.regeltekstId }),
    enabled: open,
    staleTime: Number.POSITIVE_INFINITY,
    placeholderData: keepPreviousData,
  });
  return (
    <div className="artikel">
      <button
        type="button"
        className="artikel__knop"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        <Icon name="document" />
        <span>
          {plek.artikel}
          {plek.opschrift && ` ${plek.opschrift}`}
        </span>
        <Icon name={open ? 'pijlOmhoog' : 'pijlOmlaag'} />
      </button>
      <div id={id} hidden={!open}>
        {open && (
          <QueryState query={query} what={plek.artikel}>
            {({ tekst, regeling }) => (
              <div className="artikel__tekst stapel stapel--dicht">
                <ArtikelTekst tekst={tekst} />
                {regeling.url && (
                  <p className="stil">
                    <a className="nl-link" href={regeling.url} rel="external">
                      Lees {regeling.opschrift} op de officiële site <Icon name="extern" />
                    </a>
                  </p>
                )}
              </div>
            )}
          </QueryState>
        )}
      </div>
    </div>
  );
}

function ArtikelTekst({ tekst }: { tekst: string }) {
  const bekend = new Set<string>();
  return tekst.split('\n').map((alinea, index) => {
    const eerder = new Set(bekend);
    splitBegrippen(alinea, bekend);
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs of a text that does not change
      <p key={index} className="nl-paragraph">
        <BegripText bekend={eerder}>{alinea}</BegripText>
      </p>
    );
  });
}

/** A filter of a shared link stays visible, also when no rule here has it. */
const metKeuze = (keuzes: string[], gekozen: string): string[] =>
  gekozen === '' || keuzes.includes(gekozen) ? keuzes : [...keuzes, gekozen];
