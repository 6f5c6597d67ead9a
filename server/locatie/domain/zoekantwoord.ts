import type { ZoekAntwoord, ZoekResultaat } from '../contract.ts';
import type { Zoekvraag } from './zoekterm.ts';

/** A search item that may be what is meant. */
export interface ZoekItem extends Omit<ZoekResultaat, 'gelijkenis'> {
  /** The whole text that can be typed, and the part of it that is enough. */
  zoek: string;
  kern: string;
  /** Lower comes first among equals. */
  gewicht: number;
  /** It begins with the term and has the postcode that was typed. If not: it only resembles the term. */
  opBegin: boolean;
  /** Word similarity, 0 to 1. */
  lijkt: number;
}

type Gelijkenis = ZoekResultaat['gelijkenis'];
const volgorde: Record<Gelijkenis, number> = { exact: 0, begin: 1, lijkt: 2 };

/**
 * Puts what was found in order: exact, then what begins so, then what looks like it. Who typed an ambiguous name sees
 * all of them; guesses at a typing error are shown only when nothing is exact.
 */
export function toonZoekresultaten(vraag: Zoekvraag, items: readonly ZoekItem[], maximum: number): ZoekAntwoord {
  switch (vraag.soort) {
    case 'leeg':
      return { resultaten: [], uitleg: 'Typ een adres, postcode of perceel. Gebruik letters en cijfers.' };
    case 'buiten-nederland':
      return {
        resultaten: [],
        uitleg:
          'Deze coördinaten liggen niet in Nederland. Geef RD-meters, zoals 155000, 463000, of graden, zoals 52,155 5,387.',
      };
    case 'coordinaat':
      return { resultaten: [alsPlaats(vraag)], uitleg: null };
    case 'tekst': {
      const gevonden = items
        .map((item) => ({ item, gelijkenis: vergelijk(vraag.vormen, item) }))
        .sort(
          (a, b) =>
            volgorde[a.gelijkenis] - volgorde[b.gelijkenis] ||
            b.item.lijkt - a.item.lijkt ||
            a.item.gewicht - b.item.gewicht ||
            (a.item.zoek < b.item.zoek ? -1 : 1),
        )
        .map(({ item: { zoek, kern, gewicht, opBegin, lijkt, ...zichtbaar }, gelijkenis }) => ({
          ...zichtbaar,
          gelijkenis,
        }));
      const uniek = gevonden.filter((resultaat, i) => gevonden.findIndex((ander) => isZelfde(ander, resultaat)) === i);
      const isGeraden = !uniek.some(({ gelijkenis }) => gelijkenis === 'exact');
      const resultaten = uniek.filter(({ gelijkenis }) => isGeraden || gelijkenis !== 'lijkt');
      return { resultaten: resultaten.slice(0, maximum), uitleg: legUit(vraag.alsPerceel, resultaten) };
    }
  }
}

const isZelfde = (a: ZoekResultaat, b: ZoekResultaat) =>
  a.soort === b.soort && a.naam === b.naam && a.punt.x === b.punt.x && a.punt.y === b.punt.y;

/** Exact: the whole kern was typed, and whatever follows it (the woonplaats, say) fits as well. */
function vergelijk(vormen: readonly string[], { zoek, kern, opBegin }: ZoekItem): Gelijkenis {
  if (!opBegin) return 'lijkt';
  const past = (vorm: string) => vorm === kern || (vorm.startsWith(`${kern} `) && zoek.startsWith(vorm));
  return vormen.some(past) ? 'exact' : 'begin';
}

function alsPlaats({ punt, stelsel }: Extract<Zoekvraag, { soort: 'coordinaat' }>): ZoekResultaat {
  const getal = (value: number) => value.toLocaleString('nl-NL', { useGrouping: false, maximumFractionDigits: 2 });
  return {
    soort: 'coordinaat',
    naam: `RD ${getal(punt.x)} ${getal(punt.y)}`,
    toelichting: stelsel === 'WGS84' ? 'Omgerekend uit graden (WGS84)' : 'Rijksdriehoekscoördinaten in meters',
    punt,
    omhullende: null,
    gemeenteCode: null,
    gelijkenis: 'exact',
  };
}

function legUit(alsPerceel: boolean, resultaten: readonly ZoekResultaat[]): string | null {
  if (resultaten.length === 0) {
    return alsPerceel
      ? 'Dit perceel kennen wij niet. Schrijf de kadastrale gemeente, de sectie en het nummer, zoals ABC01 D 1234.'
      : 'Controleer de spelling, of zoek op postcode en huisnummer, zoals 1234 AB 5. U kunt ook op de kaart klikken.';
  }
  if (resultaten.every(({ gelijkenis }) => gelijkenis === 'lijkt')) {
    return 'Wij vonden niet precies wat u typte. Dit lijkt erop. Staat het er niet bij? Zoek dan op postcode en huisnummer.';
  }
  const plaatsen = resultaten.filter(
    ({ soort, gelijkenis }) => gelijkenis === 'exact' && (soort === 'adres' || soort === 'perceel'),
  );
  return plaatsen.length > 1 ? 'Er zijn meer plaatsen met deze naam. Kies de plaats die u bedoelt.' : null;
}

/** The one place that is meant without doubt: a single exact adres, perceel or coordinate. Null: ask which. */
export function kiesPlaats({ resultaten }: ZoekAntwoord): ZoekResultaat | null {
  const exact = resultaten.filter(({ gelijkenis }) => gelijkenis === 'exact');
  const [enige] = exact;
  const isPlaats = enige && ['adres', 'perceel', 'coordinaat'].includes(enige.soort);
  return isPlaats && exact.length === 1 ? enige : null;
}
