import type { VolgGebied } from '../../server/volgen/contract.ts';

export type Ring = Extract<VolgGebied, { soort: 'gebied' }>['ring'];

/** Corners as a person types them: one per line, x and y in RD metres. @example '146000 505000' */
export const schrijfHoeken = (ring: readonly (readonly [number, number])[]): string =>
  ring.map(([x, y]) => `${x} ${y}`).join('\n');

/** @returns null for a line that is no corner; [] when nothing is typed */
export function leesHoeken(tekst: string): Ring | null {
  const regels = tekst.split('\n').filter((regel) => regel.trim() !== '');
  const ring = regels.map((regel) =>
    regel
      .trim()
      .split(/[\s;]+/)
      .map((deel) => Number(deel.replace(',', '.'))),
  );
  const isHoek = (hoek: number[]): hoek is [number, number] => hoek.length === 2 && hoek.every(Number.isFinite);
  return ring.every(isHoek) ? ring : null;
}
