import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import {
  type Feiten,
  type Geval,
  type GevallenBestand,
  gevallenBestand,
  kaderBij,
} from '../../scripts/geval/werkzaamheid.ts';
import { normtoetsenVan, standVan } from '../../server/vergunningcheck/domain/deel.ts';
import { toetsUitslag } from '../../server/vergunningcheck/domain/evalueer.ts';
import type { Uitkomst, VraagSleutel } from '../../server/vergunningcheck/domain/oordeel.ts';
import { type Activiteit, feitenVan } from '../../server/vergunningcheck/domain/regel.ts';

const map = resolve(import.meta.dirname, '../../server/vergunningcheck/activiteiten');

/** Every file of gevallen of an activiteit. */
export const gevallenBestanden: readonly GevallenBestand[] = readdirSync(map)
  .filter((naam) => naam.endsWith('.gevallen.json'))
  .map((naam) => gevallenBestand.parse(JSON.parse(readFileSync(resolve(map, naam), 'utf8'))));

interface KortOordeel {
  uitkomst: Uitkomst;
  artikel: string | null;
  plantoets: Geval['verwacht']['plantoets'] | null;
}

/** What the rules of one question say, and nothing else: quick enough to try thousands of changed rules. */
export function kortOordeel(activiteit: Activiteit, feiten: Feiten, vraag: VraagSleutel): KortOordeel | null {
  const regel = activiteit.delen.find((deel) => deel.vraag === vraag);
  if (!regel) return null;
  const gegeven = new Map(
    Object.entries(feiten).flatMap(([sleutel, waarde]) => (waarde === null ? [] : [[sleutel, waarde] as const])),
  );
  const strijdig = activiteit.samenhang.filter((toets) => toetsUitslag(toets, gegeven) === false).flatMap(feitenVan);
  const bekend = new Map([...gegeven].filter(([sleutel]) => !strijdig.includes(sleutel)));
  const normtoetsen = normtoetsenVan(regel, activiteit, kaderBij(feiten));
  const { uitkomst, slot, past } = standVan(regel, normtoetsen, bekend, true);
  return { uitkomst, artikel: slot?.artikel ?? null, plantoets: normtoetsen.length > 0 ? past : null };
}

/** Whether the rules of one question say what a geval expects of it. */
export function kloptMet({ verwacht, artikel }: Geval, gevonden: KortOordeel | null, vraag: VraagSleutel): boolean {
  const waar = artikel?.[vraag];
  return (
    gevonden?.uitkomst === verwacht[vraag] &&
    (waar === undefined || waar === gevonden?.artikel) &&
    (vraag !== 'R' || (verwacht.plantoets ?? null) === (gevonden?.plantoets ?? null))
  );
}
