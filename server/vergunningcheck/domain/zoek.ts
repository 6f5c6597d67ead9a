import type { Werkzaamheid } from './oordeel.ts';

export interface Treffer {
  werkzaamheid: Werkzaamheid;
  gevondenOp: string;
  gelijkenis: 'exact' | 'begin' | 'lijkt';
}

const kaal = (tekst: string): string[] =>
  tekst
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean);

/** Words that say nothing about what somebody wants to do. */
const stopwoorden = new Set(
  `een de het ik wij we je u wil willen wilt zou graag weten mijn onze mag kan moet moeten hoe wat waar welke of in op aan
  bij voor van en met zonder om naar te er dat die dit deze is zijn heb hebben hoeveel hoog groot lang ver hier daar nog
  ook plaatsen plaats maken maak bouwen bouw zetten zet neerzetten gaan doen laten komen nieuwe nieuw vergunning nodig
  aanvragen aanvraag melden toestemming gemeente`.split(/\s+/),
);

/** Words that tell where, and only a little about what. */
const plekwoorden = new Set('huis woning tuin erf perceel gebouw pand achtertuin voortuin grond'.split(' '));

/**
 * What a word may come from: "schuurtjes", "schuren" and "schuurtje" all give "schuur".
 *
 * An ending is taken off; then a doubled consonant is made single ("hekken"), and a vowel that stood open is made long
 * ("muren").
 */
function stammen(woord: string): string[] {
  const enkelvoud = woord.replace(/(?<=.{3})(?:en|s)$/, '');
  const kaler = enkelvoud.replace(/(?<=.{3})(?:etje|tje|pje|je)$/, '');
  return [
    ...new Set([
      kaler,
      kaler.replace(/([bdfgklmnprst])\1$/, '$1'),
      enkelvoud === woord ? kaler : kaler.replace(/(?<=^|[^aeiou])([aeou])(?=[^aeiou]$)/, '$1$1'),
    ]),
  ];
}

/** How many typing errors apart: a letter more, less, other, or two swapped; more than `hoogstens` is not counted. */
export function tikfouten(een: string, ander: string, hoogstens: number): number {
  if (Math.abs(een.length - ander.length) > hoogstens) return hoogstens + 1;
  let voorVorige: number[] = [];
  let vorige = Array.from({ length: ander.length + 1 }, (_, i) => i);
  for (let i = 1; i <= een.length; i += 1) {
    const rij = [i];
    for (let j = 1; j <= ander.length; j += 1) {
      const anders = een[i - 1] === ander[j - 1] ? 0 : 1;
      let minste = Math.min((vorige[j] ?? 0) + 1, (rij[j - 1] ?? 0) + 1, (vorige[j - 1] ?? 0) + anders);
      if (i > 1 && j > 1 && een[i - 1] === ander[j - 2] && een[i - 2] === ander[j - 1]) {
        minste = Math.min(minste, (voorVorige[j - 2] ?? 0) + 1);
      }
      rij.push(minste);
    }
    if (Math.min(...rij) > hoogstens) return hoogstens + 1;
    voorVorige = vorige;
    vorige = rij;
  }
  return vorige[ander.length] ?? hoogstens + 1;
}

const magFout = (woord: string): number => (woord.length <= 4 ? 0 : woord.length <= 7 ? 1 : 2);

/** A word of the searcher, with what is to be worked out once. */
interface Gezocht {
  woord: string;
  stammen: readonly string[];
  /** It may still be half typed. */
  laatste: boolean;
}

/** A word of ours, with what it comes from. */
interface Bekend {
  woord: string;
  stammen: readonly string[];
}

/** How much a word of the searcher is like a word of ours, from 0 (not) to 1 (the same). */
function gelijkenis({ woord, stammen: eigen, laatste }: Gezocht, { woord: bekend, stammen: ander }: Bekend): number {
  if (woord === bekend) return 1;
  if (eigen.some((stam) => ander.includes(stam))) return 0.97;
  if (woord.length >= (laatste ? 3 : 5) && bekend.startsWith(woord)) return 0.8;
  const mag = magFout(woord);
  // hardly anybody mistypes both of the first letters, and most words need no closer look then
  if (mag > 0 && (woord[0] === bekend[0] || woord[1] === bekend[1] || woord[0] === bekend[1])) {
    const heel = tikfouten(woord, bekend, mag);
    const fouten = heel <= 1 ? heel : Math.min(heel, tikfouten(eigen[0] ?? '', ander[0] ?? '', mag));
    if (fouten <= mag) return 0.8 - 0.1 * fouten;
  }
  if (bekend.length >= 5 && woord.includes(bekend)) return 0.65;
  return woord.length >= 4 && bekend.includes(woord) ? 0.6 : 0;
}

/** What a werkzaamheid is called, each name as its words that say something. */
const groepenVan = ({ naam, zoekwoorden }: Werkzaamheid) =>
  [naam, ...zoekwoorden].map((groep) => {
    const woorden = kaal(groep);
    const zeggend = woorden.filter((woord) => !stopwoorden.has(woord));
    return { groep, woorden: zeggend.length > 0 ? zeggend : woorden };
  });

/** Of the best, what counts for less than this part is left out, unless it is the best for one of the words. */
const meetellen = 0.45;

/**
 * The werkzaamheden that a person may mean, the best first.
 *
 * A whole sentence may be typed, with several things in it and with typing errors: a word that is like nothing that we
 * know is passed over, and a word that few werkzaamheden share says more than one that many do. "Mag ik een schurtje en
 * een hek in mijn achtertuin zetten?" finds the schuur and the erfafscheiding.
 */
export function zoekWerkzaamheden(alle: readonly Werkzaamheid[], zoekterm: string): Treffer[] {
  const woorden = [...new Set(kaal(zoekterm))];
  const zeggend = woorden.filter((woord) => !stopwoorden.has(woord));
  const gezocht = (zeggend.length > 0 ? zeggend : woorden).map((woord, i, lijst) => ({
    woord,
    stammen: stammen(woord),
    laatste: i === lijst.length - 1,
  }));
  const kandidaten = alle.map((werkzaamheid) => ({ werkzaamheid, groepen: groepenVan(werkzaamheid) }));
  const bekend = [...new Set(kandidaten.flatMap(({ groepen }) => groepen.flatMap((groep) => groep.woorden)))].map(
    (woord) => ({ woord, stammen: stammen(woord) }),
  );
  const lijkt = gezocht.map((een) => new Map(bekend.map((ander) => [ander.woord, gelijkenis(een, ander)] as const)));
  const op = (q: number, woord: string) => lijkt[q]?.get(woord) ?? 0;

  const perWoord = kandidaten.map(({ groepen }) =>
    gezocht.map((_, q) => {
      let beste = { punten: 0, gelijkenis: 0, groep: '' };
      for (const { groep, woorden: eigen } of groepen) {
        const dit = Math.max(...eigen.map((woord) => op(q, woord)));
        if (dit === 0) continue;
        const gedekt = eigen.filter((woord) => gezocht.some((__, ander) => op(ander, woord) > 0)).length / eigen.length;
        const punten = dit * (0.5 + 0.5 * gedekt);
        if (punten > beste.punten) beste = { punten, gelijkenis: dit, groep };
      }
      return beste;
    }),
  );
  const gewichten = gezocht.map(({ woord }, q) => {
    const aantal = perWoord.filter((scores) => (scores[q]?.punten ?? 0) > 0).length;
    return aantal === 0 ? 0 : Math.log(1 + alle.length / aantal) * (plekwoorden.has(woord) ? 0.25 : 1);
  });
  const som = perWoord.map((scores) => scores.reduce((tot, { punten }, q) => tot + punten * (gewichten[q] ?? 0), 0));
  const hoogste = Math.max(0, ...som);
  const besteVan = gezocht.map(({ woord }, q) =>
    plekwoorden.has(woord) ? 0 : Math.max(0, ...perWoord.map((scores) => scores[q]?.punten ?? 0)),
  );
  return kandidaten
    .flatMap(({ werkzaamheid }, i) => {
      const scores = perWoord[i] ?? [];
      const eigen = som[i] ?? 0;
      const isBeste = scores.some(({ punten }, q) => punten > 0 && punten === besteVan[q]);
      if (eigen === 0 || (eigen < meetellen * hoogste && !isBeste)) return [];
      const beste = scores.reduce((een, ander) => (ander.punten > een.punten ? ander : een));
      return [{ werkzaamheid, punten: eigen, beste }];
    })
    .sort((a, b) => b.punten - a.punten || a.werkzaamheid.naam.localeCompare(b.werkzaamheid.naam, 'nl'))
    .map(({ werkzaamheid, beste }) => ({
      werkzaamheid,
      gevondenOp: beste.groep,
      gelijkenis: beste.gelijkenis > 0.9 ? 'exact' : beste.gelijkenis >= 0.8 ? 'begin' : 'lijkt',
    }));
}
