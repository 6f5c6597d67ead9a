import { type ReactNode, useId, useState } from 'react';
import type { Locatie } from '../../server/locatie/contract.ts';
import { formatM2, formatMeter, metHoofdletter } from '../format.ts';
import { BegripText } from '../ui/BegripTip.tsx';
import { BronLine } from '../ui/BronLine.tsx';
import { Button } from '../ui/Button.tsx';
import { Disclosure } from '../ui/Disclosure.tsx';
import { Icon, type IconName } from '../ui/Icon.tsx';
import { Notice } from '../ui/Notice.tsx';
import { vanafGekozen } from './naam.ts';

/** More adressen than this fold away. */
const adressenInBeeld = 5;

/** What lies at the place: perceel, adressen and panden, each with its source; what we do not know says so. */
export function Identity({ locatie }: { locatie: Locatie }) {
  const { gemeente, perceel, wijk, buurt } = locatie;
  const ligging = [buurt?.naam, wijk?.naam, gemeente.naam && `gemeente ${gemeente.naam}`].filter(Boolean).join(', ');
  return (
    <div className="identiteit stapel">
      {ligging && <p className="stil">{ligging}</p>}
      <GemeenteNotice gemeente={gemeente} />
      <Deel kop="Perceel" icon="perceel">
        {perceel ? (
          <p>
            <BegripText>Kadastrale aanduiding</BegripText> <strong>{perceel.kadastraleAanduiding}</strong>,{' '}
            {formatM2(perceel.grootteM2 ?? perceel.oppervlakteM2)}{' '}
            <span className="stil">
              {perceel.grootteM2 === null
                ? 'gemeten op de kaart; het Kadaster noemt geen grootte'
                : `${perceel.soortGrootte ?? 'volgens het Kadaster'}, op de kaart ${formatM2(perceel.oppervlakteM2)}`}
            </span>
          </p>
        ) : locatie.perceelStand === 'geen' ? (
          <p>Op dit punt ligt geen perceel. Kies een punt ernaast.</p>
        ) : (
          <Onbekend>
            Wij hebben voor deze plek geen kadastrale kaart. Wat hieronder staat, geldt daarom voor het punt en niet
            voor een heel perceel. Zoek het perceel op bij het Kadaster.
          </Onbekend>
        )}
      </Deel>
      <Deel kop={locatie.adressen.length === 1 ? 'Adres' : 'Adressen'} icon="huis">
        <Adressen locatie={locatie} />
      </Deel>
      <Deel kop={locatie.panden.length > 1 ? `Panden (${locatie.panden.length})` : 'Panden'} icon="wijk">
        <Panden locatie={locatie} />
      </Deel>
      <BronLine bronnen={locatie.bronnen} />
    </div>
  );
}

function Deel({ kop, icon, children }: { kop: string; icon: IconName; children: ReactNode }) {
  const id = useId();
  return (
    <section className="identiteit__deel" aria-labelledby={id}>
      <Icon name={icon} />
      <div>
        <h2 id={id} className="identiteit__kop">
          {kop}
        </h2>
        {children}
      </div>
    </section>
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

function Adressen({ locatie }: { locatie: Locatie }) {
  const [alle, setAlle] = useState(false);
  const { adressenStand } = locatie;
  const adressen = vanafGekozen(locatie);
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
  return panden.map((pand) => (
    <Disclosure
      key={pand.identificatie}
      summary={
        <>
          {pand.bouwjaar === null ? 'Bouwjaar weten we niet' : `Gebouwd in ${pand.bouwjaar}`},{' '}
          {pand.gebruiksdoelen.length > 0 ? pand.gebruiksdoelen.join(', ') : 'gebruiksdoel weten we niet'},{' '}
          {formatM2(pand.oppervlakteM2)}
        </>
      }
    >
      {() => (
        <dl className="feiten">
          <Feit naam="Identificatie">{pand.identificatie}</Feit>
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
          <Feit naam="Hoogte">{pand.hoogteM === null ? <WetenWeNiet /> : formatMeter(pand.hoogteM)}</Feit>
          <Feit naam="Status">{pand.status ? metHoofdletter(pand.status) : <WetenWeNiet />}</Feit>
        </dl>
      )}
    </Disclosure>
  ));
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
