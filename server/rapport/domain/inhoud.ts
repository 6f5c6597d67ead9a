import type { Besluiten } from '../../besluiten/contract.ts';
import { isStoring, type Kaart, type Storing } from '../../kaart/contract.ts';
import type { Locatie } from '../../locatie/contract.ts';
import type { Omstandigheden } from '../../omstandigheden/contract.ts';
import type { Regels, Vindplaats } from '../../regels/contract.ts';
import type { Kaartbeeld, UittrekselInhoud } from '../contract.ts';
import { noemOntbrekend } from './ontbreekt.ts';

/** What is kept of the text of an artikel or lid; `id` as in the database. */
export interface RegeltekstKenmerk {
  id: number;
  identificatie: string;
  volgorde: number;
  sha256: string;
}

/**
 * The content of an extract. The same data gives the same content, whatever database it lies in: its numbers are given
 * out again, and lists are put in an order that depends on nothing but their content.
 *
 * @param teksten of every regeltekst that the rules name
 * @throws Error when a regeltekst is missing
 */
export function maakInhoud(
  vraag: UittrekselInhoud['vraag'],
  { regels, omstandigheden, besluiten, lonLat: _, ...locatie }: Kaart,
  teksten: readonly RegeltekstKenmerk[],
  kaartbeeld: Kaartbeeld | Storing,
): UittrekselInhoud {
  const inhoud = {
    versie: 1 as const,
    vraag,
    locatie: ordenLocatie(locatie),
    regels: isStoring(regels) ? regels : ordenRegels(regels, teksten),
    omstandigheden: isStoring(omstandigheden) ? omstandigheden : ordenOmstandigheden(omstandigheden),
    besluiten: isStoring(besluiten) ? besluiten : ordenBesluiten(besluiten),
    kaartbeeld,
  };
  return { ...inhoud, ontbreekt: noemOntbrekend(inhoud) };
}

type Sleutel = string | number | null;

/** By the first key that differs: numbers by size, texts with the numbers in them by size, null last. */
function op<T>(...sleutels: ((item: T) => Sleutel)[]): (a: T, b: T) => number {
  const laatste = (item: T) => JSON.stringify(item);
  return (a, b) => {
    for (const sleutel of [...sleutels, laatste]) {
      const verschil = vergelijk(sleutel(a), sleutel(b));
      if (verschil !== 0) return verschil;
    }
    return 0;
  };
}

function vergelijk(a: Sleutel, b: Sleutel): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  const delenA = String(a).split(/(\d+)/);
  const delenB = String(b).split(/(\d+)/);
  for (const [i, deelA] of delenA.entries()) {
    const deelB = delenB[i];
    if (deelB === undefined) return 1;
    if (deelA === deelB) continue;
    const getallen = i % 2 === 1 ? Number(deelA) - Number(deelB) : 0;
    if (getallen !== 0) return getallen;
    return deelA < deelB ? -1 : 1;
  }
  return delenA.length - delenB.length;
}

const opId = op<{ id: string }>(({ id }) => id);

const sorteer = <T>(lijst: readonly T[], volgorde: (a: T, b: T) => number): T[] => [...lijst].sort(volgorde);

function ordenLocatie({ perceel, adressen, panden, bronnen, ...rest }: Omit<Locatie, 'lonLat'>) {
  return {
    ...rest,
    perceel: perceel && zonderGeometrie(perceel),
    adressen: sorteer(
      adressen,
      op(
        ({ weergave }) => weergave,
        ({ identificatie }) => identificatie,
      ),
    ),
    panden: sorteer(
      panden.map(zonderGeometrie),
      op(
        ({ opPerceelM2 }) => (opPerceelM2 === null ? null : -opPerceelM2),
        ({ identificatie }) => identificatie,
      ),
    ),
    bronnen: sorteer(bronnen, opId),
  };
}

function zonderGeometrie<T extends { geometrie: unknown }>({ geometrie: _, ...rest }: T): Omit<T, 'geometrie'> {
  return rest;
}

const bestuurslagen = ['gemeente', 'waterschap', 'provincie', 'rijk'];
const standen = ['geldend', 'toekomstig', 'ontwerp'];

function ordenRegels(regels: Regels, teksten: readonly RegeltekstKenmerk[]) {
  const regelingen = sorteer(
    regels.regelingen,
    op(
      ({ bestuurslaag }) => bestuurslagen.indexOf(bestuurslaag),
      ({ status }) => standen.indexOf(status),
      ({ opschrift }) => opschrift,
      ({ identificatie }) => identificatie,
    ),
  );
  const regelingNummer = new Map(regelingen.map(({ id }, i) => [id, i + 1]));
  const genoemd = new Map<number, Vindplaats>();
  const lijsten = [
    ...regels.activiteiten.map(({ aanduidingen }) => aanduidingen),
    ...regels.normen.map(({ waarden }) => waarden),
    regels.gebiedsaanwijzingen,
    regels.overig,
  ];
  for (const vindplaats of lijsten.flat()) genoemd.set(vindplaats.regeltekstId, vindplaats);
  const kenmerken = new Map(teksten.map((tekst) => [tekst.id, tekst]));
  const gesorteerd = sorteer(
    [...genoemd.values()].map(({ regeltekstId, regelingId, artikel }) => {
      const kenmerk = kenmerken.get(regeltekstId);
      const regeling = regelingNummer.get(regelingId);
      if (!kenmerk || regeling === undefined) throw new Error(`Regeltekst ${regeltekstId} is not there any more`);
      return { ...kenmerk, regelingId: regeling, artikel };
    }),
    op(
      ({ regelingId }) => regelingId,
      ({ volgorde }) => volgorde,
      ({ identificatie }) => identificatie,
    ),
  );
  const tekstNummer = new Map(gesorteerd.map(({ id }, i) => [id, i + 1]));
  const nummer = <T extends Vindplaats>(vindplaats: T): T => ({
    ...vindplaats,
    regelingId: regelingNummer.get(vindplaats.regelingId) as number,
    regeltekstId: tekstNummer.get(vindplaats.regeltekstId) as number,
    themas: sorteer(vindplaats.themas, vergelijk),
  });
  const opTekst = op<Vindplaats>(({ regeltekstId }) => regeltekstId);
  const opNaam = op<{ naam: string; groep: string }>(
    ({ naam }) => naam.toLowerCase(),
    ({ groep }) => groep,
  );
  return {
    ...regels,
    regelingen: regelingen.map((regeling, i) => ({ ...regeling, id: i + 1 })),
    activiteiten: sorteer(
      regels.activiteiten.map((activiteit) => ({
        ...activiteit,
        aanduidingen: sorteer(activiteit.aanduidingen.map(nummer), opTekst),
      })),
      opNaam,
    ),
    normen: sorteer(
      regels.normen.map((norm) => ({ ...norm, waarden: sorteer(norm.waarden.map(nummer), opTekst) })),
      opNaam,
    ),
    gebiedsaanwijzingen: sorteer(
      regels.gebiedsaanwijzingen.map(nummer),
      op(
        ({ naam }) => naam.toLowerCase(),
        ({ regeltekstId }) => regeltekstId,
      ),
    ),
    overig: sorteer(regels.overig.map(nummer), opTekst),
    bronnen: sorteer(regels.bronnen, opId),
    regelteksten: gesorteerd.map(({ volgorde: _, id, ...tekst }) => ({ ...tekst, id: tekstNummer.get(id) as number })),
  };
}

function ordenOmstandigheden({ gebied, themas, bronnen }: Omstandigheden): Omstandigheden {
  return {
    gebied,
    themas: themas.map((thema) => ({
      ...thema,
      vlakken: sorteer(
        thema.vlakken,
        op(
          ({ waarde }) => (waarde === null ? null : -waarde),
          ({ aandeel }) => (aandeel.m2 === null ? null : -aandeel.m2),
          ({ omschrijving }) => omschrijving,
        ),
      ),
      bronIds: sorteer(thema.bronIds, vergelijk),
    })),
    bronnen: sorteer(bronnen, opId),
  };
}

function ordenBesluiten({ besluiten, bronnen, ...rest }: Besluiten) {
  return {
    ...rest,
    besluiten: sorteer(
      besluiten.map(zonderGeometrie),
      op(
        ({ gepubliceerd }) => -Date.parse(gepubliceerd),
        ({ afstandM }) => afstandM,
        ({ identificatie }) => identificatie,
      ),
    ),
    bronnen: sorteer(bronnen, opId),
  };
}
