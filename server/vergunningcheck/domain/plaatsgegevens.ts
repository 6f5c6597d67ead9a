import type { Bron } from '../../bronnen/contract.ts';
import type { Gebied } from '../../geo/contract.ts';
import type { OmstandigheidFeiten } from '../../omstandigheden/domain/omstandigheden.ts';

/** Something of a regeling that lies over the place. `m2` null: the place is a point, or it is no area. */
interface OpPlek {
  regelingId: number;
  m2: number | null;
  /** False: its border was not delivered, so it may lie here. */
  zeker: boolean;
}

export interface RegelGegevens {
  regelingen:
    | {
        id: number;
        identificatie: string;
        soort: string;
        naam: string;
        bestuurslaag: 'gemeente' | 'waterschap' | 'provincie' | 'rijk';
        bevoegdGezag: string;
        geldigVanaf: string | null;
        bronId: string;
      }[]
    | null;
  /** Locaties and gebiedsaanwijzingen, by name. */
  gebieden: (OpPlek & { naam: string })[] | null;
  normen:
    | (OpPlek & { naam: string; eenheid: string | null; kwantitatief: number | null; kwalitatief: string | null })[]
    | null;
  bronnen: Bron[] | null;
}

export interface GebouwGegevens {
  /** All on the perceel, however many: the one nearest to the point, and how many have a gebruiksdoel or are a woning. */
  adressen: { eerste: string | null; aantal: number; metDoel: number; woningen: number };
  panden: { bouwjaar: number | null; gebruiksdoelen: string[] }[] | null;
  bronnen: Bron[] | null;
}

/** What the database found of a place. A part that is null gave no answer. */
export interface Plaatsgegevens {
  kop: {
    gebied: Gebied;
    gemeenteCode: string | null;
    gemeenteNaam: string | null;
    /** A bron of this installation delivers for that gemeente. */
    eigen: boolean;
  };
  /** Hash of the file of toepasbare regels per werkzaamheid. */
  regelbestanden: Record<string, string> | null;
  omstandigheden: OmstandigheidFeiten | null;
  regels: RegelGegevens | null;
  gebouwen: GebouwGegevens | null;
}
