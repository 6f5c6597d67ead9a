import { childElements, findAll, findChild, textOf, type XmlElement } from '../../../server/xml/domain.ts';
import { ImportFault } from '../importer.ts';
import { readXml } from '../xml.ts';
import { GmlFault, gmlToEwkt } from './gml.ts';
import { readPakket } from './pakket.ts';
import { readArtikel, type StopTekst } from './stop-tekst.ts';

/** Everything of a delivery that we use, before its parts are tied together. */
export interface ImowLevering {
  regeling: RegelingGegevens;
  /** The OW objects that stand, per kind (Gebied, Activiteit, RegelVoorIedereen ...). Ended ones are left out. */
  objecten: Map<string, XmlElement[]>;
  /** Texts of artikelen and leden by wId, in the order of the document. */
  teksten: Map<string, StopTekst>;
  /** EWKT by basisgeo:id in lower case, or the reason why it cannot be used. */
  geometrieen: Map<string, { ewkt: string } | { reden: string }>;
}

export interface RegelingGegevens {
  /** FRBR work and expression of the regeling. */
  work: string;
  expression: string;
  soort: string;
  opschrift: string;
  citeertitel: string | null;
  bestuurslaag: 'gemeente' | 'waterschap' | 'provincie' | 'rijk';
  /** gm0233, ws0621, pv26 or mnre1034. */
  bevoegdGezagCode: string;
  ontwerp: boolean;
  /** Null: the delivery does not say from when it binds. */
  geldigVanaf: string | null;
  /** The newest day that the delivery names for itself; null: none. */
  peildatum: string | null;
}

/** STOP waardelijst soortregeling: the last three digits of its URI. */
const soortRegeling: Readonly<Record<string, string>> = {
  '001': 'AMvB',
  '002': 'ministeriële regeling',
  '003': 'omgevingsplan',
  '004': 'omgevingsverordening',
  '005': 'waterschapsverordening',
  '006': 'omgevingsvisie',
  '007': 'projectbesluit',
  '008': 'instructie',
  '009': 'voorbeschermingsregels',
  '010': 'programma',
  '011': 'reactieve interventie',
  '012': 'aanwijzingsbesluit Natura 2000',
  '013': 'toegangsbeperkingsbesluit',
  '014': 'omgevingsplanregels uit projectbesluit',
  '015': 'voorbeschermingsregels omgevingsplan',
  '016': 'voorbeschermingsregels omgevingsverordening',
};

const bestuurslagen: Readonly<Record<string, RegelingGegevens['bestuurslaag']>> = {
  gemeente: 'gemeente',
  waterschap: 'waterschap',
  provincie: 'provincie',
  ministerie: 'rijk',
};

/** The elements that one pass over all files gathers, wherever the supplier has put them. */
const wanted = new Set([
  'owObject',
  'Artikel',
  'Locatie',
  'RegelingOpschrift',
  'ExpressionIdentificatie',
  'RegelingMetadata',
  'BesluitMetadata',
  'Procedureverloop',
  'ConsolidatieInformatie',
  'Momentopname',
  'RegelingMutatie',
]);

/**
 * Reads a delivery of one regeling: from the national download (a folder per module) or as it was submitted (a flat
 * folder with the besluit). Only names of elements count, so both go through here.
 *
 * @throws ImportFault when it holds no regeling, several, or only the changes to one
 */
export async function readLevering(pad: string, voortgang: (tekst: string) => void): Promise<ImowLevering> {
  const objecten: ImowLevering['objecten'] = new Map();
  const teksten: ImowLevering['teksten'] = new Map();
  const geometrieen: ImowLevering['geometrieen'] = new Map();
  const losse = new Map<string, XmlElement[]>();

  for await (const { naam, open } of readPakket(pad)) {
    voortgang(`${naam} lezen`);
    for await (const { element, path } of readXml(await open(), wanted, naam)) {
      if (element.name === 'owObject') addObject(objecten, element);
      else if (element.name === 'Artikel') {
        for (const [wId, tekst] of readArtikel(element)) teksten.set(wId, tekst);
      } else if (element.name === 'Locatie') addGeometrie(geometrieen, element);
      else if (element.name === 'RegelingMutatie') {
        throw new ImportFault(
          `${pad} is een wijzigingsbesluit: het bevat alleen wat verandert. Geef de hele regeling, zoals de download van het DSO die geeft.`,
        );
      } else if (element.name !== 'RegelingOpschrift' || path.some((name) => name.startsWith('Regeling'))) {
        losse.set(element.name, [...(losse.get(element.name) ?? []), element]);
      }
    }
  }
  return { regeling: readRegeling(losse, objecten, pad), objecten, teksten, geometrieen };
}

function addObject(objecten: ImowLevering['objecten'], owObject: XmlElement): void {
  for (const object of childElements(owObject)) {
    if (/^b/i.test(textOf(findChild(object, 'status')))) continue;
    const same = objecten.get(object.name);
    if (same) same.push(object);
    else objecten.set(object.name, [object]);
  }
}

function addGeometrie(geometrieen: ImowLevering['geometrieen'], locatie: XmlElement): void {
  for (const geometrie of findAll(locatie, 'Geometrie')) {
    const id = textOf(findChild(geometrie, 'id')).toLowerCase();
    const [gml] = childElements(findChild(geometrie, 'geometrie') ?? geometrie).filter(({ name }) => name !== 'id');
    if (!id || !gml) continue;
    try {
      geometrieen.set(id, { ewkt: gmlToEwkt(gml) });
    } catch (error) {
      if (!(error instanceof GmlFault)) throw error;
      geometrieen.set(id, { reden: error.message });
    }
  }
}

function readRegeling(
  losse: ReadonlyMap<string, XmlElement[]>,
  objecten: ImowLevering['objecten'],
  pad: string,
): RegelingGegevens {
  const all = (name: string, child: string) =>
    (losse.get(name) ?? []).flatMap((element) => findAll(element, child)).map(textOf);
  const regelingen = new Map(
    (losse.get('ExpressionIdentificatie') ?? [])
      .map((element) => [textOf(findChild(element, 'FRBRWork')), textOf(findChild(element, 'FRBRExpression'))] as const)
      .filter(([work]) => /^\/akn\/nl\/act\//.test(work)),
  );
  const [only] = regelingen;
  const [metadata] = losse.get('RegelingMetadata') ?? [];
  if (!only || !metadata) {
    throw new ImportFault(
      `In ${pad} staat geen regeling. Geef een levering met een omgevingsplan of verordening (STOP en IMOW).`,
    );
  }
  if (regelingen.size > 1) {
    throw new ImportFault(`In ${pad} staan ${regelingen.size} regelingen. Geef ze een voor een.`);
  }
  const [work, expression] = only;
  const overheid = textOf(findChild(metadata, 'eindverantwoordelijke')).match(/\/(\w+)\/(\w+)$/);
  const bestuurslaag = bestuurslagen[overheid?.[1] ?? ''];
  if (!overheid?.[2] || !bestuurslaag) {
    throw new ImportFault(`In ${pad} staat niet welk bestuursorgaan de regeling heeft vastgesteld.`);
  }
  const ontwerpObject = [...objecten.values()]
    .flat()
    .some((object) => /^ontwerp/i.test(textOf(findChild(object, 'procedurestatus'))));
  const dagen = [
    ...all('Momentopname', 'gemaaktOp'),
    expression.match(/@(\d{4}-\d\d-\d\d)/)?.[1] ?? '',
    ...all('Procedureverloop', 'bekendOp'),
  ];
  return {
    work,
    expression,
    soort: soortRegeling[textOf(findChild(metadata, 'soortRegeling')).slice(-3)] ?? 'regeling',
    opschrift: textOf(findChild(metadata, 'officieleTitel')) || textOf(losse.get('RegelingOpschrift')?.[0]) || work,
    citeertitel: textOf(findAll(metadata, 'citeertitel')[0]) || null,
    bestuurslaag,
    bevoegdGezagCode: overheid[2],
    ontwerp: ontwerpObject || all('BesluitMetadata', 'soortProcedure').some((soort) => /ontwerp$/.test(soort)),
    geldigVanaf: findGeldigVanaf(losse.get('ConsolidatieInformatie') ?? [], expression),
    peildatum:
      dagen
        .map((dag) => dag.slice(0, 10))
        .filter((dag) => /^\d{4}-\d\d-\d\d$/.test(dag))
        .sort()
        .at(-1) ?? null,
  };
}

/**
 * The day on which the besluit lets this version of the regeling begin to bind: the tijdstempel
 * juridischWerkendVanaf of its doel.
 */
function findGeldigVanaf(consolidatie: readonly XmlElement[], expression: string): string | null {
  const doelen = new Set(
    consolidatie
      .flatMap((element) => findAll(element, 'BeoogdeRegeling'))
      .filter((beoogd) => textOf(findChild(beoogd, 'instrumentVersie')) === expression)
      .flatMap((beoogd) => findAll(beoogd, 'doel').map(textOf)),
  );
  const [stempel] = consolidatie
    .flatMap((element) => findAll(element, 'Tijdstempel'))
    .filter((tijdstempel) => textOf(findChild(tijdstempel, 'soortTijdstempel')) === 'juridischWerkendVanaf')
    .filter((tijdstempel) => doelen.has(textOf(findChild(tijdstempel, 'doel'))));
  return textOf(stempel && findChild(stempel, 'datum')) || null;
}
