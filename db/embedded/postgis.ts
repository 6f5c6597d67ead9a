import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { Extension } from '@electric-sql/pglite';
import { postgis as whole } from '@electric-sql/pglite-postgis';

/** PostGIS itself, its projections, and the statements that create it. */
const used =
  /^(lib\/postgresql\/postgis-|share\/proj\/|share\/postgresql\/extension\/postgis(\.control|--[\d.]+\.sql)$)/;

/**
 * PostGIS for the embedded engine, without raster, topology, geocoder and the upgrades from older versions.
 *
 * The engine unpacks and links all that is in the package each time it opens; without what nobody uses that takes two
 * thirds of the time and 300 MB less.
 */
export const postgis: Extension = {
  name: whole.name,
  async setup(pglite, options) {
    const extension = await whole.setup(pglite, options);
    return extension.bundlePath ? { ...extension, bundlePath: leanBundle(extension.bundlePath) } : extension;
  },
};

/** The used part of a package, made once and kept beside it; the whole, where it cannot be kept. */
function leanBundle(bundle: URL): URL {
  const lean = new URL('./postgis.used.tar.gz', bundle);
  if (existsSync(lean)) return lean;
  // under its own name only when it is complete: others may open at the same time
  const half = new URL(`./postgis.used.${process.pid}-${Math.random()}`, bundle);
  try {
    writeFileSync(half, gzipSync(selectFiles(gunzipSync(readFileSync(bundle)), used), { level: 1 }));
    renameSync(half, lean);
    return lean;
  } catch {
    rmSync(half, { force: true });
    return bundle;
  }
}

const block = 512;

/** A tar archive with only the files of which the path matches (ustar: a header of one block, then whole blocks). */
function selectFiles(tar: Buffer, path: RegExp): Buffer {
  const parts: Buffer[] = [];
  let end = 0;
  for (let start = 0; start + block <= tar.length && tar[start] !== 0; start = end) {
    const name = tar.toString('latin1', start, start + 100).replace(/\0.*/s, '');
    const size = Number.parseInt(tar.toString('latin1', start + 124, start + 136), 8);
    end = start + block * (1 + Math.ceil(size / block));
    if (path.test(name)) parts.push(tar.subarray(start, end));
  }
  return Buffer.concat([...parts, Buffer.alloc(2 * block)]);
}
