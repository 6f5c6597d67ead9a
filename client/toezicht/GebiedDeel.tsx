import { useEffect, useMemo, useState } from 'react';
import type { Werkgebied, WerkHotspots } from '../../server/toezicht/contract.ts';
import { middenVan } from '../../server/veiligheid/domain/rooster.ts';
import { themas } from '../../server/veiligheid/domain/velden.ts';
import { formatDatumKort, formatGetal } from '../format.ts';
import { Button } from '../ui/Button.tsx';
import { SelectField } from '../ui/Field.tsx';
import { Notice } from '../ui/Notice.tsx';
import type { VeldBeeld } from '../veldkaart.ts';
import { Bevestig } from './Bevestig.tsx';
import { routeAdres } from './plek.ts';
import type { Veld } from './use-veld.ts';
import { dagdeelOp, noemDagdeel } from './woorden.ts';

interface GebiedDeelProps {
  veld: Veld;
  /** Null: not known (yet), as without network. */
  gebieden: readonly Werkgebied[] | null;
  onBeeld(beeld: VeldBeeld): void;
  leeg: VeldBeeld;
}

/** Where to work today, and where more happens than by chance at this part of the day. */
export function GebiedDeel({ veld, gebieden, onBeeld, leeg }: GebiedDeelProps) {
  const { dienst, pakket, wie } = veld;
  const eigen = useMemo(
    () => gebieden?.filter(({ gemeente }) => wie?.bevoegdGezag.includes(gemeente)) ?? [],
    [gebieden, wie],
  );
  const [code, setCode] = useState('');
  const gekozen = eigen.find((een) => een.code === (code || dienst?.gebied.code)) ?? eigen[0];
  // what another part drew does not stay behind
  useEffect(() => {
    if (!pakket) onBeeld(leeg);
  }, [pakket, onBeeld, leeg]);
  const heeft = pakket !== null && dienst?.gebied.code === gekozen?.code;
  return (
    <>
      <div className="stapel">
        {gebieden === null ? (
          <p className="stil">Een ander gebied kiezen kan als er verbinding is.</p>
        ) : (
          <>
            <SelectField
              label="Mijn gebied"
              value={gekozen?.code ?? ''}
              onChange={(event) => setCode(event.target.value)}
            >
              {eigen
                .filter(({ soort }) => soort === 'wijk')
                .map((wijk) => (
                  <optgroup key={wijk.code} label={wijk.naam}>
                    <option value={wijk.code}>{wijk.naam} (hele wijk)</option>
                    {eigen
                      .filter((buurt) => buurt.wijk === wijk.code)
                      .map((buurt) => (
                        <option key={buurt.code} value={buurt.code}>
                          {buurt.naam}
                        </option>
                      ))}
                  </optgroup>
                ))}
            </SelectField>
            <div>
              <Button
                soort={heeft ? 'secondary' : 'primary'}
                disabled={!gekozen || veld.voortgang !== null || !veld.online}
                onClick={() => gekozen && void veld.kiesGebied(gekozen)}
              >
                {heeft ? 'Haal opnieuw op' : 'Neem dit gebied mee'}
              </Button>
            </div>
            <p className="stil">
              Daarna werkt alles ook zonder verbinding, een week lang. Bij uitloggen gaat het van de tablet af.
            </p>
          </>
        )}
      </div>
      {pakket && (
        <HotspotsNu hotspots={pakket.hotspots} nu={veld.hoeLaat() ?? Date.now()} onBeeld={onBeeld} leeg={leeg} />
      )}
      {pakket && !veld.online && (
        <Bevestig
          doe="Wis de gegevens van dit gebied"
          gevolg="Werklijst, hotspots en kaart gaan van deze tablet af. Terughalen kan pas met verbinding. Wat u vastlegde, blijft staan."
          onDoe={() => void veld.wis()}
        />
      )}
    </>
  );
}

const stroomNamen = { politie: 'Politie', melding: 'Meldingen' } as const;

interface HotspotsNuProps extends Pick<GebiedDeelProps, 'onBeeld' | 'leeg'> {
  hotspots: WerkHotspots;
  /** By the clock of the server, as far as it is known. */
  nu: number;
}

function HotspotsNu({ hotspots, nu, onBeeld, leeg }: HotspotsNuProps) {
  const dagdeelNu = dagdeelOp(nu);
  const [anders, setAnders] = useState('');
  const [stroom, setStroom] = useState<'politie' | 'melding'>('politie');
  const sleutel = anders || `${dagdeelNu.weekdeel} ${dagdeelNu.dagdeel}`;
  const bron = hotspots.stromen.find((een) => een.stroom === stroom);
  const deel = bron?.delen.find(({ weekdeel, dagdeel }) => `${weekdeel} ${dagdeel}` === sleutel);
  useEffect(() => onBeeld({ ...leeg, cellen: deel?.cellen ?? [] }), [deel, onBeeld, leeg]);
  return (
    <section className="stapel" aria-labelledby="hotspots-nu">
      <h2 id="hotspots-nu" className="nl-heading nl-heading--level-2">
        Hotspots op dit deel van de dag
      </h2>
      <div className="toezicht__keuzen">
        <SelectField label="Deel van de dag" value={sleutel} onChange={(event) => setAnders(event.target.value)}>
          {hotspots.stromen[0]?.delen.map(({ weekdeel, dagdeel }) => (
            <option key={`${weekdeel} ${dagdeel}`} value={`${weekdeel} ${dagdeel}`}>
              {noemDagdeel({ weekdeel, dagdeel })}
            </option>
          ))}
        </SelectField>
        <SelectField label="Bron" value={stroom} onChange={(event) => setStroom(event.target.value as typeof stroom)}>
          {(['politie', 'melding'] as const).map((een) => (
            <option key={een} value={een}>
              {stroomNamen[een]}
            </option>
          ))}
        </SelectField>
      </div>
      {!deel || deel.tekort || bron?.bron.naam === '' ? (
        <Notice soort="info" title="Hierover weten wij niets">
          {deel?.tekort ?? 'Deze bron is niet geladen. Kies de andere bron.'}
        </Notice>
      ) : deel.cellen.length === 0 ? (
        <p className="nl-paragraph">
          In dit gebied gebeurt op dit deel van de dag niet duidelijk meer dan door toeval.
        </p>
      ) : (
        <ol className="toezicht__lijst">
          {deel.cellen.slice(0, 20).map(({ cel, bin, aantal, buurt, themas: zwaarst }) => {
            const [x, y] = middenVan('vierkant', cel);
            return (
              <li key={cel} className="toezicht__rij">
                <div>
                  <p className="toezicht__titel">
                    {buurt ?? 'Onbekende buurt'}: {bin === 3 ? 'veel meer' : 'meer'} dan door toeval
                  </p>
                  <p className="stil">
                    {formatGetal(aantal)} keer in {bron?.jaren.toSorted().join(' en ')}.{' '}
                    {zwaarst.map(({ thema, aantal: n }) => `${themas.get(thema)?.naam ?? thema} (${n})`).join(', ')}
                  </p>
                </div>
                <a className="nl-button nl-button--secondary" href={routeAdres({ x, y })}>
                  <span className="nl-button__label">
                    Route<span className="alleen-voorlezen"> naar {buurt ?? 'deze cel'}</span>
                  </span>
                </a>
              </li>
            );
          })}
        </ol>
      )}
      <p className="bronnen">
        Bron: {bron?.bron.naam || 'niet geladen'}
        {bron?.bron.peildatum && `, peildatum ${formatDatumKort(bron.bron.peildatum)}`}. Cellen van 100 bij 100 meter.
        Een hotspot zegt iets over een plek, en niets over wie er loopt.
      </p>
    </section>
  );
}
