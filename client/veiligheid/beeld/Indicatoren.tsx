import type { ReactNode } from 'react';
import type { GebiedStand, Indicator, ThemaBeeld } from '../../../server/veiligheid/beeld/contract.ts';
import type { Stand } from '../../../server/veiligheid/beeld/domain/meting.ts';
import {
  legTrendUit,
  noemStand,
  noemTrend,
  schrijfMaat,
  schrijfMeting,
  schrijfStreef,
  sinds,
  watPZegt,
} from '../../../server/veiligheid/beeld/domain/woorden.ts';
import { formatDatumKort, metHoofdletter } from '../../format.ts';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { Verloop } from './Verloop.tsx';

/** What the police register beside what people say: now, over the years, the target, and the benchmark. */
export function Indicatoren({ thema: { nummer, indicatoren, elders } }: { thema: ThemaBeeld }) {
  if (indicatoren.length === 0) {
    return (
      <p>
        Van dit thema heeft het loket geen cijfers. Dat is onbekend, en geen nul.
        {elders.length > 0 && ` Vraag ze op bij: ${elders.join(', ')}.`}
      </p>
    );
  }
  return (
    <div className="stapel">
      {(['politie', 'enquete'] as const).map((soort) => {
        const hier = indicatoren.filter((een) => een.soort === soort);
        return hier.length === 0 ? (
          <p key={soort} className="stil">
            {soort === 'politie'
              ? 'Van de politie zijn er bij dit thema geen cijfers.'
              : 'Wat mensen ervaren, is bij dit thema niet gevraagd.'}
          </p>
        ) : (
          <Tabel key={soort} thema={nummer} soort={soort} indicatoren={hier} />
        );
      })}
      {elders.length > 0 && <p className="stil">Ook genoemd bij dit thema, niet in dit loket: {elders.join(', ')}.</p>}
    </div>
  );
}

const koppen = { politie: 'Wat de politie registreert', enquete: 'Wat mensen ervaren' } as const;

interface TabelProps {
  thema: string;
  soort: 'politie' | 'enquete';
  indicatoren: readonly Indicator[];
}

function Tabel({ thema, soort, indicatoren }: TabelProps) {
  const bronnen = [...new Map(indicatoren.map(({ bron }) => [bron.naam, bron])).values()];
  const metWijken = indicatoren.filter(({ wijken }) => wijken.length > 0);
  return (
    <div className="stapel stapel--dicht">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled with the keyboard */}
      <section className="beeld__schuif" tabIndex={0} aria-label={`${koppen[soort]}, thema ${thema}`}>
        <table className="vtabel beeld__tabel">
          <caption>{koppen[soort]}</caption>
          <thead>
            <tr>
              <th scope="col">Indicator</th>
              <th scope="col">Nu</th>
              <th scope="col">Trend</th>
              <th scope="col">Streefwaarde</th>
              <th scope="col">Vergeleken</th>
            </tr>
          </thead>
          <tbody>
            {indicatoren.map((indicator) => (
              <tr key={indicator.key}>
                <th scope="row">{indicator.naam}</th>
                <td data-kop="Nu">{nu(indicator)}</td>
                <td data-kop="Trend">
                  <Verloop reeks={indicator.gemeente.reeks} eenheid={indicator.eenheid} />
                  <TrendWoord {...indicator.gemeente} />
                </td>
                <td data-kop="Streefwaarde">{schrijfStreef(indicator)}</td>
                <td data-kop="Vergeleken">
                  {indicator.vergelijk ? (
                    <>
                      <Woord stand={indicator.gemeente.vergeleken}>
                        {noemStand(indicator.gemeente.vergeleken, 'vergelijking')}
                      </Woord>
                      <span className="stil">
                        {indicator.vergelijk.met}: {schrijfMaat(indicator.vergelijk.waarde, indicator.eenheid)}
                      </span>
                    </>
                  ) : (
                    <span className="stil">geen vergelijking bekend</span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {metWijken.map((indicator) => (
        <Disclosure key={indicator.key} summary={`Per wijk: ${indicator.naam}`}>
          {() => <PerWijk indicator={indicator} />}
        </Disclosure>
      ))}
      {indicatoren.some(({ gemeente, wijken }) => [gemeente, ...wijken].some(({ trend }) => trend.p !== null)) && (
        <p className="stil">{watPZegt}</p>
      )}
      <p className="bronnen">
        {bronnen
          .map(({ naam, peildatum }) => `Bron: ${naam}${peildatum ? `, peildatum ${formatDatumKort(peildatum)}` : ''}.`)
          .join(' ')}
      </p>
    </div>
  );
}

const nu = ({ gemeente, eenheid }: Pick<Indicator, 'gemeente' | 'eenheid'>) => {
  const laatste = gemeente.reeks.at(-1);
  return laatste ? `${laatste.jaar}: ${schrijfMeting(laatste, eenheid)}` : 'onbekend';
};

function PerWijk({ indicator: { wijken, eenheid, naam } }: { indicator: Indicator }) {
  return (
    <table className="vtabel beeld__tabel">
      <caption className="alleen-voorlezen">{naam}, per wijk</caption>
      <thead>
        <tr>
          <th scope="col">Wijk</th>
          <th scope="col">Nu</th>
          <th scope="col">Trend</th>
          <th scope="col">Naast de gemeente</th>
        </tr>
      </thead>
      <tbody>
        {wijken.map((wijk) => (
          <tr key={wijk.code}>
            <th scope="row">{wijk.naam}</th>
            <td data-kop="Nu">{nu({ gemeente: wijk, eenheid })}</td>
            <td data-kop="Trend">
              <TrendWoord {...wijk} />
            </td>
            <td data-kop="Naast de gemeente">
              <Woord stand={wijk.vergeleken}>{noemStand(wijk.vergeleken, 'vergelijking')}</Woord>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const tekens: Record<Stand | 'te weinig', string> = {
  beter: '✓',
  slechter: '▲',
  gelijk: '=',
  'te weinig': '?',
  onbekend: '?',
};

/** Word, sign and colour, always all three. */
function Woord({ stand, children }: { stand: Stand | 'te weinig'; children: ReactNode }) {
  return (
    <span className={`beeld__stand beeld__stand--${stand === 'te weinig' ? 'onbekend' : stand}`}>
      <span aria-hidden="true">{tekens[stand]}</span> {children}
    </span>
  );
}

/** Which way it goes over all periods, what that rests on, and how the last measurement differs from the first. */
function TrendWoord({ trend, verschil, reeks }: GebiedStand) {
  const vanaf = sinds(reeks);
  return (
    <>
      <Woord stand={trend.stand}>{noemTrend(trend)}</Woord>
      <span className="stil">{metHoofdletter(legTrendUit(trend))}.</span>
      {vanaf !== null && (
        <span className="stil">
          Vergeleken met {vanaf}: {noemStand(verschil, 'verschil')}.
        </span>
      )}
    </>
  );
}
