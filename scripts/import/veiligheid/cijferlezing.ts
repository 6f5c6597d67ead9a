import type { Value } from '../../../db/copy.ts';
import type { RuimteGegevens } from '../../../server/veiligheid/domain/ruimte.ts';
import type { Bron, ImportContext } from '../importer.ts';
import { type Cijfer, eindVan, leesAantal, leesGebied, leesPeriode, ligtInGemeente } from './cijfers.ts';

export interface CijferVraag {
  herkomst: Cijfer['herkomst'];
  bron: Bron & { gemeenteCode: string };
  context: Pick<ImportContext, 'keurAf' | 'laatWeg' | 'merkOp'>;
  /** What is loaded of the gemeente, to say which areas are of another division; null: nothing. */
  ruimte: RuimteGegevens | null;
  /** Leave the peildatum of the bron as it is; otherwise it becomes the last day of the last period. */
  vastePeildatum: boolean;
}

/** Judges figures per area and period one by one, and says by reason what was wrong. */
export class Cijferlezing {
  readonly #vraag: CijferVraag;
  readonly #bekend: ReadonlySet<string>;

  constructor(vraag: CijferVraag) {
    this.#vraag = vraag;
    const buurten = vraag.ruimte?.buurten.map(({ code }) => code) ?? [];
    this.#bekend = new Set([...buurten, ...buurten.map((code) => `wk${code.slice(2, 8)}`)]);
  }

  /** One figure as text; null when it is not taken in. */
  toRow(
    { gebied: sleutel, periode: tekst, aantal: waarde }: { gebied: string; periode: string; aantal: unknown },
    { stelsel, onderwerp }: Pick<Cijfer, 'stelsel' | 'onderwerp'>,
  ): Value[] | null {
    const { herkomst, bron, context, ruimte, vastePeildatum } = this.#vraag;
    const gebied = leesGebied(sleutel);
    if (!gebied) {
      context.laatWeg(bron.id, 'gebied dat geen land, gemeente, wijk of buurt is');
      return null;
    }
    if (!ligtInGemeente(gebied, bron.gemeenteCode)) {
      context.laatWeg(bron.id, `gebied buiten ${bron.gemeenteCode}`);
      return null;
    }
    const periode = leesPeriode(tekst);
    const aantal = leesAantal(waarde);
    if (!periode || aantal === undefined || !onderwerp) {
      const reden = !periode ? 'de periode' : !onderwerp ? 'de klasse of het thema' : 'het aantal';
      context.keurAf(bron.id, `${reden} ontbreekt of klopt niet`, `${gebied} ${onderwerp} ${tekst}`);
      return null;
    }
    if (aantal === null) context.merkOp(bron.id, 'aantal dat de bron niet geeft: dat is onbekend, en geen nul');
    if (/^(wk|bu)/.test(gebied) && !this.#bekend.has(gebied)) {
      const soort = gebied.startsWith('wk') ? 'wijk' : 'buurt';
      const indeling = ruimte?.indeling ? `de indeling van ${ruimte.indeling}` : 'wat er geladen is';
      context.merkOp(
        bron.id,
        `${soort} van ${periode.begin.slice(0, 4)} die niet in ${indeling} staat: bewaard, niet op de kaart`,
      );
    }
    if (!vastePeildatum && eindVan(periode) > bron.peildatum) bron.peildatum = eindVan(periode);
    return [herkomst, gebied, stelsel, onderwerp, periode.duur, periode.begin, aantal];
  }
}
