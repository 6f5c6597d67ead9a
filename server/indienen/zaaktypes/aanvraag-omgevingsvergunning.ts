import inhoud from '../../../data/vergunningcheck/indieningsvereisten.json';
import type { VraagSleutel } from '../../vergunningcheck/domain/oordeel.ts';
import { contact, omschrijving, participatie, regulier, uitgebreid, verloopVergunning } from './bouwstenen.ts';
import type { Antwoorden, Optie, Vereiste, Zaaktype } from './zaaktype.ts';

interface Activiteit extends Optie {
  /** The question of the vergunningcheck that it answers: what must come with it, and what it costs. */
  vraag: VraagSleutel;
  artikel: string;
  /** The extensive procedure is compulsory. */
  uitgebreid?: true;
}

/** What can be applied for, one or more at a time. Water is always applied for apart (Ob 10.21). */
export const activiteiten: readonly Activiteit[] = [
  {
    id: 'bouwen-technisch',
    naam: 'Bouwen: technische eisen',
    uitleg: 'Veilig, gezond en zuinig bouwen.',
    vraag: 'T',
    artikel: 'Bbl 2.25',
  },
  {
    id: 'bouwen-omgevingsplan',
    naam: 'Bouwen: regels van de gemeente',
    uitleg: 'Plek, maten en uiterlijk van een bouwwerk.',
    vraag: 'R',
    artikel: 'bruidsschat 22.26',
  },
  {
    id: 'ander-gebruik',
    naam: 'Grond of gebouw anders gebruiken',
    uitleg: 'Anders dan in het omgevingsplan staat.',
    vraag: 'O',
    artikel: 'Ow 5.1',
  },
  {
    id: 'slopen',
    naam: 'Slopen waar het omgevingsplan dat regelt',
    uitleg: 'Bijvoorbeeld in een beschermd gezicht.',
    vraag: 'O',
    artikel: 'Ow 5.1',
  },
  { id: 'kappen', naam: 'Een boom kappen', vraag: 'O', artikel: 'Ow 22.8' },
  { id: 'inrit', naam: 'Een inrit of uitrit maken', vraag: 'O', artikel: 'Ow 22.8' },
  { id: 'reclame', naam: 'Reclame plaatsen', vraag: 'O', artikel: 'Ow 22.8' },
  { id: 'monument', naam: 'Een gemeentelijk of provinciaal monument veranderen', vraag: 'O', artikel: 'Ow 5.1' },
  { id: 'rijksmonument', naam: 'Een rijksmonument veranderen', vraag: 'O', artikel: 'Ob 4.32', uitgebreid: true },
  {
    id: 'milieu',
    naam: 'Een bedrijf dat het milieu belast',
    uitleg: 'Als daarvoor een vergunning nodig is.',
    vraag: 'M',
    artikel: 'Bal hoofdstuk 3',
  },
  {
    id: 'natura-2000',
    naam: 'Iets doen dat een Natura 2000-gebied kan raken',
    vraag: 'O',
    artikel: 'Ob 10.24',
    uitgebreid: true,
  },
  { id: 'anders', naam: 'Iets anders', vraag: 'O', artikel: 'Ow 5.1' },
];

const gekozen = ({ activiteiten: ids }: Antwoorden) =>
  activiteiten.filter(({ id }) => Array.isArray(ids) && ids.includes(id));

/** What the form asks itself is no document. */
const alsVraag = new Set(['omschrijving', 'plaats', 'contact', 'participatie', 'bouwkosten', 'gebruik']);

/** From the same list as the vergunningcheck; what depends on a fact of the map only stands in an oordeel. */
const perVraag: readonly Vereiste[] = inhoud.vereisten.flatMap(({ id, tekst, artikel, bij, als }) => {
  const bijVergunning = Object.entries(bij).flatMap(([vraag, uitkomsten]) =>
    (uitkomsten as string[]).includes('VERGUNNING') ? [vraag] : [],
  );
  const voor = activiteiten.filter(({ vraag }) => bijVergunning.includes(vraag)).map((een) => een.id);
  return als || alsVraag.has(id) || voor.length === 0
    ? []
    : [{ id, tekst, artikel, als: { veld: 'activiteiten', is: voor } }];
});

const bouwen = ['bouwen-technisch', 'bouwen-omgevingsplan'];

export const aanvraagOmgevingsvergunning: Zaaktype = {
  id: 'aanvraag-omgevingsvergunning',
  naam: 'Omgevingsvergunning aanvragen',
  ding: 'aanvraag omgevingsvergunning',
  uitleg: 'Voor bouwen, verbouwen, anders gebruiken, kappen en meer. U kunt meer dan één ding tegelijk aanvragen.',
  artikel: 'Ow 5.1 en 16.54',
  verzoek: 'aanvraag',
  gegeven: 'eigenDossier',
  onderwerp: 'bouwen',
  fotos: false,
  stappen: [
    {
      id: 'wat',
      titel: 'Wat gaat u doen?',
      velden: [
        {
          id: 'activiteiten',
          soort: 'keuzes',
          label: 'Waarvoor vraagt u een vergunning?',
          uitleg:
            'Kies alles wat erbij hoort. Weet u het niet? Doe eerst de vergunningcheck. Iets met water vraagt u apart aan (Ob 10.21).',
          artikel: 'Or 7.3',
          opties: activiteiten.map(({ id, naam, uitleg }) => ({ id, naam, ...(uitleg && { uitleg }) })),
        },
        omschrijving(
          'Wat gaat u precies doen?',
          'Or 7.3',
          'Bijvoorbeeld: een aanbouw van 3 bij 5 meter achter de woning.',
        ),
        {
          id: 'bouwkosten',
          soort: 'getal',
          eenheid: 'euro',
          minimum: 0,
          maximum: 1_000_000_000,
          label: 'Wat kost het bouwen, zonder btw?',
          uitleg: 'Een schatting is goed.',
          artikel: 'Or 7.6',
          als: { veld: 'activiteiten', is: bouwen },
        },
        {
          id: 'gebruik',
          soort: 'lange-tekst',
          maximum: 2_000,
          label: 'Waarvoor gebruikt u het bouwwerk en de grond?',
          artikel: 'bruidsschat 22.35',
          als: { veld: 'activiteiten', is: ['bouwen-omgevingsplan'] },
        },
        { id: 'begindatum', soort: 'datum', label: 'Wanneer wilt u beginnen?', optioneel: true },
      ],
    },
    participatie,
    contact,
  ],
  vereisten: [
    ...perVraag,
    {
      id: 'boom',
      tekst: 'Een foto van de boom en een tekening van de plek.',
      artikel: 'Or 7.3',
      als: { veld: 'activiteiten', is: ['kappen'] },
    },
    {
      id: 'monument',
      tekst: 'Een beschrijving van het monument en van wat u verandert, met tekeningen en foto’s.',
      artikel: 'Or 7.3',
      als: { veld: 'activiteiten', is: ['monument', 'rijksmonument'] },
    },
  ],
  termijn: (antwoorden) => (gekozen(antwoorden).some((een) => een.uitgebreid) ? uitgebreid : regulier),
  leges: (antwoorden) => [...new Set(gekozen(antwoorden).map(({ vraag }) => vraag))],
  verloop: verloopVergunning,
};
