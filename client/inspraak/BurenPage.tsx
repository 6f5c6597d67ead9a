import './inspraak.css';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type RefObject, useMemo, useState } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import type * as z from 'zod/mini';
import { apiBase } from '../../server/http/endpoint.ts';
import {
  type Burenbrief,
  burenMaximum,
  leesBuren,
  leesBurenbrief,
  maakBurenbrief,
} from '../../server/inspraak/buren/contract.ts';
import { call } from '../api.ts';
import { aantal, formatAfstand, formatGetal, formatMoment } from '../format.ts';
import { type MetKaart, useOpKaart } from '../op-kaart.ts';
import { ask } from '../query.ts';
import { Balk } from '../ui/Balk.tsx';
import { BronLine } from '../ui/BronLine.tsx';
import { Button } from '../ui/Button.tsx';
import { CheckboxField, SelectField, TextAreaField, TextField } from '../ui/Field.tsx';
import { Fout } from '../ui/Fout.tsx';
import { MetRecht } from '../ui/MetRecht.tsx';
import { Notice } from '../ui/Notice.tsx';
import { QueryState } from '../ui/Section.tsx';
import { Vorm } from '../ui/Vorm.tsx';
import { useNummer } from '../use-nummer.ts';

type Buren = z.infer<typeof leesBuren.output>;

interface BurenPageProps extends MetKaart {
  heading: RefObject<HTMLHeadingElement | null>;
}

const afstanden = [25, 50, 100, 150, 250, 500, 1000] as const;
/** Of a long list this many show at first. */
const eerste = 20;

/** The neighbours of a zaak, on the map and in a list, with a letter to each adres. */
export function BurenPage(props: BurenPageProps) {
  const { id = '' } = useParams();
  return (
    <div className="pagina stapel stapel--ruim">
      <p>
        <Link className="nl-link" to={`/werkvoorraad/${id}`}>
          Naar de zaak
        </Link>
      </p>
      <h1 ref={props.heading} tabIndex={-1} className="nl-heading nl-heading--level-1">
        Buren van het plan
      </h1>
      <MetRecht gegeven="behandeling" doe="lezen" wat="de buren van dit plan">
        <Gekozen key={id} id={id} {...props} />
      </MetRecht>
    </div>
  );
}

function Gekozen({ id, ...props }: BurenPageProps & { id: string }) {
  const [adres, setAdres] = useSearchParams();
  const buurt = adres.get('buurt');
  const keuze = buurt ? { buurt } : { afstand: Number(adres.get('afstand')) || 100 };
  const query = useQuery({ ...ask(leesBuren, { id, ...keuze }, id), staleTime: 0 });
  const { data } = query;
  const opKaart = useMemo(
    () =>
      data
        ? [
            { sleutel: 'gebied', geometrie: data.gebied },
            ...data.adressen.map(({ id: sleutel, geometrie }) => ({ sleutel, geometrie })),
          ]
        : null,
    [data],
  );
  useOpKaart(props.onObjecten, opKaart);
  const kies = (wat: { afstand: string } | { buurt: string }) => setAdres(wat, { replace: true });
  return (
    <div className="stapel stapel--ruim">
      <div className="velden">
        <SelectField
          label="Binnen hoeveel meter?"
          value={buurt ? '' : keuze.afstand}
          onChange={({ target }) => target.value && kies({ afstand: target.value })}
        >
          {buurt && <option value="">Een buurt gekozen</option>}
          {[...new Set([...afstanden, ...(keuze.afstand ? [keuze.afstand] : [])])]
            .sort((een, ander) => een - ander)
            .map((meter) => (
              <option key={meter} value={meter}>
                {formatAfstand(meter)}
              </option>
            ))}
        </SelectField>
        <SelectField
          label="Of in een buurt"
          value={buurt ?? ''}
          onChange={({ target }) => kies(target.value ? { buurt: target.value } : { afstand: '100' })}
        >
          <option value="">Geen buurt</option>
          {data?.buurten.map(({ code, naam }) => (
            <option key={code} value={code}>
              {naam}
            </option>
          ))}
        </SelectField>
      </div>
      <QueryState query={query} what="Buren">
        {(buren) => (
          <>
            <Lijst {...props} buren={buren} />
            <Brief id={id} keuze={keuze} buren={buren} />
            <Brieven id={id} brieven={buren.brieven} />
          </>
        )}
      </QueryState>
    </div>
  );
}

const vanaf = {
  vlak: 'de rand van wat is getekend',
  perceel: 'de grens van het perceel',
  punt: 'het punt op de kaart',
} as const;

function Lijst({ buren, gemarkeerd, onMarkeer }: Omit<BurenPageProps, 'heading'> & { buren: Buren }) {
  const [alle, setAlle] = useState(false);
  const { adressen, keuze, plaats, stand, bronnen } = buren;
  const gevonden = `${aantal(buren.aantal, 'adres', 'adressen')} ${keuze}`;
  const zichtbaar = alle ? adressen : adressen.slice(0, eerste);
  return (
    <section className="stapel" aria-labelledby="adressen">
      <h2 id="adressen" className="nl-heading nl-heading--level-3">
        {gevonden}
      </h2>
      <p className="alleen-voorlezen" role="status">
        {gevonden}
      </p>
      <p className="stil">
        Rond {plaats}, gemeten vanaf {vanaf[buren.vanaf]}. Alleen adressen, geen namen.
      </p>
      {stand !== 'bekend' && (
        <Notice soort="warning" title="Wij kennen hier niet alle adressen">
          {stand === 'deels'
            ? 'Een deel van dit gebied ligt buiten onze bronnen met adressen. Vraag de andere gemeente om de rest.'
            : 'Voor dit gebied hebben wij geen bron met adressen. Laat de BAG van deze gemeente inlezen.'}
        </Notice>
      )}
      {buren.aantal > burenMaximum && (
        <Notice soort="warning" title="Te veel adressen">
          {`Hieronder staan de eerste ${formatGetal(burenMaximum)}. Kies een kleiner gebied om brieven te maken.`}
        </Notice>
      )}
      {adressen.length === 0 && (
        <p className="nl-paragraph">Hier is geen adres. Kies een grotere afstand of een buurt.</p>
      )}
      <ul className="buren">
        {zichtbaar.map(({ id, straatregel, plaatsregel, afstandM, woning, eigenPerceel }) => (
          <li
            key={id}
            className={gemarkeerd === id ? 'buur buur--gemarkeerd' : 'buur'}
            onMouseEnter={() => onMarkeer(id)}
            onMouseLeave={() => onMarkeer(null)}
          >
            <span>
              {straatregel}
              {plaatsregel && `, ${plaatsregel}`}
            </span>
            <span className="stil">
              {formatAfstand(afstandM)}
              {!woning && ', geen woning'}
              {eigenPerceel && ', op het perceel zelf'}
            </span>
          </li>
        ))}
      </ul>
      {zichtbaar.length < adressen.length && (
        <div>
          <Button onClick={() => setAlle(true)}>Laat alle {formatGetal(adressen.length)} adressen zien</Button>
        </div>
      )}
      <BronLine bronnen={bronnen} />
    </section>
  );
}

function Brief({ id, keuze, buren }: { id: string; keuze: { afstand?: number; buurt?: string }; buren: Buren }) {
  const { voorstel, adressen } = buren;
  const [titel, setTitel] = useState(voorstel.titel);
  const [tekst, setTekst] = useState(voorstel.tekst);
  const [eigenPerceel, setEigenPerceel] = useState(true);
  const nummer = useNummer();
  const client = useQueryClient();
  const maak = useMutation({
    mutationFn: () => {
      const inhoud = { id, ...keuze, eigenPerceel, titel, tekst };
      return call(maakBurenbrief, { brief: nummer(inhoud), ...inhoud });
    },
    onSuccess: () => client.invalidateQueries({ queryKey: [leesBuren.path] }),
  });
  const over = useMemo(
    () => adressen.filter((een) => eigenPerceel || !een.eigenPerceel).length,
    [adressen, eigenPerceel],
  );
  return (
    <section className="stapel" aria-labelledby="brief">
      <h2 id="brief" className="nl-heading nl-heading--level-3">
        Schrijf deze adressen een brief
      </h2>
      <Vorm onStuur={() => maak.mutate()}>
        <p className="stil">U krijgt één pdf met een brief per adres, en een lijst. Noem geen namen in de brief.</p>
        <TextField
          label="Onderwerp"
          value={titel}
          required
          maxLength={200}
          onChange={({ target }) => setTitel(target.value)}
        />
        <TextAreaField
          label="De brief"
          value={tekst}
          required
          rows={12}
          maxLength={6_000}
          onChange={({ target }) => setTekst(target.value)}
        />
        <CheckboxField checked={eigenPerceel} onChange={({ target }) => setEigenPerceel(target.checked)}>
          Ook aan adressen op het perceel van het plan zelf
        </CheckboxField>
        <Fout fout={maak.error} />
        <div className="rij">
          <Button type="submit" soort="primary" disabled={maak.isPending || over === 0 || buren.aantal > burenMaximum}>
            Maak {aantal(over, 'brief', 'brieven')}
          </Button>
          <span role="status">{maak.data && 'Hieronder ziet u hoe ver de brieven zijn.'}</span>
        </div>
      </Vorm>
    </section>
  );
}

function Brieven({ id, brieven }: { id: string; brieven: Buren['brieven'] }) {
  if (brieven.length === 0) return null;
  return (
    <section className="stapel" aria-labelledby="brieven">
      <h2 id="brieven" className="nl-heading nl-heading--level-3">
        Gemaakte brieven
      </h2>
      <ul className="stapel">
        {brieven.map((brief) => (
          <BriefRegel key={brief.id} id={id} begin={brief} />
        ))}
      </ul>
    </section>
  );
}

/** After this long nobody makes them any more, in ms: the gemeente can then have them made while it waits. */
const wachtMs = 15 * 60_000;
const blijftLiggen = ({ klaar, gemaaktOp }: Burenbrief): boolean =>
  !klaar && Date.now() - Date.parse(gemaaktOp) > wachtMs;

/** A set of letters: how far they are, and then the paper. */
function BriefRegel({ id, begin }: { id: string; begin: Burenbrief }) {
  const { data: brief = begin } = useQuery({
    ...ask(leesBurenbrief, { id, brief: begin.id }),
    initialData: begin,
    staleTime: 0,
    // each look is noted in the log
    refetchInterval: ({ state: { data } }) => (data && (data.klaar || blijftLiggen(data)) ? false : 3_000),
  });
  const { titel, aantal: totaal, geschreven, klaar, keuze, gemaaktOp } = brief;
  const pad = `${apiBase}/behandelingen/${id}/burenbrieven/${brief.id}`;
  const ligt = blijftLiggen(brief);
  return (
    <li className="stapel stapel--dicht">
      <span>
        {titel}, {aantal(totaal, 'adres', 'adressen')} {keuze}
      </span>
      <span className="stil">{formatMoment(gemaaktOp)}</span>
      {ligt && <p>Het maken is blijven liggen. Maak de brieven nu, dat kan een minuut duren.</p>}
      {!klaar && !ligt && (
        <>
          <Balk deel={geschreven / totaal} label="Brieven maken" />
          <span className="stil">
            {formatGetal(geschreven)} van {aantal(totaal, 'brief', 'brieven')} gemaakt. U kunt intussen verdergaan.
          </span>
        </>
      )}
      <span className="rij" role="status">
        {(klaar || ligt) && (
          <a className="nl-link" href={`${pad}/pdf`} download>
            {klaar ? 'Brieven (pdf)' : 'Maak de brieven nu (pdf)'}
          </a>
        )}
        <a className="nl-link" href={`${pad}/csv`} download>
          Adressen (csv)
        </a>
      </span>
    </li>
  );
}
