import type { Gebied } from '../../geo/contract.ts';
import { bepaalAandeel, type Dekking, dektGeheel } from '../../geo/gebied.ts';
import type { Omstandigheden, Omstandigheid } from '../contract.ts';
import type { Thema } from './themas.ts';

interface Vlak {
  thema: string;
  omschrijving: string;
  waarde: number | null;
  eenheid: string | null;
  m2: number | null;
  bronId: string;
}

/** What the database found for one or more themas. A list that is null is empty. */
export interface OmstandigheidFeiten {
  gebied: Gebied;
  vlakken: Vlak[] | null;
  dekkingen: (Dekking & { thema: string; bronIds: string[] })[] | null;
  bronnen: Omstandigheden['bronnen'] | null;
}

/** Per thema what was found, or null: its query failed. */
export type PerThema = ReadonlyMap<string, OmstandigheidFeiten | null>;

/** What a place allows: one answer of three per thema. */
export function toonOmstandigheden(themas: readonly Thema[], gebied: Gebied, perThema: PerThema): Omstandigheden {
  // one answer of the database can be that of every thema
  const bronnen = [...new Set(perThema.values())].flatMap((feiten) => feiten?.bronnen ?? []);
  return {
    gebied,
    themas: themas.map((thema) => toonThema(thema, perThema.get(thema.key) ?? null)),
    bronnen: [...new Map(bronnen.map((bron) => [bron.id, bron])).values()],
  };
}

/**
 * Geldt: something lies here. Geldt niet: nothing does, and somebody looked at the whole place. In every other case we
 * do not know, and say whether that is because nobody looked, looked at a part only, or gave no answer now.
 */
function toonThema(thema: Thema, feiten: OmstandigheidFeiten | null): Omstandigheid {
  const { key, naam, groep, vraag, uitleg, volgendeStap } = thema;
  const basis = { thema: key, naam, groep, vraag, uitleg };
  const onbekend = (reden: NonNullable<Omstandigheid['reden']>, bronIds: string[]): Omstandigheid => ({
    ...basis,
    uitkomst: 'onbekend',
    reden,
    vlakken: [],
    volgendeStap: volgendeStap.stap,
    bronIds,
  });
  if (!feiten) return onbekend('bron-faalt', []);

  const vlakken = (feiten.vlakken ?? []).filter((vlak) => vlak.thema === key);
  const dekking = (feiten.dekkingen ?? []).find((ander) => ander.thema === key);
  const bronIds = [...new Set([...vlakken.map(({ bronId }) => bronId), ...(dekking?.bronIds ?? [])])];
  if (vlakken.length > 0) {
    return {
      ...basis,
      uitkomst: 'geldt',
      reden: null,
      vlakken: vlakken.map(({ omschrijving, waarde, eenheid, m2 }) => ({
        omschrijving: noemKlasse(thema, omschrijving, waarde),
        waarde,
        eenheid,
        aandeel: bepaalAandeel(feiten.gebied, m2),
      })),
      volgendeStap: thema.bijGeldt,
      bronIds,
    };
  }
  if (!dekking) return onbekend('geen-gegevens', bronIds);
  if (!dektGeheel(feiten.gebied, dekking)) return onbekend('deels', bronIds);
  return { ...basis, uitkomst: 'geldt-niet', reden: null, vlakken: [], volgendeStap: '', bronIds };
}

/** The label of the class that a vlak falls in; the words of the bron where no class fits. */
function noemKlasse({ klassen }: Thema, omschrijving: string, waarde: number | null): string {
  const klasse = klassen.find((kandidaat) =>
    'sleutel' in kandidaat
      ? kandidaat.sleutel === omschrijving
      : waarde !== null &&
        waarde >= (kandidaat.vanaf ?? Number.NEGATIVE_INFINITY) &&
        waarde < (kandidaat.tot ?? Number.POSITIVE_INFINITY),
  );
  return klasse?.label ?? omschrijving;
}
