import type { AdresDraft } from './builder.ts';
import type { Names } from './names.ts';
import type { Street } from './street.ts';

export interface Numbered {
  draft: AdresDraft;
  straat: string;
  huisnummer: number;
  huisletter: string;
  postcode: string;
}

/** Letters that occur in postcodes; SA, SD and SS are never given out. */
const letters = 'ABCDEGHJKLMNPRSTVWXZ';
const pairs = [...letters]
  .flatMap((a) => [...letters].map((b) => a + b))
  .filter((pair) => !['SA', 'SD', 'SS'].includes(pair));

/**
 * House numbers along each street, odd on one side and even on the other, and a postcode for some
 * twenty neighbours on one side.
 *
 * The postcodes begin at 1290, a range of which no place in the Netherlands is known to us; should one of them be given
 * out some day, then the woonplaats still tells them apart.
 *
 * @param firstPostcode digits of the first postcode; the gemeente takes as many as it needs
 */
export function numberAddresses(drafts: readonly AdresDraft[], names: Names, firstPostcode: number): Numbered[] {
  const byStreet = new Map<string, AdresDraft[]>();
  const named = new Map<Street, string>();
  for (const draft of drafts) {
    let straat = draft.street.naam;
    if (!straat) {
      straat = named.get(draft.street) ?? names.straat(draft.street.buurt.thema);
      named.set(draft.street, straat);
    }
    const list = byStreet.get(straat);
    if (list) list.push(draft);
    else byStreet.set(straat, [draft]);
  }
  for (const [street, naam] of named) street.naam = naam;

  const out: Numbered[] = [];
  const places = [...byStreet].map(([straat, list]) => ({
    straat,
    list,
    buurt: (list[0] as AdresDraft).perceel.buurt,
  }));
  places.sort((a, b) => a.buurt.wijk - b.buurt.wijk || a.buurt.nummer - b.buurt.nummer);
  let digits = firstPostcode;
  let pair = 0;
  let woonplaats = places[0]?.buurt.woonplaats;
  for (const { straat, list, buurt } of places) {
    if (buurt.woonplaats !== woonplaats || pair > pairs.length - 60) {
      digits += 1;
      pair = 0;
      woonplaats = buurt.woonplaats;
    }
    for (const side of ['low', 'high'] as const) {
      const row = list.map((draft, i) => ({ draft, i, along: draft.street.along(draft.front) }));
      const own = row
        .filter(({ draft }) => draft.street.sideOf(draft.front) === side)
        .sort((a, b) => a.along - b.along || a.draft.rang - b.draft.rang || a.i - b.i);
      let number = side === 'low' ? -1 : 0;
      let above = 0;
      let inCode = 99;
      for (const { draft } of own) {
        if (draft.boven) above += 1;
        else {
          number += 2;
          above = 0;
        }
        if (inCode >= 20 && above === 0) {
          inCode = 0;
          pair += 1;
        }
        inCode += 1;
        out.push({
          draft,
          straat,
          huisnummer: Math.max(number, side === 'low' ? 1 : 2),
          huisletter: above === 0 ? '' : (letters[above - 1] as string),
          postcode: `${digits}${pairs[(pair - 1) % pairs.length] as string}`,
        });
      }
    }
  }
  return out;
}
