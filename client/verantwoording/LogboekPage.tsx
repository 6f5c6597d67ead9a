import { useInfiniteQuery } from '@tanstack/react-query';
import { type RefObject, useState } from 'react';
import type * as z from 'zod/mini';
import { isRole, rollen } from '../../server/toegang/domain/rollen.ts';
import { type auditRegel, leesLogboekAvg, leesLogboekWpg } from '../../server/verantwoording/contract.ts';
import { call } from '../api.ts';
import { formatMoment } from '../format.ts';
import { SelectField, TextField } from '../ui/Field.tsx';
import { LaatMeerZien } from '../ui/LaatMeerZien.tsx';
import { MetRecht } from '../ui/MetRecht.tsx';
import { QueryState } from '../ui/Section.tsx';

type Regel = z.output<typeof auditRegel>;

const uitkomsten: Record<Regel['uitkomst'], string> = {
  gelukt: 'Gelukt',
  geweigerd: 'Geweigerd',
  'niet-gevonden': 'Niet van deze persoon',
  mislukt: 'Mislukt door een storing',
};

const leeg = { wet: 'avg' as 'avg' | 'wpg', uitkomst: '', rol: '', van: '', tot: '' };

/** For the auditor: who did what with which data, when and why. No content. */
export function LogboekPage({ heading }: { heading: RefObject<HTMLHeadingElement | null> }) {
  const [filter, setFilter] = useState(leeg);
  const zet = (deel: Partial<typeof leeg>) => setFilter((nu) => ({ ...nu, ...deel }));
  return (
    <div className="pagina stapel stapel--ruim">
      <h1 ref={heading} tabIndex={-1} className="nl-heading nl-heading--level-1">
        Logboek
      </h1>
      <MetRecht gegeven="logboekAvg" doe="lezen" wat="het logboek">
        <div className="stapel stapel--ruim">
          <p className="nl-paragraph">
            Wie wat deed met welke gegevens, wanneer en waarvoor. Mensen staan er met een code in, en wat zij zagen
            staat er niet bij. Ook uw eigen kijken wordt vastgelegd.
          </p>
          <div className="velden">
            <SelectField
              label="Welk logboek?"
              value={filter.wet}
              onChange={({ target }) => zet({ wet: target.value as 'avg' | 'wpg' })}
            >
              <option value="avg">AVG, persoonsgegevens</option>
              <option value="wpg">Wpg, politiegegevens</option>
            </SelectField>
            <SelectField
              label="Uitkomst"
              value={filter.uitkomst}
              onChange={({ target }) => zet({ uitkomst: target.value })}
            >
              <option value="">Alles</option>
              {Object.entries(uitkomsten).map(([waarde, naam]) => (
                <option key={waarde} value={waarde}>
                  {naam}
                </option>
              ))}
            </SelectField>
            <SelectField label="Rol" value={filter.rol} onChange={({ target }) => zet({ rol: target.value })}>
              <option value="">Elke rol</option>
              {Object.entries(rollen).map(([waarde, naam]) => (
                <option key={waarde} value={waarde}>
                  {naam}
                </option>
              ))}
            </SelectField>
            <TextField
              label="Vanaf"
              type="date"
              value={filter.van}
              onChange={({ target }) => zet({ van: target.value })}
            />
            <TextField
              label="Tot en met"
              type="date"
              value={filter.tot}
              onChange={({ target }) => zet({ tot: target.value })}
            />
          </div>
          <Regels filter={filter} />
        </div>
      </MetRecht>
    </div>
  );
}

function Regels({ filter: { wet, ...filter } }: { filter: typeof leeg }) {
  const operation = wet === 'avg' ? leesLogboekAvg : leesLogboekWpg;
  const query = useInfiniteQuery({
    queryKey: [operation.path, filter],
    queryFn: ({ pageParam, signal }) => {
      const gekozen = Object.fromEntries(Object.entries(filter).filter(([, waarde]) => waarde !== ''));
      return call(operation, { ...gekozen, ...(pageParam && { voor: pageParam }) }, signal);
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ volgende }) => volgende,
  });
  return (
    <>
      <QueryState query={query} what="Logboek">
        {({ pages }) => {
          const regels = pages.flatMap((page) => page.regels);
          return regels.length === 0 ? (
            <p>Hier staat niets. Kies een langere periode of een andere uitkomst.</p>
          ) : (
            <ol className="logboek">
              {regels.map((regel) => (
                <Regel key={regel.id} {...regel} />
              ))}
            </ol>
          );
        }}
      </QueryState>
      <LaatMeerZien query={query}>Laat oudere zien</LaatMeerZien>
    </>
  );
}

function Regel({ op, bewerking, handeling, rol, persoon, bevoegdGezag, doel, grondslag, uitkomst, ...rest }: Regel) {
  return (
    <li>
      <p>
        <strong>{uitkomsten[uitkomst]}</strong>: {handeling}, {bewerking}
        {rest.objectSoort && ` (${rest.objectSoort} ${rest.objectId})`}
      </p>
      <p>
        {isRole(rol) ? rollen[rol] : 'Zonder login'}
        {bevoegdGezag.length > 0 && ` van ${bevoegdGezag.join(', ')}`}
        {persoon && (
          <>
            , <code className="logboek__code">{persoon}</code>
          </>
        )}
      </p>
      <p>
        {doel}. Grondslag: {grondslag}.
      </p>
      <p className="stil">
        <time dateTime={op}>{formatMoment(op)}</time>
      </p>
    </li>
  );
}
