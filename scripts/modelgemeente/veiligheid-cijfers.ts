import type { Value } from '../../db/copy.ts';
import { indicatoren } from '../../server/veiligheid/domain/indicatoren.ts';
import { type Klasse, type Klassentabel, stroomVan } from '../../server/veiligheid/domain/klassen.ts';
import { themas } from '../../server/veiligheid/domain/velden.ts';
import { Prng } from './prng.ts';
import type { Town } from './town.ts';
import type { Gebeurd } from './veiligheid-voorvallen.ts';

/** What the police publishes and delivers of the same events: per year, and of the whole gemeente per month. */
export class Jaarcijfers {
  readonly #tabel: Klassentabel;
  readonly #town: Town;
  /** Per class: by buurt and year, and by month. */
  readonly #geteld = new Map<Klasse, { jaren: Map<string, number>; maanden: Map<string, number> }>();
  #opgeteld: Map<string, number> | null = null;
  readonly #jaren = new Set<number>();
  readonly #maanden = new Set<string>();

  constructor(tabel: Klassentabel, town: Town) {
    this.#tabel = tabel;
    this.#town = town;
  }

  tel({ code, moment, buurt }: Gebeurd): void {
    const klasse = this.#tabel.zoekPolitie(code);
    if (!klasse || klasse.bijzonder === 'niet tonen') return;
    this.#jaren.add(moment.jaar);
    this.#maanden.add(moment.maand);
    let geteld = this.#geteld.get(klasse);
    if (!geteld) {
      geteld = { jaren: new Map(), maanden: new Map() };
      this.#geteld.set(klasse, geteld);
    }
    const jaar = `${buurt} ${moment.jaar}`;
    geteld.jaren.set(jaar, (geteld.jaren.get(jaar) ?? 0) + 1);
    geteld.maanden.set(moment.maand, (geteld.maanden.get(moment.maand) ?? 0) + 1);
  }

  /** By area, subject and year or month; made from what was counted when it is first asked for. */
  get #aantallen(): ReadonlyMap<string, number> {
    if (this.#opgeteld) return this.#opgeteld;
    const som = new Map<string, number>();
    const erbij = (sleutel: string, aantal: number) => som.set(sleutel, (som.get(sleutel) ?? 0) + aantal);
    const gemeente = this.#town.code;
    for (const [{ stelsel, code, thema }, { jaren, maanden }] of this.#geteld) {
      for (const onderwerp of [`${stelsel} ${code}`, `${stelsel} 0.0.0`, ...(thema ? [`thema ${thema}`] : [])]) {
        for (const [sleutel, aantal] of jaren) {
          const [buurt = '', jaar] = sleutel.split(' ');
          for (const gebied of [buurt, wijkVan(buurt), gemeente]) erbij(`${gebied} ${onderwerp} ${jaar}`, aantal);
        }
        for (const [maand, aantal] of maanden) erbij(`${gemeente} ${onderwerp} ${maand}`, aantal);
      }
    }
    this.#opgeteld = som;
    return som;
  }

  /**
   * As the CBS publishes them: of a wijk or buurt, one to four are withheld. Years that are not whole are left out, and so
   * are classes that never occur.
   */
  *cbs(): Generator<Value[]> {
    const klassen = this.#tabel.klassen.filter(
      (k) => stroomVan(k.stelsel) === 'politie' && k.bijzonder !== 'niet tonen',
    );
    const komtVoor = new Set([...this.#aantallen.keys()].map((sleutel) => sleutel.split(' ').slice(1, 3).join(' ')));
    for (const { stelsel, code } of klassen.filter((k) => komtVoor.has(`${k.stelsel} ${k.code}`))) {
      for (const [gebied, jaar, aantal] of this.#perJaar(`${stelsel} ${code}`)) {
        const geheim = !gebied.startsWith('gm') && aantal > 0 && aantal < 5;
        yield ['cbs', gebied, stelsel, code, 'jaar', `${jaar}-01-01`, geheim ? null : aantal];
      }
      const gemeente = this.#town.code;
      for (const maand of this.#maanden) {
        yield [
          'cbs',
          gemeente,
          stelsel,
          code,
          'maand',
          maand,
          this.#aantallen.get(`${gemeente} ${stelsel} ${code} ${maand}`) ?? 0,
        ];
      }
    }
  }

  /** As the basisteam delivers them per thema. */
  *vngInp(): Generator<Value[]> {
    for (const thema of themas.keys()) {
      for (const [gebied, jaar, aantal] of this.#perJaar(`thema ${thema}`)) {
        yield ['vng-inp', gebied, 'thema', thema, 'jaar', `${jaar}-01-01`, aantal];
      }
    }
  }

  *#perJaar(onderwerp: string): Generator<[gebied: string, jaar: number, aantal: number]> {
    const { code, wijken, buurten } = this.#town;
    const gebieden = [code, ...wijken.map((wijk) => wijk.code), ...buurten.map((buurt) => buurt.code)];
    const hele = [...this.#jaren].filter(
      (jaar) => this.#maanden.has(`${jaar}-01-01`) && this.#maanden.has(`${jaar}-12-01`),
    );
    for (const jaar of hele) {
      for (const gebied of gebieden) yield [gebied, jaar, this.#aantallen.get(`${gebied} ${onderwerp} ${jaar}`) ?? 0];
    }
  }
}

const wijkVan = (buurt: string): string => `wk${buurt.slice(2, 8)}`;

/** Outcomes of the Veiligheidsmonitor, every other year, of the country, the gemeente and its wijken. */
export function* monitorRijen(town: Town, laatsteJaar: number): Generator<Value[]> {
  const jaren = [4, 2, 0].map((terug) => laatsteJaar - terug);
  for (const { key, eenheid, goed } of indicatoren.values()) {
    const rng = new Prng(`${town.code}/${town.seed}/monitor/${key}`);
    const [laag, hoog] = eenheid === '%' ? [6, 28] : [6.6, 7.6];
    const land = rng.range(laag, hoog);
    const gebieden = ['nl01', town.code, ...town.wijken.map(({ code }) => code)];
    for (const gebied of gebieden) {
      const breedte = gebied === 'nl01' ? 0 : gebied.startsWith('gm') ? 0.08 : 0.25;
      const eigen = land * (1 + rng.range(-breedte, breedte) * (eenheid === '%' ? 1 : 0.3));
      const perJaar = rng.range(-0.02, 0.03) * (goed === 'hoger' ? 0.3 : -1);
      const respondenten = gebied === 'nl01' ? 170_000 : gebied.startsWith('gm') ? 1_200 : 140;
      for (const jaar of jaren) {
        const waarde = eigen * (1 + perJaar * (jaar - laatsteJaar));
        const fout =
          eenheid === '%' ? Math.sqrt((waarde * (100 - waarde)) / respondenten) : 1.3 / Math.sqrt(respondenten);
        yield [gebied, key, jaar, rond(waarde), rond(1.96 * fout), respondenten];
      }
    }
  }
}

const rond = (waarde: number): number => Math.round(waarde * 10) / 10;
