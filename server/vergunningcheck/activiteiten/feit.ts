import type { Eenheid } from '../domain/oordeel.ts';
import type { FeitDefinitie } from '../domain/regel.ts';

interface Extra {
  hulp?: string;
  beeld?: string;
  van?: FeitDefinitie['van'];
  vanPlaats?: boolean;
}

const basis = ({ hulp, beeld, van = 'persoon', vanPlaats = false }: Extra) => ({
  van,
  vanPlaats,
  hulp: hulp ?? null,
  beeld: beeld ?? null,
  opties: [],
  eenheid: null,
  minimum: null,
  maximum: null,
});

/** A fact that is true or not, with both as a sentence. */
export const jaNee = (
  sleutel: string,
  naam: string,
  vraag: string,
  zin: { ja: string; nee: string },
  extra: Extra = {},
): FeitDefinitie => ({ ...basis(extra), sleutel, naam, vraag, soort: 'ja-nee', zin });

/** A measured fact; its sentence has {waarde} for the number with its unit. */
export const getal = (
  sleutel: string,
  naam: string,
  vraag: string,
  eenheid: Eenheid,
  zin: string,
  extra: Extra & { minimum?: number; maximum?: number } = {},
): FeitDefinitie => ({
  ...basis(extra),
  sleutel,
  naam,
  vraag,
  soort: 'getal',
  eenheid,
  zin,
  minimum: extra.minimum ?? 0,
  maximum: extra.maximum ?? 1_000,
});

/** One of some: per value what the person reads, and the fact as a sentence. */
export const keuze = (
  sleutel: string,
  naam: string,
  vraag: string,
  opties: Record<string, readonly [tekst: string, zin: string, uitleg?: string]>,
  extra: Extra = {},
): FeitDefinitie => ({
  ...basis(extra),
  sleutel,
  naam,
  vraag,
  soort: 'keuze',
  zin: null,
  opties: Object.entries(opties).map(([waarde, [tekst, zin, uitleg]]) => ({
    waarde,
    tekst,
    zin,
    uitleg: uitleg ?? null,
  })),
});
