import { readFileSync } from 'node:fs';
import type { Knex } from 'knex';
import { parse } from 'yaml';
import * as z from 'zod/mini';
import type { Doel } from '../../server/veiligheid/beeld/contract.ts';
import { maakBeeld } from '../../server/veiligheid/beeld/domain/beeld.ts';
import { insertInterventie, loadBeeld, writeDoelen, writeThema } from '../../server/veiligheid/beeld/queries.ts';
import { stelBeeldVast } from '../../server/veiligheid/beeld/vaststellen.ts';
import { weggelaten } from '../../server/veiligheid/domain/lagen.ts';
import { celVan } from '../../server/veiligheid/domain/rooster.ts';
import { themas } from '../../server/veiligheid/domain/velden.ts';
import type { Town } from './town.ts';
import type { Voorvallen } from './veiligheid-voorvallen.ts';

const tekst = z.string().check(z.minLength(1));
const schema = z.strictObject({
  besluit: tekst,
  prioriteiten: z.array(z.string()).check(z.maxLength(4)),
  doelen: z.array(
    z.strictObject({
      indicator: z.string(),
      verandering: z.number(),
      over: z.int(),
      vergelijk: z.optional(z.number()),
      met: z.optional(z.string()),
    }),
  ),
  interventie: z.strictObject({ thema: z.string(), naam: tekst, omschrijving: tekst, maanden: z.int() }),
  themas: z.record(z.string(), z.strictObject({ problematiek: tekst, aanpak: tekst, extra: tekst })),
});
type Teksten = z.infer<typeof schema>;

const lees = (): Teksten =>
  z.parse(
    schema,
    parse(readFileSync(new URL('../../data/veiligheid/modelgemeente-beeld.yaml', import.meta.url), 'utf8')),
  );

/**
 * Writes and adopts the veiligheidsbeeld of a generated gemeente, through the same statements as a person who makes
 * policy: what the intervention changed is measured by the product, from the counts that were just loaded. Where somebody
 * wrote already, nothing happens.
 *
 * @param peildatum YYYY-MM-DD: the day of the besluit
 * @throws Error when what was planted does not lie in the cells of the gemeente
 */
export async function schrijfVeiligheidsbeeld(
  trx: Knex,
  town: Town,
  voorvallen: Voorvallen,
  peildatum: string,
): Promise<void> {
  const gemeente = town.code;
  const bestaand = await Promise.all(
    ['veiligheidsbeeld_thema', 'veiligheid_interventie', 'veiligheidsbeeld_vastgesteld'].map((tabel) =>
      trx(tabel).where({ gemeente_code: gemeente }).first('gemeente_code'),
    ),
  );
  if (bestaand.some(Boolean)) return;
  const { besluit, prioriteiten, doelen, interventie, themas: teksten } = lees();
  const vul = (regel: string) => regel.replace(/\{(\w+)\}/g, (_, naam) => buurtVan(town, voorvallen, naam));
  for (const thema of new Set([...prioriteiten, ...themas.keys()])) {
    const geschreven = teksten[thema];
    if (!geschreven) throw new Error(`data/veiligheid/modelgemeente-beeld.yaml: thema ${thema} ontbreekt`);
    await writeThema(trx, {
      ...{ gemeente, thema, versie: 0, prioriteit: prioriteiten.includes(thema) },
      problematiek: vul(geschreven.problematiek),
      aanpak: vul(geschreven.aanpak),
      extra: vul(geschreven.extra),
    });
  }
  await plantInterventie(trx, gemeente, voorvallen, { ...interventie, omschrijving: vul(interventie.omschrijving) });
  await writeDoelen(trx, gemeente, await doelenNaast(trx, gemeente, doelen, Number(peildatum.slice(0, 4))));
  await stelBeeldVast(trx, {
    gemeente,
    besluit: besluit.replace('{jaar}', peildatum.slice(0, 4)),
    vastgesteldOp: peildatum,
  });
}

async function plantInterventie(
  trx: Knex,
  gemeente: string,
  { waarheid: { geplant, maanden } }: Voorvallen,
  interventie: Teksten['interventie'],
): Promise<void> {
  const plant = geplant.find(({ naam }) => naam === 'interventie');
  const begin = maanden[plant?.begin ?? -1];
  if (!plant || !begin) throw new Error('There is no intervention planted');
  const { stelsel, klasse, cellen } = plant;
  const invoer = { ...interventie, gemeente, stelsel, klassen: [klasse], begin: begin.slice(0, 7), cellen };
  if (!(await insertInterventie(trx, invoer, weggelaten('A'))))
    throw new Error('The planted intervention does not lie in the cells of the gemeente');
}

/** Targets and benchmarks beside the figures of today. */
async function doelenNaast(trx: Knex, gemeente: string, doelen: Teksten['doelen'], jaar: number): Promise<Doel[]> {
  const feiten = await loadBeeld(trx, { gemeente, zonder: weggelaten('A'), perBuurt: false });
  const indicatoren = feiten ? maakBeeld(feiten, 'intern').themas.flatMap((thema) => thema.indicatoren) : [];
  return doelen.flatMap(({ indicator, verandering, over, vergelijk, met = '' }) => {
    const laatste = indicatoren.find(({ key }) => key === indicator)?.gemeente.reeks.at(-1);
    const nu = laatste?.perDuizend ?? laatste?.waarde;
    if (typeof nu !== 'number') return [];
    const cijfers = nu < 1 ? 100 : 10;
    const deel = (keer: number) => Math.round(cijfers * nu * keer) / cijfers;
    return {
      indicator,
      streefwaarde: deel(1 + verandering),
      streefjaar: jaar + over,
      vergelijk: vergelijk === undefined ? null : deel(vergelijk),
      vergelijkMet: met,
    };
  });
}

/** Name of the buurt in which most of a planted hot spot lies. */
function buurtVan(town: Town, { geplant }: Voorvallen, naam: string): string {
  const cellen = new Set(geplant.find((plant) => plant.naam === naam)?.cellen);
  const perBuurt = new Map<string, number>();
  for (const {
    punt: [x, y],
    buurtCode,
  } of town.adressen) {
    if (!cellen.has(celVan('vierkant', Math.round(x * 1000), Math.round(y * 1000)))) continue;
    perBuurt.set(buurtCode, (perBuurt.get(buurtCode) ?? 0) + 1);
  }
  const [meest] = [...perBuurt].sort(([, a], [, b]) => b - a)[0] ?? [];
  return town.buurten.find(({ code }) => code === meest)?.naam ?? town.naam;
}
