import { expect, test } from 'vitest';
import { catalogus } from '../../lagen/catalogus/index.ts';
import { aanbodVoor } from '../../ogc/domain/collecties.ts';
import { type CombinatieObject, combinatie } from '../contract.ts';
import { toCsv, toGeojson } from './bestand.ts';
import { toUitkomst } from './uitkomst.ts';
import { readVraag, type Vraag } from './vraag.ts';

const { collecties } = aanbodVoor(catalogus, ['iedereen']);
const lagen = new Map(catalogus.map((laag) => [laag.id, { laag, collectie: collecties.get(laag.id)! }]));
const { vraag } = readVraag(
  combinatie.parse({ toon: { laag: 'pand' }, voorwaarden: [{ laag: 'omstandigheid-hitte', relatie: 'overlapt' }] }),
  lagen,
  '2026-11-22',
) as { vraag: Vraag };

const object = (sleutel: string, titel: string, anders: Partial<CombinatieObject> = {}): CombinatieObject => ({
  sleutel,
  titel,
  uitkomst: 'ja',
  punt: { x: 180_000.5, y: 455_000 },
  geometrie: { type: 'Point', coordinates: [5.1, 52.1] },
  buurtCode: 'BU1',
  oppervlakteM2: 80.25,
  overlapM2: [40.5],
  eigenschappen: { bouwjaar: 1950, status: null, gebruiksdoelen: ['wonen', 'winkel'], hoogteM: 9.5 },
  ...anders,
});
const telling = { aantal: 1, onbekend: 0, oppervlakteM2: 80.25, overlapM2: [40.5] };
const uitkomst = toUitkomst(vraag, {
  objecten: [
    object('1', 'Pand "de Zon"; hoek'),
    object('2', '=HYPERLINK("x")', { uitkomst: 'onbekend', buurtCode: null }),
  ],
  tellingen: [
    { ...telling, buurtCode: 'BU1' },
    { aantal: 0, onbekend: 1, oppervlakteM2: null, overlapM2: [null], buurtCode: null },
  ],
  buurten: [
    { code: 'BU1', naam: 'Dorp', wijkCode: 'WK1' },
    { code: 'BU2', naam: 'Veld', wijkCode: 'WK1' },
  ],
  wijken: [
    { code: 'WK1', naam: 'Noord' },
    { code: 'WK2', naam: 'Zuid' },
  ],
  lagen: [
    { bronnen: [], zonderGegevens: ['BU2'] },
    { bronnen: [], zonderGegevens: [] },
  ],
});

test('buurten count together to wijken and to a total; none is left out, and not measured stays not measured', () => {
  expect(uitkomst.totaal).toEqual({ aantal: 1, onbekend: 1, oppervlakteM2: 80.25, overlapM2: [40.5] });
  expect(uitkomst.buiten).toMatchObject({ aantal: 0, onbekend: 1 });
  expect(uitkomst.buurten.map(({ naam, aantal, zonderGegevens }) => [naam, aantal, zonderGegevens])).toEqual([
    ['Dorp', 1, false],
    ['Veld', 0, true],
  ]);
  expect(uitkomst.wijken).toMatchObject([
    { naam: 'Noord', aantal: 1, oppervlakteM2: 80.25, zonderGegevens: true },
    { naam: 'Zuid', aantal: 0, oppervlakteM2: null, overlapM2: [null], zonderGegevens: false },
  ]);
  expect(uitkomst.lagen[0]?.zonderGegevens).toEqual(['Veld']);
  expect(uitkomst.meer).toBe(false);
});

test('the CSV opens in a Dutch spreadsheet and holds no formulas', () => {
  const csv = toCsv(vraag, uitkomst);
  expect(csv.charCodeAt(0)).toBe(0xfeff);
  expect(csv.slice(1).split('\r\n')).toEqual([
    'sleutel;naam;uitkomst;bouwjaar;status;gebruiksdoelen;hoogteM;buurt;wijk;oppervlakte_m2;waarvan_in_omstandigheid-hitte_m2;x_rd;y_rd',
    '1;"Pand ""de Zon""; hoek";ja;1950;;wonen, winkel;9,5;Dorp;Noord;80,25;40,5;180000,5;455000',
    `2;"'=HYPERLINK(""x"")";onbekend;1950;;wonen, winkel;9,5;;;80,25;40,5;180000,5;455000`,
    '',
  ]);
});

test('the GeoJSON says of each object whether it is known', () => {
  const geojson = JSON.parse(toGeojson(vraag, uitkomst, 'Toon panden.'));
  expect(geojson).toMatchObject({ type: 'FeatureCollection', vraag: 'Toon panden.' });
  expect(geojson.features[1]).toMatchObject({
    type: 'Feature',
    id: '2',
    geometry: { type: 'Point' },
    properties: { bouwjaar: 1950, uitkomst: 'onbekend', oppervlakteM2: 80.25 },
  });
});
