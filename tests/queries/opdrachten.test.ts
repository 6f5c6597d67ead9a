import { expect, test, vi } from 'vitest';
import * as z from 'zod/mini';
import { apiBase } from '../../server/http/endpoint.ts';
import { bossOn, geefOpdracht } from '../../server/opdrachten/boss.ts';
import { OpdrachtFout, opdracht } from '../../server/opdrachten/opdracht.ts';
import { opruimen } from '../../server/opdrachten/opruimen.ts';
import { startWerk } from '../../server/opdrachten/werk.ts';
import { proefContext, startApi, type TestApi } from '../api.ts';
import { onBothEngines } from '../database.ts';
import { alsMens, mens } from '../mensen.ts';

onBothEngines('Work that is done later', (database) => {
  const context = () => proefContext(database.db);
  const kort = { herhalingen: 1, wachtS: 0, termijnS: 1 };
  const gedaan: string[] = [];
  const noteer = (soort: string, meer = {}) =>
    opdracht({
      ...kort,
      soort,
      data: z.object({ wat: z.string() }),
      async doe({ wat }) {
        gedaan.push(`${soort} ${wat}`);
      },
      ...meer,
    });
  const aantal = async (soort: string) => (await database.db('opdracht.job').where({ name: soort })).length;

  test('stands with the transaction that asked for it, and falls with it', async () => {
    const mail = noteer('proef-mail');
    await database.db.transaction((trx) => geefOpdracht(trx, mail, { wat: 'blijft' }));
    const fout = database.db.transaction(async (trx) => {
      await geefOpdracht(trx, mail, { wat: 'verdwijnt' });
      throw new Error('changed my mind');
    });
    await expect(fout).rejects.toThrow('changed my mind');
    expect(await aantal('proef-mail')).toBe(1);
    await expect(geefOpdracht(database.db, mail, { wat: 1 } as never)).rejects.toThrow();

    const werk = await startWerk([mail], context(), { pollS: 0.5 });
    await vi.waitFor(() => expect(gedaan).toContain('proef-mail blijft'), 10_000);
    await werk.stop();
    expect(gedaan).toEqual(['proef-mail blijft']);
  });

  test('with the same sleutel it is given once', async () => {
    const zaak = noteer('proef-sleutel');
    const geef = (sleutel: string) => geefOpdracht(database.db, zaak, { wat: sleutel }, { sleutel });
    expect([await geef('a'), await geef('a'), await geef('b')]).toEqual([true, false, true]);
    expect(await aantal('proef-sleutel')).toBe(2);
  });

  test('many at once may give the first of their kinds', async () => {
    const [een, ander] = [noteer('proef-eerste'), noteer('proef-ander')];
    const gegeven = Array.from({ length: 8 }, (_, i) =>
      database.db.transaction((trx) => geefOpdracht(trx, i % 2 ? een : ander, { wat: `${i}` })),
    );
    expect(await Promise.all(gegeven)).toEqual(Array(8).fill(true));
    expect([await aantal('proef-eerste'), await aantal('proef-ander')]).toEqual([4, 4]);
  });

  test('what fails is tried again, then shown to the beheerder without content, and done when he asks', async () => {
    let stuk = true;
    const lastig = noteer('proef-lastig', {
      async doe({ wat }: { wat: string }) {
        if (stuk)
          throw wat === 'uitleg' ? new OpdrachtFout('De mailserver antwoordt niet') : new Error(`secret ${wat}`);
        gedaan.push(`lastig ${wat}`);
      },
    });
    const api: TestApi = await startApi(database.db);
    const headers = await alsMens(database.db, mens('beheerder'));
    await geefOpdracht(database.db, lastig, { wat: 'uitleg' });
    await geefOpdracht(database.db, lastig, { wat: 'geheim' });
    const werk = await startWerk([lastig], context(), { pollS: 0.5 });
    const stand = async () => (await api.send('GET', `${apiBase}/opdrachten`, { headers })).body;
    await vi.waitFor(async () => expect((await stand()).mislukt).toHaveLength(2), { timeout: 20_000, interval: 300 });
    const { soorten, mislukt } = await stand();
    expect(soorten).toContainEqual({ soort: 'proef-lastig', wacht: 0, bezig: 0, mislukt: 2, oudsteWachtS: null });
    expect(mislukt.map(({ fout, pogingen }: { fout: string; pogingen: number }) => [fout, pogingen]).sort()).toEqual([
      ['De mailserver antwoordt niet', 2],
      ['storing', 2],
    ]);
    expect(JSON.stringify(mislukt)).not.toMatch(/geheim|secret/);

    stuk = false;
    for (const { id } of mislukt) {
      expect((await api.send('POST', `${apiBase}/opdrachten/${id}/_herhaal`, { headers, body: {} })).status).toBe(200);
    }
    await vi.waitFor(() => expect(gedaan).toEqual(expect.arrayContaining(['lastig uitleg', 'lastig geheim'])), 10_000);
    await werk.stop();
    expect((await stand()).mislukt).toEqual([]);
    const [eerste] = mislukt;
    expect((await api.send('POST', `${apiBase}/opdrachten/${eerste.id}/_herhaal`, { headers, body: {} })).status).toBe(
      404,
    );
    const [regel] = await database.db('audit_avg').where({ object_soort: 'opdracht', object_id: eerste.id });
    expect(regel).toMatchObject({ rol: 'beheerder', handeling: 'wijzigen', uitkomst: 'gelukt' });
    await api.close();
  });

  test('a worker that died half way leaves its work to be done', async () => {
    const brief = noteer('proef-dood');
    await geefOpdracht(database.db, brief, { wat: 'halverwege' });
    const dood = bossOn(database.db);
    expect(await dood.fetch('proef-dood')).toHaveLength(1);
    await new Promise((wait) => setTimeout(wait, 1_100));
    // what the server does by itself every ten seconds
    await dood.maintain();
    const werk = await startWerk([brief], context(), { pollS: 0.5 });
    await vi.waitFor(() => expect(gedaan).toContain('proef-dood halverwege'), 10_000);
    await werk.stop();
  });

  test('two servers share the work: each piece is done once', async () => {
    const stuk = noteer('proef-samen');
    const namen = Array.from({ length: 30 }, (_, i) => `stuk ${i}`);
    for (const wat of namen) await geefOpdracht(database.db, stuk, { wat });
    const samen = await Promise.all([
      startWerk([stuk], context(), { pollS: 0.5 }),
      startWerk([stuk], context(), { pollS: 0.5 }),
    ]);
    const klaar = () => gedaan.filter((een) => een.startsWith('proef-samen'));
    await vi.waitFor(() => expect(klaar()).toHaveLength(30), 20_000);
    await Promise.all(samen.map((werk) => werk.stop()));
    expect(new Set(klaar()).size).toBe(30);
  });

  test('sessions that nobody can use any more are cleared away', async () => {
    await alsMens(database.db, mens('burger', { persoon: 'vorige-week' }));
    await alsMens(database.db, mens('burger', { persoon: 'vandaag' }));
    await database
      .db('sessie')
      .where({ persoon: 'vorige-week' })
      .update({ gezien_op: database.db.raw(`now() - interval '25 hours'`) });
    await opruimen.doe({}, context());
    expect(await database.db('sessie').pluck('persoon')).toEqual(expect.arrayContaining(['vandaag']));
    expect(await database.db('sessie').pluck('persoon')).not.toContain('vorige-week');
  });
});
