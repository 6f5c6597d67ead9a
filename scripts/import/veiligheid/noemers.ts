import type { Knex } from 'knex';
import { copyRows, type Value } from '../../../db/copy.ts';
import { celVan, type Rooster, roosters } from '../../../server/veiligheid/domain/rooster.ts';
import { Ruimte, type RuimteGegevens } from '../../../server/veiligheid/domain/ruimte.ts';
import { laadRuimte } from './ruimte.ts';

/** Where adressen and roads come from: when one of these changes, the denominators do. */
export const noemerTabellen: ReadonlySet<string> = new Set(['gemeente', 'buurt', 'adres', 'bgt_object']);

/** Along the border of a road there is a point at least this often, in metres: it touches no cell unseen. */
const PAS = 40;

interface Noemer {
  buurt: string | null;
  adressen: number;
  woningen: number;
  inwoners: number | null;
  weg: boolean;
}

/**
 * Makes the cells with exposure again, with what lives there, after an import of what they follow from.
 *
 * @param gemeenten only these; left out: all
 */
export async function vulCelNoemers(trx: Knex.Transaction, tabellen: readonly string[], gemeenten?: readonly string[]) {
  if (!tabellen.some((tabel) => noemerTabellen.has(tabel))) return;
  const codes: string[] = gemeenten ? [...gemeenten] : await trx('gemeente').pluck('code');
  for (const code of new Set(codes)) {
    await trx('cel_noemer').where({ gemeente_code: code }).delete();
    const gegevens = await laadRuimte(trx, code);
    if (!gegevens) continue;
    const wegen = await laadWegpunten(trx, code);
    await copyRows(
      trx,
      'cel_noemer',
      ['rooster', 'cel', 'gemeente_code', 'buurt_code', 'adressen', 'woningen', 'inwoners', 'weg'],
      noemerRijen(gegevens, wegen),
    );
  }
}

/** Points on the borders of the roads, on a raster of 10 m, in whole millimetres. */
async function laadWegpunten(trx: Knex.Transaction, gemeenteCode: string): Promise<{ xMm: number; yMm: number }[]> {
  const { rows } = await trx.raw(
    `SELECT DISTINCT round(ST_X(p.geom) / 10) * 10000 AS "xMm", round(ST_Y(p.geom) / 10) * 10000 AS "yMm"
     FROM bgt_object o JOIN bron b ON b.id = o.bron_id,
       LATERAL ST_DumpPoints(ST_Segmentize(o.geom, ${PAS})) p
     WHERE o.soort = 'wegdeel' AND ST_Dimension(o.geom) = 2
       AND (b.gemeente_code = :gemeenteCode
         OR b.gemeente_code IS NULL
           AND EXISTS (SELECT FROM gemeente g WHERE g.code = :gemeenteCode AND ST_Intersects(g.geom, o.geom)))`,
    { gemeenteCode },
  );
  return rows;
}

function* noemerRijen(gegevens: RuimteGegevens, wegen: readonly { xMm: number; yMm: number }[]): Generator<Value[]> {
  const ruimte = new Ruimte(gegevens);
  const buurtVanAdres = gegevens.adressen.map(({ xMm, yMm }) => ruimte.buurtVan(xMm, yMm));
  const perWoning = inwonersPerWoning(gegevens, buurtVanAdres);
  for (const rooster of roosters) {
    const cellen = new Map<number, Noemer>();
    const celOp = (xMm: number, yMm: number, buurt: () => string | null): Noemer => {
      const nummer = celVan(rooster, xMm, yMm);
      const cel = cellen.get(nummer) ?? { buurt: buurt(), adressen: 0, woningen: 0, inwoners: 0, weg: false };
      cellen.set(nummer, cel);
      return cel;
    };
    for (const [i, { xMm, yMm, woning }] of gegevens.adressen.entries()) {
      const buurt = buurtVanAdres[i] ?? null;
      const cel = celOp(xMm, yMm, () => buurt);
      cel.adressen += 1;
      if (!woning) continue;
      cel.woningen += 1;
      const bewoners = perWoning.get(buurt ?? '') ?? null;
      cel.inwoners = cel.inwoners === null || bewoners === null ? null : cel.inwoners + bewoners;
    }
    for (const { xMm, yMm } of wegen) celOp(xMm, yMm, () => ruimte.buurtVan(xMm, yMm)).weg = true;
    yield* [...cellen].map(([cel, noemer]) => toRow(rooster, cel, gegevens.gemeenteCode, noemer));
  }
}

const toRow = (rooster: Rooster, cel: number, gemeente: string, n: Noemer): Value[] => [
  rooster,
  cel,
  gemeente,
  n.buurt,
  n.adressen,
  n.woningen,
  n.inwoners === null ? null : Math.round(n.inwoners * 10) / 10,
  n.weg,
];

/** Where the inwoners of a buurt are known, they live in its woningen in equal numbers. */
function inwonersPerWoning(gegevens: RuimteGegevens, buurtVanAdres: readonly (string | null)[]): Map<string, number> {
  const woningen = new Map<string, number>();
  for (const [i, { woning }] of gegevens.adressen.entries()) {
    const buurt = buurtVanAdres[i];
    if (woning && buurt) woningen.set(buurt, (woningen.get(buurt) ?? 0) + 1);
  }
  return new Map(
    gegevens.buurten.flatMap(({ code, inwoners }) => {
      const aantal = woningen.get(code);
      return aantal && inwoners !== null ? [[code, inwoners / aantal] as const] : [];
    }),
  );
}
