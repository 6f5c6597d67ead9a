import type { Knex } from 'knex';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connect } from '../../db/connect.ts';
import { modelgemeente } from '../../scripts/import/modelgemeente.ts';
import { runImport } from '../../scripts/import/runner.ts';
import type { RdPunt } from '../../server/geo/rd.ts';
import { isStoring } from '../../server/kaart/contract.ts';
import type { Uittreksel, UittrekselInhoud } from '../../server/rapport/contract.ts';
import { maakUittrekselStuk } from '../../server/rapport/domain/uittreksel/stuk.ts';
import { canonicalJson, sha256 } from '../../server/rapport/hash.ts';
import { maakPdf } from '../../server/rapport/pdf/document.ts';
import { loadInhoud } from '../../server/rapport/uittreksel.ts';
import { freshOnServer } from '../database.ts';
import { readPdf, telLosseInkt } from '../pdf.ts';
import { vindVerschillen } from '../uittreksel.ts';

/** The extracts of a small Modelgemeente on a server; what engines differ in is tested with the endpoints. */

const peildatum = '2026-11-20';
let db: Knex;
let remove: () => Promise<void>;

const importModelgemeente = () =>
  runImport(db, modelgemeente, 'modelgemeente', { opties: { inwoners: '5000', peildatum } });

beforeAll(async () => {
  const fresh = await freshOnServer();
  remove = fresh.remove;
  db = connect(fresh.engine, { statementTimeoutMs: 0 });
  await importModelgemeente();
  await db.raw('ANALYZE');
}, 300_000);

afterAll(async () => {
  await db?.destroy();
  await remove?.();
});

/** Places on percelen, spread over the whole gemeente. */
async function kiesPunten(aantal: number): Promise<RdPunt[]> {
  const { rows } = await db.raw(
    `SELECT ST_X(p) AS x, ST_Y(p) AS y
     FROM (SELECT ST_PointOnSurface(geom) AS p, row_number() OVER (ORDER BY md5(identificatie)) AS nr FROM perceel) t
     WHERE nr <= ?`,
    [aantal],
  );
  return rows.map(({ x, y }: RdPunt) => ({ x: Math.round(x * 100) / 100, y: Math.round(y * 100) / 100 }));
}

async function load(punt: RdPunt, straalM: number): Promise<UittrekselInhoud> {
  const fouten: unknown[] = [];
  const inhoud = await loadInhoud(db, { punt, datum: peildatum, straalM }, (sectie, fout) =>
    fouten.push([sectie, fout]),
  );
  expect(fouten).toEqual([]);
  return inhoud;
}

const alsUittreksel = (inhoud: UittrekselInhoud): Uittreksel => ({
  id: '0f0e7c1e-9b1a-4b2e-8f3a-1a2b3c4d5e6f',
  hash: sha256(canonicalJson(inhoud)),
  hashKlopt: true,
  gemaaktOp: '2026-11-22T10:00:00.000Z',
  bewaardTot: '2031-12-31',
  json: '/api/v1/uittreksels/0f0e7c1e-9b1a-4b2e-8f3a-1a2b3c4d5e6f',
  pdf: '',
  schema: '',
  inhoud,
});

const alsStuk = (inhoud: UittrekselInhoud) => maakUittrekselStuk(alsUittreksel(inhoud));

const lees = async (inhoud: UittrekselInhoud) => readPdf(await maakPdf(alsStuk(inhoud)));

test('the PDF of 200 percelen says what their JSON says', async () => {
  const punten = await kiesPunten(200);
  expect(punten).toHaveLength(200);
  const verschillen: string[] = [];
  const gezien = { activiteiten: 0, normen: 0, besluiten: 0, vlakken: 0, onbekend: 0 };
  // the first with all besluiten that the card shows; the rest with their nearest besluiten, for the time it takes
  const laad = async (i: number) => {
    const punt = punten[i];
    return punt ? load(punt, i === 0 ? 500 : 25) : null;
  };
  let volgende = laad(0);
  for (const [i, punt] of punten.entries()) {
    const inhoud = (await volgende) as UittrekselInhoud;
    volgende = laad(i + 1);
    verschillen.push(
      ...vindVerschillen(inhoud, await lees(inhoud)).map((verschil) => `${punt.x},${punt.y}: ${verschil}`),
    );
    if (isStoring(inhoud.regels) || isStoring(inhoud.besluiten) || isStoring(inhoud.omstandigheden)) continue;
    gezien.activiteiten += inhoud.regels.activiteiten.length;
    gezien.normen += inhoud.regels.normen.length;
    gezien.besluiten += inhoud.besluiten.besluiten.length;
    gezien.vlakken += inhoud.omstandigheden.themas.flatMap(({ vlakken }) => vlakken).length;
    gezien.onbekend += inhoud.ontbreekt.length;
  }
  expect(verschillen).toEqual([]);
  for (const [wat, aantal] of Object.entries(gezien)) expect(aantal, wat).toBeGreaterThan(100);
}, 600_000);

/** An extract in which every list has something. */
async function volleInhoud(): Promise<UittrekselInhoud> {
  for (const punt of await kiesPunten(60)) {
    const inhoud = await load(punt, 60);
    const { locatie, regels, besluiten } = inhoud;
    if (isStoring(regels) || isStoring(besluiten)) continue;
    const lijsten = [locatie.adressen, locatie.panden, regels.normen, regels.gebiedsaanwijzingen, regels.overig];
    if ([...lijsten, besluiten.besluiten].every(({ length }) => length > 0)) return inhoud;
  }
  throw new Error('No perceel has everything');
}

// biome-ignore lint/suspicious/noExplicitAny: a mutation reaches anywhere into the content
type Mutatie = (inhoud: any) => void;

test('a PDF that leaves something out or changes it is found out', async () => {
  const inhoud = await volleInhoud();
  expect(vindVerschillen(inhoud, await lees(inhoud))).toEqual([]);
  const mutaties: Record<string, Mutatie> = {
    'an adres less': ({ locatie }) => locatie.adressen.pop(),
    'a pand less': ({ locatie }) => locatie.panden.shift(),
    'another grootte': ({ locatie }) => {
      locatie.perceel.oppervlakteM2 += 1;
    },
    'a regeling less': ({ regels }) => regels.regelingen.pop(),
    'an aanduiding less': ({ regels }) => regels.activiteiten[3].aanduidingen.pop(),
    'another kwalificatie': ({ regels }) => {
      const [aanduiding] = regels.activiteiten[2].aanduidingen;
      aanduiding.kwalificatie = aanduiding.kwalificatie === 'verbod' ? 'toegestaan' : 'verbod';
    },
    'another artikel': ({ regels }) => {
      regels.activiteiten[1].aanduidingen[0].artikel = 'Artikel 99.9';
    },
    'two activiteiten that change places': ({ regels }) => {
      [regels.activiteiten[0], regels.activiteiten[1]] = [regels.activiteiten[1], regels.activiteiten[0]];
    },
    'another normwaarde': ({ regels }) => {
      regels.normen[0].waarden[0].kwalitatief = 'iets anders';
      regels.normen[0].waarden[0].kwantitatief = '12345.5';
    },
    'a gebied less': ({ regels }) => regels.gebiedsaanwijzingen.shift(),
    'another rule less': ({ regels }) => regels.overig.shift(),
    'another outcome': ({ omstandigheden }) => {
      const thema = omstandigheden.themas[4];
      thema.uitkomst = thema.uitkomst === 'onbekend' ? 'geldt-niet' : 'onbekend';
    },
    'a thema less': ({ omstandigheden }) => omstandigheden.themas.splice(2, 1),
    'a besluit less': ({ besluiten }) => besluiten.besluiten.pop(),
    'another day': ({ besluiten }) => {
      besluiten.besluiten[0].gepubliceerd = '2001-01-01';
    },
    'something missing not told': ({ ontbreekt }) => ontbreekt.pop(),
    'all rules failed': (heel) => {
      heel.regels = { type: 'urn:omgevingsloket:bron-niet-bereikbaar', title: '', status: 503, detail: '' };
    },
  };
  for (const [naam, muteer] of Object.entries(mutaties)) {
    const anders = structuredClone(inhoud);
    muteer(anders);
    expect(vindVerschillen(inhoud, await lees(anders)), naam).not.toEqual([]);
  }
}, 300_000);

test('the PDF is tagged, in Dutch, with a title, bookmarks and a described map', async () => {
  const inhoud = await load((await kiesPunten(1))[0] as RdPunt, 25);
  const pdf = await lees(inhoud);
  expect(pdf).toMatchObject({
    taal: 'nl-NL',
    titel: expect.stringMatching(/^Uittreksel van .+, 20 november 2026$/),
    fouten: [],
  });
  expect(telLosseInkt(await maakPdf(alsStuk(inhoud)))).toBe(0);
  expect(pdf.figuren).toEqual([expect.stringContaining('schaal 1:')]);
  expect(pdf.bladwijzers).toEqual(
    expect.arrayContaining(['Wat wij niet weten', 'Wat er ligt', 'Regels', 'Omstandigheden', 'Besluiten', 'Bronnen']),
  );
  const niveaus = pdf.hoofdstukken.map(({ niveau }) => niveau);
  expect(niveaus[0]).toBe(1);
  for (const [i, niveau] of niveaus.entries()) expect(niveau - (niveaus[i - 1] ?? 0)).toBeLessThanOrEqual(1);
});

test('the same extract gives the same PDF', async () => {
  const inhoud = await load((await kiesPunten(1))[0] as RdPunt, 25);
  const [een, twee] = await Promise.all([maakPdf(alsStuk(inhoud)), maakPdf(alsStuk(inhoud))]);
  expect(een.equals(twee)).toBe(true);
});

test('a section that failed is in the PDF as failed, at the front and in its own place', async () => {
  const inhoud = await load((await kiesPunten(1))[0] as RdPunt, 25);
  const storing = { type: 'urn:omgevingsloket:bron-niet-bereikbaar', title: 'x', status: 503, detail: 'x' };
  const pdf = await lees({ ...inhoud, regels: storing, kaartbeeld: storing });
  const [begin] = pdf.hoofdstukken;
  expect(begin?.alineas.join(' ')).toMatch(/onvolledig.*de regels, het kaartbeeld/);
  expect(pdf.hoofdstukken.find(({ kop }) => kop === 'Regels')?.alineas.join(' ')).toMatch(
    /weten we niet.*geen antwoord/i,
  );
  expect(pdf.figuren).toEqual([]);
});

test('the same data gives the same hash after it was imported again under other numbers', async () => {
  const punten = await kiesPunten(12);
  const hashes = () => Promise.all(punten.map(async (punt) => sha256(canonicalJson(await load(punt, 100)))));
  const voor = await hashes();
  const nummers = () => db('regeling').min('id as laagste').first();
  const eerst = await nummers();
  await importModelgemeente();
  expect(await nummers()).not.toEqual(eerst);
  expect(await hashes()).toEqual(voor);
  expect(new Set(voor).size).toBe(punten.length);
}, 300_000);
