import type { Deelregel, Slot, Tak, Voorwaarde } from '../domain/regel.ts';
import { alle, een, niet } from '../domain/regel.ts';
import { bij, grens, moet, slot, tak } from './bouwstenen.ts';
import { jaNee } from './feit.ts';

/**
 * What the activiteiten on and around a building have in common: when no exception holds, and what heritage asks.
 */

/** The exceptions of Bbl 2.29 that stay at (not on) a monument, and those that do so in full. */
const bijMonument = new Set(['a', 'b', 'c', 'f', 'h', 'i', 'k', 'l', 'p', 'q', 'r']);

const legaal = moet(
  'legaal',
  'illegaalHoofdgebouw',
  [false],
  'Het gebouw is gebouwd en in gebruik volgens de regels',
  'Bbl 2.22',
);
/** Before every exception for a building that stands: not where it was built or is used without its permit. */
export const nietLegaal = tak(
  niet(legaal),
  'VERGUNNING',
  'Bbl 2.22',
  'De uitzonderingen gelden niet bij een gebouw dat zonder de nodige vergunning is gebouwd of gebruikt.',
);
export const geenMonument = moet('geen-monument', 'monument', ['geen'], 'Er staat geen monument', 'Bbl 2.30');
const nietAanMonument = moet(
  'niet-aan-monument',
  'aanMonument',
  [false],
  'Het werk is niet in, op of aan het monument',
  'Bbl 2.30',
);
export const geenGezicht = moet(
  'geen-rijksgezicht',
  'gezicht',
  ['geen', 'gemeentelijk'],
  'Het perceel ligt niet in een gezicht dat het Rijk beschermt',
  'Bbl 2.30',
);
const gezichtVastgesteld = moet(
  'gezicht-vastgesteld',
  'uitlegGezicht',
  [true],
  'De gemeente heeft vastgelegd dat de uitzonderingen ook in het beschermde gezicht gelden',
  'bruidsschat 22.28',
);

/**
 * The takken before every exception of Bbl 2.29: none at a building without its permit, and at a monument only some.
 *
 * @param letter of Bbl 2.29; null: an exception of the omgevingsplan alone
 */
export function vooraf(letter: string | null): Tak[] {
  const blijft = letter !== null && bijMonument.has(letter);
  return [
    nietLegaal,
    tak(
      blijft ? alle(niet(geenMonument), niet(nietAanMonument)) : niet(geenMonument),
      'VERGUNNING',
      'Bbl 2.30',
      blijft
        ? 'In, op en aan een monument mag alleen gewoon onderhoud zonder vergunning.'
        : 'Bij een monument geldt deze uitzondering niet.',
    ),
  ];
}

/**
 * In a view that the state protects an exception of Bbl 2.29 holds only where nobody sees the work from the street.
 *
 * @param uitHetZicht when that is so; null: it never is
 * @source Bbl 2.30
 */
export const inGezicht = (uitHetZicht: Voorwaarde | null): Voorwaarde =>
  uitHetZicht ? een(geenGezicht, uitHetZicht) : geenGezicht;

/**
 * An exception of the omgevingsplan alone, which falls away at a monument. Whether it holds in a protected view is not
 * certain, so there the answer waits until the gemeente has settled its text.
 */
export const planUitzondering = (...eisen: Voorwaarde[]): Voorwaarde =>
  alle(geenMonument, ...eisen, een(geenGezicht, gezichtVastgesteld));

const ontsiering = 'Het mag niet in ernstige mate lelijk worden.';

/** Free whatever the omgevingsplan says. */
export const landelijkVrij = (letter: string, als: Voorwaarde, wat: string): Tak =>
  tak(als, 'VRIJ', `Bbl 2.29, onder ${letter}`, `${wat} mag zonder omgevingsvergunning. ${ontsiering}`);

/** No permit to build, but the omgevingsplan binds. */
export const planVrij = (artikel: string, als: Voorwaarde, wat: string): Tak =>
  tak(
    als,
    'VRIJ_PLANTOETS',
    artikel,
    `Voor ${wat} hebt u geen vergunning voor het bouwen nodig. Wel moet het passen in de andere regels van het omgevingsplan.`,
  );

export const vergunningNodig = (wat: string): Slot =>
  slot(
    'VERGUNNING',
    'bruidsschat 22.26',
    `Voor ${wat} geldt geen uitzondering. U vraagt een vergunning aan voor de omgevingsplanactiviteit.`,
  );

/** The building part of the omgevingsplanactiviteit. */
export const bouwdeel = (takken: readonly Tak[], anders: Slot): Deelregel => ({
  vraag: 'R',
  takken,
  anders,
  bevoegdGezag: 'gemeente',
});

/** The technical building activity of something that Bbl 2.27 lid 2 names: always free, except at an illegal building. */
export const technischVrij = (wat: string, artikel = 'Bbl 2.27 lid 2'): Deelregel => ({
  vraag: 'T',
  takken: [nietLegaal],
  anders: slot('VRIJ', artikel, `${wat} is voor de technische bouwactiviteit altijd vrij.`),
  bevoegdGezag: 'gemeente',
});

/**
 * A permit because the building is a monument, beside the one for building.
 *
 * @source Ow 5.1; omgevingsplan, rules for gemeentelijke monumenten
 */
export const erfgoeddeel: Deelregel = {
  vraag: 'O',
  takken: [
    tak(
      alle(niet(geenMonument), niet(nietAanMonument), bij('monument', 'rijks')),
      'VERGUNNING',
      'Ow 5.1',
      'U verandert een rijksmonument. Daarvoor hebt u een vergunning voor een rijksmonumentenactiviteit nodig.',
    ),
    tak(
      alle(niet(geenMonument), niet(nietAanMonument)),
      'VERGUNNING',
      'omgevingsplan, monumenten',
      'U verandert een monument. Daarvoor hebt u ook een vergunning voor het monument nodig.',
    ),
  ],
  anders: slot('VRIJ', 'Ow 5.1', 'U verandert geen monument.'),
  bevoegdGezag: 'gemeente',
};

/** Facts that Bbl 2.17 asks after and that no register holds, as one question. */
export const bijzondereEisen = jaNee(
  'bijzondereEisen',
  'Bijzondere eisen',
  'Geldt voor uw plan een van deze dingen?',
  {
    ja: 'Er is een gelijkwaardige maatregel, een bijzondere brandnorm, een gebruiksmelding of een milieuvergunning nodig.',
    nee: 'Er is geen gelijkwaardige maatregel, bijzondere brandnorm, gebruiksmelding of milieuvergunning nodig.',
  },
  {
    hulp: 'U gebruikt een gelijkwaardige maatregel voor de constructie of de brandveiligheid. U gebruikt de norm NEN 6060 of NEN 6079. U moet een gebruiksmelding doen. Of er is een milieuvergunning nodig. Voor een huis of tuin is het antwoord bijna altijd nee.',
  },
);

const zonderBijzondereEisen = moet(
  'zonder-bijzondere-eisen',
  'bijzondereEisen',
  [false],
  'Er gelden geen bijzondere eisen aan constructie, brandveiligheid of milieu',
  'Bbl 2.17',
);

/** What is built is new and falls in gevolgklasse 1, so that a bouwmelding takes the place of the permit. */
const gevolgklasse1 = (klasse: Voorwaarde): Tak =>
  tak(
    alle(legaal, geenMonument, zonderBijzondereEisen, klasse),
    'MELDING',
    'Bbl 2.17 en 2.27 lid 1, onder a',
    'Het bouwwerk valt in gevolgklasse 1. U doet een bouwmelding in plaats van een aanvraag.',
  );

/** Something above ground that is no building, up to 20 m, is gevolgklasse 1. */
export const bouwwerkGeenGebouw = (feit: string): Voorwaarde =>
  grens({
    id: 'gevolgklasse-hoogte',
    omschrijving: 'Het bouwwerk is niet hoger dan 20 m',
    feit,
    vergelijking: '<=',
    waarde: 20,
    eenheid: 'm',
    artikel: 'Bbl 2.17',
  });

/**
 * The technical building activity of something new that is free as long as it stays within a limit.
 *
 * @param vrij what keeps it free
 * @param klasse what makes it gevolgklasse 1; null: it never is
 */
export const technisch = (wat: string, artikel: string, vrij: Voorwaarde, klasse: Voorwaarde | null): Deelregel => ({
  vraag: 'T',
  takken: [
    tak(vrij, 'VRIJ', artikel, `${wat} is vrij voor de technische bouwactiviteit.`),
    ...(klasse ? [gevolgklasse1(klasse)] : []),
  ],
  anders: slot('VERGUNNING', artikel, 'U vraagt een vergunning aan voor de technische bouwactiviteit.'),
  bevoegdGezag: 'gemeente',
});

/** Something that becomes a building with people in it: never free, but new and in gevolgklasse 1 a bouwmelding will do. */
export const technischGebouw = (artikel: string, klasse: Voorwaarde): Deelregel => ({
  vraag: 'T',
  takken: [gevolgklasse1(klasse)],
  anders: slot('VERGUNNING', artikel, 'U vraagt een vergunning aan voor de technische bouwactiviteit.'),
  bevoegdGezag: 'gemeente',
});

/** Always a permit: a change is never gevolgklasse 1. @source Bbl 2.17 lid 4 */
export const technischVergunning = (artikel: string, uitleg: string): Deelregel => ({
  vraag: 'T',
  takken: [],
  anders: slot('VERGUNNING', artikel, uitleg),
  bevoegdGezag: 'gemeente',
});

const welInWaterzone = moet(
  'buiten-waterzone',
  'inWaterzone',
  [false],
  'Het plan ligt niet in de zone van het waterschap',
  'waterschapsverordening 2.3',
);

/**
 * What the waterschap asks of something on or in the ground.
 *
 * @source waterschapsverordening, zones along water and dikes
 */
export const waterdeel: Deelregel = {
  vraag: 'M',
  takken: [
    tak(
      alle(bij('waterzone', 'dijk'), niet(welInWaterzone)),
      'VERGUNNING',
      'waterschapsverordening 3.1',
      'In de kernzone van een dijk hebt u voor bouwen en graven een vergunning van het waterschap nodig.',
    ),
    tak(
      alle(bij('waterzone', 'naast-dijk'), niet(welInWaterzone)),
      'MELDING',
      'waterschapsverordening 3.2',
      'Naast een dijk meldt u graafwerk vooraf bij het waterschap.',
    ),
    tak(
      alle(bij('waterzone', 'strook'), niet(welInWaterzone)),
      'VERBOD',
      'waterschapsverordening 2.3',
      'In de strook langs het water mag u niet bouwen: daar rijdt het waterschap om de sloot schoon te maken.',
    ),
  ],
  anders: slot('VRIJ', 'waterschapsverordening 2.3', 'Uw plan ligt niet in een zone van het waterschap.'),
  bevoegdGezag: 'waterschap',
};

/** No more ground disturbed than the exception bears where remains may lie; beyond that the gemeente has yet to settle it. */
export const archeologieRegel = (oppervlakte: string): Voorwaarde =>
  een(
    bij('archeologie', 'geen'),
    grens({
      id: 'archeologie',
      omschrijving: 'U verstoort niet meer dan 50 m² grond',
      feit: oppervlakte,
      vergelijking: '<=',
      waarde: 50,
      eenheid: 'm2',
      artikel: 'omgevingsplan, archeologie',
      wijzig: 'Maak het oppervlak {n} kleiner',
    }),
    moet(
      'archeologie-vastgesteld',
      'uitlegArcheologie',
      [true],
      'De gemeente heeft vastgelegd dat de uitzondering ook geldt als u meer grond verstoort',
      'omgevingsplan, archeologie',
    ),
  );

/** A change that leaves the load-bearing structure, the fire compartments and the size of a building as they are. */
export const verandering = {
  feiten: [
    jaNee(
      'constructieVerandert',
      'Constructie',
      'Verandert u een dragende muur, vloer of balk, of een muur die brand moet tegenhouden?',
      {
        ja: 'U verandert de dragende constructie of de brandscheiding.',
        nee: 'De dragende constructie en de brandscheiding blijven gelijk.',
      },
      {
        hulp: 'Een muur waar een vloer of het dak op rust, is een dragende muur. Twijfelt u, vraag het dan een aannemer.',
      },
    ),
    jaNee('wordtGroter', 'Groter', 'Wordt het gebouw groter: meer bebouwde grond of meer inhoud?', {
      ja: 'Het gebouw wordt groter.',
      nee: 'Het gebouw wordt niet groter.',
    }),
  ],
  constructieGelijk: moet(
    'constructie-gelijk',
    'constructieVerandert',
    [false],
    'De dragende constructie en de brandscheiding blijven gelijk',
    'bruidsschat 22.27, onder j',
  ),
  nietGroter: moet(
    'niet-groter',
    'wordtGroter',
    [false],
    'De bebouwde oppervlakte en de inhoud worden niet groter',
    'bruidsschat 22.27, onder j',
  ),
} as const;

/** A permit for the technical part, where what carries or stops fire is changed. */
export const constructieVerandert = tak(
  niet(verandering.constructieGelijk),
  'VERGUNNING',
  'Bbl 2.25 en 2.27 lid 1',
  'U verandert de dragende constructie of de brandscheiding. Daarvoor vraagt u een vergunning aan.',
);

/** Whether a plane of the roof is seen from public ground; the person looks. */
export const dakvlakNaarOpenbaarGebied = jaNee(
  'naarOpenbaarGebied',
  'Gekeerd naar openbaar gebied',
  'Kijkt dit dakvlak uit op een straat, plein, park of openbaar water?',
  {
    ja: 'Het dakvlak is gekeerd naar openbaar toegankelijk gebied.',
    nee: 'Het dakvlak is niet gekeerd naar openbaar toegankelijk gebied.',
  },
  { hulp: 'Een achterpad dat alleen naar tuinen leidt, telt niet mee.' },
);

/** Whether work is out of sight of the street, asked where a protected view makes it matter. */
export const uitHetZicht = {
  achtergevel: jaNee(
    'achterUitHetZicht',
    'Achterkant uit het zicht',
    'Is het werk aan de achterkant, en kijkt die niet uit op een straat, plein, park of openbaar water?',
    {
      ja: 'Het werk is aan een achterkant die niet naar openbaar gebied is gekeerd.',
      nee: 'Het werk is niet aan een achterkant die van openbaar gebied is afgekeerd.',
    },
  ),
  opAchterkant: moet(
    'achter-uit-het-zicht',
    'achterUitHetZicht',
    [true],
    'Het werk is aan een achterkant die niet naar openbaar gebied is gekeerd',
    'Bbl 2.30',
  ),
  achtererf: jaNee(
    'achtererfUitHetZicht',
    'Achtererf uit het zicht',
    'Komt het op het erf achter uw huis, op een plek die niet aan een straat, plein, park of openbaar water grenst?',
    {
      ja: 'Het komt op het achtererf, dat niet naar openbaar gebied is gekeerd.',
      nee: 'Het komt niet op een achtererf dat van openbaar gebied is afgekeerd.',
    },
  ),
  opAchtererf: moet(
    'achtererf-uit-het-zicht',
    'achtererfUitHetZicht',
    [true],
    'Het komt op het achtererf, dat niet naar openbaar gebied is gekeerd',
    'Bbl 2.30',
  ),
} as const;
