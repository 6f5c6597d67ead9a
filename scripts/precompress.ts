import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Plugin } from 'vite';

const asText = /\.(m?js|css|svg)$/;
const toBrotli = promisify(brotliCompress);
const toGzip = promisify(gzip);
/** One step more takes six times as long and saves a tenth. */
const brotliQuality = 9;

/** Puts every file with a hash in its name beside itself as .br and .gz, so that nobody waits for its compression. */
export function precompress(): Plugin {
  return {
    name: 'precompress',
    apply: 'build',
    async writeBundle({ dir = '' }, bundle) {
      await Promise.all(
        Object.values(bundle)
          .filter(({ fileName }) => fileName.startsWith('assets/') && asText.test(fileName))
          .map(async (file) => {
            const bytes = Buffer.from(file.type === 'chunk' ? file.code : file.source);
            const params = { [constants.BROTLI_PARAM_QUALITY]: brotliQuality };
            await writeFile(join(dir, `${file.fileName}.br`), await toBrotli(bytes, { params }));
            await writeFile(join(dir, `${file.fileName}.gz`), await toGzip(bytes, { level: 9 }));
          }),
      );
    },
  };
}
