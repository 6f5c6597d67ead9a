import { adresPlaatsen } from '../places.ts';
import { requestJob } from '../request-job.ts';

const items = '/ogc/v1/collections/perceel/items';
const rd = encodeURIComponent('http://www.opengis.net/def/crs/EPSG/0/28992');
/** Half the side of a box with some 260 percelen of a town, in metres. */
const half = 150;

export const bbox = requestJob({
  name: 'bbox',
  uitleg: 'de percelen in een vak van 300 bij 300 meter, als GeoJSON',
  vragen: async (db, count) =>
    (await adresPlaatsen(db, count)).map(({ x, y }) => ({
      method: 'GET',
      path: `${items}?bbox=${[x - half, y - half, x + half, y + half].map((n) => n.toFixed(2)).join(',')}&bbox-crs=${rd}&limit=1000&f=json`,
    })),
});

export const feature = requestJob({
  name: 'object',
  uitleg: 'één perceel als GeoJSON',
  vragen: async (db, count) => {
    const { rows } = await db.raw<{ rows: { identificatie: string }[] }>(
      'SELECT identificatie FROM perceel ORDER BY md5(identificatie) LIMIT ?',
      [count],
    );
    return rows.map(({ identificatie }) => ({
      method: 'GET',
      path: `${items}/${encodeURIComponent(identificatie)}?f=json`,
    }));
  },
});
