import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import { geenGegevens } from '../../server/lagen/catalogus/laag.ts';
import type { Laag } from '../../server/lagen/contract.ts';
import { arceringNaam, sourceOf, zoomed } from './expressie.ts';
import type { Palet } from './kleuren.ts';

/** The background map in parts: what lies under the chosen layers, between their surfaces and lines, and above them. */
export type Ondergrond = Record<'onder' | 'lijnen' | 'hoog' | 'teksten', LayerSpecification[]>;

/** From this zoom on panden are drawn as high as they are. */
export const panden3dVanaf = 14;
export const panden3dLagen = { bekend: 'pand-hoog', onbekend: 'pand-onbekend' } as const;

/** @param panden3d panden as high as they are; those whose height is not known stay flat, and hatched */
export function backgroundLayers(lagen: readonly Laag[], palet: Palet, panden3d: boolean): Ondergrond {
  const base = new Map(
    lagen.map((laag) => [
      laag.id,
      { source: sourceOf(laag), 'source-layer': laag.id, minzoom: laag.minZoom, maxzoom: laag.maxZoom },
    ]),
  );
  const colours = (table: Readonly<Record<string, string>>, otherwise: string) =>
    ['match', ['get', 'klasse'], ...Object.entries(table).flat(), otherwise] as unknown as ExpressionSpecification;
  const wegKleur = colours(palet.weg, palet.weg.overig!);
  const known = (layer: { id: string; laag: string } & Record<string, unknown>): LayerSpecification[] => {
    const { laag, ...rest } = layer;
    const bron = base.get(laag);
    return bron ? [{ ...bron, ...rest } as unknown as LayerSpecification] : [];
  };
  const tekst = (halo = 1.25) => ({
    'text-color': palet.tekst,
    'text-halo-color': palet.tekstHalo,
    'text-halo-width': halo,
  });
  return {
    onder: [
      ...known({
        id: 'terrein',
        laag: 'terrein',
        type: 'fill',
        paint: { 'fill-color': colours(palet.terrein, palet.terrein.erf!) },
      }),
      ...known({ id: 'water', laag: 'water', type: 'fill', paint: { 'fill-color': palet.water } }),
      ...known({
        id: 'weg',
        laag: 'weg',
        type: 'fill',
        layout: { 'fill-sort-key': ['coalesce', ['get', 'hoogte'], 0] },
        paint: { 'fill-color': wegKleur },
      }),
      // far away a road is narrower than a pixel: the line keeps it in sight
      ...known({
        id: 'weg-ver',
        laag: 'weg',
        type: 'line',
        maxzoom: 15,
        filter: ['in', ['get', 'klasse'], ['literal', ['hoofd', 'straat']]],
        paint: {
          'line-color': wegKleur,
          'line-width': [
            'interpolate',
            ['linear'],
            ['zoom'],
            10,
            ['match', ['get', 'klasse'], 'hoofd', 1.2, 0.4],
            14,
            ['match', ['get', 'klasse'], 'hoofd', 1.2, 0.9],
            15,
            0,
          ],
        },
      }),
      ...known({
        id: 'bouwwerk',
        laag: 'bouwwerk',
        type: 'fill',
        layout: { 'fill-sort-key': ['coalesce', ['get', 'hoogte'], 0] },
        paint: { 'fill-color': palet.bouwwerk },
      }),
      ...known({ id: 'pand', laag: 'pand', type: 'fill', paint: { 'fill-color': palet.pand } }),
      ...(panden3d
        ? known({
            id: panden3dLagen.onbekend,
            laag: 'pand',
            type: 'fill',
            minzoom: panden3dVanaf,
            filter: ['!', ['has', 'hoogte']],
            paint: { 'fill-pattern': arceringNaam(geenGegevens.kleur) },
          })
        : []),
    ],
    lijnen: [
      ...known({
        id: 'spoor',
        laag: 'spoor',
        type: 'line',
        paint: { 'line-color': palet.spoor, 'line-width': zoomed([10, 0.8], [18, 2]) },
      }),
      ...known({
        id: 'spoor-dwars',
        laag: 'spoor',
        type: 'line',
        minzoom: 14,
        paint: { 'line-color': palet.spoor, 'line-width': zoomed([14, 3], [18, 8]), 'line-dasharray': [0.15, 1.6] },
      }),
      ...known({
        id: 'pand-rand',
        laag: 'pand',
        type: 'line',
        minzoom: 15,
        paint: { 'line-color': palet.pandrand, 'line-width': zoomed([15, 0.4], [19, 1.2]) },
      }),
      ...known({
        id: 'perceel',
        laag: 'perceel',
        type: 'line',
        paint: {
          'line-color': palet.perceel,
          'line-width': zoomed([16, 0.5], [20, 1.2]),
          'line-opacity': ['interpolate', ['linear'], ['zoom'], 16, 0.5, 18, 0.9],
        },
      }),
      ...known({
        id: 'gemeentegrens',
        laag: 'gemeentegrens',
        type: 'line',
        layout: { 'line-join': 'round' },
        paint: { 'line-color': palet.grens, 'line-width': zoomed([8, 1.2], [16, 2.5]), 'line-dasharray': [4, 2, 1, 2] },
      }),
    ],
    hoog: panden3d
      ? known({
          id: panden3dLagen.bekend,
          laag: 'pand',
          type: 'fill-extrusion',
          minzoom: panden3dVanaf,
          filter: ['has', 'hoogte'],
          paint: {
            'fill-extrusion-color': palet.pand,
            'fill-extrusion-height': ['get', 'hoogte'],
            'fill-extrusion-opacity': 0.9,
          },
        })
      : [],
    teksten: [
      ...known({
        id: 'huisnummer',
        laag: 'huisnummer',
        type: 'symbol',
        minzoom: 17.2,
        layout: {
          'text-field': ['get', 'naam'],
          'text-font': ['Noto Sans Regular'],
          'text-size': 11,
          'text-padding': 1,
        },
        paint: { ...tekst(), 'text-color': palet.tekstStil },
      }),
      ...known({
        id: 'straatnaam',
        laag: 'straatnaam',
        type: 'symbol',
        minzoom: 14.6,
        layout: {
          'text-field': ['get', 'naam'],
          'text-font': ['Noto Sans Regular'],
          'text-size': ['interpolate', ['linear'], ['zoom'], 15, 11, 18, 14],
          'text-rotate': upright(['get', 'hoek']),
          'text-rotation-alignment': 'map',
          'text-max-width': 40,
          'text-padding': 8,
        },
        paint: tekst(1.5),
      }),
      ...known({
        id: 'plaatsnaam',
        laag: 'plaatsnaam',
        type: 'symbol',
        filter: [
          'match',
          ['get', 'klasse'],
          'woonplaats',
          ['<', ['zoom'], 15],
          'wijk',
          ['all', ['>=', ['zoom'], 12], ['<', ['zoom'], 14.5]],
          'buurt',
          ['all', ['>=', ['zoom'], 14], ['<', ['zoom'], 16.5]],
          false,
        ],
        layout: {
          'text-field': ['get', 'naam'],
          'text-font': ['Noto Sans Bold'],
          'text-size': [
            'interpolate',
            ['linear'],
            ['zoom'],
            10,
            ['match', ['get', 'klasse'], 'woonplaats', 13, 11],
            15,
            ['match', ['get', 'klasse'], 'woonplaats', 20, 13],
          ],
          'symbol-sort-key': ['match', ['get', 'klasse'], 'woonplaats', 0, 'wijk', 1, 2],
          'text-max-width': 8,
          'text-padding': 6,
        },
        paint: {
          ...tekst(1.75),
          'text-color': ['match', ['get', 'klasse'], 'woonplaats', palet.tekst, palet.tekstStil],
        },
      }),
    ],
  };
}

/** Turns text by the angle of the label, but never upside down. */
function upright(hoek: ExpressionSpecification): ExpressionSpecification {
  const rond: ExpressionSpecification = ['-', ['%', ['+', hoek, 450], 180], 90];
  return rond;
}
