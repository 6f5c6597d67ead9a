import type { StyleSpecification } from 'maplibre-gl';

/** Layers and sources of a drawing begin with this, so that another style of the map leaves them alone. */
export const voorvoegsel = 'teken-';

/** The next style of the map with what the drawing added to the one before. */
export function metTekening(vorige: StyleSpecification | undefined, volgende: StyleSpecification): StyleSpecification {
  if (!vorige) return volgende;
  const eigen = (id: string) => id.startsWith(voorvoegsel);
  return {
    ...volgende,
    sources: {
      ...volgende.sources,
      ...Object.fromEntries(Object.entries(vorige.sources).filter(([id]) => eigen(id))),
    },
    layers: [...volgende.layers, ...vorige.layers.filter(({ id }) => eigen(id))],
  };
}
