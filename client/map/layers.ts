import type {
  ExpressionSpecification,
  FontFacesSpecification,
  LayerSpecification,
  SourceSpecification,
  StyleSpecification,
} from 'maplibre-gl';
import type { Achtergrond, Laag } from '../../server/lagen/contract.ts';
import { achtergrondBron, achtergrondSource, besideAchtergrond } from './achtergrond.ts';
import { arceringNaam, classColour, isLijn, isPunt, isVlak, sourceOf, zoomed } from './expressie.ts';
import { type MapKleuren, type Palet, paletten } from './kleuren.ts';
import type { EigenLocatie, Highlight, LaagKeuze, MapPlek } from './map-view.types.ts';
import { backgroundLayers } from './ondergrond.ts';
import {
  collection,
  highlightBron,
  highlightData,
  highlightLayers,
  ownLocationLayers,
  plekData,
  point,
  selectionLayers,
} from './selectie.ts';

export interface StyleInput {
  catalogus: readonly Laag[];
  /** From top to bottom; ids that the catalogue does not know are left out. */
  lagen: readonly LaagKeuze[];
  kleuren: MapKleuren;
  plek: MapPlek | null;
  highlights: readonly Highlight[];
  eigenLocatie: EigenLocatie | null;
  /** Panden as high as they are. */
  panden3d: boolean;
  /** A background of others in the place of our own surfaces and names. */
  achtergrond: Achtergrond | null;
  fonts: FontFacesSpecification;
  /** Of this site: tiles are asked with a full address, because a worker does it. */
  origin: string;
}

/** The widest zoom with tiles. */
const hoogsteTegel = 8;

/** The whole map as one style: the same input gives the same style, and MapLibre applies only what differs. */
export function makeStyle(input: StyleInput): StyleSpecification {
  const { catalogus, lagen, kleuren, plek, highlights, eigenLocatie, panden3d, achtergrond, fonts, origin } = input;
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
  if (achtergrond) sources[achtergrondBron] = achtergrondSource(achtergrond);
  const eigen = backgroundLayers(ondergrond, palet, panden3d);
  const onderdelen = achtergrond ? besideAchtergrond(eigen) : eigen;
  const data = gekozen.toReversed().map(({ laag, dekking }) => dataLayers(laag, dekking, palet));
  return {
    version: 8,
    'font-faces': fonts,
    // a colour that slides to another draws the whole map again for each step
    transition: { duration: 0, delay: 0 },
    sources,
    layers: [
      { id: 'grond', type: 'background', paint: { 'background-color': palet.grond } },
      ...(achtergrond ? [{ id: achtergrondBron, type: 'raster' as const, source: achtergrondBron }] : []),
      ...onderdelen.onder,
      ...data.flatMap(({ vlakken }) => vlakken),
      ...onderdelen.lijnen,
      ...data.flatMap(({ lijnen }) => lijnen),
      ...onderdelen.hoog,
      ...onderdelen.teksten,
      ...data.flatMap(({ punten }) => punten),
      ...ownLocationLayers(eigenLocatie, palet),
      ...highlightLayers(palet),
      ...selectionLayers(palet),
    ],
  };
}

type Part = LayerSpecification;
function dataLayers(
  laag: Laag,
  dekking: number,
  palet: Palet,
): Record<'vlakken' | 'lijnen' | 'punten', LayerSpecification[]> {
  const base = { source: sourceOf(laag), 'source-layer': laag.id, minzoom: laag.minZoom, maxzoom: laag.maxZoom };
  const kleur = classColour(laag);
  const gearceerd = laag.legenda.filter(({ arcering }) => arcering);
  const klasse: ExpressionSpecification = ['get', laag.veld ?? ''];
  const effen: ExpressionSpecification = [
    'all',
    ...gearceerd.map(({ waarde }): ExpressionSpecification => ['!=', klasse, waarde ?? '']),
  ];
  const vlakken: Part[] = [
    {
      ...base,
      id: `${laag.id}-vlak`,
      type: 'fill',
      filter: ['all', isVlak, effen],
      layout: { 'fill-sort-key': ['to-number', ['get', laag.veld ?? ''], 0] },
      paint: { 'fill-color': kleur, 'fill-opacity': 0.55 * dekking, 'fill-antialias': false },
    },
  ];
  for (const { waarde, kleur: lijnkleur } of gearceerd) {
    vlakken.push({
      ...base,
      id: `${laag.id}-${waarde}`,
      type: 'fill',
      filter: ['all', isVlak, ['==', klasse, waarde ?? '']],
      paint: { 'fill-pattern': arceringNaam(lijnkleur), 'fill-opacity': dekking },
    });
  }
  const lijnen: Part[] = [
    {
      ...base,
      id: `${laag.id}-rand`,
      type: 'line',
      filter: ['all', isVlak, effen],
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
