import { useState } from 'react';
import { Link } from 'react-router';
import {
  type CombinatieLaag,
  type CombinatieObject,
  downloadMaximum,
  downloadPad,
  downloadVormen,
  type GebiedTelling,
  objectenMaximum,
  type Uitkomst,
} from '../../server/combineren/contract.ts';
import type { RdPunt } from '../../server/geo/rd.ts';
import { apiBase } from '../../server/http/endpoint.ts';
import { aantal, formatGetal, formatM2 } from '../format.ts';
import { BronLine } from '../ui/BronLine.tsx';
import { Button } from '../ui/Button.tsx';
import { Disclosure } from '../ui/Disclosure.tsx';
import { SelectField } from '../ui/Field.tsx';
import { Notice } from '../ui/Notice.tsx';

interface UitkomstDeelProps {
  uitkomst: Uitkomst;
  /** Objects per layer after its filters. */
  aantallen: readonly number[];
  /** The question as the query of an address. */
  query: string;
  hrefOf(punt: RdPunt): string;
  gemarkeerd: string | null;
  onMarkeer(sleutel: string | null): void;
}

/** The answer: how many, where we do not know, per wijk and buurt, one by one, and from which sources. */
export function UitkomstDeel({ uitkomst, aantallen, query, hrefOf, gemarkeerd, onMarkeer }: UitkomstDeelProps) {
  const { totaal, buurten, lagen, meer } = uitkomst;
  const [toon] = lagen;
  /** The same layer can be asked for twice. */
  const verschillend = lagen.filter(({ id }, i) => lagen.findIndex((een) => een.id === id) === i);
  const leeg = lagen.filter((_, i) => aantallen[i] === 0).map(({ titel }) => titel);
  return (
    <div className="stapel stapel--ruim">
      <div className="stapel stapel--dicht">
        <p className="uitkomst-getal">
          <strong>{formatGetal(totaal.aantal)}</strong> van {aantal(aantallen[0] ?? 0, 'object', 'objecten')} in{' '}
          {toon?.titel}
        </p>
        {totaal.oppervlakteM2 !== null && (
          <p>
            Samen {formatM2(totaal.oppervlakteM2)}.
            {totaal.overlapM2.map((m2, i) =>
              m2 === null ? null : (
                // biome-ignore lint/suspicious/noArrayIndexKey: the conditions of a question keep their place
                <span key={i}>
                  {' '}
                  Daarvan ligt {formatM2(m2)} in {lagen[i + 1]?.titel}.
                </span>
              ),
            )}
          </p>
        )}
        {meer && (
          <p className="stil">
            De lijst en de kaart tonen de eerste {formatGetal(objectenMaximum)} op naam. De aantallen en het bestand
            gaan over alles.
          </p>
        )}
      </div>
      {leeg.length > 0 && (
        <Notice soort="info">
          {`In ${[...new Set(leeg)].join(' en ')} vinden wij niets dat bij uw keuze past. Kies minder filters of een langere periode.`}
        </Notice>
      )}
      {totaal.onbekend > 0 && (
        <Notice soort="warning" title={`Van ${aantal(totaal.onbekend, 'object', 'objecten')} weten wij het niet`}>
          Zij liggen waar een laag geen gegevens heeft, of te dicht bij de rand daarvan. Zij tellen apart, niet als nul.
          In de lijst staan zij achteraan, op de kaart staan zij niet.
        </Notice>
      )}
      {verschillend.map((laag) => (
        <ZonderGegevens key={laag.id} laag={laag} buurten={buurten.length} />
      ))}
      {totaal.aantal + totaal.onbekend > 0 && (
        <>
          <Gebieden uitkomst={uitkomst} />
          <Lijst uitkomst={uitkomst} hrefOf={hrefOf} gemarkeerd={gemarkeerd} onMarkeer={onMarkeer} />
          <section className="stapel stapel--dicht" aria-labelledby="bestanden">
            <h3 id="bestanden" className="kop-klein">
              Bewaar de objecten
            </h3>
            <ul className="rij">
              {downloadVormen.map((vorm) => (
                <li key={vorm}>
                  <a className="nl-link" href={`${apiBase}${downloadPad}?${query}&vorm=${vorm}`} download>
                    {vorm === 'csv' ? 'CSV, voor een rekenblad' : 'GeoJSON, voor een kaartprogramma'}
                  </a>
                </li>
              ))}
            </ul>
            <p className="stil">
              Alle objecten, tot {formatGetal(downloadMaximum)}. De CSV heeft puntkomma's tussen de velden en komma's in
              getallen.
            </p>
          </section>
        </>
      )}
      <section className="stapel stapel--dicht" aria-labelledby="gebruikte-bronnen">
        <h3 id="gebruikte-bronnen" className="kop-klein">
          Waar dit vandaan komt
        </h3>
        {verschillend.map(({ id, titel, bronnen, weggelaten }) => (
          <div key={id}>
            <p>{titel}</p>
            {bronnen.length === 0 ? (
              <p className="stil">Hiervan zijn geen gegevens geladen.</p>
            ) : (
              <BronLine bronnen={bronnen} />
            )}
            {weggelaten && <p className="stil">{weggelaten}</p>}
          </div>
        ))}
        <p className="stil">
          Een object telt mee in de buurt waar zijn midden ligt. Oppervlakten zijn gemeten in het vlak van
          Rijksdriehoek. "Helemaal binnen" betekent: het hele object ligt in één object van de andere laag. Vlakken die
          elkaar alleen aan de rand raken, overlappen niet.
        </p>
      </section>
    </div>
  );
}

function ZonderGegevens({ laag, buurten }: { laag: CombinatieLaag; buurten: number }) {
  const zonder = laag.zonderGegevens.length;
  if (zonder === 0) return null;
  return (
    <Notice
      soort="warning"
      title={`Voor ${zonder} van de ${aantal(buurten, 'buurt', 'buurten')} missen wij gegevens over ${laag.titel}`}
    >
      <Disclosure summary="Welke buurten, geheel of voor een deel">
        {() => <p>{laag.zonderGegevens.join(', ')}</p>}
      </Disclosure>
    </Notice>
  );
}

const breedte = 160;

/** Counts with bars: the table is the chart, so nobody misses what the other sees. */
function Gebieden({ uitkomst: { wijken, buurten, buiten, totaal } }: { uitkomst: Uitkomst }) {
  const [per, setPer] = useState<'wijk' | 'buurt'>('wijk');
  const [volgorde, setVolgorde] = useState<'aantal' | 'naam'>('aantal');
  const rijen: readonly GebiedTelling[] = per === 'wijk' ? wijken : buurten;
  const gesorteerd = volgorde === 'naam' ? rijen : [...rijen].sort((a, b) => b.aantal - a.aantal);
  const meeste = Math.max(1, ...rijen.map((rij) => rij.aantal + rij.onbekend));
  const metM2 = totaal.oppervlakteM2 !== null;
  return (
    <section className="stapel" aria-labelledby="gebieden">
      <h3 id="gebieden" className="kop-klein">
        Per wijk en buurt
      </h3>
      <div className="rij">
        {(['wijk', 'buurt'] as const).map((een) => (
          <Button key={een} aria-pressed={per === een} onClick={() => setPer(een)}>
            Per {een}
          </Button>
        ))}
        <SelectField
          label="Volgorde"
          value={volgorde}
          onChange={({ target }) => setVolgorde(target.value as 'aantal' | 'naam')}
        >
          <option value="aantal">Meeste eerst</option>
          <option value="naam">Op naam</option>
        </SelectField>
      </div>
      <table className="staven">
        <caption className="alleen-voorlezen">Aantal objecten per {per}</caption>
        <thead>
          <tr>
            <th scope="col">{per === 'wijk' ? 'Wijk' : 'Buurt'}</th>
            <th scope="col" className="staven__getal">
              Aantal
            </th>
            <th scope="col" className="staven__getal">
              Onbekend
            </th>
            {metM2 && (
              <th scope="col" className="staven__getal">
                Oppervlakte
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {gesorteerd.map((rij) => (
            <tr key={rij.code}>
              <th scope="row">
                {rij.naam}
                {rij.zonderGegevens && <span className="stil"> geen volledige gegevens</span>}
                <svg
                  className="staven__staaf"
                  viewBox={`0 0 ${breedte} 16`}
                  preserveAspectRatio="none"
                  aria-hidden="true"
                  focusable="false"
                >
                  <rect className="staaf" width={(breedte * rij.aantal) / meeste} height="16" />
                  <rect
                    className="staaf staaf--onbekend"
                    x={(breedte * rij.aantal) / meeste}
                    width={(breedte * rij.onbekend) / meeste}
                    height="16"
                  />
                </svg>
              </th>
              <td className="staven__getal">{formatGetal(rij.aantal)}</td>
              <td className="staven__getal">{formatGetal(rij.onbekend)}</td>
              {metM2 && (
                <td className="staven__getal">{rij.oppervlakteM2 === null ? 'geen' : formatM2(rij.oppervlakteM2)}</td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {buiten.aantal + buiten.onbekend > 0 && (
        <p className="stil">
          Buiten alle buurten: {formatGetal(buiten.aantal)}
          {buiten.onbekend > 0 && `, en ${formatGetal(buiten.onbekend)} onbekend`}.
        </p>
      )}
    </section>
  );
}

const perBladzijde = 25;
const volgorden = { naam: 'Op naam', buurt: 'Op buurt', oppervlakte: 'Grootste eerst' } as const;
type Volgorde = keyof typeof volgorden;

interface LijstProps extends Pick<UitkomstDeelProps, 'hrefOf' | 'gemarkeerd' | 'onMarkeer'> {
  uitkomst: Uitkomst;
}

function Lijst({ uitkomst: { objecten, buurten, totaal, lagen }, hrefOf, gemarkeerd, onMarkeer }: LijstProps) {
  const [volgorde, setVolgorde] = useState<Volgorde>('naam');
  const [bladzijde, setBladzijde] = useState(0);
  const buurtNaam = new Map(buurten.map(({ code, naam }) => [code, naam]));
  const buurtVan = ({ buurtCode }: CombinatieObject) =>
    buurtCode === null ? null : (buurtNaam.get(buurtCode) ?? null);
  const gesorteerd = sorteer(objecten, volgorde, buurtVan);
  const bladzijden = Math.ceil(gesorteerd.length / perBladzijde);
  const zichtbaar = gesorteerd.slice(bladzijde * perBladzijde, (bladzijde + 1) * perBladzijde);
  return (
    <section className="stapel" aria-labelledby="lijst">
      <h3 id="lijst" className="kop-klein">
        Eén voor één
      </h3>
      <SelectField
        label="Volgorde van de lijst"
        value={volgorde}
        onChange={({ target }) => {
          setVolgorde(target.value as Volgorde);
          setBladzijde(0);
        }}
      >
        {Object.entries(volgorden)
          .filter(([naam]) => naam !== 'oppervlakte' || totaal.oppervlakteM2 !== null)
          .map(([naam, label]) => (
            <option key={naam} value={naam}>
              {label}
            </option>
          ))}
      </SelectField>
      <ul>
        {zichtbaar.map((object) => (
          <li
            key={object.sleutel}
            className={`vondst ${gemarkeerd === object.sleutel ? 'vondst--gemarkeerd' : ''}`}
            onPointerEnter={() => onMarkeer(object.sleutel)}
            onPointerLeave={() => onMarkeer(null)}
          >
            <Link
              className="nl-link"
              to={hrefOf(object.punt)}
              onFocus={() => onMarkeer(object.sleutel)}
              onBlur={() => onMarkeer(null)}
            >
              {object.titel}
            </Link>
            <span className="stil">
              {[
                buurtVan(object),
                object.oppervlakteM2 === null ? null : formatM2(object.oppervlakteM2),
                ...object.overlapM2.map((m2, i) => (m2 === null ? null : `${formatM2(m2)} in ${lagen[i + 1]?.titel}`)),
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
            {object.uitkomst === 'onbekend' && <span className="uitkomst uitkomst--onbekend">Wij weten het niet</span>}
          </li>
        ))}
      </ul>
      {bladzijden > 1 && (
        <nav className="rij" aria-label="Bladzijden van de lijst">
          <Button icon="pijlLinks" disabled={bladzijde === 0} onClick={() => setBladzijde(bladzijde - 1)}>
            Vorige
          </Button>
          <span role="status">
            Bladzijde {bladzijde + 1} van {bladzijden}
          </span>
          <Button icon="pijlRechts" disabled={bladzijde === bladzijden - 1} onClick={() => setBladzijde(bladzijde + 1)}>
            Volgende
          </Button>
        </nav>
      )}
    </section>
  );
}

function sorteer(
  objecten: readonly CombinatieObject[],
  volgorde: Volgorde,
  buurtVan: (object: CombinatieObject) => string | null,
): readonly CombinatieObject[] {
  if (volgorde === 'naam') return objecten;
  const laatst = ({ uitkomst }: CombinatieObject) => (uitkomst === 'ja' ? 0 : 1);
  return [...objecten].sort(
    (a, b) =>
      laatst(a) - laatst(b) ||
      (volgorde === 'oppervlakte'
        ? (b.oppervlakteM2 ?? 0) - (a.oppervlakteM2 ?? 0)
        : (buurtVan(a) ?? '~').localeCompare(buurtVan(b) ?? '~', 'nl')),
  );
}
