import type { FeitDefinitie } from '../domain/regel.ts';
import { getal, jaNee, keuze } from './bouwstenen.ts';

const kaart = { van: 'kaart', vanPlaats: true } as const;

/**
 * Facts of a place that more than one activiteit looks at. The map tells them where it can; what the map does not tell
 * is asked, once.
 */
export const plaatsfeiten = {
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
  uitlegGezicht: jaNee(
    'uitlegGezicht',
    'Uitleg van de gemeente over het beschermde gezicht',
    'Gelden de uitzonderingen van het omgevingsplan ook in het beschermde gezicht?',
    {
      ja: 'De gemeente heeft vastgelegd dat de uitzonderingen van het omgevingsplan ook in het beschermde gezicht gelden.',
      nee: 'De gemeente heeft vastgelegd dat de uitzonderingen van het omgevingsplan in het beschermde gezicht niet gelden.',
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
