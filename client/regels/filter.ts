import type { Regels } from '../../server/regels/contract.ts';
import type { RegelsFilter } from '../url.ts';
import { opStrengheid } from './kwalificatie.ts';

type Activiteit = Regels['activiteiten'][number];
type Norm = Regels['normen'][number];
/** Where a rule stands and how much of the place it covers. */
export type Vindplaats = Regels['overig'][number];

/** Rules that pass the filter; a part in which nothing passes is left out. */
export function filterRegels(regels: Regels, filter: RegelsFilter): Regels {
  const lagen = new Map(regels.regelingen.map(({ id, bestuurslaag }) => [id, bestuurslaag]));
  const past = ({ themas, regelingId }: Vindplaats) =>
    (filter.thema === '' || themas.includes(filter.thema)) &&
    (filter.bestuurslaag === '' || lagen.get(regelingId) === filter.bestuurslaag);
  const heeftTekst = (...teksten: (string | null)[]) =>
    filter.zoek.trim() === '' || teksten.some((tekst) => tekst && bevat(tekst, filter.zoek));
  // a kwalificatie belongs to an activiteit: who filters on it asks for activiteiten alone
  const ookAndere = filter.kwalificatie === '';
  return {
    ...regels,
    activiteiten: regels.activiteiten
      .filter(({ naam, groep }) => heeftTekst(naam, groep))
      .map((activiteit) => ({
        ...activiteit,
        aanduidingen: activiteit.aanduidingen.filter(
          (plek) => past(plek) && (filter.kwalificatie === '' || plek.kwalificatie === filter.kwalificatie),
        ),
      }))
      .filter(({ aanduidingen }) => aanduidingen.length > 0),
    normen: ookAndere
      ? regels.normen
          .filter(({ naam, type, groep }) => heeftTekst(naam, type, groep))
          .map((norm) => ({ ...norm, waarden: norm.waarden.filter(past) }))
          .filter(({ waarden }) => waarden.length > 0)
      : [],
    gebiedsaanwijzingen: ookAndere
      ? regels.gebiedsaanwijzingen.filter((plek) => heeftTekst(plek.naam, plek.type, plek.groep) && past(plek))
      : [],
    overig: ookAndere ? regels.overig.filter((plek) => heeftTekst(plek.opschrift, plek.artikel) && past(plek)) : [],
  };
}

/** Activiteiten under the name of their groep, both in the order of the alphabet. */
export function perGroep(activiteiten: readonly Activiteit[]): { groep: string; activiteiten: Activiteit[] }[] {
  const groepen = new Map<string, Activiteit[]>();
  for (const activiteit of activiteiten) {
    const lijst = groepen.get(activiteit.groep);
    if (lijst) lijst.push(activiteit);
    else groepen.set(activiteit.groep, [activiteit]);
  }
  return [...groepen]
    .sort(([a], [b]) => a.localeCompare(b, 'nl'))
    .map(([groep, lijst]) => ({ groep, activiteiten: lijst.sort((a, b) => a.naam.localeCompare(b.naam, 'nl')) }));
}

/** The different kwalificaties of an activiteit, strictest first; rules of which we do not know that they apply left out. */
export function kwalificatiesVan({ aanduidingen }: Activiteit): string[] {
  return [...new Set(aanduidingen.map(({ kwalificatie }) => kwalificatie))].sort(opStrengheid);
}

/** How many activiteiten carry each kwalificatie, strictest first. */
export function telKwalificaties(activiteiten: readonly Activiteit[]): { kwalificatie: string; aantal: number }[] {
  const tellingen = new Map<string, number>();
  for (const activiteit of activiteiten) {
    for (const kwalificatie of kwalificatiesVan(activiteit)) {
      tellingen.set(kwalificatie, (tellingen.get(kwalificatie) ?? 0) + 1);
    }
  }
  return [...tellingen]
    .sort(([a], [b]) => opStrengheid(a, b))
    .map(([kwalificatie, aantal]) => ({ kwalificatie, aantal }));
}

/** The themas and kwalificaties that occur, to choose from. */
export function keuzesVan(regels: Regels): { themas: string[]; kwalificaties: string[] } {
  const plekken: Vindplaats[] = [
    ...regels.activiteiten.flatMap(({ aanduidingen }) => aanduidingen),
    ...regels.normen.flatMap(({ waarden }) => waarden),
    ...regels.gebiedsaanwijzingen,
    ...regels.overig,
  ];
  return {
    themas: [...new Set(plekken.flatMap(({ themas }) => themas))].sort((a, b) => a.localeCompare(b, 'nl')),
    kwalificaties: telKwalificaties(regels.activiteiten).map(({ kwalificatie }) => kwalificatie),
  };
}

/** The value of a norm as text: "8 meter", or the words of the source; null when it stands in the article only. */
export function waardeVan(norm: Norm, waarde: Norm['waarden'][number]): string | null {
  if (waarde.kwantitatief !== null) {
    const getal = waarde.kwantitatief.replace('.', ',');
    return norm.eenheid ? `${getal} ${norm.eenheid}` : getal;
  }
  return waarde.kwalitatief;
}

const bevat = (tekst: string, zoek: string): boolean => vlak(tekst).includes(vlak(zoek.trim()));

const vlak = (tekst: string): string => tekst.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
