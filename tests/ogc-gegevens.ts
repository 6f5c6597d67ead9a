import type { Knex } from 'knex';
import themas from '../data/omstandigheden/themas.json' with { type: 'json' };
import { catalogus } from '../server/lagen/catalogus/index.ts';
import { markeerLagenVerouderd } from '../server/lagen/queries.ts';
import { omgekeerdeLagen } from '../server/vergunningcheck/omgekeerd/domain.ts';

/** A square in RD metres as WKT; `gat` leaves out a smaller one in its middle. */
const vierkant = (x: number, y: number, zijde: number, gat = 0) => {
  const ring = (dx: number, z: number) =>
    `(${x + dx} ${y + dx}, ${x + dx + z} ${y + dx}, ${x + dx + z} ${y + dx + z}, ${x + dx} ${y + dx + z}, ${x + dx} ${y + dx})`;
  return gat ? `(${ring(0, zijde)}, ${ring((zijde - gat) / 2, gat)})` : `(${ring(0, zijde)})`;
};

/** How many panden `vulGegevens` makes. */
export const aantalPanden = 137;

/** Fills every collection with something: all of it invented, in and around one square kilometre of gm9999. */
export async function vulGegevens(db: Knex): Promise<void> {
  const [x, y] = [180_000, 455_000];
  const bron = 'proef';
  await db.raw(
    `INSERT INTO bron (id, soort, naam, licentie, gemeente_code, peildatum) VALUES (?, 'proef', 'Proefgegevens', 'CC0', 'gm9999', '2026-01-01')`,
    [bron],
  );
  const insert = (tabel: string, rijen: Record<string, unknown>[]) =>
    db(tabel).insert(
      rijen.map(({ wkt, ...rij }) => ({ ...rij, geom: db.raw(`ST_GeomFromText(?, 28992)`, [wkt as string]) })),
    );
  const multi = (...delen: string[]) => `MULTIPOLYGON(${delen.join(', ')})`;

  await insert('gemeente', [
    { code: 'gm9999', naam: 'Modelgemeente', bron_id: bron, wkt: multi(vierkant(x, y, 1_000)) },
    { code: 'gm9998', naam: 'Buurgemeente', bron_id: bron, wkt: multi(vierkant(x + 1_000, y, 1_000)) },
  ]);
  await insert('wijk', [
    {
      code: 'WK999901',
      naam: 'Dorp',
      gemeente_code: 'gm9999',
      inwoners: 1_200,
      bron_id: bron,
      wkt: multi(vierkant(x, y, 500)),
    },
  ]);
  await insert('buurt', [
    {
      code: 'BU99990101',
      naam: "'s-Gravenhof",
      wijk_code: 'WK999901',
      gemeente_code: 'gm9999',
      bron_id: bron,
      wkt: multi(vierkant(x, y, 250)),
    },
  ]);
  await db.raw(
    `INSERT INTO zoek_item (soort, ref, naam, zoek, gewicht, punt) VALUES ('woonplaats', '9999', 'Modeldorp', 'modeldorp', 1, ST_SetSRID(ST_MakePoint(?, ?), 28992))`,
    [x + 100, y + 100],
  );
  await insert(
    'perceel',
    Array.from({ length: 9 }, (_, i) => ({
      identificatie: `8490000000${i}`,
      kadastrale_aanduiding: `MDL00 A ${i + 1}`,
      kadastrale_gemeente: 'MDL00',
      sectie: 'A',
      perceelnummer: i + 1,
      grootte_m2: i === 0 ? null : 100.5 + i,
      bron_id: bron,
      wkt: multi(vierkant(x + 20 * i, y, 20, i % 2 ? 5 : 0)),
    })),
  );
  await insert(
    'pand',
    Array.from({ length: aantalPanden }, (_, i) => ({
      identificatie: `9999100000000${String(i).padStart(3, '0')}`,
      bouwjaar: i % 10 === 0 ? null : 1_900 + i,
      status: i % 2 ? 'Pand in gebruik' : 'Pand in gebruik (niet ingemeten)',
      gebruiksdoelen: i % 3 ? ['woonfunctie'] : ['woonfunctie', 'winkelfunctie'],
      bron_id: bron,
      wkt: multi(vierkant(x + 6.125 * i, y + 300, 5)),
    })),
  );
  await insert('adres', [
    {
      identificatie: '9999200000000001',
      weergave: 'Café-plein 1, 9999 AA Modeldorp',
      straat: 'Café-plein',
      huisnummer: 1,
      postcode: '9999AA',
      woonplaats: 'Modeldorp',
      bron_id: bron,
      wkt: `POINT(${x + 3} ${y + 302})`,
    },
    {
      identificatie: '9999200000000002',
      weergave: 'Dorpsstraat 2a, 9999 AB Modeldorp',
      straat: 'Dorpsstraat',
      huisnummer: 2,
      huisletter: 'a',
      oppervlakte_m2: 90,
      gebruiksdoelen: ['woonfunctie'],
      bron_id: bron,
      wkt: `POINT(${x + 9} ${y + 302})`,
    },
  ]);
  const bgt = (soort: string, wkt: string, meer: Record<string, unknown> = {}) => ({
    identificatie: `bgt-${soort}`,
    soort,
    functie: null,
    voorkomen: null,
    naam: null,
    hoek: null,
    relatieve_hoogte: 0,
    bron_id: bron,
    wkt,
    ...meer,
  });
  await insert('bgt_object', [
    bgt('begroeidterreindeel', `POLYGON${vierkant(x, y + 600, 40)}`, { voorkomen: 'loofbos' }),
    bgt('waterdeel', `POLYGON${vierkant(x + 50, y + 600, 40, 10)}`, { functie: 'waterloop', naam: 'Modelbeek' }),
    bgt('wegdeel', `POLYGON${vierkant(x + 100, y + 600, 40)}`, { functie: 'rijbaan lokale weg', relatieve_hoogte: 1 }),
    bgt('spoor', `LINESTRING(${x} ${y + 700}, ${x + 500} ${y + 701})`, { functie: 'trein' }),
    bgt('overigbouwwerk', `POLYGON${vierkant(x + 150, y + 600, 4)}`, { functie: 'open loods' }),
    bgt('openbareruimtelabel', `POINT(${x + 120} ${y + 620})`, { naam: 'Dorpsstraat', hoek: 45.5 }),
  ]);
  await insert('besluit', [
    besluit('gmb-2026-1', 'kap', 'Kap van een eik', '2026-01-10', `POINT(${x + 10} ${y + 10})`),
    besluit('gmb-2026-2', 'bouwen', "Dakkapel in 't Dorp", '2026-02-01', `POLYGON${vierkant(x, y, 20)}`, 'perceel'),
    besluit('gmb 2026/3?&', 'plan', 'Wijziging omgevingsplan', '2026-03-01', multi(vierkant(x, y, 1_000)), 'gemeente'),
  ]);
  function besluit(
    identificatie: string,
    onderwerp: string,
    titel: string,
    gepubliceerd: string,
    wkt: string,
    plaats_soort = 'punt',
  ) {
    return {
      identificatie,
      soort: 'verleend',
      onderwerp,
      titel,
      gepubliceerd,
      bevoegd_gezag: 'Modelgemeente',
      plaats_soort,
      bron_id: bron,
      wkt,
    };
  }
  await db.raw(
    `INSERT INTO regeling (id, identificatie, soort, opschrift, bestuurslaag, bevoegd_gezag_code, bevoegd_gezag, geldig_vanaf, geldig_tot, bron_id) VALUES
       (1, '/akn/nl/act/gm9999/2024/omgevingsplan', 'omgevingsplan', 'Omgevingsplan', 'gemeente', 'gm9999', 'Modelgemeente', '2024-01-01', NULL, ?),
       (2, '/akn/nl/act/gm9999/2030/omgevingsplan', 'omgevingsplan', 'Omgevingsplan later', 'gemeente', 'gm9999', 'Modelgemeente', '2030-01-01', NULL, ?)`,
    [bron, bron],
  );
  const typen = catalogus.flatMap(({ id, objecten }) =>
    id.startsWith('regels-') ? [String(objecten.bindings[0])] : [],
  );
  for (const [i, type] of typen.entries()) {
    for (const regeling of [1, 2]) {
      const id = 10 * (i + 1) + regeling;
      await db.raw(
        `INSERT INTO locatie (id, regeling_id, identificatie, soort, noemer, geom) VALUES (?, ?, ?, 'gebied', 'Gebied', ST_GeomFromText(?, 28992))`,
        [id, regeling, `locatie.${id}`, `POLYGON${vierkant(x + 10 * i, y + 10 * regeling, 200)}`],
      );
      await db.raw(
        `INSERT INTO gebiedsaanwijzing (id, regeling_id, identificatie, type, naam, groep) VALUES (?, ?, ?, ?, ?, 'wonen')`,
        [id, regeling, `aanwijzing.${id}`, type, `Aanwijzing ${type}`],
      );
      await db.raw(`INSERT INTO gebiedsaanwijzing_locatie (gebiedsaanwijzing_id, locatie_id) VALUES (?, ?)`, [id, id]);
    }
  }
  for (const [i, { key }] of themas.themas.entries()) {
    await db.raw(
      `INSERT INTO omstandigheid (id, thema, omschrijving, waarde, eenheid, geom, bron_id) VALUES (?, ?, 'Proef', 55.5, 'dB', ST_GeomFromText(?, 28992), ?)`,
      [i + 1, key, `POLYGON${vierkant(x + 7 * i, y + 400, 100)}`, bron],
    );
    await db.raw(`INSERT INTO omstandigheid_dekking (thema, geom, bron_id) VALUES (?, ST_GeomFromText(?, 28992), ?)`, [
      key,
      multi(vierkant(x, y + 300, 700)),
      bron,
    ]);
  }
  await db('vergunningkaart').insert({ gemeente_code: 'gm9999', vingerafdruk: 'proef', gemaakt_op: '2026-01-31' });
  await insert(
    'vergunningkaart_vlak',
    omgekeerdeLagen.map(({ werkzaamheid }) => ({
      gemeente_code: 'gm9999',
      werkzaamheid,
      uitkomst: 'VERGUNNING',
      percelen: 9,
      oppervlakte_m2: 250_000,
      wkt: multi(vierkant(x, y, 500)),
    })),
  );
  await markeerLagenVerouderd(db, [...new Set(catalogus.flatMap(({ tabellen }) => tabellen))]);
}
