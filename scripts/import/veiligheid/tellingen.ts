import type { Value } from '../../../db/copy.ts';
import type { Klassentabel, Stroom } from '../../../server/veiligheid/domain/klassen.ts';
import { celVan, roosters } from '../../../server/veiligheid/domain/rooster.ts';
import type { Ruimte } from '../../../server/veiligheid/domain/ruimte.ts';
import { dagdeelVan, type Moment, uurVanDeWeek } from '../../../server/veiligheid/domain/tijd.ts';
import type { TabelLevering } from '../importer.ts';
import { cijferTabel } from './cijfers.ts';
import { HerhaaldeFeiten } from './herhaald.ts';
import { type GeleverdeKlasse, klasseTabel } from './klassentabel.ts';

/** One record as it is read: counted and forgotten. */
export interface Voorval {
  /** As the delivery writes it; a code that the table does not know is counted under itself. */
  code: string;
  /** What the delivery calls the class, for codes that the table does not know. */
  naam?: string;
  moment: Moment;
  /** Whole millimetres RD, within the gemeente; null: not known. */
  plaats: { xMm: number; yMm: number } | null;
  /** Null: looked up by the position. */
  buurt?: string | null;
}

/** Tables that counts of one stroom end up in. */
export const tellingTabellen = [
  'veiligheid_klasse',
  'veiligheid_maand',
  'cel_maand',
  'cel_dagdeel',
  'buurt_uur',
  'melding_punt',
  'veiligheid_cijfer',
  'near_repeat',
] as const;

/** Counts per key, and within it per place or hour. */
class Telling<Plek> extends Map<string, Map<Plek, number>> {
  /** The counts of one key: whoever counts much under it keeps them at hand. */
  bak(...sleutel: readonly (string | number)[]): Map<Plek, number> {
    const naam = sleutel.join('|');
    let binnen = this.get(naam);
    if (!binnen) {
      binnen = new Map();
      this.set(naam, binnen);
    }
    return binnen;
  }
}

const tel = <Plek>(bak: Map<Plek, number>, plek: Plek): void => void bak.set(plek, (bak.get(plek) ?? 0) + 1);

/** Where the records of one class in one month are counted: a cube per rooster, and the hours. */
interface Vak {
  cellen: readonly Map<number, number>[];
  uren: Map<number, number>;
}

/**
 * Counts records into the cubes while they are read. What is kept grows with the places, months and classes, not with
 * the records; for near repeat alone the last few thousand events of two classes are held until the end of the
 * reading. Nothing of a single record is written anywhere.
 */
export class Tellingen {
  /** Classes that the table does not know, with how often they came. */
  readonly onbekend = new Map<string, number>();
  readonly #stroom: Stroom;
  readonly #tabel: Klassentabel;
  readonly #ruimte: Ruimte;
  readonly #klassen = new Map<string, GeleverdeKlasse>();
  readonly #maanden = new Map<string, { gelezen: number; geplaatst: number }>();
  readonly #celMaand = new Telling<number>();
  readonly #celDagdeel = new Telling<number>();
  /** By 256 × the number of the buurt in #buurten + hour of the week. */
  readonly #buurtUur = new Telling<number>();
  readonly #buurten = new Map<string, number>();
  readonly #vakken = new Map<GeleverdeKlasse, Map<string, Vak>>();
  readonly #dagdelen = new Map<string, Map<string, readonly Map<number, number>[]>>();
  readonly #punten = new Telling<string>();
  readonly #jaren = new Telling<'gemeente'>();
  readonly #herhaald = new HerhaaldeFeiten();

  constructor(stroom: Stroom, tabel: Klassentabel, ruimte: Ruimte) {
    this.#stroom = stroom;
    this.#tabel = tabel;
    this.#ruimte = ruimte;
  }

  /** The months that were read, in order. */
  get maanden(): string[] {
    return [...this.#maanden.keys()].sort();
  }

  /** @returns false when this class is not counted at all: a total, or one that is not shown */
  voegToe(voorval: Voorval): boolean {
    const geleverd = this.#klasseVan(voorval);
    const { stelsel, code, klasse } = geleverd;
    const bijzonder = klasse?.bijzonder;
    if (bijzonder === 'totaal' || bijzonder === 'niet tonen') return false;
    const { moment, plaats } = voorval;
    let maand = this.#maanden.get(moment.maand);
    if (!maand) {
      maand = { gelezen: 0, geplaatst: 0 };
      this.#maanden.set(moment.maand, maand);
    }
    maand.gelezen += 1;
    if (bijzonder === 'nooit op de kaart') {
      tel(this.#jaren.bak(stelsel, code, moment.jaar), 'gemeente');
      return true;
    }
    const buurt = voorval.buurt ?? (plaats && this.#ruimte.buurtVan(plaats.xMm, plaats.yMm));
    if (!buurt && !plaats) return true;
    const vak = this.#vakVan(geleverd, moment.maand);
    if (buurt) tel(vak.uren, 256 * this.#nummerVan(buurt) + uurVanDeWeek(moment));
    if (!plaats) return true;
    maand.geplaatst += 1;
    const dagdelen = klasse?.thema ? this.#dagdelenVan(klasse.thema, moment) : null;
    for (const [nummer, rooster] of roosters.entries()) {
      const cel = celVan(rooster, plaats.xMm, plaats.yMm);
      tel(vak.cellen[nummer] as Map<number, number>, cel);
      if (dagdelen) tel(dagdelen[nummer] as Map<number, number>, cel);
    }
    if (this.#stroom === 'melding') this.#telPunt(code, moment, plaats, buurt);
    else this.#herhaald.voegToe(stelsel, code, moment.dag, plaats);
    return true;
  }

  #vakVan(geleverd: GeleverdeKlasse, maand: string): Vak {
    let maanden = this.#vakken.get(geleverd);
    if (!maanden) {
      maanden = new Map();
      this.#vakken.set(geleverd, maanden);
    }
    let vak = maanden.get(maand);
    if (!vak) {
      const { stelsel, code } = geleverd;
      const cellen = roosters.map((rooster) => this.#celMaand.bak(rooster, stelsel, code, maand));
      vak = { cellen, uren: this.#buurtUur.bak(stelsel, code, maand) };
      maanden.set(maand, vak);
    }
    return vak;
  }

  #dagdelenVan(thema: string, moment: Moment): readonly Map<number, number>[] {
    const { weekdeel, dagdeel } = dagdeelVan(moment);
    let perThema = this.#dagdelen.get(thema);
    if (!perThema) {
      perThema = new Map();
      this.#dagdelen.set(thema, perThema);
    }
    const naam = `${moment.jaar}${weekdeel}${dagdeel}`;
    let bakken = perThema.get(naam);
    if (!bakken) {
      bakken = roosters.map((rooster) => this.#celDagdeel.bak(rooster, thema, moment.jaar, weekdeel, dagdeel));
      perThema.set(naam, bakken);
    }
    return bakken;
  }

  #klasseVan(voorval: Voorval): GeleverdeKlasse {
    const { naam } = voorval;
    const code = voorval.code.replaceAll('|', '/');
    const bekend = this.#klassen.get(code);
    if (bekend && !this.onbekend.has(code)) return bekend;
    const klasse = this.#stroom === 'melding' ? this.#tabel.zoek('melding', code) : this.#tabel.zoekPolitie(code);
    if (!klasse) this.onbekend.set(code, (this.onbekend.get(code) ?? 0) + 1);
    if (bekend) return bekend;
    const stelsel = klasse?.stelsel ?? (this.#stroom === 'melding' ? 'melding' : 'misdrijf');
    // An internal code of the police is one of a public class; a sub of meldingen under a star keeps its own name.
    const eigen = klasse && !klasse.code.endsWith('/*');
    const geteld = { stelsel, code: eigen ? klasse.code : code, naam: eigen ? klasse.naam : naam || code, klasse };
    this.#klassen.set(code, geteld);
    return geteld;
  }

  #nummerVan(buurt: string): number {
    let nummer = this.#buurten.get(buurt);
    if (nummer === undefined) {
      nummer = this.#buurten.size;
      this.#buurten.set(buurt, nummer);
    }
    return nummer;
  }

  #telPunt(code: string, { maand }: Moment, plaats: { xMm: number; yMm: number }, buurt: string | null): void {
    const deel = this.#ruimte.straatdeelVan(plaats.xMm, plaats.yMm);
    const punt = deel ?? (buurt ? this.#ruimte.middenVan(buurt) : null);
    if (!punt) return;
    const { xMm, yMm } = punt;
    tel(this.#punten.bak(code, maand, buurt ?? '', deel ? 'straatdeel' : 'buurt'), `${xMm / 1000} ${yMm / 1000}`);
  }

  /**
   * What was counted, as rows. Ask for the rows only when everything has been added.
   *
   * @param zaad name of the chance with which near repeat deals out the days; the same gives the same
   */
  tabellen(gemeenteCode: string, zaad: string): TabelLevering[] {
    const stroom = this.#stroom;
    const celKolommen = ['cellen', 'aantallen'];
    const rijen = <T>(maak: () => Iterable<T>): Iterable<T> => ({ [Symbol.iterator]: () => maak()[Symbol.iterator]() });
    return [
      klasseTabel(this.#tabel, stroom, () => this.#klassen.values()),
      {
        table: 'veiligheid_maand',
        columns: ['stroom', 'maand', 'gelezen', 'geplaatst'],
        rows: rijen(() =>
          [...this.#maanden].map(([maand, { gelezen, geplaatst }]) => [stroom, maand, gelezen, geplaatst]),
        ),
      },
      {
        table: 'cel_maand',
        columns: ['rooster', 'stelsel', 'klasse', 'maand', ...celKolommen],
        rows: rijen(() => celRijen(this.#celMaand)),
      },
      {
        table: 'cel_dagdeel',
        columns: ['stroom', 'rooster', 'thema', 'jaar', 'weekdeel', 'dagdeel', ...celKolommen],
        rows: rijen(() => celRijen(this.#celDagdeel, stroom)),
      },
      {
        table: 'buurt_uur',
        columns: ['stelsel', 'klasse', 'maand', 'buurten', 'uren', 'aantallen'],
        rows: rijen(() => buurtRijen(this.#buurtUur, [...this.#buurten.keys()])),
      },
      {
        table: 'melding_punt',
        columns: ['klasse', 'maand', 'buurt_code', 'plaats_soort', 'aantal', 'geom'],
        // points of our own making need no repair: they are read as they are written
        rows: rijen(() => puntRijen(this.#punten)),
      },
      cijferTabel(rijen(() => jaarRijen(this.#jaren, gemeenteCode))),
      {
        table: 'near_repeat',
        columns: ['stelsel', 'klasse', 'van', 'tot', 'afstand', 'dagen', 'paren', 'verwacht', 'p'],
        rows: rijen(() => this.#herhaald.rijen(zaad)),
      },
    ];
  }
}

function* celRijen(telling: Telling<number>, ...vooraf: string[]): Generator<Value[]> {
  for (const [sleutel, cellen] of telling) {
    const opVolgorde = [...cellen].sort(([a], [b]) => a - b);
    yield [...vooraf, ...sleutel.split('|'), opVolgorde.map(([cel]) => cel), opVolgorde.map(([, aantal]) => aantal)];
  }
}

function* buurtRijen(telling: Telling<number>, buurten: readonly string[]): Generator<Value[]> {
  for (const [sleutel, plekken] of telling) {
    const buurtVan = (plek: number) => buurten[Math.floor(plek / 256)] as string;
    const opVolgorde = [...plekken].sort(
      ([a], [b]) => buurtVan(a).localeCompare(buurtVan(b), 'en') || (a % 256) - (b % 256),
    );
    yield [
      ...sleutel.split('|'),
      opVolgorde.map(([plek]) => buurtVan(plek)),
      opVolgorde.map(([plek]) => plek % 256),
      opVolgorde.map(([, aantal]) => aantal),
    ];
  }
}

function* puntRijen(telling: Telling<string>): Generator<Value[]> {
  for (const [sleutel, punten] of telling) {
    const [klasse, maand, buurt, soort] = sleutel.split('|');
    for (const [punt, aantal] of punten)
      yield [klasse, maand, buurt || null, soort, aantal, `SRID=28992;POINT(${punt})`];
  }
}

function* jaarRijen(telling: Telling<'gemeente'>, gemeenteCode: string): Generator<Value[]> {
  for (const [sleutel, gemeente] of telling) {
    const [stelsel, klasse, jaar] = sleutel.split('|');
    yield ['levering', gemeenteCode, stelsel, klasse, 'jaar', `${jaar}-01-01`, gemeente.get('gemeente')];
  }
}
