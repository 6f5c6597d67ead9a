import { useQuery } from '@tanstack/react-query';
import {
  type Kaartuitkomst,
  leesVergunningkaart,
  type Vergunningkaart,
} from '../../server/vergunningcheck/omgekeerd/contract.ts';
import { formatDatum } from '../format.ts';
import { ask } from '../query.ts';
import { Button } from '../ui/Button.tsx';
import { Disclosure } from '../ui/Disclosure.tsx';
import { Outcome, type OutcomeLook } from '../ui/Outcome.tsx';
import { toonUitkomst } from './uitkomsten.ts';

interface WaarDeelProps {
  werkzaamheid: string;
  /** Puts a layer on the map. */
  onToonLaag(laag: string): void;
}

/** Where this may be done elsewhere: on the map, and as a list; nothing for what hardly depends on the place. */
export function WaarDeel({ werkzaamheid, onToonLaag }: WaarDeelProps) {
  const { data, isError } = useQuery(ask(leesVergunningkaart, { werkzaamheid }));
  if (isError) {
    return (
      <p className="stil">Waar dit elders mag, kunnen wij nu niet laten zien. Probeer het over een minuut opnieuw.</p>
    );
  }
  const kaart = data?.kaart;
  if (!kaart) return null;
  return (
    <section aria-labelledby={kaart.laag} className="stapel stapel--dicht geen-druk">
      <h2 id={kaart.laag} className="nl-heading nl-heading--level-2">
        Waar mag dit? {kaart.naam}
      </h2>
      <p className="nl-paragraph">Dit hangt af van de plek. De kaart gaat uit van {kaart.uitgaande}.</p>
      {kaart.gemaaktOp === null ? (
        <p className="nl-paragraph">
          Wij berekenen deze kaart nog. Tot die tijd zegt hij niets. Kijk over een paar minuten opnieuw.
        </p>
      ) : (
        <>
          <div>
            <Button icon="lagen" onClick={() => onToonLaag(kaart.laag)}>
              Toon op de kaart
            </Button>
          </div>
          <Disclosure summary="Toon als lijst">{() => <Lijst kaart={kaart} />}</Disclosure>
          <p className="stil">Berekend op {formatDatum(kaart.gemaaktOp)}, voor elk perceel.</p>
        </>
      )}
    </section>
  );
}

const beeldVan = (uitkomst: Kaartuitkomst): OutcomeLook =>
  uitkomst === 'HANGT_AF'
    ? { woord: 'Hangt af van uw antwoord', icon: 'vraag', kleur: 'onbekend' }
    : toonUitkomst(uitkomst);

function Lijst({ kaart: { uitkomsten } }: { kaart: Vergunningkaart }) {
  if (uitkomsten.length === 0) return <p>Voor geen enkel perceel zijn er regels die wij kunnen uitrekenen.</p>;
  return (
    <ul className="delen">
      {uitkomsten.map(({ uitkomst, percelen, oppervlakteM2, buurten }) => (
        <li key={uitkomst} className="stapel stapel--dicht">
          <div>
            <Outcome {...beeldVan(uitkomst)} />
          </div>
          <p>
            {inPercelen(percelen)}, samen {getal.format(oppervlakteM2 / 10_000)} hectare.
          </p>
          <Disclosure
            summary={
              <>
                In welke buurten<span className="alleen-voorlezen">: {beeldVan(uitkomst).woord}</span>
              </>
            }
          >
            {() => (
              <ul>
                {buurten.map((buurt) => (
                  <li key={buurt.naam}>
                    {buurt.naam ?? 'Buiten een buurt'}: {inPercelen(buurt.percelen)}
                  </li>
                ))}
              </ul>
            )}
          </Disclosure>
        </li>
      ))}
    </ul>
  );
}

const getal = new Intl.NumberFormat('nl-NL', { maximumFractionDigits: 1 });

const inPercelen = (aantal: number) => `${getal.format(aantal)} ${aantal === 1 ? 'perceel' : 'percelen'}`;
