import { spawn } from 'node:child_process';
import { cp } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { createInterface } from 'node:readline';
import { ImportFault } from './importer.ts';

export interface GdalFeature {
  properties: Readonly<Record<string, unknown>>;
  /** GeoJSON in RD metres (EPSG:28992), or null when the feature has none. */
  geometry: object | null;
}

export interface GdalVraag {
  /** Removed by whoever made it; the input is copied into it, because ogr2ogr writes beside its input. */
  tijdelijkeMap: string;
  /** Name of the layer; the first one when left out. */
  laag?: string;
  /** SQL in the dialect of the driver, instead of a layer. */
  sql?: string;
  /** CRS of the input, when the file does not tell (`EPSG:28992`). */
  crs?: string;
}

/** GDAL writes GeoJSON with one feature per line; its GeoJSONSeq would be the same but always in longitude and latitude. */
const featureStart = '{ "type": "Feature", ';

/** Arcs become lines with a point per degree: for a bend with a radius of 50 m they stay within 2 mm of the arc. */
const arcOptions = ['--config', 'OGR_ARC_STEPSIZE', '1'];

/**
 * Streams the features of any vector file that GDAL can read (GeoPackage, Shapefile, GML ...), in RD with all digits.
 *
 * @param path file on this machine
 * @throws ImportFault when GDAL is not installed, or cannot read the file
 */
export async function* readWithGdal(path: string, { tijdelijkeMap, laag, sql, crs }: GdalVraag) {
  const copy = join(tijdelijkeMap, basename(path));
  if (copy !== path) await cp(path, copy, { recursive: true, force: true });
  const lines = runOgr2ogr([
    ...arcOptions,
    ...['-f', 'GeoJSON', '/vsistdout/', copy],
    ...['-t_srs', 'EPSG:28992', '-lco', 'COORDINATE_PRECISION=9'],
    ...(crs ? ['-s_srs', crs] : []),
    ...(sql ? ['-sql', sql] : laag ? [laag] : []),
  ]);
  for await (const line of lines) {
    if (line.startsWith(featureStart)) yield JSON.parse(line.replace(/,$/, '')) as GdalFeature;
  }
}

async function* runOgr2ogr(args: readonly string[]): AsyncGenerator<string> {
  const child = spawn('ogr2ogr', args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let messages = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    messages = (messages + text).slice(-4_000);
  });
  const ended = new Promise<void>((done, fail) => {
    child.once('error', (error: NodeJS.ErrnoException) =>
      fail(
        error.code === 'ENOENT'
          ? new ImportFault('GDAL ontbreekt op deze machine. Installeer het met: apt-get install gdal-bin')
          : error,
      ),
    );
    child.once('close', (code, signal) => {
      if (code === 0) done();
      else fail(new ImportFault(`GDAL kan dit bestand niet lezen (${signal ?? messages.trim().split('\n').at(-1)}).`));
    });
  });
  ended.catch(() => {});
  try {
    yield* createInterface({ input: child.stdout, crlfDelay: Number.POSITIVE_INFINITY });
    await ended;
  } finally {
    child.kill();
  }
}
