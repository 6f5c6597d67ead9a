import type { Value } from '../../db/copy.ts';
import { inRdBereik } from '../../server/geo/rd.ts';
import { type Bron, type ImportContext, type Importer, ImportFault } from './importer.ts';
import { normaalGeduld, type OgcCollectie, readCollectie, readFeatures, readLanding } from './ogc/client.ts';
import { type Collectie, collecties, type Geheugen } from './ogc/collecties.ts';
import { bronOpties, readBronOpties } from './opties.ts';

/** Any OGC API Features endpoint; this is how PDOK serves BAG, BRK and BGT. */
export const ogcApiFeatures: Importer = {
  naam: 'ogc-api-features',
  uitleg: 'BAG, BRK, BGT en gebieden van een OGC API Features, zoals https://api.pdok.nl/kadaster/bag/ogc/v2',
  tabellen: [...new Set(Object.values(collecties).map(({ table }) => table))],
  opties: {
    ...bronOpties,
    collectie: 'een of meer collecties met een komma ertussen, panden voor verblijfsobjecten: pand,verblijfsobject',
    bbox: 'alleen wat in dit vierkant ligt, in RD-meters: x1,y1,x2,y2',
  },
  open: openOgc,
};

async function openOgc(pad: string, context: ImportContext) {
  const ids = readCollectieOptie(context.opties.collectie);
  const bbox = readBbox(context.opties.bbox);
  const root = readUrl(pad);
  const { id, gemeenteCode, peildatum } = readBronOpties(`ogc-${ids.join('-')}`, context);
  const landing = await readLanding(root, normaalGeduld);
  const opened: [Collectie, OgcCollectie][] = [];
  for (const name of ids) opened.push([collecties[name] as Collectie, await readCollectie(root, name)]);

  const bron: Bron = {
    id,
    soort: 'ogc-api-features',
    naam: `${landing.titel}: ${opened.map(([, { titel }]) => titel).join(', ')}`,
    licentie: opened.find(([, { licentie }]) => licentie)?.[1].licentie ?? landing.licentie ?? 'niet vermeld',
    url: root.href,
    ...(gemeenteCode ? { gemeenteCode } : {}),
    peildatum: peildatum ?? new Date().toISOString().slice(0, 10),
    dekking: dekkingOf(bbox, opened),
  };
  const geheugen: Geheugen = { gemeenteCode, panden: new Map() };
  return [
    {
      bron,
      tabellen: opened.map(([{ table, columns, geometry, dubbel, toRow }, collectie]) => ({
        table,
        columns,
        geometry: { ...geometry, srid: collectie.srid },
        ...(dubbel ? { dubbel } : {}),
        rows: readRows(collectie, bbox, toRow),
      })),
    },
  ];

  async function* readRows(
    collectie: OgcCollectie,
    box: readonly number[] | null,
    toRow: Collectie['toRow'],
  ): AsyncGenerator<readonly Value[]> {
    for await (const feature of readFeatures(collectie, box)) {
      const oordeel = toRow(feature, geheugen);
      if ('row' in oordeel) yield oordeel.row;
      else if ('weggelaten' in oordeel) context.laatWeg(id, oordeel.weggelaten);
      else context.keurAf(id, `${collectie.id}: ${oordeel.afgekeurd}`, feature.id);
    }
  }
}

/** With a bbox: all of it. Otherwise the ground that the objects cover; loose objects: a hull around them. */
function dekkingOf(bbox: readonly number[] | null, opened: readonly [Collectie, OgcCollectie][]): string {
  if (bbox) {
    const [x1, y1, x2, y2] = bbox;
    return `SRID=28992;POLYGON((${x1} ${y1},${x2} ${y1},${x2} ${y2},${x1} ${y2},${x1} ${y1}))`;
  }
  return opened.some(([{ sluitend }]) => sluitend) ? 'vereniging' : 'concaaf';
}

function readUrl(pad: string): URL {
  if (!URL.canParse(pad) || !/^https?:$/.test(new URL(pad).protocol)) {
    throw new ImportFault(
      `"${pad}" is geen webadres. Geef de landingspagina, zoals https://api.pdok.nl/kadaster/bag/ogc/v2`,
    );
  }
  return new URL(pad);
}

function readCollectieOptie(optie: string | undefined): string[] {
  const ids =
    optie
      ?.split(',')
      .map((id) => id.trim())
      .filter(Boolean) ?? [];
  const known = `Wij kennen: ${Object.keys(collecties).join(', ')}.`;
  if (ids.length === 0) throw new ImportFault(`Geef met --collectie welke collecties u wilt. ${known}`);
  const unknown = ids.find((id) => !Object.hasOwn(collecties, id));
  if (unknown !== undefined) throw new ImportFault(`De collectie "${unknown}" kennen wij niet. ${known}`);
  return [...new Set(ids)];
}

function readBbox(optie: string | undefined): readonly number[] | null {
  if (optie === undefined) return null;
  const [x1 = Number.NaN, y1 = Number.NaN, x2 = Number.NaN, y2 = Number.NaN, ...rest] = optie.split(',').map(Number);
  const inside = inRdBereik({ x: x1, y: y1 }) && inRdBereik({ x: x2, y: y2 });
  if (rest.length > 0 || !inside || x1 >= x2 || y1 >= y2) {
    throw new ImportFault(
      `--bbox "${optie}" kan niet. Geef vier RD-meters: x1,y1,x2,y2, zoals 180000,456000,182000,458000.`,
    );
  }
  return [x1, y1, x2, y2];
}
