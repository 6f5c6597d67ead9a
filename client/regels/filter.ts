import type { Regels } from '../../server/regels/contract.ts';
import { formatDatumKort } from '../format.ts';
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

/**
 * When a rule counts, if that is not simply now: "Vanaf 1 maart 2027", "In een ontwerp", or "Misschien" when its border
 * was not delivered. Null: it applies on the day that is asked for.
 */
export function wanneer({ regelingId, werking }: Vindplaats, regelingen: Regels['regelingen']): string | null {
  const regeling = regelingen.find(({ id }) => id === regelingId);
  if (regeling?.status === 'ontwerp') return 'In een ontwerp';
  if (regeling?.status === 'toekomstig') {
    return regeling.geldigVanaf ? `Vanaf ${formatDatumKort(regeling.geldigVanaf)}` : 'Later';
  }
  return werking === 'onbekend' ? 'Misschien' : null;
}

/** The different kwalificaties of an activiteit that apply, strictest first. */
export function kwalificatiesVan({ aanduidingen }: Activiteit, regelingen: Regels['regelingen']): string[] {
  const geldend = aanduidingen.filter((plek) => wanneer(plek, regelingen) === null);
  return [...new Set(geldend.map(({ kwalificatie }) => kwalificatie))].sort(opStrengheid);
}

/** What is not sure to apply on this day, each once: later, in a draft, or within a border that we do not know. */
export function nietNuVan(
  { aanduidingen }: Activiteit,
  regelingen: Regels['regelingen'],
): { wanneer: string; kwalificatie: string }[] {
  const gezien = new Map<string, { wanneer: string; kwalificatie: string }>();
  for (const plek of aanduidingen) {
    const moment = wanneer(plek, regelingen);
    if (moment) gezien.set(`${moment} ${plek.kwalificatie}`, { wanneer: moment, kwalificatie: plek.kwalificatie });
  }
  return [...gezien.values()].sort((a, b) => opStrengheid(a.kwalificatie, b.kwalificatie));
}

/** How many activiteiten carry each kwalificatie that applies, strictest first. */
export function telKwalificaties({
  activiteiten,
  regelingen,
}: Pick<Regels, 'activiteiten' | 'regelingen'>): { kwalificatie: string; aantal: number }[] {
  const tellingen = new Map<string, number>();
  for (const activiteit of activiteiten) {
    for (const kwalificatie of kwalificatiesVan(activiteit, regelingen)) {
      tellingen.set(kwalificatie, (tellingen.get(kwalificatie) ?? 0) + 1);
    }
  }
  return [...tellingen]
    .sort(([a], [b]) => opStrengheid(a, b))
    .map(([kwalificatie, aantal]) => ({ kwalificatie, aantal }));
}

/** How many activiteiten have a rule that applies, and how many one of later, of a draft, or of which we do not know. */
export function telActiviteiten({ activiteiten, regelingen }: Pick<Regels, 'activiteiten' | 'regelingen'>) {
  const metStand = (past: (moment: string | null) => boolean) =>
    activiteiten.filter(({ aanduidingen }) => aanduidingen.some((plek) => past(wanneer(plek, regelingen)))).length;
  return {
    nu: metStand((moment) => moment === null),
    later: metStand((moment) => moment !== null && moment !== 'Misschien' && moment !== 'In een ontwerp'),
    ontwerp: metStand((moment) => moment === 'In een ontwerp'),
    misschien: metStand((moment) => moment === 'Misschien'),
  };
}

/** The values of a norm in words, those that apply first: "8 meter of 10 meter", then "Vanaf 1 maart 2027: 9 meter". */
export function waardenVan(norm: Norm, regelingen: Regels['regelingen']): string[] {
  const perMoment = new Map<string | null, Set<string>>([[null, new Set()]]);
  for (const waarde of norm.waarden) {
    const moment = wanneer(waarde, regelingen);
    const woorden = perMoment.get(moment) ?? new Set();
    perMoment.set(moment, woorden.add(waardeVan(norm, waarde) ?? 'zie het artikel'));
  }
  return [...perMoment].flatMap(([moment, woorden]) =>
    woorden.size === 0 ? [] : [`${moment ? `${moment}: ` : ''}${[...woorden].join(' of ')}`],
  );
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
    kwalificaties: [
      ...new Set(
        regels.activiteiten.flatMap(({ aanduidingen }) => aanduidingen.map(({ kwalificatie }) => kwalificatie)),
      ),
    ].sort(opStrengheid),
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
