import { ratioName } from './request-job.ts';

/** What a figure of a job should be. Nothing fails on it: the bench marks what is not met. */
export interface Aim {
  /** The issue that asks for it. */
  issue: number;
  job: string;
  /** Name of the figure, as the job gives it. */
  figure: string;
  atLeast?: number;
  atMost?: number;
}

const zooms = [12, 13, 14, 15, 16];

/** Every aim of the product. */
export const aims: readonly Aim[] = [
  { issue: 4, job: 'kaart', figure: ratioName('doorvoer', 'ruw', 8), atLeast: 0.75 },
  { issue: 4, job: 'kaart', figure: ratioName('p50', 'ruw', 8), atMost: 1.3 },
  { issue: 4, job: 'kaart', figure: ratioName('p99', 'ruw', 8), atMost: 1.5 },
  ...zooms.map((zoom) => ({
    issue: 4,
    job: `tegel-z${zoom}`,
    figure: ratioName('doorvoer', 'leeg', 8),
    atLeast: 0.7,
  })),
  { issue: 4, job: 'tegels-maken', figure: 'alle tegels, s', atMost: 60 },
  { issue: 4, job: 'besluit-zichtbaar', figure: 'zichtbaar op de kaart, ms p50', atMost: 1_000 },
  { issue: 4, job: 'klik', figure: 'van klik tot kaart, ms p95', atMost: 300 },
  { issue: 4, job: 'pagina', figure: 'eerste tegel t.o.v. kale MapLibre', atMost: 1.2 },
  { issue: 4, job: 'pagina', figure: 'JavaScript vóór de kaart, kB gz', atMost: 150 },
  { issue: 4, job: 'pagina', figure: 'tegels in het eerste beeld, kB', atMost: 600 },
  { issue: 5, job: 'vergunningcheck', figure: 'hele rondreis, ms p50', atMost: 15 },
  { issue: 5, job: 'vergunningcheck', figure: 'oordeel tijdens slepen, ms p50', atMost: 4 },
  { issue: 5, job: 'volgende-vraag', figure: 'volgende vraag, ms p95', atMost: 20 },
  { issue: 5, job: 'achtererfgebied', figure: 'schuurtje onbekend, % van de woningen', atMost: 15 },
  ...['queen', 'zes', '250 m', '500 m'].map((naam) => ({
    issue: 7,
    job: 'gi-ster',
    figure: `van tellingen tot z, ${naam}, ms`,
    atMost: 1,
  })),
  ...['mijn-zaken', 'werkvoorraad'].flatMap((job) =>
    [1, 8].map((clients) => ({ issue: 6, job, figure: ratioName('p99', 'ruw', clients), atMost: 3 })),
  ),
  { issue: 7, job: 'incidenten', figure: 'inlezen, s', atMost: 30 },
  { issue: 7, job: 'tellingen', figure: 'thema en jaar, kB gz', atMost: 8 },
  { issue: 7, job: 'tellingen', figure: 'alle themas van een jaar, kB gz', atMost: 25 },
  { issue: 7, job: 'periode-slepen', figure: 'gemiste beelden, %', atMost: 0 },
  { issue: 7, job: 'periode-slepen', figure: 'vormen die de kaart opnieuw tekende', atMost: 0 },
];

export const isMet = ({ atLeast = Number.NEGATIVE_INFINITY, atMost = Number.POSITIVE_INFINITY }: Aim, value: number) =>
  value >= atLeast && value <= atMost;
