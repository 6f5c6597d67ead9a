import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import { ImportFault } from '../../scripts/import/importer.ts';
import { runImport } from '../../scripts/import/runner.ts';
import { toepasbareRegels } from '../../scripts/import/toepasbare-regels.ts';
import { evalueer } from '../../server/vergunningcheck/domain/sttr/evalueer.ts';
import { leesRegelbestand } from '../../server/vergunningcheck/domain/sttr/lees.ts';
import { findRegelversie, loadRegelversies } from '../../server/vergunningcheck/regelbestanden/queries.ts';
import { onBothEngines } from '../database.ts';
import { maakKapot } from '../regelbestanden-kapot.ts';
import { shared } from './levering.ts';

const eigen = fileURLToPath(new URL('../../data/toepasbare-regels/', import.meta.url));
const mappen: string[] = [];
afterEach(() => {
  for (const map of mappen.splice(0)) rmSync(map, { recursive: true, force: true });
});

/** A folder with only the felling of a tree, from 20 cm on or from another thickness. */
function kapmap(wijzig: (xml: string) => string = (xml) => xml, koppeling: Record<string, unknown> = {}): string {
  const map = mkdtempSync(join(tmpdir(), 'regels-'));
  mappen.push(map);
  for (const naam of ['kap.dmn', 'kap.koppeling.json']) cpSync(join(eigen, naam), join(map, naam));
  writeFileSync(join(map, 'kap.dmn'), wijzig(readFileSync(join(map, 'kap.dmn'), 'utf8')));
  const pad = join(map, 'kap.koppeling.json');
  writeFileSync(pad, JSON.stringify({ ...JSON.parse(readFileSync(pad, 'utf8')), ...koppeling }));
  return map;
}

onBothEngines('toepasbare regels', (database) => {
  const laad = (pad: string, opties: Record<string, string> = { gemeente: 'gm0001' }) =>
    runImport(database.db, toepasbareRegels, pad, { opties });

  test('are stored per gemeente and version, and an older version can be asked for again', async () => {
    const { db } = database;
    await laad(kapmap((xml) => xml, { versie: '2025', geldigVanaf: '2025-01-01' }));
    const [oud] = await loadRegelversies(db, 'gm0001', '2026-02-01');
    expect(oud).toMatchObject({ werkzaamheid: 'kap', versie: '2025' });

    await laad(kapmap((xml) => xml.replaceAll('<dmn:text>&gt; 20</dmn:text>', '<dmn:text>&gt; 30</dmn:text>')));
    expect(await loadRegelversies(db, 'gm0001', '2026-02-28')).toMatchObject([{ versie: '2025' }]);
    const [nieuw] = await loadRegelversies(db, 'gm0001', '2026-03-01');
    expect(nieuw).toMatchObject({ versie: '2026-1' });
    expect(await loadRegelversies(db, 'gm0002', '2026-03-01')).toEqual([]);

    const boom = { bebouwdeKom: true, beschermdeBoom: false, hoofdgroen: true, dikte: 25 };
    const uitkomsten = await Promise.all(
      [oud, nieuw].map(async (versie) => {
        const opgeslagen = await findRegelversie(db, versie?.hash ?? '');
        const gelezen = leesRegelbestand(opgeslagen?.bestand ?? '');
        return 'bestand' in gelezen ? evalueer(gelezen.bestand, boom).conclusies[0]?.waarde : gelezen.fouten;
      }),
    );
    expect(uitkomsten).toEqual(['Vergunningplicht', 'Toestemmingsvrij']);
  });

  test('that come again with the same content change nothing', async () => {
    const { db } = database;
    const telling = async () => Number((await db('toepasbare_regel').count({ n: '*' }).first())?.n);
    const map = kapmap((xml) => xml, { versie: 'zelfde' });
    await laad(map, { gemeente: 'gm0003' });
    const voor = await telling();
    await laad(map, { gemeente: 'gm0003' });
    expect(await telling()).toBe(voor);
  });

  test('are not loaded by half: one broken file, or one without a way out, keeps all of them out', async () => {
    const { db } = database;
    const map = kapmap();
    writeFileSync(join(map, 'kapot.dmn'), '<definitions>');
    await expect(laad(map, { gemeente: 'gm0004' })).rejects.toThrow(/er is niets geladen.*kapot\.dmn, het bestand/s);
    await expect(
      laad(
        kapmap((xml) => xml.replace('"Vergunningplicht"', '"Onzin"')),
        { gemeente: 'gm0004' },
      ),
    ).rejects.toThrow(/staat niet wat "Onzin" betekent/);
    await expect(
      laad(
        kapmap((xml) => xml, { geldigVanaf: 'gisteren' }),
        { gemeente: 'gm0004' },
      ),
    ).rejects.toThrow(/geef jaar, maand en dag/);
    await expect(laad(map, {})).rejects.toThrow(/--gemeente/);
    expect(await db('toepasbare_regel').where({ gemeente_code: 'gm0004' })).toEqual([]);
  });

  test('that are broken, go round, are too large or hide a bomb are refused in plain words, and nothing is stored', async () => {
    const { map, bestanden } = maakKapot();
    mappen.push(map);
    for (const { naam, pad, melding } of bestanden) {
      const poging = laad(pad, { gemeente: 'gm0006' });
      await expect(poging, naam).rejects.toThrow(ImportFault);
      await expect(poging, naam).rejects.toThrow(melding);
    }
    expect(await database.db('toepasbare_regel').where({ gemeente_code: 'gm0006' })).toEqual([]);
    expect(await database.db('bron').where({ gemeente_code: 'gm0006' })).toEqual([]);
  });

  test('of others are read without a koppeling: their conclusies have the meaning that IMTR gives them', async () => {
    const { db } = database;
    await laad(shared('sttr/tree-felling.dmn'), { gemeente: 'gm0005', 'geldig-vanaf': '2024-01-01' });
    const [versie] = await loadRegelversies(db, 'gm0005', '2024-01-01');
    expect(versie).toMatchObject({ werkzaamheid: 'tree-felling' });
    expect(versie?.koppeling.delen[0]?.conclusies.Vergunningplicht).toMatchObject({ uitkomst: 'VERGUNNING' });
    await expect(laad(shared('sttr'), { gemeente: 'gm0005' })).resolves.toMatchObject({
      bronnen: [{ aantallen: { toepasbare_regel: 7 } }],
    });
  });
});
