import { basename } from 'node:path';
import type { Value } from '../../db/copy.ts';
import { childElements, findAll, findChild, textOf, type XmlElement } from '../../server/xml/domain.ts';
import { haalBestand, leesGmlBestanden } from './bestand.ts';
import { GmlFault, gmlToEwkt } from './imow/gml.ts';
import { type Bron, type ImportContext, type Importer, ImportFault } from './importer.ts';
import { bronOpties, readBronOpties } from './opties.ts';
import { readXml } from './xml.ts';

/** Classes that CityGML names in its own way; all others have the name that the BGT gives them. */
const cityGmlNames: Readonly<Record<string, string>> = {
  BuildingPart: 'pand',
  BuildingInstallation: 'gebouwinstallatie',
  TrafficArea: 'wegdeel',
  AuxiliaryTrafficArea: 'ondersteunendwegdeel',
  Railway: 'spoor',
  BridgeConstructionElement: 'overbruggingsdeel',
  TunnelPart: 'tunneldeel',
  PlantCover: 'begroeidterreindeel',
  SolitaryVegetationObject: 'vegetatieobject',
};

/** What the BGT writes where there is nothing to say. */
const isVoid = (text: string) => ['', 'waardeOnbekend', 'geenWaarde', 'niet-bgt'].includes(text);

/** What stands for the BAG number of a pand that has none: four digits of the gemeente, 10, and nines. */
const noBagNumber = /^\d{4}109{10}$/;

/** The key of a BGT pand: its BAG number, or where the BAG does not know it its own number in the BGT. */
export const pandKey = (bagNumber: string | null, lokaalId: string): string =>
  bagNumber && /^\d{16}$/.test(bagNumber) && !noBagNumber.test(bagNumber) ? bagNumber : lokaalId;

export const bgtColumns = [
  'identificatie',
  'soort',
  'functie',
  'voorkomen',
  'bronhouder',
  'naam',
  'relatieve_hoogte',
  'hoek',
  'geom',
] as const;

/** Basisregistratie Grootschalige Topografie, in CityGML/IMGeo 2.1 as PDOK delivers it. */
export const bgt: Importer = {
  naam: 'bgt',
  uitleg: 'Topografie en panden: zip of map met CityGML/IMGeo 2.1 van de BGT',
  tabellen: ['bgt_object', 'pand'],
  opties: bronOpties,
  async open(pad, context) {
    const { id, gemeenteCode, peildatum } = readBronOpties('bgt', context);
    const path = await haalBestand(pad, context);
    const bron: Bron = {
      id,
      soort: 'bgt',
      naam: 'Basisregistratie Grootschalige Topografie',
      licentie: 'CC0 1.0',
      url: 'https://www.pdok.nl/introductie/-/article/basisregistratie-grootschalige-topografie-bgt-',
      ...(gemeenteCode ? { gemeenteCode } : {}),
      peildatum: peildatum ?? '',
      dekking: 'vereniging',
    };
    return [
      {
        bron,
        tabellen: [
          {
            table: 'bgt_object',
            columns: bgtColumns,
            geometry: { column: 'geom', soort: 'alles' },
            rows: readObjecten(path, bron, context),
          },
          {
            table: 'pand',
            columns: ['identificatie', 'geom'],
            geometry: { column: 'geom', soort: 'vlak' },
            dubbel: 'samenvoegen',
            rows: readPanden(path, bron, context),
          },
        ],
      },
    ];
  },
};

async function* readObjecten(path: string, bron: Bron, context: ImportContext): AsyncGenerator<readonly Value[]> {
  const registraties = new LaatsteRegistratie(bron);
  let seen = 0;
  for await (const { element, soort } of readLeden(path, context)) {
    seen += 1;
    registraties.see(element);
    if (soort !== 'pand') yield* toBgtRows(element, soort, bron.id, context);
  }
  if (seen === 0) {
    throw new ImportFault(`In ${path} staat geen BGT-object (CityGML met cityObjectMember). Is dit een andere bron?`);
  }
  registraties.settle();
}

async function* readPanden(path: string, { id }: Bron, context: ImportContext): AsyncGenerator<readonly Value[]> {
  for await (const { element, soort } of readLeden(path, context)) {
    if (soort !== 'pand' || isHistorisch(element, id, context)) continue;
    const identificatie = pandKey(textOf(findChild(element, 'identificatieBAGPND')), identificatieOf(element));
    const geom = geometryOf(element, identificatie, id, context);
    if (geom !== undefined) yield [identificatie, geom];
  }
}

async function* readLeden(path: string, { voortgang }: ImportContext) {
  for await (const bestand of leesGmlBestanden(path)) {
    voortgang(`${basename(bestand.naam)} lezen`);
    for await (const { element: lid } of readXml(await bestand.open(), new Set(['cityObjectMember']), bestand.naam)) {
      const [element] = childElements(lid);
      if (element) yield { element, soort: cityGmlNames[element.name] ?? element.name.toLowerCase() };
    }
  }
}

/**
 * The rows of one BGT object for `bgt_object`: none when it is historic, and for an openbareruimtelabel one for each
 * place where the name is written.
 */
export function* toBgtRows(
  element: XmlElement,
  soort: string,
  bronId: string,
  context: ImportContext,
): Generator<readonly Value[]> {
  if (isHistorisch(element, bronId, context)) return;
  const identificatie = identificatieOf(element);
  const text = (...names: string[]) =>
    names.map((name) => textOf(findChild(element, name))).find((value) => !isVoid(value)) ?? null;
  const bronhouder = text('bronhouder');
  const hoogte = Number(text('relatieveHoogteligging') ?? 0);
  if (!Number.isInteger(hoogte)) {
    context.keurAf(bronId, 'de relatieve hoogteligging is geen geheel getal', identificatie);
    return;
  }
  if (soort === 'openbareruimtelabel') {
    const label = findChild(element, 'openbareRuimteNaam', 'Label');
    const naam = textOf(label && findChild(label, 'tekst'));
    const posities = label ? findAll(label, 'Labelpositie') : [];
    for (const [index, positie] of posities.entries()) {
      const key = index === 0 ? identificatie : `${identificatie}.${index + 1}`;
      const geom = geometryIn(findChild(positie, 'plaatsingspunt'), key, bronId, context);
      const hoek = Number(textOf(findChild(positie, 'hoek')));
      if (geom === undefined) continue;
      // The BGT counts clockwise.
      const hoekTegenDeKlok = Number.isFinite(hoek) && Math.abs(hoek) <= 360 ? 0 - hoek : null;
      yield [key, soort, text('openbareRuimteType'), null, bronhouder, naam, hoogte, hoekTegenDeKlok, geom];
    }
    return;
  }
  const geom = geometryOf(element, identificatie, bronId, context);
  if (geom === undefined) return;
  const voorkomenIsClass = soort === 'begroeidterreindeel';
  yield [
    identificatie,
    soort,
    text(
      'function',
      'bgt-functie',
      ...(voorkomenIsClass ? [] : ['class']),
      'bgt-type',
      'plus-type',
      'plus-typeGebouwInstallatie',
    ),
    text('surfaceMaterial', 'bgt-fysiekVoorkomen', ...(voorkomenIsClass ? ['class'] : []), 'plus-fysiekVoorkomen'),
    bronhouder,
    text('naam'),
    hoogte,
    null,
    geom,
  ];
}

function identificatieOf(element: XmlElement): string {
  return textOf(findChild(element, 'identificatie', 'NEN3610ID', 'lokaalID')) || (element.attributes.id ?? '');
}

function isHistorisch(element: XmlElement, bronId: string, context: ImportContext): boolean {
  const ended = ['eindRegistratie', 'terminationDate'].some((name) => textOf(findChild(element, name)) !== '');
  if (ended) context.laatWeg(bronId, 'historisch object (beëindigd)');
  return ended;
}

/** The 2D geometry of the object; undefined when it is unreadable, and then rejected. */
function geometryOf(element: XmlElement, identificatie: string, bronId: string, context: ImportContext) {
  const property = childElements(element).find(({ name }) => name.startsWith('geometrie2d'));
  return geometryIn(property, identificatie, bronId, context);
}

function geometryIn(property: XmlElement | undefined, identificatie: string, bronId: string, context: ImportContext) {
  const [geometry] = property ? childElements(property) : [];
  if (!geometry) {
    context.keurAf(bronId, 'de geometrie ontbreekt', identificatie);
    return undefined;
  }
  try {
    return gmlToEwkt(geometry);
  } catch (error) {
    if (!(error instanceof GmlFault)) throw error;
    context.keurAf(bronId, error.message, identificatie);
    return undefined;
  }
}

/** Settles the peildatum where it was not given: a delivery does not name its day, so the day of its latest change. */
export class LaatsteRegistratie {
  readonly bron: Bron;
  laatste = '';

  constructor(bron: Bron) {
    this.bron = bron;
  }

  see(element: XmlElement): void {
    for (const name of ['LV-publicatiedatum', 'eindRegistratie', 'tijdstipRegistratie']) {
      for (const found of findAll(element, name)) {
        const dag = textOf(found).slice(0, 10);
        if (dag > this.laatste) this.laatste = dag;
      }
    }
  }

  settle(): void {
    this.bron.peildatum ||= this.laatste;
  }
}
