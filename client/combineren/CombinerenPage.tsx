import './combineren.css';
import { useQuery } from '@tanstack/react-query';
import { type RefObject, useEffect, useMemo, useState } from 'react';
import {
  type CombinatieObject,
  type CombineerLaag,
  combinatie,
  leesCombineerLagen,
} from '../../server/combineren/contract.ts';
import {
  adresQuery,
  type CombinatieAdres,
  formatCombinatie,
  parseCombinatie,
} from '../../server/combineren/domain/adres.ts';
import { zinVan } from '../../server/combineren/domain/zin.ts';
import type { RdPunt } from '../../server/geo/rd.ts';
import { ApiError } from '../api.ts';
import { formatGetal } from '../format.ts';
import { ask } from '../query.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { QueryState } from '../ui/Section.tsx';
import { UitkomstDeel } from './UitkomstDeel.tsx';
import { isTijdelijk, type Stand, useCombinatie } from './use-combinatie.ts';
import { VraagForm } from './VraagForm.tsx';
import { leegVraag } from './vraag.ts';

interface CombinerenPageProps {
  heading: RefObject<HTMLHeadingElement | null>;
  adres: CombinatieAdres;
  onAdres(adres: CombinatieAdres): void;
  /** The card of a place. */
  hrefOf(punt: RdPunt): string;
  gemarkeerd: string | null;
  onMarkeer(sleutel: string | null): void;
  /** What the map shows. */
  onObjecten(objecten: readonly CombinatieObject[]): void;
}

const geenObjecten: readonly CombinatieObject[] = [];

/** Which objects of one layer lie in, over or near those of others. The question is in the address. */
export function CombinerenPage({ heading, adres, onAdres, onObjecten, ...rest }: CombinerenPageProps) {
  const lagen = useQuery(ask(leesCombineerLagen, {}));
  const { stand, stop, opnieuw } = useCombinatie(adres);
  const query = adresQuery(adres);
  const uitkomst = stand.fase === 'klaar' ? stand.uitkomst : null;
  const objecten = useMemo(
    () => uitkomst?.objecten.filter((object) => object.uitkomst === 'ja') ?? geenObjecten,
    [uitkomst],
  );
  /** The question of which the form stands open; as usual only when there is nothing to calculate yet. */
  const [verandert, setVerandert] = useState<string | null>(null);
  useEffect(() => onObjecten(objecten), [onObjecten, objecten]);
  useEffect(() => () => onObjecten(geenObjecten), [onObjecten]);
  const gelezen = combinatie.safeParse(parseCombinatie(adres));
  return (
    <div className="pagina stapel stapel--ruim">
      <div className="stapel stapel--dicht">
        <h1 ref={heading} tabIndex={-1} className="nl-heading nl-heading--level-1">
          Lagen combineren
        </h1>
        <p className="nl-paragraph">
          Vraag welke objecten van een laag in, over of bij objecten van een andere laag liggen. Bijvoorbeeld: welke
          kapvergunningen liggen dicht bij een monument?
        </p>
      </div>
      <QueryState query={lagen} what="Lagen">
        {({ lagen: alle }) => (
          <>
            {query === '' || verandert === query || !gelezen.success ? (
              <VraagForm
                key={query}
                lagen={alle}
                begin={gelezen.success ? gelezen.data : leegVraag}
                onVraag={(vraag) => {
                  const nieuw = formatCombinatie(vraag);
                  setVerandert(null);
                  heading.current?.focus();
                  if (adresQuery(nieuw) === query) opnieuw();
                  else onAdres(nieuw);
                }}
              />
            ) : (
              <div className="stapel">
                <p className="vraagzin">{zinVan(gelezen.data, alle)}</p>
                <div>
                  <Button onClick={() => setVerandert(query)}>Verander de vraag</Button>
                </div>
              </div>
            )}
            <section aria-label="Uitkomst" className="stapel">
              <p role="status" className="alleen-voorlezen">
                {stand.fase === 'klaar' && `Klaar: ${formatGetal(stand.uitkomst.totaal.aantal)} gevonden`}
                {stand.fase === 'bezig' && 'Bezig met rekenen'}
              </p>
              {stand.fase === 'klaar' && gelezen.success ? (
                <>
                  <h2 className="nl-heading nl-heading--level-2">Uitkomst</h2>
                  <UitkomstDeel
                    key={query}
                    uitkomst={stand.uitkomst}
                    aantallen={stand.aantallen}
                    query={query}
                    {...rest}
                  />
                </>
              ) : (
                <NogGeenUitkomst
                  stand={stand}
                  lagen={alle}
                  ids={gelezen.success ? [gelezen.data.toon, ...gelezen.data.voorwaarden].map(({ laag }) => laag) : []}
                  onStop={stop}
                  onOpnieuw={opnieuw}
                />
              )}
            </section>
          </>
        )}
      </QueryState>
    </div>
  );
}

interface NogGeenUitkomstProps {
  stand: Stand;
  lagen: readonly CombineerLaag[];
  /** The layers of the question. */
  ids: readonly string[];
  onStop(): void;
  onOpnieuw(): void;
}

function NogGeenUitkomst({ stand, lagen, ids, onStop, onOpnieuw }: NogGeenUitkomstProps) {
  const opnieuw = (
    <div>
      <Button onClick={onOpnieuw}>Probeer het opnieuw</Button>
    </div>
  );
  switch (stand.fase) {
    case 'bezig':
      return (
        <div className="stapel">
          <p>
            {stand.aantallen === null
              ? 'Wij kijken hoeveel werk dit is.'
              : `Wij vergelijken ${stand.aantallen
                  .map((keer, i) => `${formatGetal(keer)} in ${lagen.find(({ id }) => id === ids[i])?.titel ?? ids[i]}`)
                  .join(' met ')}.`}{' '}
            <Verstreken sinds={stand.sinds} />
          </p>
          <div className="bezig__balk" aria-hidden="true" />
          <div>
            <Button icon="stop" onClick={onStop}>
              Stop
            </Button>
          </div>
        </div>
      );
    case 'gestopt':
      return (
        <Notice soort="info" title="U hebt de berekening gestopt" live>
          <p className="nl-paragraph">Uw vraag staat er nog. Pas haar aan, of reken opnieuw.</p>
          {opnieuw}
        </Notice>
      );
    case 'te-groot':
      return (
        <Notice soort="warning" title="Deze vraag is te groot" live>
          {stand.uitleg}
        </Notice>
      );
    case 'fout':
      return (
        <Notice
          soort="error"
          title={stand.error instanceof ApiError ? stand.error.title : 'De berekening lukte niet'}
          live
        >
          <p className="nl-paragraph">{stand.error.message} Uw vraag staat er nog.</p>
          {isTijdelijk(stand.error) && opnieuw}
        </Notice>
      );
    case 'onleesbaar':
      return (
        <Notice soort="warning" title="Deze link bevat geen vraag die wij kunnen lezen" live>
          Stel uw vraag hierboven opnieuw samen.
        </Notice>
      );
    default:
      return null;
  }
}

/** Whole seconds since the start; not read out, because it never ends. */
function Verstreken({ sinds }: { sinds: number }) {
  const [nu, setNu] = useState(() => performance.now());
  useEffect(() => {
    const tik = setInterval(() => setNu(performance.now()), 1_000);
    return () => clearInterval(tik);
  }, []);
  const seconden = Math.max(0, Math.floor((nu - sinds) / 1_000));
  return <span aria-hidden="true">{seconden === 0 ? '' : `${seconden} s`}</span>;
}
