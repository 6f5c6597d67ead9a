import { fileURLToPath } from 'node:url';
import type { Value } from '../../db/copy.ts';
import { addMaanden, type Datum, parseDatum } from '../../server/termijnen/datum.ts';
import { type ImowTabel, imowKolommen, imowTabellen } from '../import/imow/kolommen.ts';
import { type ImportContext, ImportFault, type Levering, type TabelLevering } from '../import/importer.ts';
import { Locaties, normVan } from './regels-locaties.ts';
import { type Plan, readPlannen } from './regels-plan.ts';
import type { Town } from './town.ts';
import { ewktVlakken } from './vlakken.ts';

/** Where the regelingen are authored. */
export const planFolder = fileURLToPath(new URL('../../data/omgevingsplan/', import.meta.url));

type Rijen = Record<ImowTabel, Value[][]>;

/**
 * The regelingen of a generated gemeente as IMOW objects: the omgevingsplan in the version before, the one in force and
 * the one to come, a draft change, the waterschapsverordening and the omgevingsverordening. Days of force count from
 * option `peildatum`, or from the peildatum of the town.
 *
 * A rule for which the town has no place (a mill where there is none) is left out of that town, and the report counts it.
 *
 * @throws PlanFault when the authored files are wrong
 * @throws ImportFault when peildatum is not a day
 */
export async function regelsLeveringen(
  town: Town,
  {
    opties,
    nieuweSleutel,
    voortgang,
    keurAf,
  }: Pick<ImportContext, 'opties' | 'nieuweSleutel' | 'voortgang' | 'keurAf'>,
): Promise<Levering[]> {
  const peildatum = parseDatum(opties.peildatum ?? town.peildatum);
  if (!peildatum) throw new ImportFault('De optie --peildatum is geen dag. Geef jaar, maand en dag, zoals 2026-01-31.');
  const leveringen: Levering[] = [];
  for (const plan of readPlannen(planFolder)) {
    voortgang(`regels: ${plan.naam}`);
    const { regeling } = plan;
    const vul = (tekst: string) => tekst.replaceAll('{gemeente}', bestuurVan(town)).replaceAll('{code}', town.code);
    const bronId = vul(regeling.bron);
    const locaties = new Locaties(town, plan.locaties);
    const rijen = Object.fromEntries(imowTabellen.map((tabel) => [tabel, []])) as unknown as Rijen;
    for (const naam of plan.locaties.keys()) {
      if (locaties.find(naam).length === 0) keurAf(bronId, 'deze plek komt in de gemeente niet voor', naam);
    }
    for (const versie of Object.keys(regeling.versies)) {
      await addVersie(rijen, { plan, versie, peildatum, locaties, nieuweSleutel, vul, town });
    }
    leveringen.push({
      bron: {
        id: bronId,
        soort: regeling.soort,
        naam: vul(regeling.opschrift),
        licentie: regeling.licentie,
        peildatum,
        dekking: ewktVlakken([town.grens]),
        ...(regeling.bestuurslaag === 'gemeente' ? { gemeenteCode: town.code } : {}),
      },
      tabellen: imowTabellen.map(
        (table): TabelLevering => ({
          table,
          columns: imowKolommen[table],
          rows: rijen[table],
          ...(table === 'regeling' || table === 'locatie' ? { geometry: { column: 'geom', soort: 'vlak' } } : {}),
        }),
      ),
    });
  }
  return leveringen;
}

/** What the bestuur of a gemeente is called: gemeente Markenburg, but Modelgemeente. */
export const bestuurVan = ({ naam }: Pick<Town, 'naam'>): string =>
  /gemeente/i.test(naam) ? naam : `gemeente ${naam}`;

/** First day of the month that lies so many months after the month of a day. */
const beginVanMaand = (datum: Datum, maanden: number): Datum =>
  parseDatum(`${addMaanden(parseDatum(`${datum.slice(0, 7)}-01`) as Datum, maanden).slice(0, 7)}-01`) as Datum;

interface Opdracht {
  plan: Plan;
  versie: string;
  peildatum: Datum;
  locaties: Locaties;
  nieuweSleutel: () => Promise<number>;
  vul: (tekst: string) => string;
  town: Town;
}

/** One version of a regeling, whole in itself: a question about a day needs no other version. */
async function addVersie(
  rijen: Rijen,
  { plan, versie, peildatum, locaties, nieuweSleutel, vul, town }: Opdracht,
): Promise<void> {
  const { regeling } = plan;
  const { vanafMaanden, totMaanden } = regeling.versies[versie] as (typeof regeling.versies)[string];
  const code = vul(regeling.bevoegdGezagCode);
  const dag = (maanden: number | undefined) => (maanden === undefined ? null : beginVanMaand(peildatum, maanden));
  const regelingId = await nieuweSleutel();
  rijen.regeling.push([
    regelingId,
    `/akn/nl/act/${code}/${plan.naam}/nld@${dag(vanafMaanden) ?? peildatum};${versie}`,
    regeling.soort,
    vul(regeling.opschrift),
    regeling.citeertitel ? vul(regeling.citeertitel) : null,
    regeling.bestuurslaag,
    code,
    vul(regeling.bevoegdGezag),
    regeling.ontwerp ?? false,
    dag(vanafMaanden),
    dag(totMaanden),
    null,
    ewktVlakken([town.grens]),
  ]);

  let teller = 0;
  const identify = (soort: string) => {
    teller += 1;
    return `nl.imow-${code}.${soort}.${versie}${String(teller).padStart(6, '0')}`;
  };
  const inVersie = (versies: readonly string[] | undefined) => versies === undefined || versies.includes(versie);

  const plaatsen = new Map<string, number[]>();
  /** Keys of the gebieden of these locaties, written when the first rule needs them. */
  const sleutelsVan = async (namen: readonly string[]): Promise<number[]> => {
    const sleutels: number[] = [];
    for (const naam of namen) {
      let eigen = plaatsen.get(naam);
      if (!eigen) {
        eigen = [];
        plaatsen.set(naam, eigen);
        for (const { soort, noemer, ewkt } of locaties.find(naam)) {
          const id = await nieuweSleutel();
          eigen.push(id);
          rijen.locatie.push([id, regelingId, identify(soort), soort, noemer, ewkt]);
        }
      }
      sleutels.push(...eigen);
    }
    return sleutels;
  };

  const activiteiten = new Map<string, { id: number; identificatie: string }>();
  for (const naam of plan.activiteiten.keys()) {
    activiteiten.set(naam, { id: await nieuweSleutel(), identificatie: identify('activiteit') });
  }
  for (const [naam, { groep, hoortBij }] of plan.activiteiten) {
    const { id, identificatie } = activiteiten.get(naam) as { id: number; identificatie: string };
    const boven = hoortBij ? (activiteiten.get(hoortBij)?.identificatie ?? null) : null;
    rijen.activiteit.push([id, regelingId, identificatie, naam, groep, boven]);
  }

  const aanwijzingen = new Map<string, number>();
  for (const [naam, { type, groep, waar }] of plan.aanwijzingen) {
    const sleutels = await sleutelsVan(waar);
    if (sleutels.length === 0) continue;
    const id = await nieuweSleutel();
    aanwijzingen.set(naam, id);
    rijen.gebiedsaanwijzing.push([id, regelingId, identify('gebiedsaanwijzing'), type, naam, groep]);
    for (const locatie of sleutels) rijen.gebiedsaanwijzing_locatie.push([id, locatie]);
  }

  const normen = new Map<string, number>();
  for (const [naam, norm] of plan.normen) {
    if (!inVersie(norm.versies)) continue;
    const id = await nieuweSleutel();
    const soort = norm.soort ?? 'omgevingsnorm';
    let waarden = 0;
    for (const { waar, waarde, woord, volgt, op, versies } of norm.waarden) {
      if (!inVersie(versies)) continue;
      const gebieden = waar.flatMap((locatie) => locaties.find(locatie));
      const sleutels = await sleutelsVan(waar);
      const perWaarde = new Map<number | null, number[]>();
      gebieden.forEach((gebied, i) => {
        const getal = volgt ? normVan(gebied, volgt, op) : (waarde ?? null);
        if (volgt && getal === null) return;
        perWaarde.set(getal, [...(perWaarde.get(getal) ?? []), sleutels[i] as number]);
      });
      for (const [getal, bij] of [...perWaarde].sort(([a], [b]) => (a ?? 0) - (b ?? 0))) {
        const waardeId = await nieuweSleutel();
        waarden += 1;
        rijen.normwaarde.push([waardeId, id, getal, woord ?? null, false]);
        for (const locatie of bij) rijen.normwaarde_locatie.push([waardeId, locatie]);
      }
    }
    if (waarden === 0) continue;
    normen.set(naam, id);
    rijen.norm.push([id, regelingId, identify(soort), soort, naam, norm.type, norm.groep, norm.eenheid ?? null]);
  }

  for (const [volgorde, regel] of plan.regels.entries()) {
    if (!inVersie(regel.versies)) continue;
    const sleutels = await sleutelsVan(regel.waar);
    if (sleutels.length === 0) continue;
    const tekstId = await nieuweSleutel();
    rijen.regeltekst.push([
      tekstId,
      regelingId,
      identify('regeltekst'),
      regel.nummer,
      regel.opschrift,
      vul(regel.tekst),
      volgorde,
    ]);
    const regelId = await nieuweSleutel();
    rijen.juridische_regel.push([
      regelId,
      tekstId,
      identify('juridischeregel'),
      regel.soort,
      regel.idealisatie,
      regel.themas as string[],
    ]);
    for (const locatie of sleutels) rijen.juridische_regel_locatie.push([regelId, locatie]);
    for (const { activiteit, kwalificatie } of regel.doet) {
      const aanduiding = await nieuweSleutel();
      rijen.activiteit_locatieaanduiding.push([
        aanduiding,
        regelId,
        activiteiten.get(activiteit)?.id as number,
        kwalificatie,
      ]);
      for (const locatie of sleutels) rijen.activiteit_locatieaanduiding_locatie.push([aanduiding, locatie]);
    }
    for (const naam of regel.gebieden) {
      const aanwijzing = aanwijzingen.get(naam);
      if (aanwijzing) rijen.juridische_regel_gebiedsaanwijzing.push([regelId, aanwijzing]);
    }
    for (const naam of regel.normen) {
      const norm = normen.get(naam);
      if (norm) rijen.juridische_regel_norm.push([regelId, norm]);
    }
  }
}
