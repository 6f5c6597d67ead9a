export interface Afkeuring {
  reden: string;
  aantal: number;
  /** At most five keys of rejected rows. */
  voorbeelden: string[];
}

export interface BronVerslag {
  id: string;
  naam: string;
  peildatum: string;
  /** Rows that now stand, per table. */
  aantallen: Record<string, number>;
  /** Rows whose geometry was not valid and has been repaired. */
  hersteld: number;
  afgekeurd: Afkeuring[];
  /** Objects that were rightly left out, per reason. */
  weggelaten: Record<string, number>;
  /** What the person should know of, with how often it was. */
  opmerkingen: Record<string, number>;
}

export interface ImportVerslag {
  bronnen: BronVerslag[];
  seconden: number;
}

/** The report for the person at the terminal. */
export function formatVerslag({ bronnen, seconden }: ImportVerslag): string {
  const lines = bronnen.flatMap((bron) => [
    `${bron.naam} (${bron.id}), peildatum ${bron.peildatum}`,
    ...Object.entries(bron.aantallen).map(([tabel, aantal]) => `  ${getal(aantal)} in ${tabel}`),
    ...Object.entries(bron.weggelaten).map(([reden, aantal]) => `  ${getal(aantal)} weggelaten: ${reden}`),
    ...Object.entries(bron.opmerkingen).map(([opmerking, aantal]) => `  ${getal(aantal)} keer: ${opmerking}`),
    ...(bron.hersteld ? [`  ${getal(bron.hersteld)} met herstelde geometrie`] : []),
    ...bron.afgekeurd.map(
      ({ reden, aantal, voorbeelden }) =>
        `  ${getal(aantal)} afgekeurd: ${reden}${voorbeelden.length ? ` (zoals ${voorbeelden.join(', ')})` : ''}`,
    ),
  ]);
  return [...lines, `Klaar in ${seconden.toLocaleString('nl-NL', { maximumFractionDigits: 1 })} s.`].join('\n');
}

/** @example '1.234' */
export const getal = (aantal: number) => aantal.toLocaleString('nl-NL');

/** Counts per bron and reason. */
export class Geteld {
  readonly perBron = new Map<string, Record<string, number>>();

  tel(bronId: string, reden: string): void {
    const perReden = this.perBron.get(bronId) ?? {};
    perReden[reden] = (perReden[reden] ?? 0) + 1;
    this.perBron.set(bronId, perReden);
  }

  of(bronId: string): Record<string, number> {
    return this.perBron.get(bronId) ?? {};
  }
}

/** Counts rejected rows per bron and reason. */
export class Afkeuringen {
  readonly perBron = new Map<string, Map<string, Afkeuring>>();

  add(bronId: string, { reden, aantal, voorbeelden }: Afkeuring): void {
    const perReden = this.perBron.get(bronId) ?? new Map<string, Afkeuring>();
    this.perBron.set(bronId, perReden);
    const known = perReden.get(reden) ?? { reden, aantal: 0, voorbeelden: [] };
    known.aantal += aantal;
    for (const voorbeeld of voorbeelden) {
      if (voorbeeld && known.voorbeelden.length < 5) known.voorbeelden.push(voorbeeld);
    }
    perReden.set(reden, known);
  }

  of(bronId: string): Afkeuring[] {
    return [...(this.perBron.get(bronId)?.values() ?? [])].sort((a, b) => b.aantal - a.aantal);
  }
}
