import { execFile } from 'node:child_process';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { evalueer, volgendeVragen, vragen } from '../../server/vergunningcheck/domain/sttr/evalueer.ts';
import { leesRegelbestand } from '../../server/vergunningcheck/domain/sttr/lees.ts';
import type { Antwoord, Antwoorden, Regelbestand, Vraag } from '../../server/vergunningcheck/domain/sttr/model.ts';
import { maakKapot } from '../regelbestanden-kapot.ts';

const wortel = fileURLToPath(new URL('../..', import.meta.url));
const map = fileURLToPath(new URL('../../../shared/data/sttr/', import.meta.url));
const namen = readdirSync(map).filter((naam) => /\.(dmn|xml)$/.test(naam));

function lees(naam: string): Regelbestand {
  const gelezen = leesRegelbestand(readFileSync(`${map}${naam}`, 'utf8'));
  if ('fouten' in gelezen) throw new Error(`${naam}: ${JSON.stringify(gelezen.fouten)}`);
  return gelezen.bestand;
}

/** Asks on until the outcome is settled, and gives what was asked. */
function loop(bestand: Regelbestand, antwoord: (vraag: Vraag) => Antwoord): Antwoorden {
  const gegeven: Record<string, Antwoord> = {};
  for (let [vraag] = volgendeVragen(bestand, gegeven); vraag; [vraag] = volgendeVragen(bestand, gegeven)) {
    gegeven[vraag.id] = antwoord(vraag);
  }
  return gegeven;
}

const uitkomst = (bestand: Regelbestand, antwoorden: Antwoorden) =>
  evalueer(bestand, antwoorden).conclusies.map(({ waarde }) => waarde);

describe('real files of toepasbare regels', () => {
  test('are all read, and every way of answering them ends', () => {
    expect(namen.length).toBeGreaterThanOrEqual(7);
    for (const naam of namen) {
      const bestand = lees(naam);
      let dobbelsteen = 7;
      const worp = (van: number) => {
        dobbelsteen = (dobbelsteen * 1_103_515_245 + 12_345) % 2_147_483_648;
        return Math.floor(dobbelsteen / 65_536) % van;
      };
      const willekeurig = ({ soort, gegevensType, opties }: Vraag): Antwoord => {
        if (soort === 'geoVerwijzing') return ['ja', 'nee', 'deels'][worp(3)] ?? 'ja';
        if (gegevensType === 'list') return opties[worp(opties.length)]?.tekst ?? null;
        return { boolean: worp(2) === 0, number: worp(250), string: 'tekst', date: '2026-05-31' }[gegevensType];
      };
      for (let keer = 0; keer < 8; keer += 1) {
        const alle = Object.fromEntries(vragen(bestand).map((vraag) => [vraag.id, willekeurig(vraag)]));
        const gegeven = loop(bestand, ({ id }) => alle[id] ?? null);
        expect(evalueer(bestand, gegeven).stand, naam).toBe('bekend');
        expect(uitkomst(bestand, gegeven), naam).toEqual(uitkomst(bestand, alle));
      }
    }
  });

  test('kappen: whether a tree is protected is only asked of one in a garden', () => {
    const bestand = lees('tree-felling.dmn');
    expect(volgendeVragen(bestand, {})[0]?.id).toBe('UitvId0001');
    expect(volgendeVragen(bestand, { UitvId0001: true })[0]?.id).toBe('UitvId0002');
    expect(volgendeVragen(bestand, { UitvId0001: true, UitvId0002: false })).toEqual([]);
    expect(uitkomst(bestand, { UitvId0001: true, UitvId0002: false })).toEqual(['Toestemmingsvrij']);
    // Outside a garden everything needs a permit, whether it is pruning or felling: nothing is left to ask, but for an
    // answer that no rule knows.
    expect(uitkomst(bestand, { UitvId0001: false, UitvId0003: 'Kappen' })).toEqual(['Vergunningplicht']);
    const kappen = evalueer(bestand, { UitvId0001: true, UitvId0002: true, UitvId0003: 'Kappen' });
    expect(kappen.beslissendeRegels.map(({ beslissing, nummer }) => [beslissing, nummer])).toEqual([
      ['ConclusieBoomKappen', 4],
      ['Beschermde boom', 1],
      ['Boomplan', 1],
    ]);
  });

  test('dakkapel: a place that lies partly inside has an answer of its own; a fixed value comes with its condition', () => {
    const bestand = lees('ConclusieBouwenDakkapel.dmn');
    expect(uitkomst(bestand, { UitvId0034: 'nee' })).toEqual(['Toestemmingsvrij']);
    expect(uitkomst(bestand, { UitvId0034: 'deels' })).toEqual(['Informatieplicht']);
    expect(volgendeVragen(bestand, { UitvId0034: 'ja' })[0]?.id).toBe('UitvId0001');
    expect(bestand.vragen.find(({ id }) => id === 'UitvId0031')).toMatchObject({ vast: false, voorbehoud: /vogel/ });
  });

  test('evenement: indieningsvereisten go on until everything is handed in', () => {
    const bestand = lees('IndieningsvereistenVergunningEvenementOrganiseren.dmn');
    expect(bestand.soort).toBe('indieningsvereisten');
    const antwoorden: Record<string, Antwoord> = {
      UitvId0001: '2026-05-31',
      UitvId0002: 'een dag',
      UitvId0003: 'Eten en drinken',
      UitvId0004: 250,
      UitvId0005: 'De buurt',
      UitvId0006: true,
      UitvId0007: true,
      UitvId0010: false,
    };
    expect(volgendeVragen(bestand, antwoorden, 9).map(({ id, soort }) => [id, soort])).toEqual([
      ['UitvId0008', 'vraag'],
      ['UitvId0009', 'bijlage'],
    ]);
    expect(uitkomst(bestand, { ...antwoorden, UitvId0008: 'de straat', UitvId0009: true })).toEqual([true]);
  });

  test('olie: maatregelen that the outcome names', () => {
    const bestand = lees('MaatregelenOpslaanOlieproducten.dmn');
    const nummers = (antwoorden: Antwoorden) => evalueer(bestand, antwoorden).maatregelen.map(({ nummer }) => nummer);
    expect(nummers({ UitvId0001: false })).toEqual(['m0106', 'm0108', 'm0109', 'm0111', 'm0086']);
    expect(nummers({ UitvId0001: true, UitvId0002: 'Binnen bedrijf' })).toEqual(['m0086']);
    expect(nummers({ UitvId0001: true, UitvId0002: 'Derden' })).toEqual([]);
  });
});

describe('npm run sttr', () => {
  const sttr = (...argumenten: string[]): Promise<{ status: number; uit: string }> =>
    new Promise((klaar) => {
      execFile(
        process.execPath,
        ['--import', 'tsx', 'scripts/sttr.ts', ...argumenten],
        { cwd: wortel },
        (error, stdout, stderr) => klaar({ status: error ? Number(error.code) : 0, uit: stdout + stderr }),
      );
    });

  test('lists the questions, and with answers the conclusion and the rules that decided', async () => {
    const boom = `${map}tree-felling.dmn`;
    expect(await sttr(boom)).toMatchObject({
      status: 0,
      uit: expect.stringMatching(/UitvId0001 {2}Staat de boom in een tuin/),
    });
    const vrij = await sttr(boom, '--json', '--antwoorden', '{"erf":"ja","Is het een beschermde boom?":false}');
    expect(vrij.status).toBe(0);
    expect(JSON.parse(vrij.uit)).toMatchObject({
      stand: 'bekend',
      conclusies: [{ waarde: 'Toestemmingsvrij' }],
      beslissendeRegels: [
        { beslissing: 'ConclusieBoomKappen', nummer: 1 },
        { beslissing: 'Beschermde boom', nummer: 2 },
      ],
    });
    expect(await sttr(`${map}xsd/imtr-3.0/DC.xsd`)).toMatchObject({
      status: 2,
      uit: expect.stringMatching(/geen DMN/),
    });
  }, 60_000);

  test('says of a file that it cannot use the same as the import, and of answers that contradict each other which', async () => {
    const { map: kapot, bestanden } = maakKapot();
    try {
      const gekozen = bestanden.filter(({ naam }) => ['groot', 'kring'].includes(naam));
      expect(gekozen).toHaveLength(2);
      const [tegen, ...uitkomsten] = await Promise.all([
        sttr(`${map}tree-felling.dmn`, '--antwoorden', '{"erf":"ja","UitvId0001":false}'),
        ...gekozen.map(({ pad }) => sttr(pad)),
      ]);
      expect(tegen).toMatchObject({
        status: 2,
        uit: expect.stringMatching(/spreken elkaar tegen: "Staat de boom in een/),
      });
      for (const [i, { naam, melding }] of gekozen.entries()) {
        expect(uitkomsten[i], naam).toMatchObject({ status: 2, uit: expect.stringMatching(melding) });
        expect(uitkomsten[i]?.uit, naam).not.toMatch(/^\s+at /m);
      }
    } finally {
      rmSync(kapot, { recursive: true, force: true });
    }
  }, 60_000);
});
