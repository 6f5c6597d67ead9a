/** A coordinate reference system in which features are given and asked for. */
export interface Crs {
  uri: string;
  srid: number;
  /** The official order of the axes is north first. */
  noordEerst: boolean;
  inGraden: boolean;
  /** Decimals that keep a millimetre (RD, web) or a centimetre (degrees). */
  decimalen: number;
  naam: string;
  /**
   * [minX, minY, maxX, maxY], east first: around the Netherlands. Nothing of ours lies outside it, and inside it
   * coordinates can be transformed.
   */
  bereik: Box;
  /** The same, but so wide that an area of a filter may reach outside the Netherlands. */
  ruim: Box;
}

/** [minX, minY, maxX, maxY], east first. */
export type Box = readonly [number, number, number, number];

const epsg = (code: number) => `http://www.opengis.net/def/crs/EPSG/0/${code}`;
const graden = { inGraden: true, decimalen: 7, bereik: [2, 50, 8.5, 54.5], ruim: [-30, 30, 45, 75] } as const;

export const crs84: Crs = {
  ...graden,
  uri: 'http://www.opengis.net/def/crs/OGC/1.3/CRS84',
  srid: 4326,
  noordEerst: false,
  naam: 'WGS 84, lengtegraad en breedtegraad',
};

export const rdNew: Crs = {
  uri: epsg(28992),
  srid: 28992,
  noordEerst: false,
  inGraden: false,
  decimalen: 3,
  naam: 'Amersfoort / RD New, in meters',
  bereik: [-100_000, 200_000, 400_000, 750_000],
  ruim: [-3_000_000, -3_000_000, 3_000_000, 3_000_000],
};

/** Every system that can be asked for, the default first. */
export const crsLijst: readonly Crs[] = [
  crs84,
  rdNew,
  {
    uri: epsg(3857),
    srid: 3857,
    noordEerst: false,
    inGraden: false,
    decimalen: 3,
    naam: 'WGS 84 / Pseudo-Mercator, van webkaarten',
    bereik: [220_000, 6_400_000, 950_000, 7_300_000],
    ruim: [-3_400_000, 3_500_000, 5_100_000, 13_000_000],
  },
  { ...graden, uri: epsg(4258), srid: 4258, noordEerst: true, naam: 'ETRS89, breedtegraad en lengtegraad' },
  { ...graden, uri: epsg(4326), srid: 4326, noordEerst: true, naam: 'WGS 84, breedtegraad en lengtegraad' },
];

export const findCrs = (uri: string): Crs | undefined => crsLijst.find((crs) => crs.uri === uri);

/** The system of the storage of every collection. */
export const opslagCrs = rdNew;
