import { inRdBereik } from '../../../server/geo/rd.ts';
import type { Klassentabel, Stroom } from '../../../server/veiligheid/domain/klassen.ts';
import type { Ruimte } from '../../../server/veiligheid/domain/ruimte.ts';
import type { Moment } from '../../../server/veiligheid/domain/tijd.ts';
import { type Bron, type ImportContext, ImportFault, type TabelLevering } from '../importer.ts';
import { Tellingen, type Voorval } from './tellingen.ts';
import { Vingerafdrukken } from './vingerafdrukken.ts';

/** A record as far as it could be read. */
export interface Gelezen {
  /** Number under which it is registered, only to recognise it when it comes again; empty: not given. */
  registratie: string;
  code: string;
  naam?: string;
  moment: Moment | null;
  plaats: Voorval['plaats'] | 'onleesbaar';
  /** As written, or empty. */
  buurt: string;
}

export interface LezingVraag {
  stroom: Stroom;
  bron: Bron;
  tabel: Klassentabel;
  ruimte: Ruimte;
  /** Months that stand under another bron, with its id: counting them again would double them. */
  elders: ReadonlyMap<string, string>;
  context: Pick<ImportContext, 'keurAf' | 'laatWeg' | 'merkOp' | 'voortgang'>;
  /** Leave the peildatum of the bron as it is; otherwise it becomes the last day that was read. */
  vastePeildatum: boolean;
}

/** Beyond so many unknown classes they are no longer told apart. */
const MEESTE_ONBEKEND = 200;

/**
 * Judges the records of a delivery one by one, counts them, and says by reason what was wrong. What it tells never
 * holds anything of a single record.
 */
export class Lezing {
  readonly #vraag: LezingVraag;
  readonly #tellingen: Tellingen;
  readonly #gehad = new Vingerafdrukken();
  readonly #onbekend = new Set<string>();
  /** How often each reason was given to reject a record. */
  readonly #redenen = new Map<string, number>();
  #laatsteDag = 0;
  #gelezen = 0;

  constructor(vraag: LezingVraag) {
    this.#vraag = vraag;
    this.#tellingen = new Tellingen(vraag.stroom, vraag.tabel, vraag.ruimte);
  }

  /** The cubes; whoever asks for the first row waits until everything has been read. */
  tabellen(lees: () => Promise<void>): TabelLevering[] {
    let lezing: Promise<void> | null = null;
    const eerst = () => {
      lezing ??= lees().then(() => this.#sluitAf());
      return lezing;
    };
    const { bron } = this.#vraag;
    return this.#tellingen.tabellen(bron.gemeenteCode ?? '', bron.id).map((tabel) => ({
      ...tabel,
      rows: (async function* () {
        await eerst();
        yield* tabel.rows;
      })(),
    }));
  }

  voegToe(record: Gelezen): void {
    const { bron, context } = this.#vraag;
    this.#gelezen += 1;
    if (this.#gelezen % 10_000 === 0)
      context.voortgang(`${this.#gelezen.toLocaleString('nl-NL')} registraties gelezen`);
    const oordeel = this.#beoordeel(record);
    if (typeof oordeel === 'string') {
      context.keurAf(bron.id, oordeel);
      this.#redenen.set(oordeel, (this.#redenen.get(oordeel) ?? 0) + 1);
      return;
    }
    if (!oordeel.plaats && !oordeel.buurt)
      context.merkOp(bron.id, 'zonder plaats: telt alleen mee in het aantal van de maand');
    const telt = this.#tellingen.voegToe(oordeel);
    if (!telt)
      context.laatWeg(bron.id, 'klasse die niet wordt geteld: een totaal, of een die niets zegt over veiligheid');
    else this.#meldOnbekend(oordeel.code);
  }

  /** A record to count, or why it is rejected. */
  #beoordeel({ registratie, code, naam, moment, plaats, buurt: geschreven }: Gelezen): Voorval | string {
    const { ruimte, elders } = this.#vraag;
    if (!code) return 'de klasse ontbreekt';
    if (!moment) return 'de datum ontbreekt of klopt niet';
    if (plaats === 'onleesbaar') return 'de plaats is niet te lezen: geef RD-coördinaten in meters';
    const elders_ = elders.get(moment.maand);
    if (elders_) return `de maand ${moment.maand.slice(0, 7)} staat al in bron ${elders_}`;
    if (plaats && !ruimte.isBinnen(plaats.xMm, plaats.yMm)) return 'de plaats ligt buiten de gemeente';
    if (registratie && this.#gehad.zagEerder(registratie)) return 'dezelfde registratie komt vaker voor in de levering';
    const buurt = this.#leesBuurt(geschreven, plaats !== null);
    if (buurt === undefined)
      return `de buurt hoort niet bij de indeling van ${ruimte.gegevens.indeling ?? 'deze gemeente'}, en de plaats ontbreekt`;
    this.#laatsteDag = Math.max(this.#laatsteDag, moment.dag);
    return { code, ...(naam ? { naam } : {}), moment, plaats, buurt };
  }

  /** Code of a buurt that is loaded; null: to be found by the place; undefined: wrong, and there is no place. */
  #leesBuurt(geschreven: string, metPlaats: boolean): string | null | undefined {
    const { ruimte, context, bron } = this.#vraag;
    if (!geschreven) return null;
    const code = `bu${geschreven.toLowerCase().replace(/^bu/, '')}`;
    if (ruimte.kentBuurt(code)) return code;
    if (!metPlaats) return undefined;
    context.merkOp(
      bron.id,
      `buurt van een andere indeling dan die van ${ruimte.gegevens.indeling ?? 'deze gemeente'}: de plaats geldt`,
    );
    return null;
  }

  #meldOnbekend(code: string): void {
    const { bron, context } = this.#vraag;
    if (!this.#tellingen.onbekend.has(code)) return;
    if (this.#onbekend.size < MEESTE_ONBEKEND) this.#onbekend.add(code);
    const welke = this.#onbekend.has(code) ? ` ${code}` : ', nog een andere';
    context.merkOp(bron.id, `klasse die niet in de tabel staat${welke}: geteld zonder thema`);
  }

  #sluitAf(): void {
    const { bron, context, vastePeildatum } = this.#vraag;
    const { maanden } = this.#tellingen;
    if (maanden.length === 0) {
      const redenen = [...this.#redenen]
        .map(([reden, keer]) => `${reden} (${keer.toLocaleString('nl-NL')})`)
        .join('; ');
      throw new ImportFault(
        `Er is geen enkele registratie die te gebruiken is${redenen && `: ${redenen}`}. De oude gegevens blijven staan.`,
      );
    }
    for (const maand of tussenliggend(maanden)) {
      context.merkOp(bron.id, `de maand ${maand.slice(0, 7)} ontbreekt: dat is onbekend, en geen nul`);
    }
    if (this.#gehad.vol) context.merkOp(bron.id, 'niet alles is op dubbele registraties bekeken: het zijn er te veel');
    if (!vastePeildatum && this.#laatsteDag > 0)
      bron.peildatum = new Date(this.#laatsteDag * 86_400_000).toISOString().slice(0, 10);
  }
}

/** The months between the first and the last that are not there. */
function tussenliggend(maanden: readonly string[]): string[] {
  const nummer = (maand: string) => Number(maand.slice(0, 4)) * 12 + Number(maand.slice(5, 7)) - 1;
  const erbij = new Set(maanden.map(nummer));
  const [eerste, laatste] = [Math.min(...erbij), Math.max(...erbij)];
  return Array.from({ length: Math.max(0, laatste - eerste + 1) }, (_, i) => eerste + i)
    .filter((maand) => !erbij.has(maand))
    .map((maand) => `${Math.floor(maand / 12)}-${String((maand % 12) + 1).padStart(2, '0')}-01`);
}

/** RD metres as text, with a comma or a point; both empty: no place. */
export function leesRd(x: string, y: string): Gelezen['plaats'] {
  if (!x && !y) return null;
  const [rdX, rdY] = [x, y].map((tekst) => (tekst ? Number(tekst.replace(',', '.')) : Number.NaN)) as [number, number];
  if (!inRdBereik({ x: rdX, y: rdY })) return 'onleesbaar';
  return { xMm: Math.round(rdX * 1000), yMm: Math.round(rdY * 1000) };
}
