import type { ExpressionSpecification } from 'maplibre-gl';
import type { Laag, LegendaKlasse } from '../../server/lagen/contract.ts';

/** One source per tile set: layers that travel together share their tiles. */
export function sourceOf({ tegels }: Laag): string {
  return /collections\/([^/]+)\//.exec(tegels)?.[1] ?? tegels;
}

/** A colour per class; what the legend does not name gets the colour of the last class. */
export function classColour(laag: Pick<Laag, 'veld' | 'legenda'>, rand = false): ExpressionSpecification | string {
  const kleurVan = (klasse: LegendaKlasse) => (rand ? (klasse.rand ?? klasse.kleur) : klasse.kleur);
  const klassen = laag.legenda.filter(({ arcering, waarde }) => !arcering && waarde !== null);
  const laatste = laag.legenda.findLast(({ arcering }) => !arcering);
  const anders = laatste ? kleurVan(laatste) : '#767676';
  if (!laag.veld || klassen.length === 0) return anders;
  return [
    'match',
    ['get', laag.veld],
    ...klassen.flatMap((klasse) => [klasse.waarde!, kleurVan(klasse)]),
    anders,
  ] as unknown as ExpressionSpecification;
}

export const isVlak: ExpressionSpecification = ['==', ['geometry-type'], 'Polygon'];
export const isLijn: ExpressionSpecification = ['==', ['geometry-type'], 'LineString'];
export const isPunt: ExpressionSpecification = ['==', ['geometry-type'], 'Point'];

/** Name of the hatching in a colour; the map draws it when it is first asked for. */
export const arceringNaam = (kleur: string) => `arcering-${kleur}`;

/** A width or size that grows evenly with the zoom. */
export const zoomed = (...stops: [zoom: number, value: number][]): ExpressionSpecification =>
  ['interpolate', ['exponential', 1.5], ['zoom'], ...stops.flat()] as unknown as ExpressionSpecification;
