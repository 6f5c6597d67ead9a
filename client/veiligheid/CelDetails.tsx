import { useEffect, useMemo, useRef } from 'react';
import type { RoosterAntwoord } from '../../server/veiligheid/contract.ts';
import { noemKans } from '../../server/veiligheid/domain/normaal.ts';
import { formatGetal, metHoofdletter } from '../format.ts';
import { Button } from '../ui/Button.tsx';
import { type Inhoud, telInCel } from './bestand.ts';
import type { Antwoord, Beeld, Per, Stappen, Verloop } from './reken.ts';
import { noemPatroon, noemScore, noemTrend, watHetNietZegt, zinVanCel } from './woorden.ts';

interface CelDetailsProps {
  inhoud: Inhoud;
  groepen: readonly number[];
  keuze: Stappen;
  rooster: RoosterAntwoord;
  cel: number;
  per: Per;
  antwoord: Antwoord;
  /** What the map is held against. */
  ernaast: { daar: string; beeld: Beeld } | null;
  verloop: Verloop | null | 'bezig';
  onSluit(): void;
}

/** All that is known of one cell, first in words and then in numbers. */
export function CelDetails({
  inhoud,
  groepen,
  keuze,
  rooster,
  cel,
  per,
  antwoord,
  ernaast,
  verloop,
  onSluit,
}: CelDetailsProps) {
  const { nu } = antwoord;
  const kop = useRef<HTMLHeadingElement>(null);
  const buurt = rooster.buurten[rooster.buurt[cel] ?? -1];
  const soorten = useMemo(() => telInCel(inhoud, groepen, cel, keuze), [inhoud, groepen, cel, keuze]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another cell comes into view
  useEffect(() => {
    kop.current?.scrollIntoView({ block: 'nearest' });
  }, [cel]);
  const aantal = nu.aantallen[cel] ?? 0;
  const feiten: [string, string][] = [
    ['Aantal', formatGetal(aantal)],
    ['Verwacht', Number.isNaN(nu.verwacht[cel]) ? 'niet te bepalen' : formatGetal(nu.verwacht[cel] ?? 0)],
    ['Adressen', formatGetal(rooster.adressen[cel] ?? 0)],
    ['Per 1.000 adressen', perDuizend(aantal, rooster.adressen[cel] ?? 0)],
    ['Met de cellen eromheen', `${formatGetal(nu.rondom[cel] ?? 0)} in ${formatGetal(nu.buren[cel] ?? 0)} cellen`],
    ['Score (z)', noemScore(nu.z[cel] ?? Number.NaN)],
    ['Toets op toeval (q)', noemKans(nu.q[cel] ?? Number.NaN)],
    ...(ernaast
      ? ([[metHoofdletter(ernaast.daar), formatGetal(ernaast.beeld.aantallen[cel] ?? 0)]] as [string, string][])
      : []),
    ['Patroon over de kwartalen', noemVerloop(verloop, cel)],
    ...(verloop && verloop !== 'bezig' && verloop.trends[cel]
      ? ([['Trend van de score', noemTrend(verloop.trends[cel])]] as [string, string][])
      : []),
  ];
  return (
    <section aria-labelledby="cel-kop" className="celdetails stapel">
      <div className="celdetails__kop">
        <h2 ref={kop} id="cel-kop" className="nl-heading nl-heading--level-2">
          Deze cel {buurt ? `in ${buurt.naam}` : 'buiten de buurten'}
        </h2>
        <Button soort="subtle" icon="kruis" iconOnly title="Sluit deze cel" onClick={onSluit}>
          Sluit deze cel
        </Button>
      </div>
      <p className="nl-paragraph" role="status">
        {zinVanCel(nu, cel, per)}
      </p>
      <p className="stil">{watHetNietZegt}</p>
      <dl className="vfeiten">
        {feiten.map(([naam, waarde]) => (
          <div key={naam}>
            <dt>{naam}</dt>
            <dd>{waarde}</dd>
          </div>
        ))}
      </dl>
      {soorten.length > 0 && (
        <div>
          <h3 className="kop-klein">Wat hier is geteld</h3>
          <ul className="soorten">
            {soorten.map(({ naam, aantal: keer }) => (
              <li key={naam}>
                <span>{naam}</span> <strong>{formatGetal(keer)}</strong>
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}

/** Fewer adressen than this make a rate of nothing. */
const MINSTE_ADRESSEN = 50;

const perDuizend = (aantal: number, adressen: number): string =>
  adressen < MINSTE_ADRESSEN ? 'te weinig adressen' : formatGetal((1000 * aantal) / adressen);

function noemVerloop(verloop: Verloop | null | 'bezig', cel: number): string {
  if (verloop === 'bezig') return 'wordt berekend';
  const patroon = verloop?.patronen[cel];
  return patroon ? noemPatroon(patroon) : 'minder dan 10 hele kwartalen: niet te bepalen';
}
