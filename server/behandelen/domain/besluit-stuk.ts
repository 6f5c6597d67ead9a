import { alinea, type Blok, kop, type Stuk } from '../../rapport/domain/stuk.ts';
import { type Datum, formatDatum } from '../../termijnen/datum.ts';
import { computeInwerkingtreding, INWERKINGTREDING } from '../../termijnen/domain.ts';
import { reactieOpPapier } from '../../termijnen/reactietermijn.ts';
import type { Procedure } from './termijn.ts';
import { resultaatWoord } from './woorden.ts';

/** What the behandelaar writes of a besluit. */
export interface BesluitInhoud {
  resultaat: string;
  motivering: string;
  voorschriften: readonly string[];
  /** What the permit allows cannot be undone: it takes effect after four weeks (Ow 16.79). */
  onomkeerbaar: boolean;
}

/** All that a besluit on paper says. */
export interface BesluitGegevens {
  kenmerk: string;
  ding: string;
  aanvrager: string | null;
  omschrijving: string;
  plaats: string;
  gemeente: string;
  procedure: Procedure;
  ontvangenOp: Datum;
  /** The day of the besluit: it is sent, or lies to be read, from this day on. */
  dag: Datum;
  ontwerp: boolean;
  /** Falls under the Omgevingswet. */
  omgevingswet: boolean;
  /** Of a decision on bezwaar: what it is about; null: it is none. */
  bezwaarTegen: { titel: string | null; ontvangenOp: string; uiterlijk: string | null } | null;
  adviezen: readonly { van: string; uitkomst: string }[];
  /** How the term ran: suspended, extended. */
  verloop: readonly string[];
  inhoud: BesluitInhoud;
}

const beslissing: Readonly<Record<string, string>> = {
  verleend: 'Wij verlenen wat u hebt aangevraagd.',
  geweigerd: 'Wij weigeren wat u hebt aangevraagd.',
  'buiten-behandeling':
    'Wij behandelen uw aanvraag niet. U kreeg de kans om haar aan te vullen, maar wij kregen niet wat nodig is om te beslissen (Awb 4:5).',
  vergunningvrij: 'Voor uw plan hebt u geen vergunning nodig.',
  gegrond: 'Wij geven u gelijk. Hieronder staat wat wij aan het besluit veranderen (Awb 7:11).',
  ongegrond: 'Wij geven u geen gelijk. Het besluit blijft zoals het is (Awb 7:11).',
  'niet-ontvankelijk': 'Wij kunnen uw bezwaar niet behandelen. Hieronder staat waarom.',
};

/** The besluit, or its ontwerp, as a document for the aanvrager. Bezwaar and beroep are named with their last day (Awb 3:45). */
export function maakBesluitStuk(gegevens: BesluitGegevens): Stuk {
  const { kenmerk, ding, gemeente, dag, ontwerp, plaats, inhoud } = gegevens;
  const soortnaam = ontwerp ? 'Ontwerpbesluit' : 'Besluit';
  const titel = `${soortnaam} op ${ding} ${kenmerk}`;
  return {
    titel,
    onderwerp: `${soortnaam} van ${gemeente}: ${plaats}`,
    auteur: gemeente,
    soortnaam,
    gemaaktOp: `${dag}T12:00:00.000Z`,
    kopregel: `${titel}, ${formatDatum(dag)}`,
    voet: [`${gemeente}, ${soortnaam.toLowerCase()} van ${formatDatum(dag)}`, `Zaak ${kenmerk}`],
    blokken: [
      kop(1, titel),
      {
        soort: 'melding',
        ernst: false,
        titel: resultaatWoord[inhoud.resultaat] ?? inhoud.resultaat,
        tekst: `${ontwerp ? 'Dit is een ontwerp. Zo willen wij besluiten: ' : ''}${beslissing[inhoud.resultaat] ?? ''}`,
      },
      maakFeiten(gegevens),
      kop(2, 'Waarom wij dit besluiten'),
      ...inhoud.motivering.split(/\n+/).filter(Boolean).map(alinea),
      ...maakAdviezen(gegevens),
      ...maakVoorschriften(inhoud),
      kop(2, 'Hoe wij tot dit besluit kwamen'),
      ...gegevens.verloop.map(alinea),
      ...maakInwerking(gegevens),
      ...maakReactie(gegevens),
    ],
  };
}

function maakFeiten(gegevens: BesluitGegevens): Blok {
  const { kenmerk, ding, aanvrager, omschrijving, plaats, ontvangenOp, procedure, bezwaarTegen } = gegevens;
  return {
    soort: 'feiten',
    naam: 'Waarover het gaat',
    rijen: [
      ['Zaak', kenmerk],
      ['Wat', ding],
      ['Omschrijving', omschrijving],
      ['Waar', plaats],
      [bezwaarTegen ? 'Bezwaar van' : 'Aangevraagd door', aanvrager ?? 'Niet bekend'],
      ...(bezwaarTegen?.titel ? [['Tegen', bezwaarTegen.titel] as [string, string]] : []),
      ...(bezwaarTegen?.uiterlijk
        ? [['Bezwaar kon t/m', formatDatum(bezwaarTegen.uiterlijk as Datum)] as [string, string]]
        : []),
      ['Ontvangen op', formatDatum(ontvangenOp)],
      [
        'Procedure',
        bezwaarTegen
          ? 'Bezwaar (Awb hoofdstuk 7)'
          : procedure === 'uitgebreid'
            ? 'Uitgebreid (Awb afdeling 3.4)'
            : 'Regulier (Awb titel 4.1)',
      ],
    ],
  };
}

const maakAdviezen = ({ adviezen }: BesluitGegevens): Blok[] =>
  adviezen.length === 0
    ? []
    : [
        kop(3, 'Wie ons adviseerde'),
        { soort: 'feiten', naam: 'Adviezen', rijen: adviezen.map(({ van, uitkomst }) => [van, uitkomst]) },
      ];

const maakVoorschriften = ({ voorschriften }: BesluitInhoud): Blok[] =>
  voorschriften.length === 0
    ? []
    : [kop(2, 'Voorschriften'), ...voorschriften.map((tekst, i) => alinea(`${i + 1}. ${tekst}`))];

function maakInwerking({ inhoud, dag, ontwerp, omgevingswet }: BesluitGegevens): Blok[] {
  if (ontwerp || !omgevingswet || inhoud.resultaat !== 'verleend') return [];
  const soort = inhoud.onomkeerbaar ? 'vergunningVierWeken' : 'vergunning';
  const vanaf = formatDatum(computeInwerkingtreding(soort, dag));
  const { artikel } = INWERKINGTREDING[soort];
  return [
    kop(2, 'Vanaf wanneer u mag beginnen'),
    alinea(
      inhoud.onomkeerbaar
        ? `De vergunning werkt vanaf ${vanaf}: vier weken later, omdat wat u doet niet kan worden teruggedraaid. Vraagt iemand in die tijd een voorlopige voorziening, dan moet u wachten op de rechter (${artikel}).`
        : `De vergunning werkt vanaf ${vanaf} (${artikel}). Bezwaar of beroep houdt dat niet tegen (Awb 6:16): wie begint voordat de termijn voorbij is, loopt een risico.`,
    ),
  ];
}

const hoeReageren = {
  bezwaar:
    'Stuur een brief aan burgemeester en wethouders, of maak bezwaar bij uw zaak in dit loket. Zet erin: uw naam en adres, de datum, welk besluit het is, waarom u het er niet mee eens bent, en uw handtekening (Awb 6:5).',
  beroep:
    'Stuur een brief aan de rechtbank. Zet erin: uw naam en adres, de datum, welk besluit het is, waarom u het er niet mee eens bent, en uw handtekening (Awb 6:5). De rechtbank rekent griffierecht.',
  zienswijze: 'Stuur uw mening aan burgemeester en wethouders, of vertel haar (Awb 3:15).',
};

function maakReactie({ procedure, inhoud, dag, ontwerp, bezwaarTegen }: BesluitGegevens): Blok[] {
  const uitgebreid = procedure === 'uitgebreid' && inhoud.resultaat !== 'buiten-behandeling';
  const weg = ontwerp ? 'zienswijze' : uitgebreid || bezwaarTegen ? 'beroep' : 'bezwaar';
  const tot = reactieOpPapier({
    soort: ontwerp ? 'ontwerp' : bezwaarTegen ? 'beslissing-op-bezwaar' : uitgebreid ? 'definitief' : 'verleend',
    procedure: uitgebreid ? 'uitgebreid' : 'regulier',
    verzonden: dag,
    terInzage: dag,
    gepubliceerd: dag,
  });
  return [kop(2, 'Wat u kunt doen als u het er niet mee eens bent'), alinea(tot), alinea(hoeReageren[weg])];
}
