import type { Value } from '../../../db/copy.ts';
import { childElements, findAll, findChild, textOf, type XmlElement } from '../../../server/xml/domain.ts';
import type { ImportContext, TabelLevering } from '../importer.ts';
import { mergeEwkt } from './gml.ts';
import { type ImowTabel, imowKolommen, imowTabellen } from './kolommen.ts';
import { labelOf } from './label.ts';
import type { ImowLevering } from './levering.ts';
import { citeWId } from './stop-tekst.ts';

export interface Opdracht {
  bronId: string;
  bevoegdGezag: string;
  url: string;
  /** The border of an ambtsgebied by its code (gm0233), as EWKT; null: not known. */
  findAmbtsgrens(code: string): Promise<string | null>;
}

const geometrieSoort: Partial<Record<ImowTabel, 'vlak' | 'alles'>> = { regeling: 'vlak', locatie: 'alles' };

/** Reasons under which the report counts what is not complete. A rule is never dropped for lack of a place. */
export const redenen = {
  geenAmbtsgrens:
    'waar het ambtsgebied ligt is onbekend: importeer eerst de gemeentegrenzen (npm run import -- grenzen <bestand>) of geef --gebied',
  geenGezagsgrens:
    'waar het ambtsgebied ligt is onbekend: de grens van een waterschap, provincie of het rijk is niet bij ons geladen; geef die met --gebied',
  geenGeometrie: 'waar deze locatie ligt is onbekend: de levering bevat de geometrie niet',
  geenLid: 'waar deze groep ligt is onbekend: de geometrie van een deel ontbreekt',
  geenLocatie: 'waar de regel geldt is onbekend: de locatie waarnaar hij verwijst is niet geleverd',
  geenTekst: 'de tekst van deze regel is niet geleverd; de regel staat er wel',
  geenActiviteit: 'verwijst naar een activiteit die niet is geleverd',
  geenNorm: 'verwijst naar een norm die niet is geleverd',
  geenGebiedsaanwijzing: 'verwijst naar een gebiedsaanwijzing die niet is geleverd',
} as const;

const regelSoorten: Readonly<Record<string, string>> = {
  RegelVoorIedereen: 'regel voor iedereen',
  Instructieregel: 'instructieregel',
  Omgevingswaarderegel: 'omgevingswaarderegel',
};

const locatieSoorten = ['Gebied', 'Gebiedengroep', 'Punt', 'Puntengroep', 'Lijn', 'Lijnengroep', 'Ambtsgebied'];

/** Ties the parts of a delivery together by their identificaties and gives the rows of every table. */
export async function buildTabellen(
  levering: ImowLevering,
  opdracht: Opdracht,
  { keurAf, nieuweSleutel }: Pick<ImportContext, 'keurAf' | 'nieuweSleutel'>,
): Promise<{ tabellen: TabelLevering[]; regelingsgebied: string | null }> {
  const { regeling, teksten } = levering;
  const rijen = Object.fromEntries(imowTabellen.map((tabel) => [tabel, []])) as unknown as Record<ImowTabel, Value[][]>;
  const merk = (reden: string, voorbeeld: string) => keurAf(opdracht.bronId, reden, voorbeeld);
  const objecten = (...soorten: string[]) => uniek(soorten.flatMap((soort) => levering.objecten.get(soort) ?? []));
  const regelingId = await nieuweSleutel();

  const plaatsen = await locateAll(objecten(...locatieSoorten), levering, opdracht, merk);
  const locaties = new Map<string, number>();
  for (const [id, { soort, noemer, geom }] of plaatsen) {
    const sleutel = await nieuweSleutel();
    locaties.set(id, sleutel);
    rijen.locatie.push([sleutel, regelingId, id, soort, noemer, geom]);
  }
  /** Keys of these locaties. What is not there becomes a locatie without geometry: unknown, never nowhere. */
  const sleutelsVan = async (ids: readonly string[], eigenaar: string): Promise<number[]> => {
    const sleutels = new Set<number>();
    for (const id of ids.length > 0 ? ids : [`${eigenaar} zonder locatie`]) {
      let sleutel = locaties.get(id);
      if (sleutel === undefined) {
        merk(redenen.geenLocatie, id);
        sleutel = await nieuweSleutel();
        locaties.set(id, sleutel);
        rijen.locatie.push([sleutel, regelingId, id, 'onbekend', null, null]);
      }
      sleutels.add(sleutel);
    }
    return [...sleutels];
  };

  const activiteiten = new Map<string, number>();
  for (const [id, object] of objecten('Activiteit')) {
    const sleutel = await nieuweSleutel();
    activiteiten.set(id, sleutel);
    const [bovenliggende = null] = refs(object, 'bovenliggendeActiviteit');
    rijen.activiteit.push([sleutel, regelingId, id, tekstIn(object, 'naam'), labelIn(object, 'groep'), bovenliggende]);
  }

  const aanwijzingen = new Map<string, number>();
  for (const [id, object] of objecten('Gebiedsaanwijzing')) {
    const sleutel = await nieuweSleutel();
    aanwijzingen.set(id, sleutel);
    const [type, naam, groep] = [labelIn(object, 'type'), tekstIn(object, 'naam'), labelIn(object, 'groep')];
    rijen.gebiedsaanwijzing.push([sleutel, regelingId, id, type, naam, groep]);
    for (const locatie of await sleutelsVan(refs(object, 'locatieaanduiding'), id)) {
      rijen.gebiedsaanwijzing_locatie.push([sleutel, locatie]);
    }
  }

  const normen = new Map<string, number>();
  for (const [id, object] of objecten('Omgevingsnorm', 'Omgevingswaarde')) {
    const sleutel = await nieuweSleutel();
    normen.set(id, sleutel);
    const eenheid = labelIn(object, 'eenheid') || null;
    const [naam, type, groep] = [tekstIn(object, 'naam'), labelIn(object, 'type'), labelIn(object, 'groep')];
    rijen.norm.push([sleutel, regelingId, id, object.name.toLowerCase(), naam, type, groep, eenheid]);
    for (const waarde of findAll(object, 'Normwaarde')) {
      const waardeSleutel = await nieuweSleutel();
      rijen.normwaarde.push([waardeSleutel, sleutel, ...readWaarde(waarde)]);
      for (const locatie of await sleutelsVan(refs(waarde, 'locatieaanduiding'), tekstIn(waarde, 'identificatie'))) {
        rijen.normwaarde_locatie.push([waardeSleutel, locatie]);
      }
    }
  }

  const volgorde = new Map([...teksten.keys()].map((wId, index) => [wId, index]));
  const regelteksten = new Map<string, number>();
  const addRegeltekst = async (id: string, wId: string | undefined) => {
    const sleutel = await nieuweSleutel();
    const tekst = teksten.get(wId ?? '');
    if (!tekst) merk(redenen.geenTekst, wId ?? id);
    const { nummer, opschrift } = tekst ?? { nummer: citeWId(wId ?? ''), opschrift: null };
    rijen.regeltekst.push([
      sleutel,
      regelingId,
      id,
      nummer,
      opschrift,
      tekst?.tekst ?? 'De tekst van deze regel is niet meegeleverd. Lees de regel in het document zelf.',
      volgorde.get(wId ?? '') ?? volgorde.size,
    ]);
    regelteksten.set(id, sleutel);
    return sleutel;
  };
  for (const [id, object] of objecten('Regeltekst')) await addRegeltekst(id, object.attributes.wId);

  for (const [id, object] of objecten(...Object.keys(regelSoorten))) {
    const regel = await nieuweSleutel();
    const [tekstId = `${id} zonder tekst`] = refs(object, 'artikelOfLid');
    const regeltekst = regelteksten.get(tekstId) ?? (await addRegeltekst(tekstId, undefined));
    // What is not said to be exact is not shown as exact.
    const idealisatie = labelIn(object, 'idealisatie') === 'exact' ? 'exact' : 'indicatief';
    const themas = childElements(object, 'thema').map((thema) => labelOf(textOf(thema)));
    rijen.juridische_regel.push([regel, regeltekst, id, regelSoorten[object.name] ?? '', idealisatie, themas]);
    const plaatsIds = refs(object, 'locatieaanduiding');
    for (const locatie of await sleutelsVan(plaatsIds, id)) rijen.juridische_regel_locatie.push([regel, locatie]);

    for (const { activiteitId, aanduiding } of readAanduidingen(object)) {
      const activiteit = activiteiten.get(activiteitId);
      if (activiteit === undefined) {
        merk(redenen.geenActiviteit, `${id} naar ${activiteitId}`);
        continue;
      }
      const sleutel = await nieuweSleutel();
      const kwalificatie = labelIn(aanduiding, 'activiteitregelkwalificatie');
      rijen.activiteit_locatieaanduiding.push([sleutel, regel, activiteit, kwalificatie]);
      const eigen = refs(aanduiding, 'locatieaanduiding');
      for (const locatie of await sleutelsVan(eigen.length > 0 ? eigen : plaatsIds, id)) {
        rijen.activiteit_locatieaanduiding_locatie.push([sleutel, locatie]);
      }
    }
    const koppel = (ids: readonly string[], bekend: ReadonlyMap<string, number>, tabel: ImowTabel, reden: string) => {
      for (const ref of new Set(ids)) {
        const sleutel = bekend.get(ref);
        if (sleutel === undefined) merk(reden, `${id} naar ${ref}`);
        else rijen[tabel].push([regel, sleutel]);
      }
    };
    const normIds = [...refs(object, 'omgevingsnormaanduiding'), ...refs(object, 'omgevingswaardeaanduiding')];
    koppel(normIds, normen, 'juridische_regel_norm', redenen.geenNorm);
    koppel(
      refs(object, 'gebiedsaanwijzing'),
      aanwijzingen,
      'juridische_regel_gebiedsaanwijzing',
      redenen.geenGebiedsaanwijzing,
    );
  }

  const delen = [...objecten('Regelingsgebied').values()]
    .flatMap((object) => refs(object, 'locatieaanduiding'))
    .map((id) => plaatsen.get(id)?.geom ?? null);
  const regelingsgebied = delen.length > 0 && delen.every((deel) => deel !== null) ? mergeEwkt(delen) : null;
  rijen.regeling.push([
    regelingId,
    regeling.expression,
    regeling.soort,
    regeling.opschrift,
    regeling.citeertitel,
    regeling.bestuurslaag,
    regeling.bevoegdGezagCode,
    opdracht.bevoegdGezag,
    regeling.ontwerp,
    regeling.geldigVanaf,
    null,
    opdracht.url,
    regelingsgebied,
  ]);

  const tabellen = imowTabellen.map((table) => {
    const soort = geometrieSoort[table];
    return {
      table,
      columns: imowKolommen[table],
      ...(soort ? { geometry: { column: 'geom', soort } } : {}),
      rows: rijen[table],
    };
  });
  return { tabellen, regelingsgebied };
}

interface Plaats {
  soort: string;
  noemer: string | null;
  /** EWKT; null: not known. */
  geom: string | null;
}

/**
 * Where every locatie lies. Of a groep with a part that is not known the whole is not known: to leave the part out
 * would say that the rule does not apply there.
 */
async function locateAll(
  objecten: ReadonlyMap<string, XmlElement>,
  { geometrieen }: ImowLevering,
  { findAmbtsgrens }: Opdracht,
  merk: (reden: string, voorbeeld: string) => void,
): Promise<Map<string, Plaats>> {
  const plaatsen = new Map<string, Plaats>();
  const groepen: [string, XmlElement][] = [];
  for (const [id, object] of objecten) {
    const plaats: Plaats = { soort: object.name.toLowerCase(), noemer: tekstIn(object, 'noemer') || null, geom: null };
    plaatsen.set(id, plaats);
    if (object.name === 'Ambtsgebied') {
      const code = textOf(findAll(object, 'bestuurlijkeGrenzenID')[0]).toLowerCase();
      plaats.geom = await findAmbtsgrens(code);
      if (plaats.geom === null)
        merk(code.startsWith('gm') ? redenen.geenAmbtsgrens : redenen.geenGezagsgrens, code || id);
    } else if (object.name.endsWith('groep')) groepen.push([id, object]);
    else {
      const geometrie = geometrieen.get((refs(object, 'geometrie')[0] ?? '').toLowerCase());
      if (geometrie && 'ewkt' in geometrie) plaats.geom = geometrie.ewkt;
      else merk(geometrie ? `waar deze locatie ligt is onbekend: ${geometrie.reden}` : redenen.geenGeometrie, id);
    }
  }
  for (const [id, object] of groepen) {
    const plaats = plaatsen.get(id);
    const delen = refs(object, 'groepselement').map((lid) => plaatsen.get(lid)?.geom ?? null);
    if (plaats && delen.length > 0 && delen.every((deel) => deel !== null)) plaats.geom = mergeEwkt(delen);
    else merk(redenen.geenLid, id);
  }
  return plaatsen;
}

/** Each ActiviteitLocatieaanduiding with the activiteit that stands before it. */
function readAanduidingen(regel: XmlElement): { activiteitId: string; aanduiding: XmlElement }[] {
  return childElements(regel, 'activiteitaanduiding').flatMap((aanduidingen) => {
    let activiteitId = '';
    return childElements(aanduidingen).flatMap((element) => {
      if (element.name === 'ActiviteitRef') activiteitId = element.attributes.href ?? '';
      return element.name === 'ActiviteitLocatieaanduiding' ? [{ activiteitId, aanduiding: element }] : [];
    });
  });
}

/** kwantitatief, kwalitatief and in_regeltekst; a number stays in the digits of the source. */
function readWaarde(waarde: XmlElement): Value[] {
  const getal = tekstIn(waarde, 'kwantitatieveWaarde').replace(',', '.');
  const isGetal = /^-?\d{1,15}(\.\d{1,15})?$/.test(getal);
  const woorden = tekstIn(waarde, 'kwalitatieveWaarde') || (isGetal ? '' : getal);
  return [isGetal ? getal : null, woorden || null, findChild(waarde, 'waardeInRegeltekst') !== undefined];
}

/** By identificatie; an object that is delivered twice counts once. */
function uniek(objecten: readonly XmlElement[]): Map<string, XmlElement> {
  return new Map(objecten.map((object) => [tekstIn(object, 'identificatie'), object]));
}

const tekstIn = (element: XmlElement, name: string) => textOf(findChild(element, name));
const labelIn = (element: XmlElement, name: string) => labelOf(tekstIn(element, name));

/** The identificaties to which a property refers. */
function refs(element: XmlElement, property: string): string[] {
  return childElements(element, property)
    .flatMap((child) => childElements(child))
    .map(({ attributes }) => attributes.href ?? '')
    .filter((href) => href !== '');
}
