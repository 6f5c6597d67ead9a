import type { FeitDefinitie } from '../domain/regel.ts';
import { getal, jaNee, keuze } from './feit.ts';

const kaart = { van: 'kaart', vanPlaats: true } as const;

/**
 * Facts of a place that more than one activiteit looks at. The map tells them where it can; what the map does not tell
 * is asked, once.
 */
export const plaatsfeiten = {
  monument: keuze(
    'monument',
    'Monument',
    'Staat er op uw perceel een monument?',
    {
      geen: ['Nee', 'Op dit perceel staat geen monument.'],
      gemeentelijk: ['Ja, een gemeentelijk monument', 'Op dit perceel staat een gemeentelijk monument.'],
      provinciaal: ['Ja, een provinciaal monument', 'Op dit perceel staat een provinciaal monument.'],
      rijks: ['Ja, een rijksmonument', 'Op dit perceel staat een rijksmonument.'],
    },
    { ...kaart, hulp: 'Ook een gebouw dat voorlopig is beschermd, telt als monument.' },
  ),
  aanMonument: jaNee(
    'aanMonument',
    'Werk aan het monument',
    'Werkt u in, op of aan het monument zelf?',
    { ja: 'U werkt in, op of aan het monument zelf.', nee: 'U werkt niet aan het monument zelf.' },
    { vanPlaats: false, hulp: 'Een tuinmuur of een schuur kan bij het monument horen. Twijfelt u, kies dan ja.' },
  ),
  gezicht: keuze(
    'gezicht',
    'Beschermd gezicht',
    'Ligt uw perceel in een beschermd stads- of dorpsgezicht?',
    {
      geen: ['Nee', 'Dit perceel ligt niet in een beschermd gezicht.'],
      gemeentelijk: [
        'Ja, van de gemeente',
        'Dit perceel ligt in een gezicht dat de gemeente beschermt. Voor deze uitzonderingen maakt dat niet uit.',
      ],
      rijks: ['Ja, van het Rijk', 'Dit perceel ligt in een gezicht dat het Rijk beschermt.'],
    },
    kaart,
  ),
  welstandsvrij: jaNee(
    'welstandsvrij',
    'Regels voor het uiterlijk',
    'Gelden op uw perceel geen regels voor het uiterlijk van bouwwerken?',
    {
      ja: 'Op dit perceel gelden geen regels voor het uiterlijk (welstandsvrij).',
      nee: 'Op dit perceel gelden regels voor het uiterlijk (welstand).',
    },
    kaart,
  ),
  veiligheidszone: jaNee(
    'veiligheidszone',
    'Veiligheidszone',
    'Ligt uw perceel in een veiligheidszone van een bedrijf of een leiding met gevaarlijke stoffen?',
    {
      ja: 'Dit perceel ligt in een veiligheidszone van een bedrijf of leiding met gevaarlijke stoffen.',
      nee: 'Dit perceel ligt niet in een veiligheidszone van een bedrijf of leiding met gevaarlijke stoffen.',
    },
    kaart,
  ),
  archeologie: keuze(
    'archeologie',
    'Archeologie',
    'Verwacht de gemeente resten van vroeger in de bodem van uw perceel?',
    {
      geen: ['Nee', 'Hier gelden geen regels voor archeologie.'],
      middelhoog: ['Ja, de verwachting is middelhoog', 'Hier is de kans op resten van vroeger in de bodem middelhoog.'],
      hoog: ['Ja, de verwachting is hoog', 'Hier is de kans op resten van vroeger in de bodem hoog.'],
    },
    kaart,
  ),
  bebouwdeKom: jaNee(
    'bebouwdeKom',
    'Bebouwde kom',
    'Ligt uw perceel binnen de bebouwde kom?',
    { ja: 'Dit perceel ligt binnen de bebouwde kom.', nee: 'Dit perceel ligt buiten de bebouwde kom.' },
    kaart,
  ),
  waterzone: keuze(
    'waterzone',
    'Zone van het waterschap',
    'Ligt uw perceel bij een dijk, of langs een sloot of kanaal?',
    {
      geen: ['Nee', 'Dit perceel ligt niet in een zone van het waterschap.'],
      dijk: ['Ja, op of aan een dijk', 'Een deel van dit perceel ligt in de kernzone van een dijk.'],
      'naast-dijk': ['Ja, naast een dijk', 'Een deel van dit perceel ligt in de beschermingszone van een dijk.'],
      strook: [
        'Ja, langs een sloot of kanaal',
        'Een deel van dit perceel ligt langs een sloot of kanaal van het waterschap.',
      ],
    },
    kaart,
  ),
  inWaterzone: jaNee(
    'inWaterzone',
    'In de zone van het waterschap',
    'Komt uw plan in de zone van het waterschap langs de dijk, sloot of kanaal?',
    { ja: 'Uw plan komt in de zone van het waterschap.', nee: 'Uw plan komt niet in de zone van het waterschap.' },
    { hulp: 'Op de kaart ziet u waar de zone ligt. Langs een sloot is dat een strook van 5 meter.' },
  ),
  verdachteBodem: jaNee(
    'verdachteBodem',
    'Bodem',
    'Is de bodem van uw perceel verdacht van vervuiling?',
    {
      ja: 'De bodem is hier verdacht van vervuiling.',
      nee: 'De bodem is hier niet verdacht van vervuiling.',
    },
    kaart,
  ),
  woning: jaNee(
    'woning',
    'Woning',
    'Staat er op uw perceel een woning?',
    { ja: 'Op dit perceel staat een woning.', nee: 'Op dit perceel staat geen woning.' },
    kaart,
  ),
  meerWoningen: jaNee(
    'meerWoningen',
    'Meer woningen',
    'Staan er op uw perceel meer woningen, zoals in een flat?',
    {
      ja: 'Op dit perceel staan meer woningen.',
      nee: 'Op dit perceel staat niet meer dan één woning.',
    },
    kaart,
  ),
  bouwjaar: getal(
    'bouwjaar',
    'Bouwjaar',
    'In welk jaar is het gebouw gebouwd?',
    'jaar',
    'Het gebouw is van {waarde}.',
    {
      ...kaart,
      minimum: 1000,
      maximum: 2100,
    },
  ),
  illegaalHoofdgebouw: jaNee(
    'illegaalHoofdgebouw',
    'Gebouw zonder vergunning',
    'Is uw gebouw gebouwd of in gebruik zonder de vergunning die daarvoor nodig was?',
    {
      ja: 'Uw gebouw is gebouwd of in gebruik zonder de vergunning die nodig was.',
      nee: 'Uw gebouw is gebouwd en in gebruik volgens de regels.',
    },
    {
      vanPlaats: true,
      hulp: 'Bij bijna alle gebouwen is het antwoord nee. Is het ja, dan gelden de uitzonderingen op de vergunning niet (Bbl 2.22).',
    },
  ),
  bouwkosten: getal(
    'bouwkosten',
    'Bouwkosten',
    'Wat kost het bouwen ongeveer, zonder btw?',
    'euro',
    'Het bouwen kost ongeveer {waarde}.',
    {
      vanPlaats: true,
      maximum: 10_000_000,
      hulp: 'Reken ook het loon mee als u het zelf doet. Wij gebruiken dit alleen om de leges te schatten.',
    },
  ),
} satisfies Record<string, FeitDefinitie>;

const vastgelegd = (sleutel: string, naam: string, vraag: string, ja: string, nee: string): FeitDefinitie =>
  jaNee(
    sleutel,
    naam,
    vraag,
    { ja: `De gemeente heeft vastgelegd: ${ja}`, nee: `De gemeente heeft vastgelegd: ${nee}` },
    kaart,
  );

/** What the law leaves open, and only the gemeente can settle: nobody else is asked. */
export const uitlegfeiten = {
  uitlegGezicht: vastgelegd(
    'uitlegGezicht',
    'Uitleg van de gemeente over het beschermde gezicht',
    'Gelden de uitzonderingen van het omgevingsplan ook in het beschermde gezicht?',
    'de uitzonderingen van het omgevingsplan gelden ook in het beschermde gezicht.',
    'de uitzonderingen van het omgevingsplan gelden niet in het beschermde gezicht.',
  ),
  uitlegArcheologie: vastgelegd(
    'uitlegArcheologie',
    'Uitleg van de gemeente over archeologie',
    'Geldt de uitzondering ook als u meer grond verstoort waar resten van vroeger kunnen liggen?',
    'de uitzondering geldt ook als u meer grond verstoort.',
    'de uitzondering geldt niet als u meer grond verstoort.',
  ),
  uitlegVeiligheid: vastgelegd(
    'uitlegVeiligheid',
    'Uitleg van de gemeente over de veiligheidszone',
    'Mag een bestaand bouwwerk in de veiligheidszone voor mantelzorg worden gebruikt?',
    'mantelzorg mag in een bestaand bouwwerk in de veiligheidszone.',
    'mantelzorg mag niet in een bestaand bouwwerk in de veiligheidszone.',
  ),
  uitlegLaadpaal: vastgelegd(
    'uitlegLaadpaal',
    'Uitleg van de gemeente over een laadpaal op eigen terrein',
    'Geldt de uitzondering voor laadpalen ook op eigen terrein?',
    'de uitzondering voor laadpalen geldt ook op eigen terrein.',
    'de uitzondering voor laadpalen geldt niet op eigen terrein.',
  ),
  uitlegRijksmonument: vastgelegd(
    'uitlegRijksmonument',
    'Uitleg over onderhoud aan een rijksmonument',
    'Is voor dit onderhoud aan het rijksmonument geen vergunning nodig?',
    'voor dit onderhoud aan het rijksmonument is geen vergunning nodig.',
    'voor dit onderhoud aan het rijksmonument is een vergunning nodig.',
  ),
} satisfies Record<string, FeitDefinitie>;
