import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { leesRegelmap, type Regeldeel } from '../../scripts/import/toepasbare-regels/map.ts';
import { beoordeelBestand } from '../../server/vergunningcheck/domain/sttr/deeloordeel.ts';
import { bereid, evalueer, volgendeVragen, vragen } from '../../server/vergunningcheck/domain/sttr/evalueer.ts';
import { feitDefinities } from '../../server/vergunningcheck/domain/sttr/feiten.ts';
import type { Koppeling } from '../../server/vergunningcheck/domain/sttr/koppeling.ts';
import { leesRegelbestand } from '../../server/vergunningcheck/domain/sttr/lees.ts';
import type { Antwoord, Antwoorden, Regelbestand } from '../../server/vergunningcheck/domain/sttr/model.ts';

const map = fileURLToPath(new URL('../../data/toepasbare-regels', import.meta.url));
const delen = leesRegelmap(map, { vandaag: '2026-11-27' });

/** A worked case of a file: what follows from these answers. Read by a jurist, so what is not named is not judged. */
const geval = z.strictObject({
  id: z.string(),
  toelichting: z.string(),
  antwoorden: z.record(z.string(), z.union([z.boolean(), z.number(), z.string()])),
  /** By the name of the decision. */
  conclusies: z.record(z.string(), z.string()),
  /** By the name of the decision: the number of the rule. */
  regels: z.optional(z.record(z.string(), z.number())),
  indieningsvereisten: z.optional(z.array(z.string())),
  maatregelen: z.optional(z.array(z.string())),
});
type Geval = z.infer<typeof geval>;

const gevallenVan = ({ pad }: Regeldeel): Geval[] =>
  z.array(geval).parse(JSON.parse(readFileSync(pad.replace('.dmn', '.gevallen.json'), 'utf8')));

/** What differs between what a geval expects and what the file says. */
function verschil(bestand: Regelbestand, koppeling: Koppeling, { antwoorden, ...verwacht }: Geval): string[] {
  const { evaluatie, indieningsvereisten } = beoordeelBestand(
    bestand,
    koppeling,
    antwoorden,
    'burgemeester en wethouders',
  );
  const { stand, conclusies, beslissendeRegels, maatregelen } = evaluatie;
  const gevonden = {
    stand,
    conclusies: Object.fromEntries(conclusies.map(({ beslissing, waarde }) => [beslissing, waarde])),
    tegenspraak: conclusies.some(({ tegenspraak }) => tegenspraak.length > 0),
    regels: Object.fromEntries(
      Object.keys(verwacht.regels ?? {}).map((naam) => [
        naam,
        beslissendeRegels.find(({ beslissing }) => beslissing === naam)?.nummer,
      ]),
    ),
    indieningsvereisten: verwacht.indieningsvereisten && [...indieningsvereisten.map(({ id }) => id)].sort(),
    maatregelen: verwacht.maatregelen && [...maatregelen.map(({ id }) => id)].sort(),
  };
  const gewenst = {
    stand: 'bekend',
    conclusies: verwacht.conclusies,
    tegenspraak: false,
    regels: verwacht.regels ?? {},
    indieningsvereisten: verwacht.indieningsvereisten && [...verwacht.indieningsvereisten].sort(),
    maatregelen: verwacht.maatregelen && [...verwacht.maatregelen].sort(),
  };
  const namen = Object.keys(gewenst) as (keyof typeof gewenst)[];
  return namen.flatMap((naam) => {
    const [a, b] = [sorted(gevonden[naam]), sorted(gewenst[naam])];
    return a === b ? [] : [`${verwacht.id} ${naam}: ${a} in plaats van ${b}`];
  });
}

const sorted = (waarde: unknown): string =>
  JSON.stringify(waarde, (_sleutel, deel) =>
    deel && typeof deel === 'object' && !Array.isArray(deel)
      ? Object.fromEntries(Object.entries(deel).sort(([a], [b]) => (a < b ? -1 : 1)))
      : deel,
  ) ?? 'niets';

/** The ends of every way through the questions of a file, with one answer of each group that the rules tell apart. */
function* einden(bestand: Regelbestand, antwoorden: Record<string, Antwoord> = {}): Generator<Antwoorden> {
  const [vraag] = volgendeVragen(bestand, antwoorden);
  if (!vraag) {
    yield antwoorden;
    return;
  }
  const waarden = bereid(bestand).klassen.get(vraag.id)?.waarden ?? [];
  if (waarden.length === 0) throw new Error(`${bestand.naam}: ${vraag.id} has no answers to try`);
  for (const waarde of waarden) yield* einden(bestand, { ...antwoorden, [vraag.id]: waarde as Antwoord });
}

describe('the toepasbare regels of the Modelgemeente', () => {
  test('are many, each with its gevallen', () => {
    expect(delen.length).toBeGreaterThanOrEqual(20);
    for (const deel of delen) expect(gevallenVan(deel).length, deel.pad).toBeGreaterThan(0);
  });

  test('decide every geval as it says, and every answer in it belongs to a question', () => {
    const fouten = delen.flatMap((deel) => {
      const ids = new Set(vragen(deel.bestand).map(({ id }) => id));
      return gevallenVan(deel).flatMap((een) => [
        ...Object.keys(een.antwoorden).flatMap((id) => (ids.has(id) ? [] : [`${een.id}: ${id} is geen vraag`])),
        ...verschil(deel.bestand, deel.koppeling, een),
      ]);
    });
    expect(fouten).toEqual([]);
  });

  test('have no dead end: every way through the questions ends in an uitkomst with a next step', () => {
    const fouten: string[] = [];
    for (const { bestand, koppeling } of delen) {
      for (const antwoorden of einden(bestand)) {
        const { evaluatie, delen: deeloordelen } = beoordeelBestand(bestand, koppeling, antwoorden, 'b en w');
        const waar = `${koppeling.werkzaamheid.id} ${JSON.stringify(antwoorden)}`;
        if (evaluatie.stand !== 'bekend') fouten.push(`${waar}: geen uitkomst`);
        if (evaluatie.conclusies.some(({ treffer, tegenspraak }) => !treffer || tegenspraak.length > 0)) {
          fouten.push(`${waar}: geen regel, of regels die elkaar tegenspreken`);
        }
        for (const { volgendeStap, uitleg, artikel, uitkomst, vraag } of deeloordelen) {
          if (!volgendeStap.tekst || !volgendeStap.wie || !uitleg || !artikel) fouten.push(`${waar}: ${vraag} is leeg`);
          if (uitkomst === 'ONBEKEND' && volgendeStap.soort !== 'vraag-gemeente')
            fouten.push(`${waar}: ${vraag} loopt dood`);
        }
      }
    }
    expect(fouten).toEqual([]);
  });

  test('have a geval for every uitkomst that they can reach', () => {
    const zonder = delen.flatMap((deel) => {
      const gevallen = gevallenVan(deel);
      const bereikt = new Set<string>();
      for (const antwoorden of einden(deel.bestand)) {
        for (const { beslissing, waarde } of evalueer(deel.bestand, antwoorden).conclusies) {
          bereikt.add(`${beslissing}: ${waarde}`);
        }
      }
      const beschreven = new Set(
        gevallen.flatMap(({ conclusies }) => Object.entries(conclusies).map(([naam, waarde]) => `${naam}: ${waarde}`)),
      );
      return [...bereikt]
        .filter((uitkomst) => !beschreven.has(uitkomst))
        .map((uitkomst) => `${deel.koppeling.werkzaamheid.id} ${uitkomst}`);
    });
    expect(zonder).toEqual([]);
  });

  test('have gevallen on both sides of every limit: each limit that is moved, or moved onto, makes one fail', () => {
    const overleefd: string[] = [];
    let aantal = 0;
    for (const deel of delen) {
      const gevallen = gevallenVan(deel);
      for (const { xml, wat } of mutaties(deel)) {
        aantal += 1;
        const gelezen = leesRegelbestand(xml);
        if ('fouten' in gelezen) throw new Error(`${wat}: ${JSON.stringify(gelezen.fouten)}`);
        const faalt = gevallen.some((een) => verschil(gelezen.bestand, deel.koppeling, een).length > 0);
        if (!faalt) overleefd.push(`${deel.koppeling.werkzaamheid.id}: ${wat}`);
      }
    }
    expect(overleefd).toEqual([]);
    expect(aantal).toBeGreaterThan(200);
  }, 60_000);

  test('say in plain words what each answer means, in sentences', () => {
    const fouten = delen.flatMap(({ bestand, koppeling }) =>
      feitDefinities(bestand, koppeling).flatMap(({ sleutel, naam, zin, vraag, hulp }) => {
        const zinnen = typeof zin === 'string' ? [zin] : zin ? [zin.ja, zin.nee] : [];
        const teksten = [vraag, ...zinnen, ...(hulp ? [hulp] : [])];
        return [
          ...(zinnen.length === 0 || !naam ? [`${koppeling.werkzaamheid.id} ${sleutel}: zonder zin of naam`] : []),
          ...teksten
            .filter((tekst) => /!/.test(tekst) || !/[.?”]$/.test(tekst))
            .map((tekst) => `${koppeling.werkzaamheid.id} ${sleutel}: ${tekst}`),
        ];
      }),
    );
    expect(fouten).toEqual([]);
  });
});

const stappen: Record<string, number> = { m: 0.01 };

/** The file with one limit in one cell changed: a step up, a step down, and on the limit itself decided the other way. */
function* mutaties({ xml, koppeling, bestand }: Regeldeel): Generator<{ xml: string; wat: string }> {
  const cel = /<dmn:inputEntry>\s*<dmn:text>([^<]*)<\/dmn:text>/g;
  for (const { index, 0: geheel, 1: tekst = '' } of xml.matchAll(cel)) {
    if (tekst.includes('"') || !/\d/.test(tekst)) continue;
    const regel = xml.slice(0, index).split('\n').length;
    const stap =
      stappen[eenheidVan(bestand, koppeling, tekst.replaceAll('&gt;', '>').replaceAll('&lt;', '<')) ?? ''] ?? 1;
    const varianten = new Set<string>();
    for (const getal of tekst.matchAll(/-?\d+(?:\.\d+)?/g)) {
      for (const anders of [Number(getal[0]) + stap, Number(getal[0]) - stap]) {
        const nieuw = String(Math.round(anders * 1000) / 1000);
        varianten.add(tekst.slice(0, getal.index) + nieuw + tekst.slice(getal.index + getal[0].length));
      }
    }
    if (/&[lg]t;/.test(tekst))
      varianten.add(tekst.includes('=') ? tekst.replace('=', '') : tekst.replace(/(&[lg]t;)/, '$1='));
    for (const variant of varianten) {
      const plek = index + geheel.indexOf(tekst);
      yield {
        xml: xml.slice(0, plek) + variant + xml.slice(plek + tekst.length),
        wat: `regel ${regel}: ${tekst} -> ${variant}`,
      };
    }
  }
}

/** The unit of the question whose column holds this cell. */
function eenheidVan({ definitions }: Regelbestand, { vragen }: Koppeling, tekst: string): string | null {
  for (const element of definitions.elements.values()) {
    if (element.kind !== 'decision' || element.expression.kind !== 'table') continue;
    for (const { inputs } of element.expression.rules) {
      const kolom = inputs.indexOf(tekst);
      const eenheid = vragen[element.expression.inputs[kolom]?.text ?? '']?.eenheid;
      if (eenheid) return eenheid;
    }
  }
  return null;
}
