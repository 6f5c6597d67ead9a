import type { Feature, FeatureCollection } from 'geojson';
import type {
  ExpressionSpecification,
  FontFacesSpecification,
  LayerSpecification,
  SourceSpecification,
  StyleSpecification,
} from 'maplibre-gl';
import type { Laag, LegendaKlasse } from '../../server/lagen/contract.ts';
import { boxVan } from './box.ts';
import { type Palet, paletten } from './kleuren.ts';
import type { EigenLocatie, Highlight, LaagKeuze, MapKleuren, MapPlek } from './map-view.types.ts';

export interface StyleInput {
  catalogus: readonly Laag[];
  /** From top to bottom; ids that the catalogue does not know are left out. */
  lagen: readonly LaagKeuze[];
  kleuren: MapKleuren;
  plek: MapPlek | null;
  highlights: readonly Highlight[];
  eigenLocatie: EigenLocatie | null;
  fonts: FontFacesSpecification;
  /** Of this site: tiles are asked with a full address, because a worker does it. */
  origin: string;
}

/** The widest zoom with tiles. */
const hoogsteTegel = 8;

export const highlightBron = 'highlights';
/** Layers on which a pointer finds a highlight. */
export const highlightLagen = ['highlight-vlak', 'highlight-lijn', 'highlight-punt'] as const;

/** The whole map as one style: the same input gives the same style, and MapLibre applies only what differs. */
export function makeStyle(input: StyleInput): StyleSpecification {
  const { catalogus, lagen, kleuren, plek, highlights, eigenLocatie, fonts, origin } = input;
  const palet = paletten[kleuren];
  const gekozen = lagen.flatMap(({ id, dekking }) => {
    const laag = catalogus.find((kandidaat) => kandidaat.id === id && !kandidaat.ondergrond);
    return laag ? [{ laag, dekking }] : [];
  });
  const ondergrond = catalogus.filter((laag) => laag.ondergrond);
  const sources: Record<string, SourceSpecification> = {
    [highlightBron]: { type: 'geojson', promoteId: 'id', data: highlightData(highlights) },
    plek: { type: 'geojson', data: plekData(plek) },
    'eigen-locatie': { type: 'geojson', data: collection(eigenLocatie ? [point(eigenLocatie)] : []) },
  };
  for (const laag of [...ondergrond, ...gekozen.map((keuze) => keuze.laag)]) {
    sources[sourceOf(laag)] = {
      type: 'vector',
      tiles: [`${origin}${laag.tegels}`],
      minzoom: hoogsteTegel,
      maxzoom: laag.tegelZoom,
    };
  }
  const onderdelen = backgroundLayers(ondergrond, palet);
  const data = gekozen.toReversed().map(({ laag, dekking }) => dataLayers(laag, dekking, palet));
  return {
    version: 8,
    'font-faces': fonts,
    sources,
    layers: [
      { id: 'grond', type: 'background', paint: { 'background-color': palet.grond } },
      ...onderdelen.onder,
      ...data.flatMap(({ vlakken }) => vlakken),
      ...onderdelen.lijnen,
      ...data.flatMap(({ lijnen }) => lijnen),
      ...onderdelen.teksten,
      ...data.flatMap(({ punten }) => punten),
      ...ownLocationLayers(eigenLocatie, palet),
      ...highlightLayers(palet),
      ...selectionLayers(palet),
    ],
  };
}

/** One source per tile set: layers that travel together share their tiles. */
function sourceOf({ tegels }: Laag): string {
  return /collections\/([^/]+)\//.exec(tegels)?.[1] ?? tegels;
}

type Part = LayerSpecification;

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

const isVlak: ExpressionSpecification = ['==', ['geometry-type'], 'Polygon'];
const isLijn: ExpressionSpecification = ['==', ['geometry-type'], 'LineString'];
const isPunt: ExpressionSpecification = ['==', ['geometry-type'], 'Point'];

/** Name of the hatching in a colour; the map draws it when it is first asked for. */
export const arceringNaam = (kleur: string) => `arcering-${kleur}`;

function dataLayers(
  laag: Laag,
  dekking: number,
  palet: Palet,
): Record<'vlakken' | 'lijnen' | 'punten', LayerSpecification[]> {
  const base = { source: sourceOf(laag), 'source-layer': laag.id, minzoom: laag.minZoom, maxzoom: laag.maxZoom };
  const kleur = classColour(laag);
  const onbekend = laag.legenda.find(({ arcering }) => arcering);
  const isOnbekend: ExpressionSpecification = ['==', ['get', laag.veld ?? ''], onbekend?.waarde ?? ''];
  const bekend: ExpressionSpecification = onbekend ? ['!', isOnbekend] : ['literal', true];
  const vlakken: Part[] = [
    {
      ...base,
      id: `${laag.id}-vlak`,
      type: 'fill',
      filter: ['all', isVlak, bekend],
      layout: { 'fill-sort-key': ['to-number', ['get', laag.veld ?? ''], 0] },
      paint: { 'fill-color': kleur, 'fill-opacity': 0.55 * dekking, 'fill-antialias': false },
    },
  ];
  if (onbekend) {
    vlakken.push({
      ...base,
      id: `${laag.id}-onbekend`,
      type: 'fill',
      filter: ['all', isVlak, isOnbekend],
      paint: { 'fill-pattern': arceringNaam(onbekend.kleur), 'fill-opacity': dekking },
    });
  }
  const lijnen: Part[] = [
    {
      ...base,
      id: `${laag.id}-rand`,
      type: 'line',
      filter: ['all', isVlak, bekend],
      paint: { 'line-color': kleur, 'line-width': zoomed([12, 0.75], [18, 2]), 'line-opacity': dekking },
    },
    {
      ...base,
      id: `${laag.id}-lijn`,
      type: 'line',
      filter: isLijn,
      paint: { 'line-color': kleur, 'line-width': zoomed([12, 1.5], [18, 5]), 'line-opacity': dekking },
    },
  ];
  const los: ExpressionSpecification = ['all', isPunt, ['!', ['has', 'aantal']]];
  const geteld: ExpressionSpecification = ['all', isPunt, ['has', 'aantal']];
  const punten: Part[] = [
    {
      ...base,
      id: `${laag.id}-punt`,
      type: 'circle',
      filter: los,
      paint: {
        'circle-color': kleur,
        'circle-radius': zoomed([14, 4], [18, 8]),
        'circle-stroke-color': palet.tekstHalo,
        'circle-stroke-width': 1.5,
        'circle-opacity': dekking,
        'circle-stroke-opacity': dekking,
      },
    },
  ];
  if (laag.geometrie === 'punt') {
    punten.push(
      {
        ...base,
        id: `${laag.id}-aantal`,
        type: 'circle',
        filter: geteld,
        paint: {
          'circle-color': palet.accent,
          'circle-radius': ['interpolate', ['linear'], ['sqrt', ['get', 'aantal']], 1, 9, 30, 24],
          'circle-stroke-color': palet.tekstHalo,
          'circle-stroke-width': 1.5,
          'circle-opacity': 0.9 * dekking,
          'circle-stroke-opacity': dekking,
        },
      },
      {
        ...base,
        id: `${laag.id}-aantal-tekst`,
        type: 'symbol',
        filter: geteld,
        layout: {
          'text-field': ['to-string', ['get', 'aantal']],
          'text-font': ['Noto Sans Bold'],
          'text-size': 12,
          'text-allow-overlap': true,
        },
        paint: { 'text-color': palet.tekstHalo, 'text-opacity': dekking },
      },
    );
  }
  if (laag.tekstVeld) {
    punten.push({
      ...base,
      id: `${laag.id}-tekst`,
      type: 'symbol',
      minzoom: Math.max(laag.minZoom, 14),
      filter: isVlak,
      layout: {
        'text-field': ['get', laag.tekstVeld],
        'text-font': ['Noto Sans Bold'],
        'text-size': 12,
        'text-max-width': 9,
        'text-padding': 12,
      },
      paint: {
        'text-color': palet.tekst,
        'text-halo-color': palet.tekstHalo,
        'text-halo-width': 1.5,
        'text-opacity': dekking,
      },
    });
  }
  return { vlakken, lijnen, punten };
}

/** A width or size that grows evenly with the zoom. */
const zoomed = (...stops: [zoom: number, value: number][]): ExpressionSpecification =>
  ['interpolate', ['exponential', 1.5], ['zoom'], ...stops.flat()] as unknown as ExpressionSpecification;

function backgroundLayers(lagen: readonly Laag[], palet: Palet) {
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

function highlightLayers(palet: Palet): LayerSpecification[] {
  const hovered = (on: number, off: number): ExpressionSpecification => [
    'case',
    ['boolean', ['feature-state', 'hovered'], false],
    on,
    off,
  ];
  return [
    {
      id: 'highlight-vlak',
      type: 'fill',
      source: highlightBron,
      filter: isVlak,
      paint: {
        'fill-color': palet.accent,
        'fill-opacity': ['case', ['get', 'groot'], hovered(0.2, 0), hovered(0.4, 0.12)],
      },
    },
    {
      id: 'highlight-halo',
      type: 'line',
      source: highlightBron,
      filter: ['!', isPunt],
      layout: { 'line-join': 'round', 'line-cap': 'round' },
      paint: { 'line-color': palet.keuzeHalo, 'line-width': hovered(8, 4) },
    },
    {
      id: 'highlight-lijn',
      type: 'line',
      source: highlightBron,
      filter: ['!', isPunt],
      layout: { 'line-join': 'round', 'line-cap': 'round' },
      paint: { 'line-color': palet.accent, 'line-width': hovered(4, 2) },
    },
    {
      id: 'highlight-punt',
      type: 'circle',
      source: highlightBron,
      filter: isPunt,
      paint: {
        'circle-color': palet.accent,
        'circle-radius': hovered(11, 7),
        'circle-stroke-color': palet.keuzeHalo,
        'circle-stroke-width': hovered(4, 2),
      },
    },
  ];
}

/** The chosen perceel: 3 px with a halo, above everything. Without perceel the point itself. */
function selectionLayers(palet: Palet): LayerSpecification[] {
  const line = { 'line-join': 'round', 'line-cap': 'round' } as const;
  return [
    {
      id: 'plek-halo',
      type: 'line',
      source: 'plek',
      filter: ['!', isPunt],
      layout: line,
      paint: { 'line-color': palet.keuzeHalo, 'line-width': 8 },
    },
    {
      id: 'plek-lijn',
      type: 'line',
      source: 'plek',
      filter: ['!', isPunt],
      layout: line,
      paint: { 'line-color': palet.keuze, 'line-width': 3 },
    },
    {
      id: 'plek-punt',
      type: 'circle',
      source: 'plek',
      filter: isPunt,
      paint: {
        'circle-color': palet.keuze,
        'circle-radius': 6,
        'circle-stroke-color': palet.keuzeHalo,
        'circle-stroke-width': 3,
      },
    },
  ];
}

/** A circle as wide as the device is unsure, and a dot in the middle. */
function ownLocationLayers(eigenLocatie: EigenLocatie | null, palet: Palet): LayerSpecification[] {
  if (!eigenLocatie) return [];
  const pixelsAtZero = eigenLocatie.nauwkeurigheidM / metresPerPixel(eigenLocatie.lat, 0);
  return [
    {
      id: 'eigen-locatie-onzeker',
      type: 'circle',
      source: 'eigen-locatie',
      paint: {
        'circle-color': palet.eigenLocatie,
        'circle-opacity': 0.15,
        'circle-stroke-color': palet.eigenLocatie,
        'circle-stroke-width': 1.5,
        'circle-radius': ['interpolate', ['exponential', 2], ['zoom'], 0, pixelsAtZero, 24, pixelsAtZero * 2 ** 24],
      },
    },
    {
      id: 'eigen-locatie',
      type: 'circle',
      source: 'eigen-locatie',
      paint: {
        'circle-color': palet.eigenLocatie,
        'circle-radius': 7,
        'circle-stroke-color': '#ffffff',
        'circle-stroke-width': 3,
      },
    },
  ];
}

/** Metres on the ground that one CSS pixel covers, with tiles of 512 pixels. */
export function metresPerPixel(lat: number, zoom: number): number {
  return (40_075_016.685_578_5 * Math.cos((lat * Math.PI) / 180)) / 512 / 2 ** zoom;
}

const collection = (features: Feature[]): FeatureCollection => ({ type: 'FeatureCollection', features });

const point = ({ lon, lat }: { lon: number; lat: number }): Feature => ({
  type: 'Feature',
  geometry: { type: 'Point', coordinates: [lon, lat] },
  properties: {},
});

function plekData(plek: MapPlek | null): FeatureCollection {
  if (!plek) return collection([]);
  if (!plek.geometry) return collection([point(plek)]);
  return collection([{ type: 'Feature', geometry: plek.geometry, properties: {} }, point(plek)]);
}

/** Degrees of longitude, some 200 m, from which an area is shown by its outline: many of them together hide the map. */
const grootVanaf = 0.003;

function highlightData(highlights: readonly Highlight[]): FeatureCollection {
  return collection(
    highlights.map(({ id, feature }) => {
      const box = boxVan([feature.geometry]);
      const groot = box !== null && box[2] - box[0] > grootVanaf;
      return { ...feature, properties: { ...feature.properties, id, groot } };
    }),
  );
}
