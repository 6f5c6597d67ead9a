import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type RefObject, useDeferredValue, useId, useState } from 'react';
import { grenzen, leesWerkzaamheden, type Werkzaamheden } from '../../server/vergunningcheck/contract.ts';
import { aantal } from '../format.ts';
import { ask } from '../query.ts';
import { Button } from '../ui/Button.tsx';
import { TextField } from '../ui/Field.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Notice } from '../ui/Notice.tsx';
import { QueryState } from '../ui/Section.tsx';
import { type Check, leegCheck, metWerkzaamheid, zonderOnderdeel } from './check.ts';

interface WerkzaamhedenStapProps {
  heading: RefObject<HTMLHeadingElement | null>;
  check: Check;
  /** A check of before that this device kept; null: none, or it is the one in view. */
  bewaard: Check | null;
  onCheck(check: Check): void;
  onVerder(): void;
  onHervat(check: Check): void;
}

/** What somebody wants to do, found by everyday words; one or several. */
export function WerkzaamhedenStap(props: WerkzaamhedenStapProps) {
  const { heading, check, bewaard, onCheck, onVerder, onHervat } = props;
  const [zoekterm, setZoekterm] = useState('');
  const [teVeel, setTeVeel] = useState(false);
  const gezocht = useDeferredValue(zoekterm.trim());
  const query = useQuery({ ...ask(leesWerkzaamheden, { zoekterm: gezocht }), placeholderData: keepPreviousData });
  const alle = useQuery(ask(leesWerkzaamheden, {}));
  const naamVan = (id: string) => alle.data?.werkzaamheden.find((een) => een.id === id)?.naam ?? id;
  const voegToe = (id: string) => {
    if (check.onderdelen.length >= grenzen.onderdelen) return setTeVeel(true);
    onCheck(metWerkzaamheid(check, id));
  };
  return (
    <div className="stapel stapel--ruim">
      <div className="stapel stapel--dicht">
        <h1 ref={heading} tabIndex={-1} className="nl-heading nl-heading--level-1">
          Wat wilt u gaan doen?
        </h1>
        <p className="nl-paragraph">
          Kies een of meer werkzaamheden. Wij kijken op de kaart wat er geldt, en vragen alleen wat wij niet weten.
        </p>
      </div>
      {bewaard && check.onderdelen.length === 0 && (
        <Notice soort="info" title="U was al begonnen">
          <p className="nl-paragraph">
            {bewaard.onderdelen.map(({ werkzaamheid }) => naamVan(werkzaamheid)).join(', ')}
          </p>
          <div className="rij">
            <Button onClick={() => onHervat(bewaard)}>Ga verder met die check</Button>
            <Button soort="subtle" onClick={() => onHervat(leegCheck)}>
              Begin opnieuw
            </Button>
          </div>
        </Notice>
      )}
      <div role="status">
        {teVeel && (
          <Notice soort="warning" title={`U kunt ten hoogste ${grenzen.onderdelen} werkzaamheden samen controleren`}>
            Maak eerst deze check af, en begin dan een tweede.
          </Notice>
        )}
      </div>
      {check.onderdelen.length > 0 && (
        <section aria-labelledby="gekozen" className="stapel">
          <h2 id="gekozen" className="kop-klein">
            {aantal(check.onderdelen.length, 'werkzaamheid', 'werkzaamheden')} gekozen
          </h2>
          <ul className="gekozen">
            {check.onderdelen.map(({ sleutel, werkzaamheid }) => (
              <li key={sleutel}>
                <span>{naamVan(werkzaamheid)}</span>
                <Button
                  soort="subtle"
                  icon="kruis"
                  iconOnly
                  onClick={() => {
                    setTeVeel(false);
                    onCheck(zonderOnderdeel(check, sleutel));
                    heading.current?.focus();
                  }}
                >
                  {`Haal ${naamVan(werkzaamheid)} weg`}
                </Button>
              </li>
            ))}
          </ul>
          <div>
            <Button soort="primary" onClick={onVerder}>
              Ga verder
            </Button>
          </div>
        </section>
      )}
      <TextField
        label={check.onderdelen.length === 0 ? 'Zoek in uw eigen woorden' : 'Voeg nog iets toe'}
        uitleg="Eén woord of een hele zin. Bijvoorbeeld: ik wil een schuurtje en een schutting in mijn achtertuin"
        type="search"
        autoComplete="off"
        maxLength={100}
        value={zoekterm}
        onChange={({ target }) => setZoekterm(target.value)}
      />
      <QueryState query={query} what="Werkzaamheden">
        {(data) => <Gevonden data={data} gezocht={gezocht} check={check} onKies={voegToe} />}
      </QueryState>
    </div>
  );
}

/** What most people come for stands first. */
const groepVolgorde = [
  'Bouwen',
  'Tuin en erf',
  'Dak',
  'Gevel',
  'Energie',
  'Wonen',
  'Openbare ruimte',
  'Bedrijf',
  'Water',
];

function opGroep(een: string, ander: string): number {
  const plek = (groep: string) => (groepVolgorde.includes(groep) ? groepVolgorde.indexOf(groep) : groepVolgorde.length);
  return plek(een) - plek(ander) || een.localeCompare(ander, 'nl');
}

interface GevondenProps {
  data: Werkzaamheden;
  gezocht: string;
  check: Check;
  onKies(id: string): void;
}

function Gevonden({ data: { werkzaamheden, uitleg }, gezocht, check, onKies }: GevondenProps) {
  const heleLijst = gezocht === '' || uitleg !== null;
  const groepen = heleLijst ? [...new Set(werkzaamheden.map(({ groep }) => groep))].toSorted(opGroep) : [''];
  return (
    <div className="stapel stapel--ruim">
      <p role="status" className={uitleg ? 'nl-paragraph' : 'alleen-voorlezen'}>
        {uitleg ?? `${aantal(werkzaamheden.length, 'werkzaamheid', 'werkzaamheden')} gevonden`}
      </p>
      {groepen.map((groep) => (
        <Groep
          key={groep}
          naam={groep}
          werkzaamheden={werkzaamheden.filter((een) => groep === '' || een.groep === groep)}
          check={check}
          onKies={onKies}
        />
      ))}
    </div>
  );
}

function Groep(props: { naam: string; check: Check; onKies(id: string): void } & Pick<Werkzaamheden, 'werkzaamheden'>) {
  const { naam, werkzaamheden, check, onKies } = props;
  const id = useId();
  return (
    <section aria-labelledby={naam && id} className="stapel stapel--dicht">
      {naam && (
        <h2 id={id} className="kop-klein">
          {naam}
        </h2>
      )}
      <ul className="ingangen">
        {werkzaamheden.map((een) => {
          const gekozen = check.onderdelen.filter(({ werkzaamheid }) => werkzaamheid === een.id).length;
          return (
            <li key={een.id}>
              <button type="button" className="ingang" onClick={() => onKies(een.id)}>
                <Icon name={gekozen > 0 ? 'vink' : 'plus'} />
                <span>
                  <span className="ingang__naam">
                    {een.naam}
                    {gekozen > 0 && ` (${gekozen} keer gekozen)`}
                  </span>
                  <span className="stil">{een.uitleg}</span>
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
