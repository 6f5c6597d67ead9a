import * as z from 'zod/mini';
import { activiteitenOpId } from '../../server/vergunningcheck/activiteiten/index.ts';
import { beoordeelBouwwerk } from '../../server/vergunningcheck/domain/bouwwerk/bouwwerk.ts';
import type { Kader } from '../../server/vergunningcheck/domain/deel.ts';
import { bekendFeit } from '../../server/vergunningcheck/domain/feiten.ts';
import { type Regels, regelsVoor } from '../../server/vergunningcheck/domain/meetkunde/regels.ts';
import type { Situatie } from '../../server/vergunningcheck/domain/meetkunde/situatie.ts';
import { beoordeelActiviteit, type OnderdeelUitslag } from '../../server/vergunningcheck/domain/onderdeel.ts';
import { uitkomst, type VraagSleutel, vraagSleutel, waarde } from '../../server/vergunningcheck/domain/oordeel.ts';
import type { Activiteit } from '../../server/vergunningcheck/domain/regel.ts';
import { gevalVelden, type Kind } from './geval.ts';

/** The rules of the state, where a gemeente has no version of its own. */
export const bruidsschat = regelsVoor(null, '2026-11-27')!;

const feiten = z.record(z.string(), waarde);
export type Feiten = z.infer<typeof feiten>;
const ring = z.optional(z.nullable(z.array(z.tuple([z.number(), z.number()]))));

const plantoets = z.enum(['past', 'past-niet', 'onbekend']);

/** A worked case that a jurist can read. */
const geval = z.strictObject({
  ...gevalVelden,
  /** What differs from the basis; null: not known. */
  feiten,
  /** The outcome per question, and whether the plan fits in the norms of the omgevingsplan where that is said. */
  verwacht: z.strictObject({
    ...Object.fromEntries(vraagSleutel.options.map((sleutel) => [sleutel, z.optional(uitkomst)])),
    plantoets: z.optional(plantoets),
  } as Record<VraagSleutel, z.ZodMiniOptional<typeof uitkomst>> & { plantoets: z.ZodMiniOptional<typeof plantoets> }),
  /** Where the answer stands, where that is what the geval is about. */
  artikel: z.optional(z.partialRecord(vraagSleutel, z.string())),
  /** What is drawn, where it differs from that of the file; null: nothing. */
  ring,
  /** Name of what stands at the place; absent: the first. */
  situatie: z.optional(z.string()),
});
export type Geval = z.infer<typeof geval>;

export const gevallenBestand = z.strictObject({
  werkzaamheid: z.string().check(z.refine((id) => activiteitenOpId[id] !== undefined, 'deze werkzaamheid is er niet')),
  toelichting: z.string(),
  /** Of what is drawn: what stands at the place, by name, and the drawing. Rings in RD metres. */
  situaties: z.optional(
    z.record(
      z.string(),
      z.custom<Situatie>((value) => typeof value === 'object' && value !== null),
    ),
  ),
  ring,
  basis: feiten,
  gevallen: z.array(geval).check(z.minLength(1)),
});
export type GevallenBestand = z.infer<typeof gevallenBestand>;

export const feitenIn = ({ basis }: Pick<GevallenBestand, 'basis'>, { feiten: anders }: Pick<Geval, 'feiten'>) => ({
  ...basis,
  ...anders,
});

/** The surroundings of a geval: articles as they are written, norms among the facts. */
export const kaderBij = (gegeven: Feiten): Kader => ({
  noemArtikel: (artikel) => artikel,
  versieVan: () => 'proef',
  gezag: { gemeente: 'de gemeente', waterschap: 'het waterschap' },
  normen: new Map(
    Object.entries(gegeven).flatMap(([sleutel, norm]) =>
      sleutel.startsWith('norm.') && typeof norm === 'number' ? [[sleutel, norm] as const] : [],
    ),
  ),
  noemFeit: (sleutel) => sleutel,
  nietTeVragen: new Set(),
});

/** Judges one geval: facts of the place as the map tells them, the others as answers. */
export function werkUit(
  activiteit: Activiteit,
  bestand: Pick<GevallenBestand, 'basis' | 'situaties' | 'ring'>,
  een: Pick<Geval, 'feiten' | 'ring' | 'situatie'>,
  regels: Regels = bruidsschat,
): OnderdeelUitslag {
  const gegeven = feitenIn(bestand, een);
  const plaats = activiteit.feiten.flatMap((definitie) => {
    const bekend = gegeven[definitie.sleutel];
    return definitie.vanPlaats && bekend !== undefined && bekend !== null
      ? [[definitie.sleutel, bekendFeit(definitie, bekend, 'kaart', null, null)] as const]
      : [];
  });
  const antwoorden = Object.fromEntries(
    activiteit.feiten.flatMap(({ sleutel, vanPlaats }) => (vanPlaats ? [] : [[sleutel, gegeven[sleutel] ?? null]])),
  );
  const tekening = een.ring === undefined ? (bestand.ring ?? null) : een.ring;
  const onderdeel = { sleutel: 'proef', werkzaamheid: activiteit.id, ring: tekening, antwoorden };
  const kader = kaderBij(gegeven);
  const situaties = bestand.situaties ?? {};
  const situatie = situaties[een.situatie ?? Object.keys(situaties)[0] ?? ''] ?? null;
  return activiteit.meetkunde
    ? beoordeelBouwwerk(onderdeel, activiteit, new Map(plaats), kader, { situatie, regels }, [])
    : beoordeelActiviteit(onderdeel, activiteit, new Map(plaats), kader);
}

export const uitkomstenVan = ({ oordeel }: Pick<OnderdeelUitslag, 'oordeel'>): Geval['verwacht'] => {
  const past = oordeel.delen.find(({ vraag }) => vraag === 'R')?.plantoets;
  return {
    ...Object.fromEntries(oordeel.delen.map(({ vraag, uitkomst }) => [vraag, uitkomst])),
    ...(past && past.toetsen.length > 0 ? { plantoets: past.uitslag } : {}),
  };
};

/** Worked cases of one werkzaamheid: `verwacht` per question, and where a geval says so the article. */
export const werkzaamheid: Kind = (inhoud) => {
  const bestand = gevallenBestand.parse(inhoud);
  const activiteit = activiteitenOpId[bestand.werkzaamheid]!;
  return bestand.gevallen.map((een) => ({
    id: een.id,
    verwacht: een.artikel ? { ...een.verwacht, artikel: een.artikel } : een.verwacht,
    compute: () => {
      const uitslag = werkUit(activiteit, bestand, een);
      const artikelen = uitslag.oordeel.delen.map(({ vraag, artikel }) => [vraag, artikel] as const);
      return { ...uitkomstenVan(uitslag), artikel: Object.fromEntries(artikelen) };
    },
  }));
};
