import type { Zaaktype } from '../../indienen/zaaktypes/zaaktype.ts';
import { addDagen, type Datum } from '../../termijnen/datum.ts';
import { computeTermijn, TERMIJNEN, type Termijn, type TermijnRegel, verleng } from '../../termijnen/domain.ts';

export type Procedure = 'regulier' | 'uitgebreid' | 'melding' | 'geen';

/** What the term of a zaak depends on. */
export interface TermijnFeiten {
  zaaktype: Zaaktype;
  procedure: Procedure;
  ontvangenOp: Datum;
  /** From which the term to decide runs; null: from receipt. */
  termijnVanaf: Datum | null;
  opgeschorteDagen: number;
  /** Null: not extended. */
  verlengdMetWeken: number | null;
}

/** Weeks from receipt in which an extensive procedure can be extended. @source Ow 16.66 */
const wekenOmUitgebreidTeVerlengen = 8;

/** The term that belongs to the zaaktype, or to the procedure that was chosen instead. Null: nothing has to be decided. */
function regelVan({ zaaktype, procedure }: Pick<TermijnFeiten, 'zaaktype' | 'procedure'>): TermijnRegel | null {
  const eigen = zaaktype.termijn({});
  if (eigen.procedure === procedure) return eigen.regel;
  if (procedure === 'uitgebreid') return TERMIJNEN.beslistermijnUitgebreid;
  return procedure === 'regulier' ? TERMIJNEN.beslistermijnRegulier : null;
}

/**
 * On which ground the term can be extended, once.
 *
 * @returns null where there is no term to extend
 * @source Ow 16.64 lid 2, Ow 16.66, Awb 4:14 lid 3, 7:10 lid 3
 */
export function verlengArtikel(feiten: Pick<TermijnFeiten, 'zaaktype' | 'procedure'>): string | null {
  const regel = regelVan(feiten);
  if (!regel || (feiten.procedure !== 'regulier' && feiten.procedure !== 'uitgebreid')) return null;
  if (regel === TERMIJNEN.beslistermijnUitgebreid) return 'Ow 16.66';
  if (feiten.zaaktype.verzoek === 'bezwaar') return 'Awb 7:10 lid 3';
  return regel.artikel.startsWith('Ow') ? 'Ow 16.64 lid 2' : 'Awb 4:14 lid 3';
}

/** The term in which must be decided. Null: nothing has to be decided, or the law sets no term from the day of receipt. */
export function beslistermijn(feiten: TermijnFeiten, extraFeestdagen: readonly Datum[] = []): Termijn | null {
  const eerste = regelVan(feiten);
  if (!eerste) return null;
  const { verlengdMetWeken: weken, ontvangenOp, termijnVanaf, opgeschorteDagen } = feiten;
  const regel = weken === null ? eerste : verleng(eerste, weken, `${eerste.artikel}, ${verlengArtikel(feiten) ?? ''}`);
  return computeTermijn(regel, termijnVanaf ?? ontvangenOp, extraFeestdagen, opgeschorteDagen);
}

/** Last day on which the extension can be decided and published. Null: it cannot be extended at all. */
export function uiterlijkVerlengen(feiten: TermijnFeiten, extraFeestdagen: readonly Datum[] = []): Datum | null {
  const artikel = verlengArtikel(feiten);
  if (!artikel) return null;
  if (artikel === 'Ow 16.66') return addDagen(feiten.ontvangenOp, 7 * wekenOmUitgebreidTeVerlengen);
  return beslistermijn({ ...feiten, verlengdMetWeken: null }, extraFeestdagen)?.laatsteDag ?? null;
}

/** On which ground is asked for what is missing, and the term stands still meanwhile. */
export const aanvulArtikel = ({ verzoek }: Pick<Zaaktype, 'verzoek'>): { vragen: string; stil: string } =>
  verzoek === 'bezwaar' ? { vragen: 'Awb 6:6', stil: 'Awb 7:10 lid 2' } : { vragen: 'Awb 4:5', stil: 'Awb 4:15' };

/** Last day on which anybody can react to an ontwerp that lies to be read from this day on. @source Awb 3:16 */
export const zienswijzenTot = (terInzageOp: Datum, extraFeestdagen: readonly Datum[] = []): Datum =>
  computeTermijn(TERMIJNEN.zienswijzen, terInzageOp, extraFeestdagen).laatsteDag;

/** Last day to leave aside an aanvraag that was not completed. @source Awb 4:5 lid 4 */
export const buitenBehandelingTot = (aanvullenTot: Datum, extraFeestdagen: readonly Datum[] = []): Datum =>
  computeTermijn(TERMIJNEN.buitenBehandeling, aanvullenTot, extraFeestdagen).laatsteDag;
