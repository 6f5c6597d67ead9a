import './behandelen.css';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { type RefObject, useMemo } from 'react';
import { Link, Route, Routes, useLocation, useSearchParams } from 'react-router';
import { leesWerkvoorraad, type VoorraadZaak } from '../../server/behandelen/contract.ts';
import { leesZaaktypes } from '../../server/indienen/contract.ts';
import { type Status, statussen } from '../../server/indienen/domain/status.ts';
import { call } from '../api.ts';
import { aantal, formatDatumKort } from '../format.ts';
import { type MetKaart, useOpKaart } from '../op-kaart.ts';
import { ask } from '../query.ts';
import { SelectField, TextField } from '../ui/Field.tsx';
import { LaatMeerZien } from '../ui/LaatMeerZien.tsx';
import { MetRecht } from '../ui/MetRecht.tsx';
import { Outcome } from '../ui/Outcome.tsx';
import { QueryState } from '../ui/Section.tsx';
import { statusLook } from '../ui/status.ts';
import { BehandelPage } from './BehandelPage.tsx';
import { TermijnWoord } from './TermijnWoord.tsx';
import { behandelaars, leesFilter, metFilter, termijnen, type VoorraadFilter } from './voorraad-filter.ts';

export interface WerkvoorraadPageProps extends MetKaart {
  heading: RefObject<HTMLHeadingElement | null>;
}

/** The work that waits, and one zaak of it. */
export function WerkvoorraadPage(props: WerkvoorraadPageProps) {
  return (
    <Routes>
      <Route
        index
        element={
          <div className="pagina stapel stapel--ruim">
            <h1 ref={props.heading} tabIndex={-1} className="nl-heading nl-heading--level-1">
              Werkvoorraad
            </h1>
            <MetRecht gegeven="behandeling" doe="lezen" wat="de werkvoorraad">
              <Voorraad {...props} />
            </MetRecht>
          </div>
        }
      />
      <Route path=":id" element={<BehandelPage heading={props.heading} onObjecten={props.onObjecten} />} />
    </Routes>
  );
}

function Voorraad({ gemarkeerd, onMarkeer, onObjecten }: WerkvoorraadPageProps) {
  const [adres, setAdres] = useSearchParams();
  const filter = leesFilter(adres);
  const zaaktypes = useQuery(ask(leesZaaktypes, {}));
  const query = useInfiniteQuery({
    queryKey: [leesWerkvoorraad.path, filter],
    queryFn: ({ pageParam, signal }) => call(leesWerkvoorraad, { ...vraagVan(filter), ...pageParam }, signal),
    initialPageParam: {} as { na?: string },
    getNextPageParam: ({ volgende }) => (volgende ? { na: volgende } : undefined),
    placeholderData: (vorige) => vorige,
    staleTime: 0,
  });
  const zaken = useMemo(() => query.data?.pages.flatMap((blad) => blad.zaken) ?? [], [query.data]);
  const opKaart = useMemo(() => zaken.map(({ id, geometrie }) => ({ sleutel: id, geometrie })), [zaken]);
  useOpKaart(onObjecten, opKaart);
  const kies = (deel: Partial<VoorraadFilter>) => setAdres(metFilter(adres, { ...filter, ...deel }), { replace: true });
  const tellingen = query.data?.pages[0]?.tellingen;
  return (
    <div className="stapel stapel--ruim">
      {tellingen && (
        <ul className="tellers">
          <Teller naam="Open" getal={tellingen.open} kies={() => kies({ van: 'allen', termijn: 'alle' })} />
          <Teller naam="Te laat" getal={tellingen.teLaat} kies={() => kies({ van: 'allen', termijn: 'te-laat' })} />
          <Teller naam="Deze week" getal={tellingen.week} kies={() => kies({ van: 'allen', termijn: 'week' })} />
          <Teller naam="Van niemand" getal={tellingen.niemand} kies={() => kies({ van: 'niemand', termijn: 'alle' })} />
          <Teller naam="Van mij" getal={tellingen.mij} kies={() => kies({ van: 'mij', termijn: 'alle' })} />
        </ul>
      )}
      <search className="velden voorraad__filters" aria-label="Filters">
        <TextField
          key={filter.zoek}
          label="Zoek"
          type="search"
          placeholder="Kenmerk, adres of tekst"
          defaultValue={filter.zoek}
          onBlur={({ target }) => target.value !== filter.zoek && kies({ zoek: target.value })}
          onKeyDown={({ key, currentTarget }) => key === 'Enter' && kies({ zoek: currentTarget.value })}
        />
        <Keuze label="Termijn" keuzes={termijnen} waarde={filter.termijn} kies={(termijn) => kies({ termijn })} />
        <Keuze label="Behandelaar" keuzes={behandelaars} waarde={filter.van} kies={(van) => kies({ van })} />
        <SelectField label="Status" value={filter.status} onChange={(event) => kies({ status: event.target.value })}>
          <option value="">Alle open zaken</option>
          {(Object.keys(statussen) as Status[]).map((status) => (
            <option key={status} value={status}>
              {statussen[status].naam}
            </option>
          ))}
        </SelectField>
        <SelectField label="Soort" value={filter.zaaktype} onChange={(event) => kies({ zaaktype: event.target.value })}>
          <option value="">Alles</option>
          {zaaktypes.data?.zaaktypes.map(({ id, naam }) => (
            <option key={id} value={id}>
              {naam}
            </option>
          ))}
        </SelectField>
      </search>
      <QueryState query={query} what="Werkvoorraad">
        {() =>
          zaken.length === 0 ? (
            <p className="nl-paragraph" role="status">
              {tellingen?.open === 0 && !filter.status
                ? 'Er zijn nu geen open zaken. Wat wordt ingediend, staat hier meteen. Zoekt u een afgeronde zaak, kies dan een status.'
                : 'Er is niets dat hierbij past. Kies andere filters, of zoek op iets anders.'}
            </p>
          ) : (
            <>
              <p className="stil" role="status">
                {aantal(zaken.length, 'zaak', 'zaken')} in de lijst en op de kaart, wat het eerst afloopt bovenaan.
              </p>
              <ul className="voorraad">
                {zaken.map((zaak) => (
                  <Regel key={zaak.id} zaak={zaak} gemarkeerd={gemarkeerd === zaak.id} onMarkeer={onMarkeer} />
                ))}
              </ul>
            </>
          )
        }
      </QueryState>
      <LaatMeerZien query={query}>Laat meer zaken zien</LaatMeerZien>
    </div>
  );
}

const vraagVan = ({ van, termijn, status, zaaktype, zoek }: VoorraadFilter) => ({
  van,
  termijn,
  zoek,
  ...(status in statussen && { status: status as Status }),
  ...(zaaktype && { zaaktype }),
});

function Teller({ naam, getal, kies }: { naam: string; getal: number; kies(): void }) {
  return (
    <li>
      <button type="button" className="teller" onClick={kies}>
        <strong>{getal.toLocaleString('nl-NL')}</strong> {naam}
      </button>
    </li>
  );
}

function Keuze<K extends string>(props: {
  label: string;
  keuzes: Record<K, string>;
  waarde: K;
  kies(waarde: K): void;
}) {
  const { label, keuzes, waarde, kies } = props;
  return (
    <SelectField label={label} value={waarde} onChange={(event) => kies(event.target.value as K)}>
      {(Object.entries(keuzes) as [K, string][]).map(([sleutel, naam]) => (
        <option key={sleutel} value={sleutel}>
          {naam}
        </option>
      ))}
    </SelectField>
  );
}

function Regel(props: { zaak: VoorraadZaak; gemarkeerd: boolean; onMarkeer(sleutel: string | null): void }) {
  const { zaak, gemarkeerd, onMarkeer } = props;
  const { search } = useLocation();
  return (
    <li
      className={gemarkeerd ? 'wachtend wachtend--gemarkeerd' : 'wachtend'}
      onMouseEnter={() => onMarkeer(zaak.id)}
      onMouseLeave={() => onMarkeer(null)}
    >
      <div className="wachtend__kop">
        <Link
          className="nl-link"
          to={`/werkvoorraad/${zaak.id}${search}`}
          onFocus={() => onMarkeer(zaak.id)}
          onBlur={() => onMarkeer(null)}
        >
          {zaak.kenmerk}, {zaak.plaats}
        </Link>
        <Outcome {...statusLook(zaak.status, null)} />
      </div>
      <p className="wachtend__tekst">{zaak.omschrijving}</p>
      <p>
        <TermijnWoord dag={zaak.termijnOp} opgeschort={zaak.opgeschort} procedure={zaak.procedure} />
      </p>
      <p className="stil">
        Ontvangen op {formatDatumKort(zaak.ontvangenOp)},{' '}
        {zaak.vanMij ? 'van u' : zaak.behandelaar ? `van ${zaak.behandelaar}` : 'nog van niemand'}
      </p>
    </li>
  );
}
