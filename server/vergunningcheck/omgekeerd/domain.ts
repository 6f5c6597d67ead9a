import * as z from 'zod/mini';
import kaartfeiten from '../../../data/vergunningcheck/kaartfeiten.json' with { type: 'json' };
import inhoud from '../../../data/vergunningcheck/omgekeerde-kaart.json' with { type: 'json' };
import { bepaalAandeel, dektGeheel } from '../../geo/gebied.ts';
import type { RdPunt } from '../../geo/rd.ts';
import type { CheckAntwoord, CheckInvoer } from '../contract.ts';
import { uitkomst } from '../domain/oordeel.ts';
import type { Kaartuitkomst } from './contract.ts';

/** From free to strict; then what is still open. */
export const kaartVolgorde: readonly Kaartuitkomst[] = [
  'VRIJ',
  'VRIJ_PLANTOETS',
  'INFORMATIEPLICHT',
  'MELDING',
  'VERGUNNING',
  'VERBOD',
  'HANGT_AF',
  'ONBEKEND',
];

/** The layer of the catalogue that shows the map of a werkzaamheid. */
export const laagVan = (werkzaamheid: string): string => `vergunningkaart-${werkzaamheid}`;

const antwoorden = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));
const bestand = z.object({
  plaatsAntwoorden: antwoorden,
  lagen: z.array(
    z.object({
      werkzaamheid: z.string(),
      naam: z.string(),
      /** In plain words: what the layer assumes of the plan. */
      uitgaande: z.string(),
      antwoorden,
      /** What it can be, from free to strict; to these the legend adds what is not known. */
      uitkomsten: z.array(uitkomst).check(z.minLength(1), z.maxLength(5)),
    }),
  ),
});

/**
 * The layers that colour a gemeente by what the vergunningcheck says of one plan at every place.
 *
 * @throws Error at the start of the server, which names what is wrong in data/vergunningcheck/omgekeerde-kaart.json
 */
export const { lagen: omgekeerdeLagen, plaatsAntwoorden } = bestand.parse(inhoud);
export type OmgekeerdeLaag = (typeof omgekeerdeLagen)[number];

/** What is asked of the check at a place for one layer: the answer is its colour there. */
export const vraagVoor = ({ x, y }: RdPunt, { werkzaamheid, antwoorden: gegeven }: OmgekeerdeLaag): CheckInvoer => ({
  x,
  y,
  onderdelen: [{ sleutel: werkzaamheid, werkzaamheid, ring: null, antwoorden: { ...gegeven } }],
  plaatsAntwoorden: { ...plaatsAntwoorden },
  betwist: {},
  begindatum: null,
});

/** What the map shows for an answer of the check. */
export const kleurVan = ({ oordeel, volgendeVragen }: CheckAntwoord): Kaartuitkomst =>
  oordeel.uitkomst === 'ONBEKEND' && volgendeVragen.length > 0 ? 'HANGT_AF' : oordeel.uitkomst;

/** What of the map can matter: names of themas, and how the names of areas begin (lower case). */
export interface Kaartwoorden {
  themas: string[];
  gebieden: string[];
}

const vraagvorm = z.object({
  themas: z.optional(z.array(z.string())),
  gebied: z.optional(z.object({ ja: z.array(z.string()), nee: z.array(z.string()) })),
  gebieden: z.optional(z.array(z.tuple([z.string(), z.unknown()]))),
});

/** Every word by which the facts of a place, or the questions of these files, look at the map. */
export function verzamelKaartwoorden(
  koppelingen: readonly { vragen: Readonly<Record<string, { kaart?: unknown }>> }[],
): Kaartwoorden {
  const vragen = [
    ...Object.values(kaartfeiten.feiten),
    ...koppelingen.flatMap(({ vragen: eigen }) => Object.values(eigen).flatMap(({ kaart }) => kaart ?? [])),
  ].map((vraag) => vraagvorm.parse(vraag));
  const uniek = (woorden: string[]) => [...new Set(woorden)].sort();
  return {
    themas: uniek(vragen.flatMap(({ themas }) => themas ?? [])),
    gebieden: uniek(
      vragen.flatMap(({ gebied, gebieden }) => [
        ...(gebied?.ja ?? []),
        ...(gebied?.nee ?? []),
        ...(gebieden ?? []).map(([naam]) => naam),
      ]),
    ),
  };
}

/** What lies on a perceel, as far as it can matter to a check. Lists are null when they are empty. */
export interface PerceelRij {
  identificatie: string;
  gemeenteCode: string | null;
  buurt: string | null;
  m2: number;
  punt: RdPunt;
  regelingen: number[] | null;
  gebieden: [naam: string, regelingId: number][] | null;
  /** m2 null: it is no area. */
  vlakken: [thema: string, omschrijving: string, m2: number | null][] | null;
  dekkingen: [thema: string, m2: number][] | null;
  /** Adressen: all, those whose use is known, and those that are a dwelling. */
  adressen: [alle: number, metDoel: number, woningen: number];
  vorm: { type: string; coordinates: unknown };
}

/**
 * What a check looks at, as one text: percelen with the same get the same answer, so only one of them has to be asked.
 * It says more than needed rather than less.
 */
export function merkVan(rij: PerceelRij, { gebieden }: Pick<Kaartwoorden, 'gebieden'>): string {
  const gebied = { soort: 'perceel', kadastraleAanduiding: null, oppervlakteM2: rij.m2 } as const;
  const vlakken = (rij.vlakken ?? []).map(
    ([thema, omschrijving, m2]) => `${thema}|${omschrijving}|${bepaalAandeel(gebied, m2).rand}`,
  );
  const bekeken = (rij.dekkingen ?? []).map(([thema, m2]) => `${thema}|${dektGeheel(gebied, { raakt: true, m2 })}`);
  const [alle, metDoel, woningen] = rij.adressen;
  const uniek = (woorden: readonly (string | number)[]) => [...new Set(woorden)].sort();
  return JSON.stringify([
    rij.gemeenteCode,
    uniek(rij.regelingen ?? []),
    uniek(
      (rij.gebieden ?? []).flatMap(([naam, regeling]) =>
        gebieden.filter((begin) => naam.toLowerCase().startsWith(begin)).map((begin) => `${begin}|${regeling}`),
      ),
    ),
    uniek(vlakken),
    uniek(bekeken),
    [Math.min(alle, 1), alle === metDoel, Math.min(woningen, 2)],
  ]);
}
