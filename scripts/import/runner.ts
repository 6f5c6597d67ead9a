import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Knex } from 'knex';
import knexPostgis from 'knex-postgis';
import { EmbeddedDialect } from '../../db/embedded/dialect.ts';
import { rebuildZoekItems, zoekTabellen } from '../../server/locatie/zoeken/queries.ts';
import { dekkingOf } from './dekking.ts';
import { noteGetekend } from './getekend.ts';
import {
  type Gemeente,
  type GemeenteZoek,
  type ImportContext,
  type Importer,
  ImportFault,
  type Levering,
} from './importer.ts';
import { Sleutels } from './sleutels.ts';
import { insertStaged, prepareStage, type Staged, stageTabel } from './stage.ts';
import { noemerTabellen, vulCelNoemers } from './veiligheid/noemers.ts';
import { laadMaanden, laadRuimte } from './veiligheid/ruimte.ts';
import { Afkeuringen, type BronVerslag, Geteld, getal, type ImportVerslag } from './verslag.ts';

export interface ImportVraag {
  opties?: Readonly<Record<string, string>>;
  /** Told what is being done, at each step. */
  toon?: (stap: string) => void;
}

/**
 * Runs one importer and replaces what stood under the ids of its bronnen.
 *
 * Everything happens in one transaction over temporary tables: whoever looks meanwhile sees the old data, and an
 * import that fails or is killed leaves nothing behind. Imports wait for each other just before the swap.
 *
 * @param db with all migrations done
 * @throws ImportFault when the delivery cannot be read or holds no usable row; the database is then unchanged
 */
export async function runImport(
  db: Knex,
  importer: Importer,
  pad: string,
  { opties = {}, toon = () => {} }: ImportVraag = {},
): Promise<ImportVerslag> {
  const begin = Date.now();
  const tijdelijkeMap = makeTemporaryFolder();
  const afkeuringen = new Afkeuringen();
  const weggelaten = new Geteld();
  const opmerkingen = new Geteld();
  const sleutels = new Sleutels(db);
  const daarna: ((trx: Knex.Transaction) => Promise<void>)[] = [];
  const voortgang = toon;
  voortgang('levering openen');
  const context: ImportContext = {
    opties,
    tijdelijkeMap,
    voortgang,
    daarna: (werk) => daarna.push(werk),
    keurAf: (bronId, reden, voorbeeld) => afkeuringen.add(bronId, { reden, aantal: 1, voorbeelden: [voorbeeld ?? ''] }),
    laatWeg: (bronId, reden) => weggelaten.tel(bronId, reden),
    merkOp: (bronId, opmerking) => opmerkingen.tel(bronId, opmerking),
    nieuweSleutel: () => sleutels.next(),
    findGemeente: (zoek) => findGemeente(db, zoek),
    laadRuimte: (gemeenteCode) => laadRuimte(db, gemeenteCode),
    laadMaanden: (vraag) => laadMaanden(db, vraag),
  };
  try {
    checkOpties(importer, opties);
    const leveringen = await importer.open(pad, context);
    const bronnen = await db.transaction(async (trx) => {
      if (db.client instanceof EmbeddedDialect) sleutels.db = trx;
      await trx.raw('SET LOCAL statement_timeout = 0; SET LOCAL idle_in_transaction_session_timeout = 0');
      return swap(trx, importer, leveringen, afkeuringen, voortgang);
    });
    voortgang('tabellen opruimen');
    await cleanUp(db, importer.tabellen).catch((error) => toon(`Tabellen opruimen lukte niet: ${error.message}`));
    for (const werk of daarna) await db.transaction(werk);
    for (const bron of bronnen) {
      bron.weggelaten = weggelaten.of(bron.id);
      bron.opmerkingen = opmerkingen.of(bron.id);
    }
    return { bronnen, seconden: (Date.now() - begin) / 1000 };
  } finally {
    rmSync(tijdelijkeMap, { recursive: true, force: true });
  }
}

function checkOpties(importer: Importer, opties: Readonly<Record<string, string>>): void {
  const known = Object.keys(importer.opties ?? {});
  for (const optie of Object.keys(opties)) {
    if (known.includes(optie)) continue;
    const keuze = known.length
      ? `Kies uit ${known.map((naam) => `--${naam}`).join(', ')}.`
      : 'Deze bron heeft er geen.';
    throw new ImportFault(`De optie --${optie} bestaat niet voor ${importer.naam}. ${keuze}`);
  }
}

async function swap(
  trx: Knex.Transaction,
  importer: Importer,
  leveringen: Levering[],
  afkeuringen: Afkeuringen,
  voortgang: (tekst: string) => void,
): Promise<BronVerslag[]> {
  const ids = leveringen.map(({ bron }) => bron.id);
  if (leveringen.length === 0) throw new ImportFault('De levering is leeg. De oude gegevens blijven staan.');
  if (new Set(ids).size < ids.length) throw new Error(`A delivery repeats a bron: ${ids.join(', ')}`);

  await prepareStage(trx);
  const staged = new Map<Levering, Staged[]>();
  for (const levering of leveringen) {
    const tabellen: Staged[] = [];
    for (const tabel of levering.tabellen) {
      if (!importer.tabellen.includes(tabel.table)) throw new Error(`${importer.naam} does not list ${tabel.table}`);
      tabellen.push(await stageTabel(trx, levering.bron.id, tabel, voortgang));
    }
    staged.set(levering, tabellen);
  }

  voortgang('wachten op een andere import');
  await trx.raw(`SELECT pg_advisory_xact_lock(hashtext('omgevingsloket import'))`);
  voortgang('oude gegevens vervangen');
  const idsMet = (tabellen: ReadonlySet<string>) =>
    leveringen.flatMap((levering) =>
      levering.tabellen.some(({ table }) => tabellen.has(table)) ? [levering.bron.id] : [],
    );
  const zoek = { ids: idsMet(zoekTabellen), before: await findGemeentenVan(trx, idsMet(zoekTabellen)) };
  const noemers = { ids: idsMet(noemerTabellen), before: await findGemeentenVan(trx, idsMet(noemerTabellen)) };
  const getekend = await noteGetekend(trx, importer.tabellen);
  await trx('bron').whereIn('id', ids).delete();

  const verslagen: BronVerslag[] = [];
  for (const [levering, tabellen] of staged) {
    const { bron } = levering;
    await insertBron(trx, levering);
    const verslag: BronVerslag = {
      id: bron.id,
      naam: bron.naam,
      peildatum: bron.peildatum,
      aantallen: {},
      hersteld: 0,
      afgekeurd: [],
      weggelaten: {},
      opmerkingen: {},
    };
    for (const tabel of tabellen) {
      voortgang(`${tabel.target} vullen`);
      const inserted = await insertStaged(trx, tabel);
      verslag.aantallen[tabel.target] = (verslag.aantallen[tabel.target] ?? 0) + inserted.aantal;
      verslag.hersteld += inserted.hersteld;
      for (const afkeuring of inserted.afgekeurd) afkeuringen.add(bron.id, afkeuring);
    }
    verslag.afgekeurd = afkeuringen.of(bron.id);
    if (Object.values(verslag.aantallen).every((aantal) => aantal === 0)) {
      const redenen = verslag.afgekeurd.map(({ reden, aantal }) => `${reden} (${getal(aantal)})`).join('; ');
      throw new ImportFault(
        `In ${bron.naam} staat geen enkele bruikbare rij${redenen ? `: ${redenen}` : ''}. De oude gegevens blijven staan.`,
      );
    }
    voortgang('dekking bepalen');
    await trx('bron')
      .where({ id: bron.id })
      .update({
        aantallen: JSON.stringify(verslag.aantallen),
        afgekeurd: JSON.stringify(Object.fromEntries(verslag.afgekeurd.map(({ reden, aantal }) => [reden, aantal]))),
        dekking: await dekkingOf(trx, levering, tabellen),
      });
    verslagen.push(verslag);
  }

  voortgang('afgeleide tabellen vullen');
  await fillDelen(trx, importer.tabellen, ids);
  await fillGemeenteCode(trx, importer.tabellen);
  await rebuildZoekItems(trx, importer.tabellen, await findGeraakt(trx, zoek));
  await vulCelNoemers(trx, importer.tabellen, await findGeraakt(trx, noemers));
  voortgang('bepalen wat op de kaart verandert');
  await getekend.markeer();
  return verslagen;
}

/** The gemeenten in which rows of these bronnen lie, as far as they can be found by name; null: one does not say. */
async function findGemeentenVan(trx: Knex.Transaction, bronIds: string[]): Promise<(string | null)[]> {
  const { rows } = await trx.raw<{ rows: { code: string | null }[] }>(
    `SELECT gemeente_code AS code FROM bron WHERE id = ANY(:bronIds)
     UNION
     SELECT coalesce(a.gemeente_code, b.gemeente_code) FROM adres a JOIN bron b ON b.id = a.bron_id
     WHERE a.bron_id = ANY(:bronIds)`,
    { bronIds },
  );
  return rows.map(({ code }) => code);
}

/** The gemeenten that were or are touched by these bronnen; undefined: any of them may be. */
async function findGeraakt(
  trx: Knex.Transaction,
  { ids, before }: { ids: string[]; before: (string | null)[] },
): Promise<string[] | undefined> {
  const gemeenten = [...before, ...(await findGemeentenVan(trx, ids))];
  const known = gemeenten.filter((code) => code !== null);
  return known.length === gemeenten.length ? known : undefined;
}

async function insertBron(trx: Knex.Transaction, { bron }: Levering): Promise<void> {
  if (bron.gemeenteCode !== undefined && !/^gm\d{4}$/.test(bron.gemeenteCode)) {
    throw new ImportFault(`"${bron.gemeenteCode}" is geen gemeentecode. Geef gm en vier cijfers, zoals gm0228.`);
  }
  if (!/^\d{4}-\d\d-\d\d$/.test(bron.peildatum) || Number.isNaN(Date.parse(bron.peildatum))) {
    throw new ImportFault(`"${bron.peildatum}" is geen peildatum. Geef jaar, maand en dag, zoals 2026-01-31.`);
  }
  await trx('bron').insert({
    id: bron.id,
    soort: bron.soort,
    naam: bron.naam,
    licentie: bron.licentie,
    url: bron.url ?? null,
    gemeente_code: bron.gemeenteCode ?? null,
    peildatum: bron.peildatum,
  });
}

/** Cuts what was just written into small pieces: looking up a place in those is quick. */
async function fillDelen(trx: Knex.Transaction, tabellen: readonly string[], ids: string[]): Promise<void> {
  if (tabellen.includes('locatie')) {
    // versions of a regeling mostly share their locaties: each shape is cut once
    await trx.raw(
      `WITH eigen AS MATERIALIZED (
         SELECT l.id, l.geom, min(l.id) OVER (PARTITION BY l.geom) AS eerste
         FROM locatie l JOIN regeling r ON r.id = l.regeling_id
         WHERE r.bron_id = ANY(?) AND l.geom IS NOT NULL
       ),
       vorm AS MATERIALIZED (SELECT id, ST_Subdivide(geom, 32) AS geom FROM eigen WHERE id = eerste)
       INSERT INTO locatie_deel (locatie_id, geom)
       SELECT eigen.id, vorm.geom FROM eigen JOIN vorm ON vorm.id = eigen.eerste`,
      [ids],
    );
  }
  if (tabellen.includes('omstandigheid')) {
    await trx.raw(
      `INSERT INTO omstandigheid_deel (omstandigheid_id, geom)
       SELECT id, ST_Subdivide(geom, 32) FROM omstandigheid WHERE bron_id = ANY(?)`,
      [ids],
    );
  }
}

async function findGemeente(db: Knex, zoek: GemeenteZoek): Promise<Gemeente | null> {
  const st = knexPostgis(db);
  const query = db('gemeente').select('code', 'naam', st.asEWKT('geom')).limit(1);
  if ('code' in zoek) query.where({ code: zoek.code });
  else if ('naam' in zoek) query.whereRaw('zoekvorm(naam) = zoekvorm(?)', [zoek.naam]);
  else query.where(st.intersects('geom', st.transform(st.setSRID(st.makePoint(zoek.lon, zoek.lat), 4326), 28992)));
  return (await query)[0] ?? null;
}

/** An adres of which the bron does not name the gemeente lies in the gemeente whose border is loaded around it. */
async function fillGemeenteCode(trx: Knex.Transaction, tabellen: readonly string[]): Promise<void> {
  if (!tabellen.includes('adres') && !tabellen.includes('gemeente')) return;
  await trx.raw(
    `UPDATE adres a SET gemeente_code = g.code FROM gemeente g
     WHERE a.gemeente_code IS NULL AND ST_Covers(g.geom, a.geom)`,
  );
}

/** Frees the room of the old rows and measures the new ones, which the embedded engine never does by itself. */
async function cleanUp(db: Knex, tabellen: readonly string[]): Promise<void> {
  for (const tabel of ['bron', 'zoek_item', 'cel_noemer', ...tabellen]) await db.raw('VACUUM (ANALYZE) ??', [tabel]);
  if (tabellen.includes('locatie')) await db.raw('VACUUM (ANALYZE) locatie_deel');
  if (tabellen.includes('omstandigheid')) await db.raw('VACUUM (ANALYZE) omstandigheid_deel');
}

const folderPrefix = 'omgevingsloket-import-';

/** Makes a temporary folder, and removes those of imports that were killed. */
function makeTemporaryFolder(): string {
  for (const name of readdirSync(tmpdir())) {
    const [, pid] = name.match(new RegExp(`^${folderPrefix}(\\d+)-`)) ?? [];
    if (pid && !isRunning(Number(pid))) rmSync(join(tmpdir(), name), { recursive: true, force: true });
  }
  return mkdtempSync(join(tmpdir(), `${folderPrefix}${process.pid}-`));
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
