import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Prng } from '../../scripts/modelgemeente/prng.ts';
import { type Role, rollen } from '../../server/toegang/domain/rollen.ts';
import { gegevens } from '../../server/toegang/domain.ts';
import {
  type Bereik,
  bereikVan,
  leidAf,
  MINSTE_TWIJFEL,
  type OpenbaarAantal,
  sommenVan,
  type Telknoop,
} from '../../server/veiligheid/domain/afscherming.ts';
import { ontcijfer } from '../../server/veiligheid/domain/reeks.ts';
import { startApi, type TestApi } from '../api.ts';
import { onBothEngines } from '../database.ts';
import { alleRollen, alsMens, mens } from '../mensen.ts';
import { cellen, type Gebeurd, klassen, maanden, ontbreekt, plantVeiligheid, telIn } from '../veiligheid.ts';

const pad = '/api/v1/veiligheid';

onBothEngines('Veiligheid', (database) => {
  let api: TestApi;
  let gebeurd: Gebeurd[];
  beforeAll(async () => {
    gebeurd = await plantVeiligheid(database.db);
    api = await startApi(database.db);
  });
  afterAll(() => api?.close());

  const als = async (rol: Role | null, vraag: string, persoon = rol ?? '') =>
    api.send('GET', `${pad}${vraag}`, { headers: rol ? await alsMens(database.db, mens(rol, { persoon })) : {} });
  const decodeer = (teksten: readonly string[]) => {
    const aantallen = new Float64Array(cellen.length);
    for (const plek of teksten.flatMap((tekst) => [...ontcijfer(tekst, cellen.length)]))
      aantallen[plek] = (aantallen[plek] ?? 0) + 1;
    return aantallen;
  };

  test('what there is: months that are missing are not there, and the public has only whole periods', async () => {
    const { body, status } = await als(null, '');
    expect(status).toBe(200);
    const [politie, melding] = body.gemeenten[0].stromen;
    for (const { gelezen, geplaatst } of [politie, melding]) expect([gelezen % 10, geplaatst % 10]).toEqual([0, 0]);
    expect(politie.maanden).toEqual(maanden.filter((maand) => maand !== ontbreekt));
    expect(politie.perioden).not.toContainEqual({ jaar: 2025, kwartaal: null });
    expect(politie.perioden).not.toContainEqual({ jaar: 2025, kwartaal: 1 });
    expect(melding.perioden).toContainEqual({ jaar: 2025, kwartaal: null });
    expect(body.gemeenten[0].intern).toBe(false);
    expect(body.lagen.find(({ id }: { id: string }) => id === 'tellingen')).toMatchObject({ mag: false, wet: 'Wpg' });
    expect((await als('beleidsmaker', '')).body.gemeenten[0].intern).toBe(true);
  });

  test('counts per cel, class and month are those that happened', async () => {
    const { body } = await als('politie', '/tellingen?gemeente=gm9999&stroom=politie&themas=1.3');
    expect(body.klassen.map(({ code }: { code: string }) => code)).toEqual(['1.1.1', '1.2.4', '1.4.1']);
    for (const { code, tellingen } of body.klassen) {
      const verwacht = new Float64Array(cellen.length);
      for (const een of gebeurd) if (een.klasse === code) verwacht[een.plek] = (verwacht[een.plek] ?? 0) + een.aantal;
      expect(decodeer(tellingen), code).toEqual(verwacht);
    }
    expect(body.maanden).not.toContain(ontbreekt);
    expect(body.buitenRooster).toBeGreaterThan(0);
    const deel = await als('politie', '/tellingen?gemeente=gm9999&stroom=politie&themas=2.1&van=2024-02&tot=2024-03');
    expect(deel.body.maanden).toEqual(['2024-02', '2024-03']);
    expect(deel.body.klassen.map(({ code, telt }: { code: string; telt: boolean }) => [code, telt])).toEqual([
      ['2.5.2', true],
      ['1.2.4', false],
    ]);
    const { body: klok } = await als('politie', '/klok?gemeente=gm9999&stroom=politie&themas=1.3&buurt=bu99990101');
    const hier = (een: Gebeurd) => ['1.1.1', '1.2.4', '1.4.1'].includes(een.klasse);
    const totaal = klok.uren.reduce((som: number, aantal: number) => som + aantal, klok.onbekend);
    expect(totaal).toBe(telIn(gebeurd, 'bu99990101', hier));
  });

  test('who may see what, whatever is asked: role by layer by filter', async () => {
    const rng = new Prng('wie ziet wat');
    const lagen = ['hotspots', 'politiecijfers', 'meldingen', 'tellingen', 'dagdelen', 'klok', 'rooster', ''] as const;
    const intern = new Set(['tellingen', 'dagdelen', 'klok']);
    const kies = <T>(uit: readonly T[]): T => uit[rng.int(0, uit.length - 1)] as T;
    for (let keer = 0; keer < 80; keer += 1) {
      const rol = kies([null, ...alleRollen]);
      const laag = kies(lagen);
      const gemeente = kies(['gm9999', 'gm9999', 'gm9999', 'gm0363']);
      const thema = kies(['1.1', '1.2', '1.3', '2.1', '3.1', '9.9']);
      const vraag = new URLSearchParams({
        ...{
          gemeente,
          stroom: kies(['politie', 'melding']),
          thema,
          themas: thema,
          jaar: kies(['2023', '2024', '2025']),
        },
        ...(rng.chance(0.3) && { kwartaal: kies(['1', '4', '5']) }),
        ...(rng.chance(0.3) && { van: kies(['2024-01', '2025-03', 'x']), rooster: kies(['vierkant', 'zeshoek']) }),
        ...(rng.chance(0.3) && { buurt: kies(['bu99990101', 'bu00000000']) }),
      });
      const { status, body } = await als(rol, `/${laag}?${vraag}`.replace('/?', '?'));
      const gezegd = `${rol} ${laag} ${vraag}: ${JSON.stringify(body).slice(0, 200)}`;
      expect(status, gezegd).toBeLessThan(500);
      if (intern.has(laag)) {
        const cel = gegevens.hotspotIntern.cellen[rol ?? 'anoniem'];
        if (cel === '–') expect(status, gezegd).toBe(rol ? 403 : 401);
        else if (gemeente !== 'gm9999') expect([400, 404], gezegd).toContain(status);
        if (cel === 'A' && status === 200) expect(JSON.stringify(body), gezegd).not.toContain('1.4.1');
      } else if (status === 200) {
        // the public gets no count below five, and no class that is sensitive below the gemeente
        const aantallen = [...JSON.stringify(body).matchAll(/"aantal":([^,}]+)/g)].map(([, een]) => een);
        expect(
          aantallen.filter((een) => /^[1-4]$/.test(een ?? '') || Number(een) % 5 > 0),
          gezegd,
        ).toEqual([]);
        if (laag !== 'politiecijfers') expect(JSON.stringify(body), gezegd).not.toContain('1.4.1');
      }
    }
  });

  test('sensitive classes are only for who has them as a task; nobody looks at another gemeente', async () => {
    const vraag = '/tellingen?gemeente=gm9999&stroom=politie&themas=1.3';
    const codes = async (rol: Role) => (await als(rol, vraag)).body.klassen.map(({ code }: { code: string }) => code);
    expect(await codes('beleidsmaker')).toEqual(['1.1.1', '1.2.4']);
    expect((await als('beleidsmaker', vraag)).body.gevoeligWeg).toBe(true);
    expect(await codes('boa')).toContain('1.4.1');
    expect((await als('boa', vraag.replace('gm9999', 'gm0363'))).status).toBe(404);
  });

  test('every look at counts stands in the log, with its purpose and what was asked', async () => {
    for (const rol of ['boa', 'beleidsmaker', 'politie', 'auditor'] as const) {
      await als(rol, '/klok?gemeente=gm9999&stroom=politie&themas=1.3,2.1', `kijker-${rol}`);
      await als(rol, '/tellingen?gemeente=gm9998&stroom=politie&themas=1.3', `kijker-${rol}`);
      const regels = await database
        .db('audit_wpg')
        .where({ persoon: `kijker-${rol}` })
        .orderBy('id');
      expect(regels, rollen[rol]).toMatchObject([
        {
          gegeven: 'hotspotIntern',
          uitkomst: 'gelukt',
          object_soort: 'veiligheid-klok',
          object_id: 'gm9999/politie/1.3/2.1',
        },
        { gegeven: 'hotspotIntern', uitkomst: 'niet-gevonden', object_id: 'gm9998' },
      ]);
      expect(regels[0].doel.length).toBeGreaterThan(20);
      expect(regels[0].grondslag).toContain('Wpg');
    }
  });

  test('hot spots for everybody are classes only, of whole periods of a month ago or more', async () => {
    const { body } = await als(null, '/hotspots?gemeente=gm9999&stroom=politie&thema=1.3&jaar=2024');
    expect(Object.keys(body).sort()).toEqual(['bron', 'cellen', 'n', 'periode', 'tekort']);
    const warm = body.cellen.filter(({ bin }: { bin: number }) => bin > 0);
    expect(warm.flatMap(({ plekken }: { plekken: number[] }) => plekken)).toContain(0);
    for (const weg of ['jaar=2025', 'jaar=2025&kwartaal=1', 'jaar=2026&kwartaal=4', 'jaar=2031']) {
      const antwoord = await als(null, `/hotspots?gemeente=gm9999&stroom=politie&thema=1.3&${weg}`);
      expect(antwoord.status, weg).toBe(404);
    }
  });

  describe('An attacker who asks everything there is and adds and subtracts', () => {
    /** One tree of all that is published of a thema and a year, with the truth beside it. */
    async function vraagAlles(laag: 'meldingen' | 'politiecijfers', thema: string, jaar: number) {
      const { body, status } = await als(null, `/${laag}?gemeente=gm9999&thema=${thema}&jaar=${jaar}`);
      expect(status).toBe(200);
      const waarheid = new Map<Telknoop, number>();
      const getoond = new Map<Telknoop, OpenbaarAantal>();
      const knoop = (aantal: OpenbaarAantal, echt: number, verdelingen: Telknoop[][] = []): Telknoop => {
        const nieuw = { aantal: echt, verdelingen: verdelingen.filter((delen) => delen.length > 0) };
        waarheid.set(nieuw, echt);
        getoond.set(nieuw, aantal);
        return nieuw;
      };
      const inThema = new Set<string>(klassen.filter((een) => een.thema === thema).map(({ code }) => code));
      const gevoelig = new Set<string>(klassen.filter((een) => een.bijzonder === 'gevoelig').map(({ code }) => code));
      const telt = (een: Gebeurd) => inThema.has(een.klasse) && een.maand.startsWith(`${jaar}`);
      const punten = (code: string) =>
        (body.punten ?? [])
          .filter(({ buurt }: { buurt: string }) => buurt === code)
          .map((punt: { x: number; y: number; aantal: OpenbaarAantal }) => {
            const hier = (een: Gebeurd) =>
              145_050 + Math.floor((een.plek % 12) / 2) * 200 === punt.x &&
              504_050 + Math.floor(een.plek / 12 / 2) * 200 === punt.y;
            return knoop(
              punt.aantal,
              telIn(gebeurd, code, (een) => telt(een) && hier(een)),
            );
          });
      const gebied = (code: string): Telknoop => {
        const { aantal, minstens, soort } = body.gebieden.find((een: { code: string }) => een.code === code);
        const onder = body.gebieden.filter((een: { ouder: string | null }) => een.ouder === code);
        const open = soort === 'gemeente' ? telt : (een: Gebeurd) => telt(een) && !gevoelig.has(een.klasse);
        const delen = onder.map((deel: { code: string }) => gebied(deel.code));
        // with a sensitive class the parts do not add up to the whole
        const optelbaar = soort !== 'gemeente' || ![...inThema].some((een) => gevoelig.has(een));
        const eigen = knoop(minstens ? null : aantal, telIn(gebeurd, code, open), [
          ...(optelbaar ? [delen] : []),
          punten(code),
        ]);
        if (!optelbaar) losse.push(...delen);
        return eigen;
      };
      const losse: Telknoop[] = [];
      const top = gebied('gm9999');
      const perKlasse = body.klassen.map(({ code, aantal }: { code: string; aantal: OpenbaarAantal }) =>
        knoop(
          aantal,
          telIn(gebeurd, 'gm9999', (een) => een.klasse === code && een.maand.startsWith(`${jaar}`)),
        ),
      );
      (top.verdelingen as Telknoop[][]).push(perKlasse);
      return { bomen: [top, ...losse], waarheid, getoond, body };
    }

    test('cannot work out a count of one to four', async () => {
      let geheim = 0;
      for (const [laag, thema] of [
        ...(['1.2', '3.1'] as const).map((een) => ['meldingen', een] as const),
        ...(['1.3', '2.1'] as const).map((een) => ['politiecijfers', een] as const),
      ]) {
        for (const jaar of [2024, 2025]) {
          const { bomen, waarheid, getoond } = await vraagAlles(laag, thema, jaar);
          const bereiken = new Map<Telknoop, Bereik>([...getoond].map(([knoop, een]) => [knoop, bereikVan(een)]));
          const sommen = bomen.flatMap(sommenVan);
          for (let ronde = 0; ronde < 5; ronde += 1) leidAf(sommen, bereiken);
          for (const [knoop, echt] of waarheid) {
            if (getoond.get(knoop) === null) continue;
            const [van, tot] = bereiken.get(knoop) as Bereik;
            expect(echt >= van && echt <= tot, `${laag} ${thema} ${jaar}: ${echt} in ${van} to ${tot}`).toBe(true);
            if (echt < 1 || echt > 4) continue;
            geheim += 1;
            expect(tot - van + 1, `${laag} ${thema} ${jaar}: ${echt} is ${van} to ${tot}`).toBeGreaterThanOrEqual(
              MINSTE_TWIJFEL,
            );
          }
        }
      }
      expect(geheim).toBeGreaterThan(20);
    });

    test('gets nothing more from rates, from parts of a year, or from two themas that overlap', async () => {
      const { body } = await vraagAlles('meldingen', '1.2', 2025);
      for (const { aantal, perDuizend, inwoners } of body.gebieden) {
        if (perDuizend !== null) expect((perDuizend * inwoners) / 1000).toBeCloseTo(aantal, 0);
      }
      const kwartaal = await als(null, '/meldingen?gemeente=gm9999&thema=1.2&jaar=2025&kwartaal=1&van=2025-01');
      expect(kwartaal.body).toEqual(body);
      // a class counts in one thema only, also when it belongs to another
      const { body: winkel } = await vraagAlles('politiecijfers', '2.1', 2024);
      expect(winkel.klassen.map(({ code }: { code: string }) => code)).toEqual(['2.5.2']);
    });
  });
});
