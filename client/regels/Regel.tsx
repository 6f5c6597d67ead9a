import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { leesRegeltekst, type Regels } from '../../server/regels/contract.ts';
import { splitBegrippen } from '../begrippen.ts';
import { formatDatumKort, formatM2, formatProcent, metHoofdletter } from '../format.ts';
import { ask } from '../query.ts';
import { BegripText } from '../ui/BegripTip.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Outcome } from '../ui/Outcome.tsx';
import { QueryState } from '../ui/Section.tsx';
import type { Vindplaats } from './filter.ts';
import { bestuurslagen, statussen } from './woorden.ts';

/** One place where a rule stands: its article, its document, and how much of the perceel it covers. */
export function Regel({ plek, regels }: { plek: Vindplaats; regels: Regels }) {
  const regeling = regels.regelingen.find(({ id }) => id === plek.regelingId);
  return (
    <div className="stapel stapel--dicht">
      <Artikel plek={plek} />
      {regeling && (
        <p className="stil">
          {regeling.opschrift}. {bestuurslagen[regeling.bestuurslaag].naam}, {regeling.bevoegdGezag}.{' '}
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
