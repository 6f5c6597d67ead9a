import * as z from 'zod/mini';
import { readMoment } from '../../server/veiligheid/domain/tijd.ts';
import { haalBestand } from './bestand.ts';
import { leesCsv } from './csv.ts';
import type { Bron, ImportContext, Importer } from './importer.ts';
import { isJson, leesJsonPaginas } from './json.ts';
import { bronOpties, readBronOpties } from './opties.ts';
import { toRd } from './rd.ts';
import { openWerkgebied } from './veiligheid/gemeente.ts';
import { leesKlassentabel, tabelOptie } from './veiligheid/klassentabel.ts';
import { type Gelezen, Lezing } from './veiligheid/lezing.ts';
import { tellingTabellen } from './veiligheid/tellingen.ts';

/**
 * Meldingen openbare ruimte: of Signalen (the list of its API page by page, its public GeoJSON, or CSV), or as a flat
 * list with lng, lat and slugs. Text, photo and contact of who reported are never looked at.
 */
export const meldingen: Importer = {
  naam: 'meldingen',
  uitleg: 'Meldingen openbare ruimte: JSON, GeoJSON of CSV van Signalen, of de URL van zijn API',
  tabellen: tellingTabellen,
  opties: { ...bronOpties, ...tabelOptie },
  async open(pad, context) {
    const { id, gemeenteCode, peildatum } = readBronOpties('meldingen', context);
    const { gemeente, ruimte } = await openWerkgebied(context, gemeenteCode);
    const tabel = await leesKlassentabel(context.opties.tabel);
    const bron: Bron = {
      id,
      soort: 'meldingen',
      naam: `Meldingen openbare ruimte ${gemeente.naam}`,
      licentie: 'niet openbaar; getoond per straatdeel of buurt',
      gemeenteCode: gemeente.code,
      peildatum: peildatum ?? '1970-01-01',
      dekking: gemeente.geom,
    };
    const elders = await context.laadMaanden({ stroom: 'melding', gemeenteCode: gemeente.code, bronId: id });
    const vastePeildatum = peildatum !== undefined;
    const lezing = new Lezing({ stroom: 'melding', bron, tabel, ruimte, elders, context, vastePeildatum });
    return [{ bron, tabellen: lezing.tabellen(() => lees(pad, context, lezing)) }];
  },
};

async function lees(pad: string, context: ImportContext, lezing: Lezing): Promise<void> {
  const path = await haalBestand(pad, context);
  if (await isJson(path)) {
    for await (const item of leesJsonPaginas(pad, path, ['results', 'features'], context))
      lezing.voegToe(vanJson(item));
  } else {
    for await (const rij of leesCsv(path, nodig, vrij)) lezing.voegToe(vanCsv(rij));
  }
}

const tekst = z.optional(z.nullable(z.string()));
const rubriek = z.object({ slug: tekst, name: tekst });
const punt = z.object({ type: z.literal('Point'), coordinates: z.tuple([z.number(), z.number()], z.number()) });

/** One melding in any of the shapes; what is not named here is not read. */
const melding = z.object({
  id: z.optional(z.union([z.string(), z.number()])),
  created_at: tekst,
  incident_date_start: tekst,
  lng: z.optional(z.nullable(z.number())),
  lat: z.optional(z.nullable(z.number())),
  location: z.optional(z.nullable(z.object({ geometrie: z.optional(z.nullable(punt)) }))),
  category_slug: tekst,
  subcategory_slug: tekst,
  subcategory: tekst,
  category: z.optional(
    z.union([
      z.string(),
      z.null(),
      z.object({
        main_slug: tekst,
        sub_slug: tekst,
        sub: tekst,
        slug: tekst,
        name: tekst,
        parent: z.optional(z.nullable(rubriek)),
      }),
    ]),
  ),
});
type Melding = z.infer<typeof melding>;

const feature = z.object({ type: z.literal('Feature'), geometry: z.nullable(punt), properties: melding });
/** What cannot be read has no moment and no class, and is rejected for that. */
function vanJson(item: unknown): Gelezen {
  const los = feature.safeParse(item);
  const read = melding.safeParse(los.success ? los.data.properties : item);
  if (!read.success) return { registratie: '', code: '', moment: null, plaats: null, buurt: '' };
  const m = read.data;
  const [lng, lat] = (los.success ? los.data.geometry : m.location?.geometrie)?.coordinates ?? [m.lng, m.lat];
  const { hoofd, sub, naam } = rubriekVan(m);
  return {
    registratie: m.id === undefined ? '' : String(m.id),
    code: hoofd && sub && `${hoofd}/${sub}`,
    naam,
    moment: readMoment(m.created_at ?? m.incident_date_start ?? ''),
    plaats: leesGraden(lng, lat),
    buurt: '',
  };
}

function rubriekVan({ category, category_slug, subcategory_slug, subcategory }: Melding) {
  const c = typeof category === 'object' ? category : null;
  return {
    hoofd: category_slug ?? c?.main_slug ?? c?.parent?.slug ?? naarSlug(c?.parent?.name),
    sub: subcategory_slug ?? c?.sub_slug ?? c?.slug ?? naarSlug(c?.name),
    naam: subcategory ?? c?.sub ?? c?.name ?? '',
  };
}

/** As Signalen makes a slug of a name. */
const naarSlug = (naam: string | null | undefined): string =>
  (naam ?? '')
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^a-z0-9\s-]/g, '')
    .trim()
    .replace(/[\s-]+/g, '-');

function leesGraden(lng: number | null | undefined, lat: number | null | undefined): Gelezen['plaats'] {
  if (lng === null || lng === undefined || lat === null || lat === undefined) return null;
  const rd = toRd(lng, lat);
  return rd ? { xMm: Math.round(rd[0] * 1000), yMm: Math.round(rd[1] * 1000) } : 'onleesbaar';
}

const nodig = {
  hoofd: ['category_slug', 'main_slug', 'hoofdcategorie_slug', 'main_category_slug'],
  sub: ['subcategory_slug', 'sub_slug', 'subcategorie_slug', 'sub_category_slug'],
  moment: ['created_at', 'incident_date_start', 'gemeld_op', 'datum'],
  lng: ['lng', 'lon', 'longitude', 'location_longitude'],
  lat: ['lat', 'latitude', 'location_latitude'],
} as const;
const vrij = { id: ['id', 'signal_id', 'meldingsnummer'], naam: ['subcategory', 'sub', 'subcategorie'] } as const;

function vanCsv(rij: Record<keyof typeof nodig | keyof typeof vrij, string>): Gelezen {
  const graad = (waarde: string) => (waarde ? Number(waarde.replace(',', '.')) : null);
  return {
    registratie: rij.id,
    code: rij.hoofd && rij.sub && `${rij.hoofd}/${rij.sub}`,
    naam: rij.naam,
    moment: readMoment(rij.moment),
    plaats: leesGraden(graad(rij.lng), graad(rij.lat)),
    buurt: '',
  };
}
