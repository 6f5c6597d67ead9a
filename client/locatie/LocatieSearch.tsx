import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, type ReactNode, type RefObject, useEffect, useId, useRef, useState } from 'react';
import type { RdPunt } from '../../server/geo/rd.ts';
import { type ZoekResultaat, zoekLocaties } from '../../server/locatie/contract.ts';
import { ApiError } from '../api.ts';
import { aantal } from '../format.ts';
import { ask } from '../query.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { enigeTreffer, gevolgVan, markeer, zoekSoorten } from './zoek.ts';

const debounceMs = 120;
const uitnodiging = 'Zoek een adres, postcode of perceel, of klik op de kaart';

interface LocatieSearchProps {
  inputRef?: RefObject<HTMLInputElement | null>;
  /** A single place: an adres, a perceel, coordinates. */
  onPlaats(resultaat: ZoekResultaat): void;
  /** A whole area, in which a place is still to be chosen. */
  onGebied(resultaat: ZoekResultaat): void;
  /** The place that the page shows. When it is another than was found here, the box is emptied. */
  plaats?: RdPunt | null;
  /** Stands to the right of the box. */
  beside?: ReactNode;
}

/**
 * The search box: a combobox with a list, after the ARIA pattern "combobox with listbox popup". What is typed is
 * never replaced by a guess; the list opens and the person chooses.
 */
export function LocatieSearch({ inputRef, onPlaats, onGebied, plaats = null, beside }: LocatieSearchProps) {
  const id = useId();
  const ownRef = useRef<HTMLInputElement>(null);
  const input = inputRef ?? ownRef;
  const root = useRef<HTMLElement>(null);
  const [tekst, setTekst] = useState('');
  const [open, setOpen] = useState(false);
  const [gemarkeerd, setGemarkeerd] = useState(-1);
  /** Enter was pressed before the answer came: decide when it does. */
  const [wachtOpAntwoord, setWachtOpAntwoord] = useState(false);

  const zoekterm = tekst.trim();
  const gevraagd = useDebounced(zoekterm, debounceMs);
  const actueel = gevraagd === zoekterm;
  const query = useQuery({
    ...ask(zoekLocaties, { zoekterm: gevraagd, maximum: 10 }, 'zoek'),
    enabled: gevraagd !== '',
    staleTime: 60_000,
    refetchInterval: false,
  });
  const resultaten = zoekterm && query.data ? query.data.resultaten : [];
  const antwoord = actueel && zoekterm !== '' && query.data && !query.isPlaceholderData ? query.data : null;
  const fout = actueel && zoekterm !== '' && !query.isFetching ? query.error : null;
  const toonLijst = open && zoekterm !== '' && resultaten.length > 0 && !fout;

  const gevonden = useRef<RdPunt | null>(null);
  const { x, y } = plaats ?? {};
  useEffect(() => {
    if (x === undefined || (gevonden.current?.x === x && gevonden.current.y === y)) return;
    setTekst('');
    setOpen(false);
  }, [x, y]);

  useEffect(() => {
    if (!open) return;
    const close = (event: PointerEvent) => {
      if (!root.current?.contains(event.target as Node)) setOpen(false);
    };
    document.addEventListener('pointerdown', close);
    return () => document.removeEventListener('pointerdown', close);
  }, [open]);

  useEffect(() => {
    if (gemarkeerd >= 0) document.getElementById(`${id}-${gemarkeerd}`)?.scrollIntoView({ block: 'nearest' });
  }, [gemarkeerd, id]);

  function kies(resultaat: ZoekResultaat) {
    setGemarkeerd(-1);
    const gevolg = gevolgVan(resultaat);
    if (gevolg === 'verfijn') {
      // "Brummelweg, Otterlo" becomes "Brummelweg " with the cursor behind it: the number is what is missing
      setTekst(resultaat.soort === 'straat' ? `${resultaat.naam.split(',')[0]} ` : `${resultaat.naam} `);
      setOpen(true);
      input.current?.focus();
      return;
    }
    gevonden.current = resultaat.punt;
    setTekst(resultaat.naam);
    setOpen(false);
    if (gevolg === 'plaats') onPlaats(resultaat);
    else onGebied(resultaat);
  }

  function kiesOfToon() {
    if (!antwoord) {
      setWachtOpAntwoord(zoekterm !== '' && !fout);
      setOpen(true);
      if (fout) void query.refetch();
      return;
    }
    const enige = enigeTreffer(antwoord.resultaten);
    if (enige) kies(enige);
    else setOpen(true);
  }

  const kiesOfToonNu = useRef(kiesOfToon);
  kiesOfToonNu.current = kiesOfToon;
  useEffect(() => {
    if (!wachtOpAntwoord || !antwoord) return;
    setWachtOpAntwoord(false);
    kiesOfToonNu.current();
  }, [wachtOpAntwoord, antwoord]);

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    const last = resultaten.length - 1;
    const next = volgendeMarkering(event.key, gemarkeerd, last);
    const isPijl = event.key.startsWith('Arrow');
    // Home and End move in the text until somebody went into the list
    if (next !== null && (isPijl || (toonLijst && gemarkeerd >= 0))) {
      event.preventDefault();
      setOpen(true);
      if (last >= 0) setGemarkeerd(next);
      return;
    }
    if (event.key === 'Enter') {
      event.preventDefault();
      const gekozen = toonLijst ? resultaten[gemarkeerd] : undefined;
      if (gekozen) kies(gekozen);
      else kiesOfToon();
    }
    if (event.key === 'Escape') {
      if (toonLijst) setOpen(false);
      else setTekst('');
      setGemarkeerd(-1);
    }
    if (event.key === 'Tab') setOpen(false);
  }

  return (
    <search className="zoek" ref={root}>
      <label className="zoek__label" htmlFor={`${id}-invoer`}>
        {uitnodiging}
      </label>
      <div className="zoek__vak">
        <div className="utrecht-combobox zoek__rij">
          <Icon name="zoek" className="zoek__icoon" />
          <input
            ref={input}
            id={`${id}-invoer`}
            className="utrecht-textbox utrecht-textbox--html-input zoek__invoer"
            role="combobox"
            aria-expanded={toonLijst}
            aria-controls={`${id}-lijst`}
            aria-autocomplete="list"
            aria-describedby={`${id}-melding`}
            {...(toonLijst && gemarkeerd >= 0 && { 'aria-activedescendant': `${id}-${gemarkeerd}` })}
            autoComplete="off"
            autoCorrect="off"
            spellCheck={false}
            enterKeyHint="search"
            maxLength={200}
            value={tekst}
            onChange={(event) => {
              setTekst(event.target.value);
              setGemarkeerd(-1);
              setWachtOpAntwoord(false);
              setOpen(true);
            }}
            onFocus={() => setOpen(tekst.trim() !== '' && gevraagd !== '')}
            onKeyDown={onKeyDown}
          />
          {tekst !== '' && (
            <span className="zoek__wis">
              <Button
                soort="subtle"
                icon="kruis"
                iconOnly
                onClick={() => {
                  setTekst('');
                  setOpen(false);
                  input.current?.focus();
                }}
              >
                Maak het zoekvak leeg
              </Button>
            </span>
          )}
          <div
            className={`utrecht-listbox utrecht-combobox__popover utrecht-combobox__popover--block-end zoek__lijst ${toonLijst ? '' : 'utrecht-combobox__popover--hidden'}`}
          >
            <div id={`${id}-lijst`} role="listbox" aria-label="Gevonden plaatsen" className="utrecht-listbox__list">
              {resultaten.map((resultaat, index) => {
                const { woord, icon } = zoekSoorten[resultaat.soort];
                return (
                  // biome-ignore lint/a11y/useFocusableInteractive: focus stays in the input, which points here
                  // biome-ignore lint/a11y/useKeyWithClickEvents: the input handles the keys
                  <div
                    key={`${resultaat.soort} ${resultaat.naam} ${resultaat.punt.x} ${resultaat.punt.y}`}
                    id={`${id}-${index}`}
                    role="option"
                    aria-selected={index === gemarkeerd}
                    className={`utrecht-listbox__option zoek__optie ${index === gemarkeerd ? 'utrecht-listbox__option--active' : ''}`}
                    onPointerDown={(event) => event.preventDefault()}
                    onClick={() => kies(resultaat)}
                  >
                    <Icon name={icon} />
                    <span className="zoek__naam">
                      {markeer(resultaat.naam, zoekterm).map(({ tekst: deel, raak }, at) =>
                        // biome-ignore lint/suspicious/noArrayIndexKey: the pieces have no other name than their order
                        raak ? <b key={at}>{deel}</b> : <span key={at}>{deel}</span>,
                      )}
                      {resultaat.toelichting && <span className="stil zoek__toelichting">{resultaat.toelichting}</span>}
                    </span>
                    <span className="stil zoek__soort">
                      {woord}
                      {resultaat.gelijkenis === 'lijkt' && ', lijkt erop'}
                    </span>
                  </div>
                );
              })}
            </div>
          </div>
        </div>
        {beside}
      </div>
      <div id={`${id}-melding`} className="zoek__melding" role="status">
        <Melding
          zoekterm={zoekterm}
          open={open}
          aantalGevonden={antwoord ? antwoord.resultaten.length : null}
          uitleg={antwoord?.uitleg ?? null}
          fout={fout}
          offline={query.fetchStatus === 'paused'}
        />
      </div>
    </search>
  );
}

interface MeldingProps {
  zoekterm: string;
  open: boolean;
  /** Null: not known yet. */
  aantalGevonden: number | null;
  uitleg: string | null;
  fout: Error | null;
  /** No connection: the question waits. */
  offline: boolean;
}

/** What the list cannot say: how many, why nothing, what went wrong. */
function Melding({ zoekterm, open, aantalGevonden, uitleg, fout, offline }: MeldingProps) {
  if (zoekterm === '') return null;
  if (offline) {
    return (
      <p>
        <strong>U hebt geen internet.</strong> Wij zoeken zodra de verbinding terug is.
      </p>
    );
  }
  if (fout) {
    return (
      <p>
        <strong>{fout instanceof ApiError ? fout.title : 'Zoeken lukte niet'}.</strong> {fout.message} U kunt ook op de
        kaart klikken.
      </p>
    );
  }
  if (aantalGevonden === null) return null;
  if (aantalGevonden === 0) {
    return (
      <p>
        <strong>Niets gevonden.</strong>{' '}
        {uitleg ?? 'Vul een straat met huisnummer in, een postcode als 1234 AB of een perceel als OTL02 A 123.'}
      </p>
    );
  }
  return (
    <p className={uitleg && open ? '' : 'alleen-voorlezen'}>
      {aantal(aantalGevonden, 'plaats gevonden', 'plaatsen gevonden')}. {uitleg ?? 'Kies met de pijltjes en Enter.'}
    </p>
  );
}

/** Where a key moves the mark to in a list that goes round; null: the key moves nothing. */
function volgendeMarkering(key: string, gemarkeerd: number, last: number): number | null {
  if (key === 'ArrowDown') return gemarkeerd >= last ? 0 : gemarkeerd + 1;
  if (key === 'ArrowUp') return gemarkeerd <= 0 ? last : gemarkeerd - 1;
  if (key === 'Home') return 0;
  return key === 'End' ? last : null;
}

function useDebounced(value: string, ms: number): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), ms);
    return () => clearTimeout(timer);
  }, [value, ms]);
  return settled;
}
