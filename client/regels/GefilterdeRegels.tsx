import type { Regels } from '../../server/regels/contract.ts';
import { aantal, metHoofdletter } from '../format.ts';
import { BegripText } from '../ui/BegripTip.tsx';
import { Button } from '../ui/Button.tsx';
import { Disclosure } from '../ui/Disclosure.tsx';
import { SelectField, TextField } from '../ui/Field.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Outcome } from '../ui/Outcome.tsx';
import type { RegelsFilter } from '../url.ts';
import { filterRegels, keuzesVan, kwalificatiesVan, nietNuVan, perGroep, waardenVan, waardeVan } from './filter.ts';
import { kwalificatieUitleg, lookVan } from './kwalificatie.ts';
import { Regel } from './Regel.tsx';
import { bestuurslagen } from './woorden.ts';

interface GefilterdeRegelsProps {
  regels: Regels;
  filter: RegelsFilter;
  onFilter(filter: RegelsFilter): void;
}

/** The rules that are left after searching and filtering, by activiteit, norm and gebied. */
export function GefilterdeRegels({ regels, filter, onFilter }: GefilterdeRegelsProps) {
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
                {bestuurslagen[bestuurslaag].naam}
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

/** A filter of a shared link stays visible, also when no rule here has it. */
const metKeuze = (keuzes: string[], gekozen: string): string[] =>
  gekozen === '' || keuzes.includes(gekozen) ? keuzes : [...keuzes, gekozen];
