import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isNode, LineCounter, parseDocument } from 'yaml';
import * as z from 'zod/mini';

/**
 * The regelingen as they are authored under data/omgevingsplan: one folder per regeling, with `regeling.yaml`,
 * `locaties.yaml`, `activiteiten.yaml`, `gebiedsaanwijzingen.yaml`, `normen.yaml` and a file per hoofdstuk.
 */

const oneOrMore = z.pipe(
  z.transform((value: unknown) => (typeof value === 'string' ? [value] : value)),
  z.array(z.string().check(z.minLength(1))),
);
const namen = z.array(z.string());
const kwalificaties = z.record(z.string(), z.string());
const tekst = z.string().check(z.minLength(20));

const lidVelden = {
  waar: z.optional(oneOrMore),
  thema: z.optional(namen),
  volgt: z.optional(z.string()),
  idealisatie: z.optional(z.enum(['exact', 'indicatief'])),
  soort: z.optional(z.enum(['regel voor iedereen', 'instructieregel', 'omgevingswaarderegel'])),
  versies: z.optional(namen),
  doet: z.optional(kwalificaties),
  normen: z.optional(namen),
  gebieden: z.optional(namen),
};
const lid = z.strictObject({ ...lidVelden, tekst });
const artikel = z.strictObject({
  artikel: z.string().check(z.regex(/^\d+\.\d+[a-z]?$/, 'geen artikelnummer zoals 4.12')),
  opschrift: z.string().check(z.minLength(3)),
  ...lidVelden,
  tekst: z.optional(tekst),
  leden: z.optional(z.array(lid)),
});
const hoofdstuk = z.strictObject({
  hoofdstuk: z.number(),
  opschrift: z.string(),
  thema: z.optional(namen),
  waar: z.optional(oneOrMore),
  artikelen: z.array(artikel),
});
const versie = z.strictObject({ vanafMaanden: z.optional(z.number()), totMaanden: z.optional(z.number()) });
const regelingSchema = z.strictObject({
  bron: z.string(),
  soort: z.string(),
  opschrift: z.string(),
  citeertitel: z.optional(z.string()),
  bestuurslaag: z.enum(['gemeente', 'waterschap', 'provincie', 'rijk']),
  bevoegdGezagCode: z.string(),
  bevoegdGezag: z.string(),
  licentie: z.string(),
  ontwerp: z.optional(z.boolean()),
  versies: z.record(z.string(), versie),
});
const activiteitenSchema = z.record(
  z.string(),
  z.union([z.string(), z.strictObject({ groep: z.string(), 'hoort bij': z.string() })]),
);
const aanwijzingenSchema = z.record(
  z.string(),
  z.strictObject({ type: z.string(), groep: z.string(), waar: oneOrMore }),
);
const waardeSchema = z.strictObject({
  waar: oneOrMore,
  waarde: z.optional(z.number()),
  woord: z.optional(z.string()),
  volgt: z.optional(z.enum(['hoogste pand', 'hoogste goot', 'bouwlagen', 'bebouwd deel'])),
  op: z.optional(z.number()),
  versies: z.optional(namen),
});
const normenSchema = z.record(
  z.string(),
  z.strictObject({
    soort: z.optional(z.enum(['omgevingsnorm', 'omgevingswaarde'])),
    type: z.string(),
    groep: z.string(),
    eenheid: z.optional(z.string()),
    versies: z.optional(namen),
    waarden: z.array(waardeSchema),
  }),
);
const perSchema = z.enum(['zone', 'perceel', 'buurt', 'wijk', 'vlak', 'geheel']);
export const locatieSchema = z.strictObject({
  noemer: z.string(),
  per: z.optional(perSchema),
  buffer: z.optional(z.number()),
  zonder: z.optional(namen),
  ambtsgebied: z.optional(z.literal(true)),
  zones: z.optional(z.strictObject({ bestemming: namen, karakter: z.optional(namen) })),
  buurten: z.optional(namen),
  percelen: z.optional(z.strictObject({ bestemming: namen, aard: z.optional(namen) })),
  bouwvlakken: z.optional(
    z.strictObject({
      bestemming: z.optional(namen),
      aard: z.optional(namen),
      per: z.optional(z.enum(['zone', 'perceel'])),
      marge: z.number(),
      sluit: z.number(),
    }),
  ),
  wateren: z.optional(namen),
  langs: z.optional(
    z.strictObject({
      lijn: z.enum(['spoor', 'buisleiding', 'hoogspanning', 'grens', 'provinciale weg']),
      meter: z.number(),
    }),
  ),
  rond: z.optional(z.strictObject({ herkenningspunt: oneOrMore, meter: z.number() })),
  thema: z.optional(z.record(z.string(), z.union([z.literal('alle'), namen]))),
  samen: z.optional(namen),
});
const locatiesSchema = z.record(z.string(), locatieSchema);
const waardelijstenSchema = z.strictObject({
  activiteitengroep: namen,
  kwalificatie: namen,
  thema: namen,
  idealisatie: namen,
  typeNorm: namen,
  omgevingsnormgroep: namen,
  omgevingswaardegroep: namen,
  eenheid: namen,
  gebiedsaanwijzing: z.record(z.string(), namen),
});

export type LocatieKeuze = z.infer<typeof locatieSchema>;
export type Regeling = z.infer<typeof regelingSchema>;
export type Waardelijsten = z.infer<typeof waardelijstenSchema>;

/** Each says in one way what its area is; the others refine it. */
const bronnenVanLocatie = [
  'ambtsgebied',
  'zones',
  'buurten',
  'percelen',
  'bouwvlakken',
  'wateren',
  'langs',
  'rond',
  'thema',
  'samen',
] as const satisfies readonly (keyof LocatieKeuze)[];

/** One artikel or lid, with everything that it takes over from its artikel and hoofdstuk filled in. */
export interface Regel {
  /** As cited: Artikel 4.7 lid 2. */
  nummer: string;
  opschrift: string;
  tekst: string;
  soort: 'regel voor iedereen' | 'instructieregel' | 'omgevingswaarderegel';
  idealisatie: 'exact' | 'indicatief';
  themas: readonly string[];
  waar: readonly string[];
  doet: readonly { activiteit: string; kwalificatie: string }[];
  normen: readonly string[];
  gebieden: readonly string[];
  /** Names of the versions of the regeling in which it stands. */
  versies: readonly string[];
}

export interface Plan {
  /** Name of its folder. */
  naam: string;
  regeling: Regeling;
  locaties: ReadonlyMap<string, LocatieKeuze>;
  activiteiten: ReadonlyMap<string, { groep: string; hoortBij: string | null }>;
  aanwijzingen: ReadonlyMap<string, { type: string; groep: string; waar: readonly string[] }>;
  normen: ReadonlyMap<string, z.infer<typeof normenSchema>[string]>;
  regels: readonly Regel[];
}

/** The authored files are wrong; the message names every fault with its file and line. */
export class PlanFault extends Error {
  readonly fouten: readonly string[];

  constructor(fouten: readonly string[]) {
    super(`Het omgevingsplan klopt niet:\n${fouten.join('\n')}`);
    this.fouten = fouten;
  }
}

type Meld = (pad: readonly PropertyKey[], fout: string) => void;

/** A file that is read, with a way to point at a line of it. */
function readFile<T>(
  path: string,
  label: string,
  schema: z.ZodMiniType<T>,
  fouten: string[],
): { data: T | null; meld: Meld } {
  const lines = new LineCounter();
  const document = parseDocument(readFileSync(path, 'utf8'), { lineCounter: lines, uniqueKeys: true });
  const meld: Meld = (pad, fout) => {
    let node: unknown;
    for (let depth = pad.length; depth >= 0 && !isNode(node); depth -= 1) {
      node = document.getIn(pad.slice(0, depth), true);
    }
    const offset = isNode(node) ? (node.range?.[0] ?? 0) : 0;
    fouten.push(`${label}, regel ${lines.linePos(offset).line}: ${fout}`);
  };
  if (document.errors.length > 0) {
    for (const { message, pos } of document.errors) {
      fouten.push(`${label}, regel ${lines.linePos(pos[0]).line}: geen geldige YAML (${message.split('\n')[0]})`);
    }
    return { data: null, meld };
  }
  const result = z.safeParse(schema, document.toJS());
  if (!result.success) {
    for (const { path: pad, message, code } of result.error.issues) {
      meld(
        pad,
        `${pad.join(' › ') || 'bestand'}: ${code === 'unrecognized_keys' ? 'een veld dat wij niet kennen' : message}`,
      );
    }
    return { data: null, meld };
  }
  return { data: result.data, meld };
}

/** The closed lists of IMOW. */
export function readWaardelijsten(folder: string): Waardelijsten {
  const fouten: string[] = [];
  const { data } = readFile(join(folder, 'waardelijsten.yaml'), 'waardelijsten.yaml', waardelijstenSchema, fouten);
  if (!data) throw new PlanFault(fouten);
  return data;
}

/**
 * Reads and checks every regeling under a folder.
 *
 * @throws PlanFault with all faults at once: an unknown groep, locatie, activiteit, norm or version, a value outside
 *   the lists of IMOW, an artikel without text or given twice, what is declared and used nowhere
 */
export function readPlannen(folder: string): Plan[] {
  const lijsten = readWaardelijsten(folder);
  const fouten: string[] = [];
  const plannen = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()
    .flatMap((naam) => readPlan(join(folder, naam), naam, lijsten, fouten) ?? []);
  if (fouten.length > 0) throw new PlanFault(fouten);
  return plannen;
}

function readPlan(folder: string, naam: string, lijsten: Waardelijsten, fouten: string[]): Plan | null {
  const read = <T>(file: string, schema: z.ZodMiniType<T>) =>
    readFile(join(folder, file), `${naam}/${file}`, schema, fouten);
  const regeling = read('regeling.yaml', regelingSchema);
  const locaties = read('locaties.yaml', locatiesSchema);
  const activiteiten = read('activiteiten.yaml', activiteitenSchema);
  const aanwijzingen = read('gebiedsaanwijzingen.yaml', aanwijzingenSchema);
  const normen = read('normen.yaml', normenSchema);
  const hoofdstukken = readdirSync(folder)
    .filter((file) => /^\d\d-.*\.yaml$/.test(file))
    .sort()
    .map((file) => read(file, hoofdstuk));
  if (!regeling.data || !locaties.data || !activiteiten.data || !aanwijzingen.data || !normen.data) return null;
  if (hoofdstukken.some(({ data }) => data === null)) return null;

  const alleVersies = Object.keys(regeling.data.versies);
  const used = {
    locatie: new Set<string>(),
    activiteit: new Set<string>(),
    norm: new Set<string>(),
    gebied: new Set<string>(),
  };
  const kies = (meld: Meld, pad: readonly PropertyKey[], wat: string, naam: string, lijst: readonly string[]) => {
    if (!lijst.includes(naam)) meld(pad, `${wat} "${naam}" bestaat niet`);
  };
  const wijs = (meld: Meld, pad: readonly PropertyKey[], soort: keyof typeof used, naam: string, lijst: object) => {
    used[soort].add(naam);
    if (!Object.hasOwn(lijst, naam)) meld(pad, `${soort} "${naam}" bestaat niet`);
  };

  for (const [naam, keuze] of Object.entries(locaties.data)) {
    const soorten = bronnenVanLocatie.filter((soort) => keuze[soort] !== undefined);
    if (soorten.length !== 1) {
      locaties.meld(
        [naam],
        `locatie "${naam}" zegt niet op één manier waar zij ligt (${soorten.join(', ') || 'geen'})`,
      );
    }
    for (const ander of [...(keuze.samen ?? []), ...(keuze.zonder ?? [])]) {
      wijs(locaties.meld, [naam], 'locatie', ander, locaties.data);
    }
    if (steuntOpZich(naam, locaties.data)) locaties.meld([naam], `locatie "${naam}" volgt uit zichzelf`);
  }
  for (const [naam, activiteit] of Object.entries(activiteiten.data)) {
    const { groep, hoortBij } = splitActiviteit(activiteit);
    kies(activiteiten.meld, [naam], 'activiteitengroep', groep, lijsten.activiteitengroep);
    if (hoortBij) wijs(activiteiten.meld, [naam], 'activiteit', hoortBij, activiteiten.data);
  }
  for (const [naam, { type, groep, waar }] of Object.entries(aanwijzingen.data)) {
    kies(aanwijzingen.meld, [naam], 'type gebiedsaanwijzing', type, Object.keys(lijsten.gebiedsaanwijzing));
    kies(aanwijzingen.meld, [naam], `groep van ${type}`, groep, lijsten.gebiedsaanwijzing[type] ?? []);
    for (const locatie of waar) wijs(aanwijzingen.meld, [naam], 'locatie', locatie, locaties.data);
  }
  for (const [naam, norm] of Object.entries(normen.data)) {
    const groepen = norm.soort === 'omgevingswaarde' ? lijsten.omgevingswaardegroep : lijsten.omgevingsnormgroep;
    kies(normen.meld, [naam], 'type norm', norm.type, lijsten.typeNorm);
    kies(normen.meld, [naam], 'groep van een norm', norm.groep, groepen);
    if (norm.eenheid) kies(normen.meld, [naam], 'eenheid', norm.eenheid, lijsten.eenheid);
    for (const versie of norm.versies ?? []) kies(normen.meld, [naam], 'versie', versie, alleVersies);
    for (const waarde of norm.waarden) {
      for (const locatie of waarde.waar) wijs(normen.meld, [naam], 'locatie', locatie, locaties.data);
      for (const versie of waarde.versies ?? []) kies(normen.meld, [naam], 'versie', versie, alleVersies);
      if ([waarde.waarde, waarde.woord, waarde.volgt].filter((soort) => soort !== undefined).length !== 1) {
        normen.meld([naam], `norm "${naam}" heeft geen waarde, of meer dan één soort waarde`);
      }
    }
  }

  const regels: Regel[] = [];
  for (const { data, meld } of hoofdstukken) {
    data?.artikelen.forEach((stuk, i) => {
      const pad = ['artikelen', i];
      if ((stuk.tekst === undefined) === (stuk.leden === undefined)) {
        meld(pad, `artikel ${stuk.artikel} heeft geen tekst, of tekst én leden`);
      }
      const delen = stuk.leden ?? [{ tekst: stuk.tekst ?? '' }];
      delen.forEach((deel: z.infer<typeof lid>, j) => {
        const plek = stuk.leden ? [...pad, 'leden', j] : pad;
        const volgt = deel.volgt ?? stuk.volgt;
        const regel: Regel = {
          nummer: stuk.leden ? `Artikel ${stuk.artikel} lid ${j + 1}` : `Artikel ${stuk.artikel}`,
          opschrift: stuk.opschrift,
          tekst: volgt ? `${deel.tekst.trim()}\nDeze regel volgt: ${volgt}.` : deel.tekst.trim(),
          soort: deel.soort ?? stuk.soort ?? 'regel voor iedereen',
          idealisatie: deel.idealisatie ?? stuk.idealisatie ?? 'exact',
          themas: deel.thema ?? stuk.thema ?? data.thema ?? [],
          waar: deel.waar ?? stuk.waar ?? data.waar ?? [],
          doet: Object.entries(deel.doet ?? stuk.doet ?? {}).map(([activiteit, kwalificatie]) => ({
            activiteit,
            kwalificatie,
          })),
          normen: deel.normen ?? stuk.normen ?? [],
          gebieden: deel.gebieden ?? stuk.gebieden ?? [],
          versies: deel.versies ?? stuk.versies ?? alleVersies,
        };
        if (regel.waar.length === 0) meld(plek, `${regel.nummer} zegt niet waar hij geldt`);
        if (regel.themas.length === 0) meld(plek, `${regel.nummer} heeft geen thema`);
        for (const locatie of regel.waar) wijs(meld, plek, 'locatie', locatie, locaties.data as object);
        for (const thema of regel.themas) kies(meld, plek, 'thema', thema, lijsten.thema);
        for (const versie of regel.versies) kies(meld, plek, 'versie', versie, alleVersies);
        for (const norm of regel.normen) wijs(meld, plek, 'norm', norm, normen.data as object);
        for (const gebied of regel.gebieden) wijs(meld, plek, 'gebied', gebied, aanwijzingen.data as object);
        for (const { activiteit, kwalificatie } of regel.doet) {
          wijs(meld, plek, 'activiteit', activiteit, activiteiten.data as object);
          kies(meld, plek, 'kwalificatie', kwalificatie, lijsten.kwalificatie);
        }
        for (const eerder of regels) {
          const samen = eerder.nummer === regel.nummer && eerder.versies.find((naam) => regel.versies.includes(naam));
          if (samen) meld(plek, `${regel.nummer} staat er twee keer in versie ${samen}`);
        }
        regels.push(regel);
      });
    });
  }

  const ongebruikt = (meld: Meld, soort: keyof typeof used, lijst: object) => {
    for (const naam of Object.keys(lijst)) {
      if (!used[soort].has(naam)) meld([naam], `${soort} "${naam}" wordt nergens gebruikt`);
    }
  };
  ongebruikt(locaties.meld, 'locatie', locaties.data);
  ongebruikt(activiteiten.meld, 'activiteit', activiteiten.data);
  ongebruikt(normen.meld, 'norm', normen.data);
  ongebruikt(aanwijzingen.meld, 'gebied', aanwijzingen.data);

  return {
    naam,
    regeling: regeling.data,
    locaties: new Map(Object.entries(locaties.data)),
    activiteiten: new Map(
      Object.entries(activiteiten.data).map(([naam, activiteit]) => [naam, splitActiviteit(activiteit)]),
    ),
    aanwijzingen: new Map(Object.entries(aanwijzingen.data)),
    normen: new Map(Object.entries(normen.data)),
    regels,
  };
}

/** A locatie that is made of others which are, in the end, made of it. */
function steuntOpZich(naam: string, locaties: z.infer<typeof locatiesSchema>): boolean {
  const gezien = new Set<string>();
  const open = [naam];
  for (let huidig = open.pop(); huidig !== undefined; huidig = open.pop()) {
    for (const ander of [...(locaties[huidig]?.samen ?? []), ...(locaties[huidig]?.zonder ?? [])]) {
      if (ander === naam) return true;
      if (!gezien.has(ander)) open.push(ander);
      gezien.add(ander);
    }
  }
  return false;
}

function splitActiviteit(activiteit: z.infer<typeof activiteitenSchema>[string]) {
  return typeof activiteit === 'string'
    ? { groep: activiteit, hoortBij: null }
    : { groep: activiteit.groep, hoortBij: activiteit['hoort bij'] };
}
