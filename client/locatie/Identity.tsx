import { type ReactNode, useState } from 'react';
import type { Locatie } from '../../server/locatie/contract.ts';
import { aantal, formatM2, formatMeter, metHoofdletter } from '../format.ts';
import { BegripText } from '../ui/BegripTip.tsx';
import { BronLine } from '../ui/BronLine.tsx';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Notice } from '../ui/Notice.tsx';

/** More adressen than this fold away. */
const adressenInBeeld = 5;

/** How the place is called: its adres, else its perceel, else its coordinates. */
export function naamVan({ adressen, perceel, punt }: Locatie): string {
  const [eerste] = adressen;
  if (eerste && adressen.length === 1) return eerste.weergave;
  if (eerste && adressen.length > 1)
    return `${eerste.weergave.split(',')[0]} en ${adressen.length - 1} andere adressen`;
  if (perceel) return `Perceel ${perceel.kadastraleAanduiding}`;
  return `Plek ${Math.round(punt.x)}, ${Math.round(punt.y)}`;
}

/** What lies at the place: perceel, adressen and panden, each with its source; what we do not know says so. */
export function Identity({ locatie }: { locatie: Locatie }) {
  const { gemeente, perceel, wijk, buurt } = locatie;
  const ligging = [buurt?.naam, wijk?.naam, gemeente.naam && `gemeente ${gemeente.naam}`].filter(Boolean).join(', ');
  return (
    <div className="identiteit stapel stapel--ruim">
      {ligging && <p className="stil">{ligging}</p>}
      <GemeenteNotice gemeente={gemeente} />
      <section aria-labelledby="kop-perceel" className="stapel stapel--dicht">
        <h2 id="kop-perceel" className="identiteit__kop">
          <Icon name="perceel" /> <BegripText>Perceel</BegripText>
        </h2>
        {perceel ? (
          <dl className="feiten">
            <Feit naam="Kadastrale aanduiding">{perceel.kadastraleAanduiding}</Feit>
            <Feit naam="Oppervlakte">
              {perceel.grootteM2 === null ? (
                <>{formatM2(perceel.oppervlakteM2)}, gemeten op de kaart</>
              ) : (
                <>
                  {formatM2(perceel.grootteM2)}, {perceel.soortGrootte ?? 'volgens het Kadaster'}
                  <span className="stil"> (op de kaart {formatM2(perceel.oppervlakteM2)})</span>
                </>
              )}
            </Feit>
          </dl>
        ) : locatie.perceelStand === 'geen' ? (
          <p>Op dit punt ligt geen perceel. Kies een punt ernaast.</p>
        ) : (
          <Onbekend>
            Wij hebben voor deze plek geen kadastrale kaart. De regels hieronder gelden daarom voor het punt, niet voor
            een heel perceel. Zoek het perceel op bij het Kadaster.
          </Onbekend>
        )}
      </section>
      <section aria-labelledby="kop-adressen" className="stapel stapel--dicht">
        <h2 id="kop-adressen" className="identiteit__kop">
          <Icon name="huis" /> Adressen
        </h2>
        <Adressen locatie={locatie} />
      </section>
      <section aria-labelledby="kop-panden" className="stapel stapel--dicht">
        <h2 id="kop-panden" className="identiteit__kop">
          <Icon name="wijk" /> Panden
        </h2>
        <Panden locatie={locatie} />
      </section>
      <BronLine bronnen={locatie.bronnen} />
    </div>
  );
}

function GemeenteNotice({ gemeente }: { gemeente: Locatie['gemeente'] }) {
  if (gemeente.stand === 'eigen') return null;
  const anders = gemeente.stand === 'andere';
  return (
    <Notice
      soort={anders ? 'warning' : 'info'}
      title={
        anders
          ? `Deze plek ligt in de gemeente ${gemeente.naam ?? 'van een ander'}`
          : 'Wij weten niet in welke gemeente dit is'
      }
    >
      <p className="nl-paragraph">
        {anders
          ? 'Dit loket kent de regels en besluiten van die gemeente niet. Kijk in het landelijke Omgevingsloket.'
          : 'Voor deze plek hebben wij geen gemeentegrens. Ligt de plek buiten onze gemeente, kijk dan in het landelijke Omgevingsloket.'}
      </p>
      <p>
        <a className="nl-link" href={gemeente.landelijkLoket} rel="external">
          Naar het landelijke Omgevingsloket <Icon name="extern" />
        </a>
      </p>
    </Notice>
  );
}

function Adressen({ locatie: { adressen, adressenStand } }: { locatie: Locatie }) {
  const [alle, setAlle] = useState(false);
  if (adressenStand === 'geen-gegevens') {
    return (
      <Onbekend>Wij hebben voor deze plek geen adressen. Zoek het adres op in de BAG Viewer van het Kadaster.</Onbekend>
    );
  }
  if (adressen.length === 0) return <p>Hier staat geen adres geregistreerd.</p>;
  const teZien = alle ? adressen : adressen.slice(0, adressenInBeeld);
  return (
    <>
      <ul className="stapel stapel--dicht">
        {teZien.map((adres) => (
          <li key={adres.identificatie}>
            {adres.weergave}
            {(adres.gebruiksdoelen.length > 0 || adres.oppervlakteM2 !== null) && (
              <span className="stil">
                {' '}
                {[adres.gebruiksdoelen.join(', '), adres.oppervlakteM2 !== null && formatM2(adres.oppervlakteM2)]
                  .filter(Boolean)
                  .join(', ')}
              </span>
            )}
          </li>
        ))}
      </ul>
      {adressen.length > adressenInBeeld && (
        <div className="geen-druk">
          <Button soort="subtle" aria-expanded={alle} onClick={() => setAlle(!alle)}>
            {alle ? 'Toon minder adressen' : `Toon alle ${adressen.length} adressen`}
          </Button>
        </div>
      )}
    </>
  );
}

function Panden({ locatie: { panden, pandenStand } }: { locatie: Locatie }) {
  if (pandenStand === 'geen-gegevens') {
    return (
      <Onbekend>Wij hebben voor deze plek geen panden. Zoek het pand op in de BAG Viewer van het Kadaster.</Onbekend>
    );
  }
  if (panden.length === 0) return <p>Hier staat geen pand geregistreerd.</p>;
  return (
    <>
      {panden.length > 1 && <p className="stil">{aantal(panden.length, 'pand', 'panden')}</p>}
      <ul className="stapel">
        {panden.map((pand) => (
          <li key={pand.identificatie}>
            <dl className="feiten">
              <Feit naam="Pand">
                <span className="stil">{pand.identificatie}</span>
              </Feit>
              <Feit naam="Bouwjaar">{pand.bouwjaar ?? <WetenWeNiet />}</Feit>
              <Feit naam="Gebruiksdoel">
                {pand.gebruiksdoelen.length > 0 ? metHoofdletter(pand.gebruiksdoelen.join(', ')) : <WetenWeNiet />}
              </Feit>
              <Feit naam="Oppervlakte">
                {formatM2(pand.oppervlakteM2)} op de grond
                {pand.opPerceelM2 !== null && Math.abs(pand.opPerceelM2 - pand.oppervlakteM2) >= 0.1 && (
                  <>, waarvan {formatM2(pand.opPerceelM2)} op dit perceel</>
                )}
              </Feit>
              {pand.hoogteM !== null && <Feit naam="Hoogte">{formatMeter(pand.hoogteM)}</Feit>}
              {pand.status && <Feit naam="Status">{metHoofdletter(pand.status)}</Feit>}
            </dl>
          </li>
        ))}
      </ul>
    </>
  );
}

function Feit({ naam, children }: { naam: string; children: ReactNode }) {
  return (
    <div className="utrecht-data-list__item">
      <dt>
        <BegripText>{naam}</BegripText>
      </dt>
      <dd>{children}</dd>
    </div>
  );
}

const WetenWeNiet = () => <span className="stil">weten we niet: de bron zegt het niet</span>;

function Onbekend({ children }: { children: ReactNode }) {
  return (
    <p>
      <strong>Dat weten we niet.</strong> {children}
    </p>
  );
}
