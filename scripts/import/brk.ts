import { basename } from 'node:path';
import type { Value } from '../../db/copy.ts';
import { childElements, findChild, textOf, type XmlElement } from '../../server/xml/domain.ts';
import { haalBestand, leesGmlBestanden } from './bestand.ts';
import { bgtColumns, LaatsteRegistratie, toBgtRows } from './bgt.ts';
import { GmlFault, gmlToEwkt } from './imow/gml.ts';
import { type Bron, type ImportContext, type Importer, ImportFault } from './importer.ts';
import { bronOpties, readBronOpties } from './opties.ts';
import { readXml } from './xml.ts';

export const perceelColumns = [
  'identificatie',
  'kadastrale_aanduiding',
  'kadastrale_gemeente',
  'sectie',
  'perceelnummer',
  'grootte_m2',
  'soort_grootte',
  'geom',
] as const;

/** Kadastrale kaart version 5 (GML): percelen and the street names that are written on the map. */
export const brk: Importer = {
  naam: 'brk',
  uitleg: 'Percelen: zip, map of GML van de kadastrale kaart versie 5',
  tabellen: ['perceel', 'bgt_object'],
  opties: bronOpties,
  async open(pad, context) {
    const { id, gemeenteCode, peildatum } = readBronOpties('brk', context);
    const path = await haalBestand(pad, context);
    const bron: Bron = {
      id,
      soort: 'brk',
      naam: 'Kadastrale kaart (Basisregistratie Kadaster)',
      licentie: 'CC BY 4.0',
      url: 'https://www.pdok.nl/introductie/-/article/kadastrale-kaart',
      ...(gemeenteCode ? { gemeenteCode } : {}),
      peildatum: peildatum ?? '',
      dekking: 'vereniging',
    };
    const registraties = new LaatsteRegistratie(bron);
    return [
      {
        bron,
        tabellen: [
          {
            table: 'perceel',
            columns: perceelColumns,
            geometry: { column: 'geom', soort: 'vlak' },
            rows: readPercelen(path, bron, registraties, context),
          },
          {
            table: 'bgt_object',
            columns: bgtColumns,
            geometry: { column: 'geom', soort: 'alles' },
            rows: readLabels(path, bron, registraties, context),
          },
        ],
      },
    ];
  },
};

async function* readPercelen(
  path: string,
  bron: Bron,
  registraties: LaatsteRegistratie,
  context: ImportContext,
): AsyncGenerator<readonly Value[]> {
  let seen = 0;
  for await (const bestand of leesGmlBestanden(path)) {
    context.voortgang(`${basename(bestand.naam)} lezen`);
    for await (const { element } of readXml(await bestand.open(), new Set(['Perceel']), bestand.naam)) {
      seen += 1;
      registraties.see(element);
      const row = toPerceel(element, bron.id, context);
      if (row) yield row;
    }
  }
  if (seen === 0) {
    throw new ImportFault(`In ${path} staat geen perceel van de kadastrale kaart. Is dit een andere bron?`);
  }
}

function toPerceel(element: XmlElement, bronId: string, context: ImportContext): readonly Value[] | undefined {
  const text = (...path: string[]) => textOf(findChild(element, ...path)) || null;
  const identificatie = text('identificatie');
  if (text('historie', 'statusHistorie', 'StatusHistorie', 'code') === 'H') {
    context.laatWeg(bronId, 'historisch perceel');
    return undefined;
  }
  const aanduiding = (...path: string[]) => text('kadastraleAanduiding', 'TypeKadastraleAanduiding', ...path);
  const code = aanduiding('aKRKadastraleGemeenteCode', 'AKRKadastraleGemeenteCode', 'waarde');
  const sectie = aanduiding('sectie');
  const nummer = Number(aanduiding('perceelnummer') ?? Number.NaN);
  if (!code || !sectie || !Number.isInteger(nummer)) {
    context.keurAf(bronId, 'de kadastrale aanduiding is niet volledig', identificatie ?? undefined);
    return undefined;
  }
  const begrenzingPerceel = findChild(element, 'begrenzingPerceel');
  const [begrenzing] = begrenzingPerceel ? childElements(begrenzingPerceel) : [];
  const grootte = Number(text('kadastraleGrootte', 'TypeOppervlak', 'waarde') ?? Number.NaN);
  try {
    return [
      identificatie,
      `${code} ${sectie} ${nummer}`,
      aanduiding('kadastraleGemeente', 'KadastraleGemeente', 'waarde'),
      sectie,
      nummer,
      Number.isFinite(grootte) ? grootte : null,
      text('kadastraleGrootte', 'TypeOppervlak', 'soortGrootte', 'SoortGrootte', 'waarde'),
      begrenzing ? gmlToEwkt(begrenzing) : null,
    ];
  } catch (error) {
    if (!(error instanceof GmlFault)) throw error;
    context.keurAf(bronId, error.message, `${code} ${sectie} ${nummer}`);
    return undefined;
  }
}

async function* readLabels(
  path: string,
  { id }: Bron,
  registraties: LaatsteRegistratie,
  context: ImportContext,
): AsyncGenerator<readonly Value[]> {
  for await (const bestand of leesGmlBestanden(path)) {
    for await (const { element } of readXml(await bestand.open(), new Set(['OpenbareRuimteLabel']), bestand.naam)) {
      registraties.see(element);
      yield* toBgtRows(element, 'openbareruimtelabel', id, context);
    }
  }
  registraties.settle();
}
