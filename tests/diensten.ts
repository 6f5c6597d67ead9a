import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDiensten, type Diensten, type DienstenInstelling } from '../server/diensten.ts';

/** Of this test process; made when something is first put in it. */
export const proefmap = join(tmpdir(), `loket-proef-${process.pid}`);
process.on('exit', () => rmSync(proefmap, { recursive: true, force: true }));

/** Files and mail in a folder that goes when the test ends. */
export const proefDiensten = (anders: Partial<DienstenInstelling> = {}): Diensten =>
  createDiensten({
    bijlagen: join(proefmap, 'bijlagen'),
    emmer: null,
    virusscan: null,
    post: { smtp: null, map: join(proefmap, 'post'), van: 'Proefloket <loket@voorbeeld.example>' },
    zaaksystemen: [],
    ...anders,
  });
