import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { leesTellingen, type RoosterAntwoord } from '../../server/veiligheid/contract.ts';
import { vergelijking } from '../cel-kleuren.ts';
import type { CelKaart } from '../celkaart.ts';
import { ask } from '../query.ts';
import { type Inhoud, telPerStap, vanTellingen } from './bestand.ts';
import type { Antwoord, Beeld, Bestand, Stappen } from './reken.ts';
import { bandVan, type Stand } from './stand.ts';
import { Tijdlijn } from './Tijdlijn.tsx';
import { useGekleurd } from './use-celkaart.ts';
import { useRekenaar } from './use-rekenaar.ts';

/** What stands on the map. */
export interface Getoond {
  /** What it was counted from. */
  bestand: Bestand;
  antwoord: Antwoord;
  /** What the map is held against. */
  ernaast: Beeld | null;
}

interface PeriodeOpKaartProps {
  gemeente: string;
  stand: Stand;
  rooster: RoosterAntwoord;
  inhoud: Inhoud;
  /** Which groups count. */
  groepen: readonly number[];
  /** The period of the address. */
  keuze: Stappen;
  kaart: CelKaart | null;
  /** The period when somebody lets go. */
  onKeuze(keuze: Stappen): void;
  /** The map of the period that was let go; not of each one that somebody drags past. */
  onGetoond(getoond: Getoond | null): void;
}

/** The period before a period, of the same length; null: not delivered so far back. */
export const ervoor = ({ van, tot }: Stappen): Stappen | null =>
  van - (tot - van + 1) >= 0 ? { van: van - (tot - van + 1), tot: van - 1 } : null;

/**
 * The timeline, and the map that follows it. While somebody drags only these two change: the list and the figures are
 * made anew when he lets go.
 */
export function PeriodeOpKaart(props: PeriodeOpKaartProps) {
  const { gemeente, stand, rooster, inhoud, groepen, kaart, onKeuze, onGetoond } = props;
  const { bestand, stappen } = inhoud;
  const [gesleept, setGesleept] = useState<Stappen | null>(null);
  const { van, tot } = gesleept ?? props.keuze;
  const { per, naast } = stand;
  const antwoord = useRekenaar(
    bestand,
    useMemo(
      () => ({ groepen, van, tot, per, naast: naast === 'eerder' ? ervoor({ van, tot }) : null }),
      [groepen, van, tot, per, naast],
    ),
  );
  const ander = useAndereStroom({ gemeente, stand, rooster }, stappen[van] ?? '', stappen[tot] ?? '');
  const ernaast = ander?.nu ?? antwoord?.naast ?? null;
  useGekleurd(
    kaart,
    useMemo(() => antwoord && naarKaart(antwoord.nu, ernaast, per === 'adressen'), [antwoord, ernaast, per]),
  );
  const sleept = gesleept !== null;
  useEffect(() => {
    if (!sleept) onGetoond(antwoord && { bestand, antwoord, ernaast });
  }, [sleept, bestand, antwoord, ernaast, onGetoond]);
  const aantallen = useMemo(() => telPerStap(inhoud, groepen), [inhoud, groepen]);
  const keuze = useMemo(() => ({ van, tot }), [van, tot]);
  const klaarMet = useRef(onKeuze);
  klaarMet.current = onKeuze;
  const kies = useCallback((nieuw: Stappen, klaar: boolean) => {
    setGesleept(klaar ? null : nieuw);
    if (klaar) klaarMet.current(nieuw);
  }, []);
  return <Tijdlijn {...{ stappen, aantallen, keuze }} onKeuze={kies} />;
}

/** The map of the other stroom, of the same themas and months; null: not asked for, or nothing there. */
function useAndereStroom(
  { gemeente, stand, rooster }: Pick<PeriodeOpKaartProps, 'gemeente' | 'stand' | 'rooster'>,
  van: string,
  tot: string,
): Antwoord | null {
  const stroom = stand.stroom === 'politie' ? 'melding' : 'politie';
  const vraag = { gemeente, stroom, themas: stand.themas.join(','), rooster: rooster.rooster } as const;
  const gevraagd = stand.naast === 'stroom' && stand.deel === '';
  const band = bandVan(stand);
  const { data } = useQuery({ ...ask(leesTellingen, vraag), enabled: gevraagd });
  const inhoud = useMemo(
    () => (gevraagd && data && data.maanden.length > 0 ? vanTellingen(data, rooster, band) : null),
    [gevraagd, data, rooster, band],
  );
  return useRekenaar(
    inhoud?.bestand ?? null,
    useMemo(() => {
      const stappen = { van: inhoud?.stappen.indexOf(van) ?? -1, tot: inhoud?.stappen.indexOf(tot) ?? -1 };
      if (!inhoud || stappen.van < 0 || stappen.tot < 0) return null;
      const groepen = inhoud.groepen.flatMap(({ telt }, i) => (telt ? [i] : []));
      return { groepen, ...stappen, per: stand.per, naast: null };
    }, [inhoud, van, tot, stand.per]),
  );
}

function naarKaart(nu: Beeld, ernaast: Beeld | null, zonderAdres: boolean) {
  if (!ernaast) return { klassen: nu.bins, soort: 'klasse' as const, zonderAdres };
  const klassen = nu.bins.map((bin, cel) => {
    const daar = (ernaast.bins[cel] ?? 0) > 0;
    if (bin > 0) return daar ? vergelijking.beide : vergelijking.hier;
    return daar ? vergelijking.daar : 0;
  });
  return { klassen, soort: 'vergelijk' as const, zonderAdres };
}
