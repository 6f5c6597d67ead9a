import type { Router } from 'express';
import * as z from 'zod/mini';
import type { AppContext } from '../http/context.ts';
import { mount } from '../http/mount.ts';
import { invalidInput, notFound } from '../http/problem.ts';
import { catalogus, collecties } from './catalogus/index.ts';
import type { LaagDefinitie } from './catalogus/laag.ts';
import { type Laag, laag, leesLagen, leesLagenHier } from './contract.ts';
import { diepsteZoom } from './domain.ts';
import { hierMaximum, loadLagenHier, loadTegel, loadTegelStanden, type TegelStand } from './queries.ts';

const geheel = (naam: string) => z.string(naam).check(z.regex(/^\d{1,9}$/, `${naam} is geen heel getal van 0 of meer`));
const tegelPad = z.object({
  collectie: z.string(),
  z: geheel('z'),
  y: geheel('y'),
  x: geheel('x'),
});

export function mountLagen(router: Router, { db, vandaag, mountOptions }: AppContext): void {
  mount(router, leesLagen, mountOptions, async () => {
    const standen = new Map((await loadTegelStanden(db)).map((stand) => [stand.laag, stand]));
    return { lagen: catalogus.map((laag) => toLaag(laag, standen.get(laag.collectie))) };
  });

  mount(router, leesLagenHier, mountOptions, async ({ x, y, lagen }) => {
    const ids = [...new Set(lagen.split(',').filter((id) => id !== ''))];
    const gekozen = ids.map((id) => {
      const laag = catalogus.find((kandidaat) => kandidaat.id === id);
      if (!laag) throw invalidInput([{ veld: 'lagen', melding: `Er is geen laag "${id.slice(0, 100)}"` }]);
      return laag;
    });
    const rijen = new Map((await loadLagenHier(db, gekozen, { x, y }, vandaag())).map((rij) => [rij.id, rij.objecten]));
    return {
      lagen: gekozen.map(({ id, naam }) => {
        const objecten = rijen.get(id) ?? [];
        return { id, naam, objecten: objecten.slice(0, hierMaximum), meer: objecten.length > hierMaximum };
      }),
    };
  });

  /**
   * A tile as OGC API Tiles serves it: z / row / column, bytes that were made before. With the version of the tile set
   * in the query the browser may keep it; without, it asks again after a minute.
   */
  router.get('/ogc/v1/collections/:collectie/tiles/WebMercatorQuad/:z/:y/:x', async (request, response) => {
    const pad = tegelPad.safeParse(request.params);
    if (!pad.success) {
      throw invalidInput(pad.error.issues.map(({ path, message }) => ({ veld: path.join('.'), melding: message })));
    }
    const { collectie } = pad.data;
    if (!collecties.has(collectie)) throw notFound(`Er is geen kaartlaag "${collectie.slice(0, 100)}".`);
    const plaats = { z: Number(pad.data.z), x: Number(pad.data.x), y: Number(pad.data.y) };
    const breedte = 2 ** plaats.z;
    if (plaats.z > diepsteZoom || plaats.x >= breedte || plaats.y >= breedte) {
      throw notFound(
        `Tegels zijn er van zoom 0 tot en met ${diepsteZoom}, en rij en kolom lopen tot 2 tot de macht zoom.`,
      );
    }
    const tegel = await loadTegel(db, collectie, plaats);
    const blijvend = typeof request.query.v === 'string' && tegel !== null;
    response.set('Cache-Control', blijvend ? 'public, max-age=31536000, immutable' : 'public, max-age=60');
    if (!tegel) {
      response.status(204).end();
      return;
    }
    response.set({ ETag: tegel.etag, 'Content-Encoding': 'gzip', Vary: 'Accept-Encoding' });
    response.type('application/vnd.mapbox-vector-tile');
    if (request.fresh) {
      response.status(304).end();
      return;
    }
    response.send(tegel.inhoud);
  });
}

/** What the browser is told about a layer: without the SQL, with where its tiles are and in what state. */
function toLaag(definitie: LaagDefinitie, stand: TegelStand | undefined): Laag {
  const gemaakt = stand?.gemaakt_op ?? null;
  const versie = gemaakt ? `?v=${new Date(gemaakt).getTime().toString(36)}` : '';
  // the contract keeps what it names and drops the rest, also of what the definition gets later
  return laag.parse({
    ...definitie,
    stand: gemaakt === null ? 'wordt-gemaakt' : stand?.gevuld ? 'gereed' : 'leeg',
    tegels: `/ogc/v1/collections/${definitie.collectie}/tiles/WebMercatorQuad/{z}/{y}/{x}${versie}`,
  });
}
