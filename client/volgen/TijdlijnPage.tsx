import './volgen.css';
import { useQuery } from '@tanstack/react-query';
import type { RefObject } from 'react';
import { Link, useSearchParams } from 'react-router';
import type { RdPunt } from '../../server/geo/rd.ts';
import {
  type Gebeurtenis,
  leesTijdlijn,
  type Tijdlijn,
  tijdlijnStralen,
} from '../../server/volgen/tijdlijn/contract.ts';
import { aantal, formatAfstand, formatDatum } from '../format.ts';
import { useUrl } from '../navigation.ts';
import { paden } from '../paden.ts';
import { ask } from '../query.ts';
import { BegripText } from '../ui/BegripTip.tsx';
import { BronLine } from '../ui/BronLine.tsx';
import { SelectField } from '../ui/Field.tsx';
import { Icon, type IconName } from '../ui/Icon.tsx';
import { Notice } from '../ui/Notice.tsx';
import { QueryState } from '../ui/Section.tsx';

/** All that changed and will change at the place in the address, with the days that are left. */
export function TijdlijnPage({ heading }: { heading: RefObject<HTMLHeadingElement | null> }) {
  const { state, hrefOf } = useUrl();
  return (
    <div className="pagina stapel stapel--ruim">
      <h1 ref={heading} tabIndex={-1} className="nl-heading nl-heading--level-1">
        Wat verandert hier?
      </h1>
      {state.plaats ? (
        <VanPlaats plaats={state.plaats} volgen={hrefOf(state, paden.volgen)} />
      ) : (
        <Notice soort="info" title="Kies eerst een plek">
          Zoek hierboven een adres, of wijs een plek aan op de kaart.
        </Notice>
      )}
    </div>
  );
}

function VanPlaats({ plaats, volgen }: { plaats: RdPunt; volgen: string }) {
  const [zoek, setZoek] = useSearchParams();
  const straal = tijdlijnStralen.find((meter) => String(meter) === zoek.get('rond')) ?? 0;
  const query = useQuery(ask(leesTijdlijn, { ...plaats, straal }, plaats));
  return (
    <>
      <SelectField
        label="Waar kijken wij?"
        value={straal}
        onChange={({ target }) =>
          setZoek(
            (nu) => {
              nu.set('rond', target.value);
              return nu;
            },
            { replace: true },
          )
        }
      >
        {tijdlijnStralen.map((meter) => (
          <option key={meter} value={meter}>
            {meter === 0 ? 'Alleen op deze plek' : `Tot ${formatAfstand(meter)} eromheen`}
          </option>
        ))}
      </SelectField>
      <QueryState query={query} what="De tijdlijn">
        {(tijdlijn) => <Inhoud tijdlijn={tijdlijn} volgen={volgen} />}
      </QueryState>
    </>
  );
}

function Inhoud({ tijdlijn, volgen }: { tijdlijn: Tijdlijn; volgen: string }) {
  const { gebied, straalM, vandaag, stand, gebeurtenissen, zonderDatum, nietGetoond, bronnen } = tijdlijn;
  const straks = gebeurtenissen.filter(({ dagen }) => dagen !== null);
  const geweest = gebeurtenissen.filter(({ dagen }) => dagen === null).toReversed();
  const plek = gebied.kadastraleAanduiding ? `perceel ${gebied.kadastraleAanduiding}` : 'dit punt';
  const waar = straalM > 0 ? `binnen ${formatAfstand(straalM)} van ${plek}` : `op ${plek}`;
  return (
    <div className="stapel stapel--ruim">
      {stand.besluiten === 'geen-gegevens' && (
        <Notice soort="warning" title="Wij kennen hier niet alle besluiten">
          Voor deze plek hebben wij geen bron met alle besluiten. Zoek ook op officielebekendmakingen.nl.
        </Notice>
      )}
      {stand.regels === 'geen-gegevens' && (
        <Notice soort="warning" title="Wij weten niet welke regels hier veranderen">
          Voor deze plek hebben wij geen regels. Kijk in het landelijke Omgevingsloket.
        </Notice>
      )}
      <p className="nl-paragraph" role="status">
        {straks.length === 0
          ? `Voor zover wij weten, verandert er ${waar} niets meer.`
          : `Er ${straks.length === 1 ? 'komt' : 'komen'} ${waar} nog ${aantal(
              straks.length,
              'verandering of termijn',
              'veranderingen en termijnen',
            )}.`}{' '}
        <Link className="nl-link" to={volgen}>
          Krijg bericht als er iets bij komt
        </Link>
      </p>
      {straks.length > 0 && (
        <section aria-labelledby="straks">
          <h2 id="straks" className="kop-klein">
            Wat nog komt
          </h2>
          <Lijst gebeurtenissen={straks} straks />
        </section>
      )}
      {zonderDatum.length > 0 && (
        <section aria-labelledby="zonder-datum">
          <h2 id="zonder-datum" className="kop-klein">
            Nog zonder datum
          </h2>
          <ul className="stapel stapel--dicht">
            {zonderDatum.map(({ titel, tekst, url }) => (
              <li key={`${titel} ${url}`}>
                <p>
                  <Titel titel={titel} url={url} />
                </p>
                <p className="stil">{tekst}</p>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section aria-labelledby="geweest">
        <h2 id="geweest" className="kop-klein">
          Wat is geweest, tot {formatDatum(vandaag)}
        </h2>
        {geweest.length > 0 ? (
          <Lijst gebeurtenissen={geweest} />
        ) : (
          <p className="nl-paragraph">
            {stand.besluiten === 'bekend'
              ? 'In onze bronnen is hier niets gepubliceerd. Kijk verder eromheen.'
              : 'Wij kennen hier niets, en dat kan aan onze bronnen liggen.'}
          </p>
        )}
        {nietGetoond > 0 && (
          <p className="stil">
            {aantal(nietGetoond, 'ouder besluit staat', 'oudere besluiten staan')} niet in deze lijst. U vindt ze bij de
            besluiten van deze plek.
          </p>
        )}
      </section>
      <BronLine bronnen={bronnen} />
    </div>
  );
}

const looks: Record<Gebeurtenis['soort'], { woord: string; icon: IconName }> = {
  aanvraag: { woord: 'Aanvraag of melding', icon: 'brief' },
  ontwerp: { woord: 'Ontwerp', icon: 'document' },
  besluit: { woord: 'Besluit', icon: 'vink' },
  termijn: { woord: 'Termijn', icon: 'klok' },
  werking: { woord: 'Gaat in', icon: 'vink' },
  regels: { woord: 'Regels', icon: 'boek' },
};

function Lijst({ gebeurtenissen, straks = false }: { gebeurtenissen: readonly Gebeurtenis[]; straks?: boolean }) {
  return (
    <ol className="tijdlijn">
      {gebeurtenissen.map(({ id, datum, soort, titel, tekst, artikel, dagen, url, afstandM }) => (
        <li key={id} className={straks ? 'tijdlijn__straks' : ''}>
          <p className="moment">
            <time dateTime={datum}>{formatDatum(datum)}</time>
            {dagen !== null && (
              <strong>{dagen === 0 ? 'Dat is vandaag' : `Nog ${aantal(dagen, 'dag', 'dagen')}`}</strong>
            )}
          </p>
          <p className="besluit__soort">
            <Icon name={looks[soort].icon} /> {looks[soort].woord}
          </p>
          <p>
            <Titel titel={titel} url={url} />
          </p>
          <p className="stil">
            <BegripText>{tekst}</BegripText>
            {artikel && ` (${artikel})`}
            {afstandM > 0 && ` Op ${formatAfstand(afstandM)}.`}
          </p>
        </li>
      ))}
    </ol>
  );
}

function Titel({ titel, url }: { titel: string; url: string | null }) {
  if (!url) return <strong>{titel}</strong>;
  if (url.startsWith('/')) {
    return (
      <Link className="nl-link" to={url}>
        {titel}
      </Link>
    );
  }
  return (
    <a className="nl-link" href={url} rel="external">
      {titel} <Icon name="extern" />
      <span className="alleen-voorlezen"> (opent een andere website)</span>
    </a>
  );
}
