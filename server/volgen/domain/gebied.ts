import type { GebiedAdres, VolgGebied } from '../contract.ts';

/** Reads {@link VolgGebied} from an address, as yet unchecked; null: it names none, or more than one. */
export function leesGebiedAdres({ x, y, straal, buurt, wijk, vlak }: GebiedAdres): unknown {
  const gevonden = [
    x !== undefined && y !== undefined && { soort: 'plek', x, y, straal: straal ?? 500 },
    buurt !== undefined && { soort: 'buurt', code: buurt },
    wijk !== undefined && { soort: 'wijk', code: wijk },
    vlak !== undefined && { soort: 'gebied', ring: leesRing(vlak) },
  ].filter((een) => een !== false);
  return gevonden.length === 1 ? gevonden[0] : null;
}

/** The address of an area: the inverse of {@link leesGebiedAdres}. */
export function schrijfGebiedAdres(gebied: VolgGebied): Record<string, string> {
  switch (gebied.soort) {
    case 'plek':
      return { x: String(gebied.x), y: String(gebied.y), straal: String(gebied.straal) };
    case 'buurt':
    case 'wijk':
      return { [gebied.soort]: gebied.code };
    case 'gebied':
      return { vlak: gebied.ring.flat().join(',') };
  }
}

function leesRing(tekst: string): [number, number][] {
  const getallen = tekst.split(',').map((deel) => (deel.trim() === '' ? Number.NaN : Number(deel)));
  return getallen.flatMap((x, i): [number, number][] => (i % 2 === 0 ? [[x, getallen[i + 1] ?? Number.NaN]] : []));
}

/**
 * What is followed, in the middle of a sentence.
 *
 * @param naam of the place, buurt or wijk; null: of what somebody drew, which has none
 */
export function schrijfGebied(gebied: VolgGebied, naam: string | null, m2: number): string {
  switch (gebied.soort) {
    case 'plek':
      return `de omgeving van ${naam} (${gebied.straal.toLocaleString('nl-NL')} meter)`;
    case 'buurt':
    case 'wijk':
      return `de ${gebied.soort} ${naam}`;
    case 'gebied': {
      const hectare = m2 / 10_000;
      const grootte =
        hectare < 1
          ? `${Math.round(m2).toLocaleString('nl-NL')} m²`
          : `${hectare.toLocaleString('nl-NL', { maximumFractionDigits: 1 })} hectare`;
      return `het gebied dat u tekende (${grootte})`;
    }
  }
}
