import type { Knex } from 'knex';
import type { Logger } from 'pino';
import type { RdPunt } from '../../server/geo/rd.ts';
import { activiteitenOpId } from '../../server/vergunningcheck/activiteiten/index.ts';
import { beoordeel } from '../../server/vergunningcheck/domain/beoordeel.ts';
import { kleurVan, omgekeerdeLagen, vraagVoor } from '../../server/vergunningcheck/omgekeerd/domain.ts';
import { loadUitkomstenOp } from '../../server/vergunningcheck/omgekeerd/queries.ts';
import { loadOmgeving } from '../../server/vergunningcheck/omgeving.ts';
import { loadRegelversies } from '../../server/vergunningcheck/regelbestanden/queries.ts';

interface Verschil {
  punt: RdPunt;
  werkzaamheid: string;
  kaart: string[];
  check: string;
}

/** Points that are spread evenly and the same every time: those of Halton, in bases 2 and 3. */
function* spreiding(): Generator<[number, number]> {
  const halton = (i: number, basis: number) => {
    let [deel, som] = [1, 0];
    for (let n = i; n > 0; n = Math.floor(n / basis)) {
      deel /= basis;
      som += deel * (n % basis);
    }
    return som;
  };
  for (let i = 1; ; i += 1) yield [halton(i, 2), halton(i, 3)];
}

/**
 * Compares the map with the check itself at places spread over everything that has a perceel. Of places on one perceel the
 * check is asked once: its answer is one for the whole perceel.
 *
 * @param hoogstensVragen ask the check at no more percelen than this
 */
export async function vergelijkVergunningkaart(
  { db, log, vandaag }: { db: Knex; log: Logger; vandaag: string },
  aantal: number,
  hoogstensVragen = Number.POSITIVE_INFINITY,
): Promise<{ punten: number; vragen: number; verschillen: Verschil[] }> {
  const { minX, minY, maxX, maxY } = await db('perceel')
    .select(
      db.raw('ST_XMin(ST_Extent(geom)) AS "minX", ST_YMin(ST_Extent(geom)) AS "minY"'),
      db.raw('ST_XMax(ST_Extent(geom)) AS "maxX", ST_YMax(ST_Extent(geom)) AS "maxY"'),
    )
    .first();
  const verschillen: Verschil[] = [];
  const antwoorden = new Map<string, Record<string, string>>();
  const bestanden = new Map<string, Set<string>>();
  let punten = 0;
  let rest: RdPunt[] = [];
  const bekijk = async () => {
    const gevonden = await loadUitkomstenOp(db, rest);
    const percelen = await perceelOp(db, rest);
    for (const [i, punt] of rest.entries()) {
      const perceel = percelen[i];
      if (!perceel || punten >= aantal) continue;
      punten += 1;
      let check = antwoorden.get(perceel.identificatie);
      if (!check) {
        if (antwoorden.size >= hoogstensVragen) continue;
        check = await vraagCheck(punt, perceel.gemeenteCode);
        antwoorden.set(perceel.identificatie, check);
      }
      for (const [werkzaamheid, uitkomst] of Object.entries(check)) {
        const kaart = gevonden[i]?.[werkzaamheid] ?? [];
        const gelijk = kaart.includes(uitkomst) && kaart.length <= perceel.aantal;
        if (!gelijk) verschillen.push({ punt, werkzaamheid, kaart, check: uitkomst });
      }
    }
    rest = [];
  };
  const vraagCheck = async (punt: RdPunt, gemeente: string): Promise<Record<string, string>> => {
    if (!bestanden.has(gemeente)) {
      const versies = await loadRegelversies(db, gemeente, vandaag);
      bestanden.set(gemeente, new Set(versies.map(({ werkzaamheid }) => werkzaamheid)));
    }
    const hier = omgekeerdeLagen.filter(
      ({ werkzaamheid }) => activiteitenOpId[werkzaamheid] ?? bestanden.get(gemeente)?.has(werkzaamheid),
    );
    const vragen = hier.map((laag) => vraagVoor(punt, laag));
    const samen = { ...vragen[0]!, onderdelen: vragen.flatMap(({ onderdelen }) => onderdelen) };
    const omgeving = await loadOmgeving({ db, log, vandaag }, samen);
    return Object.fromEntries(
      hier.map(({ werkzaamheid }, i) => [werkzaamheid, kleurVan(beoordeel(vragen[i]!, omgeving))]),
    );
  };
  for (const [u, v] of spreiding()) {
    if (punten >= aantal) break;
    rest.push({ x: minX + u * (maxX - minX), y: minY + v * (maxY - minY) });
    if (rest.length === 500) await bekijk();
  }
  return { punten, vragen: antwoorden.size, verschillen };
}

interface PerceelHier {
  identificatie: string;
  gemeenteCode: string;
  /** Percelen here: on a border, or where they overlap, the map shows the answer of each. */
  aantal: number;
}

/** The perceel that the check looks at, at each place: the smallest; null: there is none. */
async function perceelOp(db: Knex, punten: readonly RdPunt[]): Promise<(PerceelHier | null)[]> {
  const gevonden: (PerceelHier | null)[] = [];
  for (const { x, y } of punten) {
    const rijen = await db('perceel')
      .join('bron', 'bron.id', 'perceel.bron_id')
      .whereRaw('ST_Covers(perceel.geom, ST_SetSRID(ST_MakePoint(?, ?), 28992))', [x, y])
      .orderByRaw('ST_Area(perceel.geom), identificatie')
      .select({ identificatie: 'identificatie', gemeenteCode: 'bron.gemeente_code' });
    gevonden.push(rijen[0] ? { ...rijen[0], aantal: rijen.length } : null);
  }
  return gevonden;
}
