import { memo, type PointerEvent, useId, useRef } from 'react';
import { noemMaand } from '../../server/veiligheid/domain/periode.ts';
import { aantal as noemAantal } from '../format.ts';
import { Button } from '../ui/Button.tsx';
import type { Stappen } from './reken.ts';
import { noemMaandKort } from './woorden.ts';

interface TijdlijnProps {
  /** Months (2026-03) or years, one after another without holes. */
  stappen: readonly string[];
  /** Records per step; null: not delivered. */
  aantallen: readonly (number | null)[];
  keuze: Stappen;
  /** `klaar`: let go, so it may go into the address. */
  onKeuze(keuze: Stappen, klaar: boolean): void;
}

const hoogte = 72;
const stapBreed = 10;

/** The period: dragged over the bars, or set with two sliders. What was not delivered is hatched, and is not zero. */
export const Tijdlijn = memo(function Tijdlijn({ stappen, aantallen, keuze, onKeuze }: TijdlijnProps) {
  const vlak = useRef<SVGSVGElement>(null);
  /** What is dragged: an end, all of it, or a new stretch from where it began. */
  const sleep = useRef<{ wat: 'van' | 'tot' | 'alles' | 'nieuw'; op: number; begin: Stappen } | null>(null);
  const laatste = useRef(keuze);
  const uitleg = useId();
  const eind = stappen.length - 1;
  const breed = stappen.length * stapBreed;

  const stapOp = (event: PointerEvent) => {
    const { left, width } = vlak.current?.getBoundingClientRect() ?? { left: 0, width: 1 };
    return Math.min(eind, Math.max(0, Math.floor(((event.clientX - left) / width) * stappen.length)));
  };
  const zet = (van: number, tot: number, klaar = false) => {
    const nieuw = { van: Math.max(0, Math.min(van, tot)), tot: Math.min(eind, Math.max(van, tot)) };
    if (!klaar && nieuw.van === laatste.current.van && nieuw.tot === laatste.current.tot) return;
    laatste.current = nieuw;
    onKeuze(nieuw, klaar);
  };
  const begin = (event: PointerEvent<SVGSVGElement>) => {
    const op = stapOp(event);
    const dicht = Math.max(1, Math.round(stappen.length / 40));
    const wat =
      Math.abs(op - keuze.van) < dicht && keuze.tot - keuze.van > dicht
        ? 'van'
        : Math.abs(op - keuze.tot) < dicht && keuze.tot - keuze.van > dicht
          ? 'tot'
          : op > keuze.van && op < keuze.tot
            ? 'alles'
            : 'nieuw';
    sleep.current = { wat, op, begin: keuze };
    event.currentTarget.setPointerCapture(event.pointerId);
    if (wat === 'nieuw') zet(op, op);
  };
  const beweeg = (event: PointerEvent) => {
    const nu = sleep.current;
    if (!nu) return;
    const op = stapOp(event);
    if (nu.wat === 'van') zet(op, nu.begin.tot);
    else if (nu.wat === 'tot') zet(nu.begin.van, op);
    else if (nu.wat === 'nieuw') zet(nu.op, op);
    else {
      const lang = nu.begin.tot - nu.begin.van;
      const van = Math.min(eind - lang, Math.max(0, nu.begin.van + op - nu.op));
      zet(van, van + lang);
    }
  };
  const laatLos = () => {
    if (!sleep.current) return;
    sleep.current = null;
    zet(laatste.current.van, laatste.current.tot, true);
  };
  const ontbreekt = aantallen.flatMap((aantal, i) => (aantal === null ? [noemMaand(stappen[i] ?? '')] : []));
  const som = aantallen.slice(keuze.van, keuze.tot + 1).reduce<number>((totaal, aantal) => totaal + (aantal ?? 0), 0);
  const namen = `${noemMaand(stappen[keuze.van] ?? '')} tot en met ${noemMaand(stappen[keuze.tot] ?? '')}`;
  return (
    <fieldset className="tijdlijn">
      <legend className="utrecht-form-label">Periode</legend>
      <p className="tijdlijn__keuze">
        <strong>{namen}</strong>: {noemAantal(som, 'registratie', 'registraties')}
      </p>
      <svg
        ref={vlak}
        className="tijdlijn__vlak"
        viewBox={`0 0 ${breed} ${hoogte}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={`Registraties per ${stappen[0]?.length === 4 ? 'jaar' : 'maand'}. Kies de periode met de schuiven hieronder.`}
        onPointerDown={begin}
        onPointerMove={beweeg}
        onPointerUp={laatLos}
        onPointerCancel={laatLos}
      >
        <clipPath id={`${uitleg}-in`}>
          <rect x={keuze.van * stapBreed} width={(keuze.tot - keuze.van + 1) * stapBreed} height={hoogte} />
        </clipPath>
        <rect
          className="tijdlijn__keuzevlak"
          x={keuze.van * stapBreed}
          width={(keuze.tot - keuze.van + 1) * stapBreed}
          height={hoogte}
        />
        <Staven {...{ stappen, aantallen }} />
        <g className="tijdlijn__in" clipPath={`url(#${uitleg}-in)`}>
          <Staven {...{ stappen, aantallen }} />
        </g>
      </svg>
      <div className="tijdlijn__as" aria-hidden="true">
        <span>{noemMaandKort(stappen[0] ?? '')}</span>
        <span>{noemMaandKort(stappen[eind] ?? '')}</span>
      </div>
      <div className="tijdlijn__schuiven">
        {(['van', 'tot'] as const).map((kant) => (
          <label key={kant}>
            <span>{kant === 'van' ? 'Van' : 'Tot en met'}</span>
            <input
              type="range"
              min={0}
              max={eind}
              value={keuze[kant]}
              aria-valuetext={noemMaand(stappen[keuze[kant]] ?? '')}
              {...(ontbreekt.length > 0 && { 'aria-describedby': uitleg })}
              onChange={({ currentTarget }) => {
                const op = Number(currentTarget.value);
                zet(kant === 'van' ? op : Math.min(keuze.van, op), kant === 'tot' ? op : Math.max(keuze.tot, op), true);
              }}
            />
          </label>
        ))}
      </div>
      {ontbreekt.length > 0 && (
        <p className="stil" id={uitleg}>
          Gearceerd is niet geleverd, dus onbekend en geen nul: {ontbreekt.join(', ')}.
        </p>
      )}
      {eind > 12 && (
        <div className="rij">
          <Button onClick={() => zet(eind - 11, eind, true)}>Laatste 12 maanden</Button>
          <Button onClick={() => zet(0, eind, true)}>Alles</Button>
        </div>
      )}
    </fieldset>
  );
});

/** The bars, which stay as they are while somebody drags: the chosen ones lie over them, cut off at the period. */
const Staven = memo(function Staven({ stappen, aantallen }: Pick<TijdlijnProps, 'stappen' | 'aantallen'>) {
  const hoogst = Math.max(1, ...aantallen.map((aantal) => aantal ?? 0));
  return aantallen.map((aantal, i) =>
    aantal === null ? (
      <path
        key={stappen[i]}
        className="tijdlijn__onbekend"
        d={Array.from({ length: 9 }, (_, n) => `M${i * stapBreed} ${n * 9 + 8}l${stapBreed} -8`).join('')}
      />
    ) : (
      <rect
        key={stappen[i]}
        className="tijdlijn__staaf"
        x={i * stapBreed + 1}
        width={stapBreed - 2}
        y={hoogte - (aantal / hoogst) * (hoogte - 4)}
        height={(aantal / hoogst) * (hoogte - 4)}
      />
    ),
  );
});
