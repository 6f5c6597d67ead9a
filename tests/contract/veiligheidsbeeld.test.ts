import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Role } from '../../server/toegang/domain/rollen.ts';
import { gegevens } from '../../server/toegang/domain.ts';
import { startApi, type TestApi } from '../api.ts';
import { onBothEngines } from '../database.ts';
import { alleRollen, alsMens, mens } from '../mensen.ts';
import { readPdf } from '../pdf.ts';
import { cellen, maanden, plantVeiligheid } from '../veiligheid.ts';

const pad = '/api/v1/veiligheid';
const gemeente = 'gm9999';
const hoek = new Set([0, 1, 2]);

onBothEngines('Veiligheidsbeeld', (database) => {
  let api: TestApi;
  beforeAll(async () => {
    const { db } = database;
    await plantVeiligheid(db);
    await db('bron').insert({
      ...{ id: 'enquete', soort: 'veiligheidsmonitor', naam: 'Enquête', licentie: 'CC0' },
      ...{ gemeente_code: gemeente, peildatum: '2025-12-31' },
    });
    await db('bron').insert({
      ...{ id: 'vng', soort: 'vng-inp', naam: 'VNG-INP', licentie: 'niet openbaar' },
      ...{ gemeente_code: gemeente, peildatum: '2025-12-31' },
    });
    const gebieden = ['nl01', gemeente, 'wk999901', 'wk999902'];
    await db('veiligheid_indicator').insert(
      gebieden.flatMap((gebied_code, i) =>
        [2021, 2023, 2025].map((jaar) => ({
          ...{ gebied_code, indicator: 'slachtoffer-vermogen', jaar, bron_id: 'enquete' },
          ...{ waarde: 20 + i - (jaar - 2021), marge: 1, respondenten: 500 },
        })),
      ),
    );
    const vng = [
      [gemeente, 231],
      ['wk999901', 228],
      ['wk999902', 3],
    ] as const;
    await db('veiligheid_cijfer').insert(
      vng.map(([gebied_code, aantal]) => ({
        ...{ herkomst: 'vng-inp', gebied_code, stelsel: 'thema', onderwerp: '1.3', duur: 'jaar' },
        ...{ begin: '2025-01-01', aantal, bron_id: 'vng' },
      })),
    );
    await db('near_repeat').insert(
      [2, 40].map((paren, i) => ({
        ...{ stelsel: 'misdrijf', klasse: '1.1.1', van: '2024-01-01', tot: '2025-12-01', bron_id: 'politie' },
        ...{ afstand: 100 * i, dagen: 7, paren, verwacht: 10, p: i === 0 ? 0.9 : 0.001 },
      })),
    );
    // an intervention in July 2025 that halves what is reported in a corner, and nowhere else
    await db('veiligheid_klasse').insert({
      ...{ stelsel: 'melding', code: 'afval/proef', naam: 'Proef', thema: '1.2', ook: [], basis: 'R', reden: 'proef' },
      ...{ bekend: true, bron_id: 'melding' },
    });
    await db('cel_maand').insert(
      maanden.map((maand, n) => ({
        ...{ stelsel: 'melding', rooster: 'vierkant', klasse: 'afval/proef', maand: `${maand}-01`, bron_id: 'melding' },
        cellen,
        aantallen: cellen.map((_, plek) => (hoek.has(plek) && maand >= '2025-07' ? 2 : 4) + ((plek + n) % 2)),
      })),
    );
    api = await startApi(db);
  });
  afterAll(() => api?.close());

  const als = async (rol: Role | null, method: string, vraag: string, body?: unknown) =>
    api.send(method, `${pad}${vraag}`, {
      headers: rol ? await alsMens(database.db, mens(rol)) : {},
      ...(body !== undefined && { body }),
    });
  const schrijf = (thema: string, anders: object = {}, rol: Role = 'beleidsmaker') =>
    als(rol, 'PUT', `/beeld/themas/${thema}`, {
      ...{ gemeente, problematiek: `Wat bij ${thema} speelt`, aanpak: '', extra: '', prioriteit: false, doelen: [] },
      ...{ versie: 0 },
      ...anders,
    });
  const lees = async (rol: Role = 'beleidsmaker') => (await als(rol, 'GET', `/beeld?gemeente=${gemeente}`)).body;

  test('who reads and who writes is the one table; nobody looks at another gemeente', async () => {
    for (const rol of [null, ...alleRollen]) {
      const cel = gegevens.veiligheidsbeeld.cellen[rol ?? 'anoniem'];
      const gelezen = await als(rol, 'GET', `/beeld?gemeente=${gemeente}`);
      expect(gelezen.status, `${rol} reads`).toBe(cel === '–' ? (rol ? 403 : 401) : 200);
      const { status } = await schrijf('4.1', { versie: 999 }, (rol ?? 'burger') as Role);
      if (rol) expect(status, `${rol} writes`).toBe(cel.endsWith('W') ? 409 : 403);
    }
    expect((await als('beleidsmaker', 'GET', '/beeld?gemeente=gm0363')).status).toBe(404);
    expect((await als('beleidsmaker', 'GET', '/beeld?gemeente=x')).status).toBe(400);
  });

  test('figures: what is registered beside what people say, with trend, target and benchmark, per wijk, protected', async () => {
    const doel = {
      indicator: 'slachtoffer-vermogen',
      streefwaarde: 18,
      streefjaar: 2028,
      vergelijk: null,
      vergelijkMet: '',
    };
    expect((await schrijf('1.3', { doelen: [doel] })).body).toEqual({ versie: 1 });
    const { themas } = await lees();
    const { indicatoren, problematiek } = themas.find(({ nummer }: { nummer: string }) => nummer === '1.3');
    expect(problematiek).toBe('Wat bij 1.3 speelt');
    const [totaal] = indicatoren;
    expect(totaal).toMatchObject({ key: 'politie-1.3', soort: 'politie', bron: { naam: 'VNG-INP' } });
    expect(totaal.gemeente.reeks).toMatchObject([{ jaar: 2025, waarde: 230 }]);
    // 230 less 230 would tell that the other wijk has fewer than five, so that one is withheld as well
    expect(totaal.wijken.map(({ reeks }: { reeks: { waarde: unknown }[] }) => reeks[0]?.waarde)).toContain('<5');
    const enquete = indicatoren.find(({ key }: { key: string }) => key === 'slachtoffer-vermogen');
    expect(enquete.gemeente).toMatchObject({
      ...{ verschil: 'beter', vergeleken: 'gelijk' },
      trend: { stand: 'te weinig', per: 'jaar', perioden: 3 },
    });
    expect(enquete).toMatchObject({ streef: { gehaald: true }, vergelijk: { met: 'Nederland', waarde: 16 } });
    expect(enquete.wijken).toHaveLength(2);
    const leeg = themas.find(({ nummer }: { nummer: string }) => nummer === '5.4');
    expect(leeg).toMatchObject({ indicatoren: [], elders: ['ENSIA'], prioriteit: null });
  });

  test('four priorities at most; who changes what somebody else changed is told so; every change stands in the log', async () => {
    for (const thema of ['1.1', '1.2', '2.1', '3.1'])
      expect((await schrijf(thema, { prioriteit: true })).status).toBe(200);
    const vijfde = await schrijf('2.3', { prioriteit: true });
    expect([vijfde.status, vijfde.body.detail]).toEqual([400, expect.stringContaining('vier prioriteiten')]);
    expect((await schrijf('1.1', { prioriteit: true, aanpak: 'Oud' })).status).toBe(409);
    expect((await schrijf('1.2', { versie: 1 })).body).toEqual({ versie: 2 });
    expect((await schrijf('2.3', { prioriteit: true })).status).toBe(200);
    const { themas } = await lees();
    const rang = (nummer: string) => themas.find((een: { nummer: string }) => een.nummer === nummer).prioriteit;
    expect(['1.1', '2.3', '2.1', '3.1', '1.2'].map(rang)).toEqual([1, 2, 3, 4, null]);
    const half = { indicator: 'x', streefwaarde: 1, streefjaar: null, vergelijk: null, vergelijkMet: '' };
    expect((await schrijf('2.4', { doelen: [half] })).status).toBe(400);
    expect((await schrijf('2.4', { aanpak: 'a\u0000b' })).status).toBe(400);
    const logs = await database.db('audit_wpg').where({ handeling: 'wijzigen' }).pluck('object_id');
    expect(logs).toEqual(expect.arrayContaining(['gm9999/1.1', 'gm9999/2.3']));
  });

  test('an intervention is measured beside cells where nothing was done, or it is said why not', async () => {
    const plan = {
      ...{ gemeente, thema: '1.3', naam: 'Extra toezicht', omschrijving: 'Elke avond', stelsel: 'misdrijf' },
      ...{ klassen: ['1.1.1'], begin: '2025-09', maanden: 6, cellen: [...hoek].map((plek) => cellen[plek]) },
    };
    const maak = (anders: object) => als('beleidsmaker', 'POST', '/beeld/interventies', { ...plan, ...anders });
    expect((await maak({ cellen: [1] })).status).toBe(400);
    expect((await maak({ klassen: ['1.4.1'] })).status).toBe(400);
    expect((await maak({ klassen: ['a\u0000b'] })).status).toBe(400);
    expect((await maak({ maanden: 3 })).status).toBe(400);
    expect((await als('burgemeester', 'POST', '/beeld/interventies', plan)).status).toBe(403);
    const { body } = await maak({});
    await maak({ naam: 'Gat', begin: '2025-07' });
    await maak({ naam: 'Vroeger', begin: '2025-07', stelsel: 'melding', klassen: ['afval/proef'] });
    const { interventies } = await lees();
    const metingen = Object.fromEntries(
      interventies.map((een: { naam: string; meting: Record<string, never> }) => [een.naam, een.meting]),
    );
    expect(metingen['Extra toezicht']).toEqual({ stand: 'onbekend', reden: 'nog bezig' });
    expect(metingen.Gat).toEqual({ stand: 'onbekend', reden: 'maanden ontbreken' });
    expect(metingen.Vroeger).toMatchObject({ stand: 'gemeten', controle: 24 });
    const { gebied, ring } = metingen.Vroeger;
    expect(gebied.tot).toBeLessThan(0);
    expect(gebied.verschil).toBeCloseTo(-0.44, 1);
    expect(Math.abs(ring.verschil)).toBeLessThan(0.05);
    expect(JSON.stringify(interventies)).not.toMatch(/ervoor|verwacht|cellen":\[/);

    const een = `/beeld/interventies/${body.id}`;
    const namen = async () => (await lees()).interventies.map(({ naam }: { naam: string }) => naam);
    expect((await als('beleidsmaker', 'GET', een)).body).toEqual({ ...plan, versie: 1 });
    for (const rol of ['burgemeester', 'boa', 'auditor'] as const)
      expect((await als(rol, 'GET', een)).status, `${rol} reads the cells`).toBe(403);
    const wijzig = (anders: object) => als('beleidsmaker', 'PUT', een, { ...plan, versie: 1, ...anders });
    expect((await wijzig({ cellen: [1] })).status).toBe(400);
    expect((await wijzig({ naam: 'Minder lang', begin: '2025-08' })).body).toEqual({ versie: 2 });
    expect((await wijzig({ naam: 'Te laat' })).status).toBe(409);
    expect(await namen()).toContain('Minder lang');
    expect((await als('beleidsmaker', 'POST', `${een}/_zet-terug`, {})).status).toBe(404);
    expect((await als('beleidsmaker', 'DELETE', een)).status).toBe(200);
    expect((await als('beleidsmaker', 'DELETE', een)).status).toBe(404);
    expect((await wijzig({ versie: 2 })).status).toBe(404);
    expect(await namen()).not.toContain('Minder lang');
    expect((await als('beleidsmaker', 'POST', `${een}/_zet-terug`, {})).status).toBe(200);
    expect(await namen()).toContain('Minder lang');
    const gedaan = await database.db('audit_wpg').where({ object_id: body.id }).orderBy('op').pluck('handeling');
    expect(gedaan.filter((handeling) => handeling !== 'raadplegen' && handeling !== 'geweigerd')).toEqual(
      expect.arrayContaining(['wijzigen', 'vernietigen']),
    );
  });

  test('everybody reads nothing until it is adopted, and then what was adopted: public figures only, also as PDF', async () => {
    const openbaar = async () => (await als(null, 'GET', `/vastgesteld-beeld?gemeente=${gemeente}`)).body.vastgesteld;
    expect(await openbaar()).toBeNull();
    const vast = { gemeente, besluit: 'Raadsbesluit 2026-1', vastgesteldOp: '2026-11-01' };
    expect(
      (await als('beleidsmaker', 'POST', '/beeld/_stel-vast', { ...vast, vastgesteldOp: '2027-01-01' })).status,
    ).toBe(400);
    expect((await als('politie', 'POST', '/beeld/_stel-vast', vast)).status).toBe(403);
    const { body } = await als('beleidsmaker', 'POST', '/beeld/_stel-vast', vast);
    await schrijf('1.3', { versie: 1, problematiek: 'Nog geheim' });
    const gelezen = await openbaar();
    expect(gelezen).toMatchObject({ id: body.id, besluit: vast.besluit, hashKlopt: true });
    const tekst = JSON.stringify(gelezen.beeld);
    expect(tekst).not.toMatch(/Nog geheim|VNG-INP/);
    expect([...tekst.matchAll(/"waarde":([1-4]),"minstens"/g)]).toEqual([]);
    const pdf = await fetch(`${api.url}${pad}/vastgesteld-beeld/${body.id}/pdf`);
    const { titel, taal, fouten, hoofdstukken } = await readPdf(new Uint8Array(await pdf.arrayBuffer()));
    expect({ taal, fouten }).toEqual({ taal: 'nl-NL', fouten: [] });
    expect(titel).toBe('Veiligheidsbeeld Proefstad, 1 november 2026');
    expect(hoofdstukken.map(({ kop }) => kop)).toEqual(
      expect.arrayContaining(['Prioriteiten', 'Prioriteit 1: 1.1 Sociale kwaliteit', 'Going concern']),
    );
    const intern = await als('beleidsmaker', 'GET', `/beeld/pdf?gemeente=${gemeente}`);
    expect(intern.type).toContain('application/pdf');
    expect((await als(null, 'GET', `/beeld/pdf?gemeente=${gemeente}`)).status).toBe(401);
  });

  test('sensors of the register say how busy and how loud it is by hour of the week, to who may see the counts', async () => {
    await database.db('sensor_uur').insert({
      ...{ sensor: 'druk-centrum-1', maand: '2026-01-01', uur: 140, metingen: 4, waarde: 55.5, hoogste: 90 },
      bron_id: 'enquete',
    });
    const { body } = await als('beleidsmaker', 'GET', `/sensoren?gemeente=${gemeente}`);
    const [druk, luid] = body.sensoren;
    expect(druk).toMatchObject({ id: 'druk-centrum-1', periode: { van: '2026-01', tot: '2026-01' }, hoogste: 90 });
    expect([druk.uren[140], druk.uren[141], luid.periode]).toEqual([55.5, null, null]);
    expect((await als('burger', 'GET', `/sensoren?gemeente=${gemeente}`)).status).toBe(403);
  });

  test('near repeat is told to who may see the counts: protected, and with what chance would give', async () => {
    const { body } = await als('boa', 'GET', `/herhaling?gemeente=${gemeente}`);
    expect(body.klassen).toMatchObject([
      {
        code: '1.1.1',
        vakken: [
          { afstand: 0, paren: '<5', verhouding: null },
          { afstand: 100, paren: 40, verhouding: 4, p: 0.001 },
        ],
      },
    ]);
    for (const rol of [null, 'burger', 'behandelaar'] as const)
      expect([401, 403]).toContain((await als(rol, 'GET', `/herhaling?gemeente=${gemeente}`)).status);
  });
});
