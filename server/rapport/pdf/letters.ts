import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create, type Font, type GlyphRun } from 'fontkit';
import { unpackWoff } from './woff.ts';

const require = createRequire(import.meta.url);

/** The subsets in which Noto Sans is delivered, most used first. */
const subsets = ['latin', 'latin-ext', 'greek', 'cyrillic', 'vietnamese', 'greek-ext', 'cyrillic-ext'] as const;
type Subset = (typeof subsets)[number];

export type Gewicht = 400 | 700;

/** A piece of a line in one font; `font` is its name for `loadFont`. */
export interface Stuk {
  font: string;
  tekst: string;
}

type Bereik = readonly [number, number];

const ranges = require('@fontsource/noto-sans/unicode.json') as Record<Subset, string>;

const bereiken = new Map<Subset, Bereik[]>(
  subsets.map((subset) => [
    subset,
    ranges[subset].split(',').map((deel) => {
      const [van = '', tot = van] = deel.trim().replace('U+', '').split('-');
      return [Number.parseInt(van, 16), Number.parseInt(tot, 16)] as const;
    }),
  ]),
);

const subsetVanTeken = new Map<string, Subset | null>();

function findSubset(teken: string): Subset | null {
  const bekend = subsetVanTeken.get(teken);
  if (bekend !== undefined) return bekend;
  const code = teken.codePointAt(0) as number;
  const subset = subsets.find((naam) => bereiken.get(naam)?.some(([van, tot]) => code >= van && code <= tot)) ?? null;
  subsetVanTeken.set(teken, subset);
  return subset;
}

const vervanging: Readonly<Record<string, string>> = { '≥': '>=', '≤': '<=', '≠': '!=', '→': '->', '≈': 'ca. ' };

/**
 * Text as it can be printed: on one line, and a sign that our letters lack written with others, or as a sign that says
 * that something stood there.
 */
export function schrijfbaar(tekst: string): string {
  const net = tekst.normalize('NFC').replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ');
  if (gewoon.test(net)) return net;
  let uit = '';
  for (const teken of net) uit += findSubset(teken) ? teken : (vervanging[teken] ?? '\ufffd');
  return uit;
}

const fonts = new Map<string, Font>();

/** A font by its name; opened once for all documents. */
export function loadFont(name: string): Font {
  const known = fonts.get(name);
  if (known) return known;
  const bytes = unpackWoff(readFileSync(require.resolve(`@fontsource/noto-sans/files/noto-sans-${name}-normal.woff`)));
  const font = remembering(create(bytes));
  fonts.set(name, font);
  return font;
}

/** As many words as a font remembers. */
const maximumRuns = 20_000;

/** Lays out each word once: in documents of one gemeente the same words return. What it gives may be changed. */
function remembering(font: Font): Font {
  const runs = new Map<string, GlyphRun>();
  const layout = font.layout.bind(font);
  font.layout = (text, features) => {
    if (features) return layout(text, features);
    let run = runs.get(text);
    if (!run) {
      run = layout(text);
      if (runs.size >= maximumRuns) runs.clear();
      runs.set(text, run);
    }
    const copy: GlyphRun = Object.create(Object.getPrototypeOf(run), Object.getOwnPropertyDescriptors(run));
    copy.positions = run.positions.map((position) => ({ ...position }));
    return copy;
  };
  return font;
}

/** Nearly every line: signs that the first subset has. */
const gewoon = /^[ -~\u00a0-\u00ff\u2010-\u2027€]*$/;

/** Cuts a printable line into pieces that one font can write. */
export function inStukken(tekst: string, gewicht: Gewicht): Stuk[] {
  if (gewoon.test(tekst)) return [{ font: `latin-${gewicht}`, tekst }];
  const stukken: Stuk[] = [];
  for (const teken of tekst) {
    const font = `${findSubset(teken) ?? 'latin'}-${gewicht}`;
    const laatste = stukken.at(-1);
    if (laatste?.font === font) laatste.tekst += teken;
    else stukken.push({ font, tekst: teken });
  }
  return stukken;
}
