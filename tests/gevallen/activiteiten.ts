import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Onderdeel } from '../../server/vergunningcheck/contract.ts';
import { beoordeelBouwwerk } from '../../server/vergunningcheck/domain/bouwwerk.ts';
import { type Kader, normtoetsenVan, standVan } from '../../server/vergunningcheck/domain/deel.ts';
import { toetsUitslag } from '../../server/vergunningcheck/domain/evalueer.ts';
import { bekendFeit } from '../../server/vergunningcheck/domain/feiten.ts';
import { type Regels, regelsVoor } from '../../server/vergunningcheck/domain/meetkunde/regels.ts';
import type { Situatie } from '../../server/vergunningcheck/domain/meetkunde/situatie.ts';
import { beoordeelActiviteit, type OnderdeelUitslag } from '../../server/vergunningcheck/domain/onderdeel.ts';
import type { Uitkomst, VraagSleutel, Waarde } from '../../server/vergunningcheck/domain/oordeel.ts';
import { type Activiteit, feitenVan } from '../../server/vergunningcheck/domain/regel.ts';

/** The rules of the state, where a gemeente has no version of its own. */
export const bruidsschat = regelsVoor(null, '2026-11-27')!;

const map = resolve(import.meta.dirname, '../../server/vergunningcheck/activiteiten');

export type Feiten = Record<string, Waarde>;
type Plantoets = 'past' | 'past-niet' | 'onbekend';

/** A worked case that a jurist can read: the facts that differ from the basis (null: not known), and what must follow. */
export interface Geval {
  id: string;
  feiten: Record<string, Waarde>;
  /** The outcome per question, and whether the plan fits in the norms of the omgevingsplan where that is said. */
  verwacht: Partial<Record<VraagSleutel, Uitkomst> & { plantoets: Plantoets }>;
  /** Where the answer stands, where that is what the geval is about. */
  artikel?: Partial<Record<VraagSleutel, string>>;
  toelichting: string;
  /** What is drawn, where it differs from that of the file; null: nothing. */
  ring?: Onderdeel['ring'];
  /** Name of what stands at the place; absent: the first. */
  situatie?: string;
}

export interface GevallenBestand {
  werkzaamheid: string;
  toelichting: string;
  /** Of what is drawn: what stands at the place, and the drawing. */
  situaties?: Record<string, Situatie>;
  ring?: Onderdeel['ring'];
  basis: Record<string, Waarde>;
  gevallen: Geval[];
}

export const gevallenBestanden: readonly GevallenBestand[] = readdirSync(map)
  .filter((naam) => naam.endsWith('.gevallen.json'))
  .map((naam) => JSON.parse(readFileSync(resolve(map, naam), 'utf8')));

export const feitenIn = ({ basis }: Pick<GevallenBestand, 'basis'>, { feiten }: Pick<Geval, 'feiten'>) => ({
  ...basis,
  ...feiten,
});

const normenIn = (feiten: Feiten): ReadonlyMap<string, number> =>
  new Map(
    Object.entries(feiten).flatMap(([sleutel, waarde]) =>
      sleutel.startsWith('norm.') && typeof waarde === 'number' ? [[sleutel, waarde] as const] : [],
    ),
  );

/** The surroundings of a geval: articles as they are written, norms among the facts. */
const kaderBij = (feiten: Feiten): Kader => ({
  noemArtikel: (artikel) => artikel,
  versieVan: () => 'proef',
  gezag: { gemeente: 'de gemeente', waterschap: 'het waterschap' },
  normen: normenIn(feiten),
  noemFeit: (sleutel) => sleutel,
  nietTeVragen: new Set(),
});

/** Judges one geval: facts of the place as the map tells them, the others as answers. */
export function werkUit(
  activiteit: Activiteit,
  bestand: Pick<GevallenBestand, 'basis' | 'situaties' | 'ring'>,
  geval: Pick<Geval, 'feiten' | 'ring' | 'situatie'>,
  regels: Regels = bruidsschat,
): OnderdeelUitslag {
  const feiten = feitenIn(bestand, geval);
  const plaats = activiteit.feiten.flatMap((definitie) => {
    const waarde = feiten[definitie.sleutel];
    return definitie.vanPlaats && waarde !== undefined && waarde !== null
      ? [[definitie.sleutel, bekendFeit(definitie, waarde, 'kaart', null, null)] as const]
      : [];
  });
  const antwoorden = Object.fromEntries(
    activiteit.feiten.flatMap(({ sleutel, vanPlaats }) => (vanPlaats ? [] : [[sleutel, feiten[sleutel] ?? null]])),
  );
  const ring = geval.ring === undefined ? (bestand.ring ?? null) : geval.ring;
  const onderdeel = { sleutel: 'proef', werkzaamheid: activiteit.id, ring, antwoorden };
  const kader = kaderBij(feiten);
  const situaties = bestand.situaties ?? {};
  const situatie = situaties[geval.situatie ?? Object.keys(situaties)[0] ?? ''] ?? null;
  return activiteit.meetkunde
    ? beoordeelBouwwerk(onderdeel, activiteit, new Map(plaats), kader, { situatie, regels }, [])
    : beoordeelActiviteit(onderdeel, activiteit, new Map(plaats), kader);
}

export const uitkomstenVan = ({ oordeel }: Pick<OnderdeelUitslag, 'oordeel'>): Geval['verwacht'] => {
  const plantoets = oordeel.delen.find(({ vraag }) => vraag === 'R')?.plantoets;
  return {
    ...Object.fromEntries(oordeel.delen.map(({ vraag, uitkomst }) => [vraag, uitkomst])),
    ...(plantoets && plantoets.toetsen.length > 0 ? { plantoets: plantoets.uitslag } : {}),
  };
};

interface KortOordeel {
  uitkomst: Uitkomst;
  artikel: string | null;
  plantoets: Plantoets | null;
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
