import type { Sql } from '../../lagen/catalogus/laag.ts';
import type { Box, Crs } from './crs.ts';
import { binding, sql, vast } from './sql.ts';

/**
 * Reads a box in the order of the axes of its system; heights are left out.
 *
 * @returns the box east first, or what is wrong with it
 */
export function readVak(getallen: readonly number[], crs: Crs): { vak: Box } | { melding: string } {
  if (getallen.length !== 4 && getallen.length !== 6) return { melding: 'geef 4 getallen (of 6, met hoogte)' };
  if (!getallen.every(Number.isFinite)) return { melding: 'geef getallen, met komma’s ertussen' };
  const helft = getallen.length / 2;
  const [a1 = 0, b1 = 0] = getallen;
  const [a2 = 0, b2 = 0] = getallen.slice(helft);
  const vak: Box = crs.noordEerst ? [b1, a1, b2, a2] : [a1, b1, a2, b2];
  if (vak[0] > vak[2]) return { melding: 'de westgrens ligt ten oosten van de oostgrens' };
  if (vak[1] > vak[3]) return { melding: 'de zuidgrens ligt ten noorden van de noordgrens' };
  if (crs.inGraden && (vak[0] < -180 || vak[2] > 180 || vak[1] < -90 || vak[3] > 90)) {
    return { melding: 'lengtegraden lopen van -180 tot 180 en breedtegraden van -90 tot 90' };
  }
  return { vak };
}

/**
 * A straight side in another system is a curve in RD, so a box is cut along its sides before it is transformed: into
 * at most this many pieces, and not below a length at which the curve stays within 5 cm of the straight line.
 */
const stukjes = 32;
const rechtTot = { graden: 0.02, meters: 2_000 } as const;

/**
 * A box as a shape in RD. Only the part around the Netherlands is used: what lies further holds nothing of ours and
 * cannot always be transformed.
 *
 * @returns null: the box lies outside it
 */
export function vakInRd(vak: Box, { bereik, srid, inGraden }: Crs): Sql | null {
  const west = Math.max(vak[0], bereik[0]);
  const zuid = Math.max(vak[1], bereik[1]);
  const oost = Math.min(vak[2], bereik[2]);
  const noord = Math.min(vak[3], bereik[3]);
  if (west > oost || zuid > noord) return null;
  const rechthoek = sql`ST_MakeEnvelope(${binding(west, 'float8')}, ${binding(zuid, 'float8')}, ${binding(oost, 'float8')}, ${binding(noord, 'float8')}, ${vast(String(srid))})`;
  if (srid === 28992) return rechthoek;
  const zijde = Math.max(oost - west, noord - zuid);
  const stap = Math.max(zijde / stukjes, inGraden ? rechtTot.graden : rechtTot.meters);
  if (zijde <= stap) return sql`ST_Transform(${rechthoek}, 28992)`;
  return sql`ST_Transform(ST_Segmentize(${rechthoek}, ${binding(stap, 'float8')}), 28992)`;
}

/** The condition that an object touches a box. */
export function inVak(vak: Box, crs: Crs, kolom: string): Sql {
  const vorm = vakInRd(vak, crs);
  return vorm ? sql`ST_Intersects(${vast(`o.${kolom}`)}, ${vorm})` : vast('FALSE');
}
