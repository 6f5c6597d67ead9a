import type { Aandeel } from '../../geo/contract.ts';
import { isStoring } from '../../kaart/contract.ts';
import type { Stand } from '../../locatie/contract.ts';
import type { Regels, Vindplaats } from '../../regels/contract.ts';
import type { Uittreksel, UittrekselInhoud } from '../contract.ts';
import { alinea, type Blok, kop, leeg, type Stuk, schrijfSchaal, tabel } from './stuk.ts';
import {
  metHoofdletter,
  onderdeelWoord,
  schrijfDatum,
  schrijfGetal,
  schrijfM2,
  schrijfReactie,
  schrijfTijdstip,
  soortWoord,
  uitkomstWoord,
} from './woorden.ts';

/** How the place is called: its adres, else its perceel, else its coordinates. */
function noemPlek({ adressen, perceel, punt }: UittrekselInhoud['locatie']): string {
  const [eerste] = adressen;
  if (eerste && adressen.length === 1) return eerste.weergave;
  if (eerste && perceel) return `Perceel ${perceel.kadastraleAanduiding}, ${eerste.weergave} en meer`;
  if (perceel) return `Perceel ${perceel.kadastraleAanduiding}`;
  return `Plek ${schrijfPunt(punt)}`;
}

const schrijfPunt = ({ x, y }: { x: number; y: number }) => `x ${schrijfGetal(x)}, y ${schrijfGetal(y)}`;

/** The extract as a document, made of what is kept and of nothing else. */
export function maakUittrekselStuk(uittreksel: Uittreksel): Stuk {
  const { inhoud, id, hash, gemaaktOp } = uittreksel;
  const plek = noemPlek(inhoud.locatie);
  const datum = schrijfDatum(inhoud.vraag.datum);
  return {
    titel: `Uittreksel van ${plek}, ${datum}`,
    onderwerp: 'Wat het Omgevingsloket op de kaart zegt over deze plek',
    auteur: inhoud.locatie.gemeente.naam ?? 'Omgevingsloket op de kaart',
    soortnaam: 'Uittreksel',
    gemaaktOp,
    blokken: maakBlokken(uittreksel),
    kopregel: `${plek}, ${datum}`,
    voet: [`Uittreksel ${id}, gemaakt op ${schrijfDatum(gemaaktOp.slice(0, 10))}`, `Controlecode ${hash}`],
  };
}

/** The whole extract: every fact of it, once, in order. */
function maakBlokken(uittreksel: Uittreksel): Blok[] {
  const { inhoud } = uittreksel;
  return [
    ...maakBegin(uittreksel),
    ...maakOntbreekt(inhoud),
    ...maakPlaats(inhoud.locatie),
    ...maakRegels(inhoud.regels),
    ...maakOmstandigheden(inhoud.omstandigheden),
    ...maakBesluiten(inhoud.besluiten),
    ...maakBronnen(inhoud),
    ...maakSlot(uittreksel),
  ];
}

const faalde = (wat: string): Blok => ({
  soort: 'melding',
  ernst: true,
  titel: `${wat}: weten we niet`,
  tekst:
    'Deze bron gaf geen antwoord toen het uittreksel werd gemaakt. Wat hier had moeten staan, weten wij niet. Lees dit niet als: er geldt niets. Maak later een nieuw uittreksel.',
});

function maakBegin({ id, hash, hashKlopt, gemaaktOp, bewaardTot, inhoud }: Uittreksel): Blok[] {
  const { locatie, vraag, kaartbeeld, ontbreekt } = inhoud;
  const { gemeente, wijk, buurt } = locatie;
  const mislukt = [
    ['de regels', inhoud.regels],
    ['de omstandigheden', inhoud.omstandigheden],
    ['de besluiten', inhoud.besluiten],
    ['het kaartbeeld', kaartbeeld],
  ].flatMap(([naam, sectie]) => (isStoring(sectie as object) ? [naam as string] : []));
  return [
    kop(1, noemPlek(locatie)),
    alinea(
      `Dit zegt het Omgevingsloket over deze plek voor ${schrijfDatum(vraag.datum)}. Aan dit uittreksel kunt u geen rechten ontlenen: alleen de officiële publicatie geldt.`,
    ),
    ...(hashKlopt
      ? []
      : [
          {
            soort: 'melding' as const,
            ernst: true,
            titel: 'Dit uittreksel is veranderd',
            tekst: 'De controlecode past niet bij wat is bewaard. Gebruik dit uittreksel niet als bewijs.',
          },
        ]),
    ...(mislukt.length > 0
      ? [
          {
            soort: 'melding' as const,
            ernst: true,
            titel: 'Dit uittreksel is onvolledig',
            tekst: `Dit ontbreekt, omdat een bron geen antwoord gaf: ${mislukt.join(', ')}. Wat daar had moeten staan, weten wij niet.`,
          },
        ]
      : []),
    ...(ontbreekt.length > 0
      ? [
          {
            soort: 'melding' as const,
            ernst: false,
            titel: `Wij weten niet alles: ${ontbreekt.length} ${ontbreekt.length === 1 ? 'punt' : 'punten'}`,
            tekst: 'Ze staan in het hoofdstuk "Wat wij niet weten".',
          },
        ]
      : []),
    ...(isStoring(kaartbeeld)
      ? [faalde('Kaart')]
      : [
          {
            soort: 'kaart' as const,
            kaartbeeld,
            punt: vraag.punt,
            beschrijving: `Kaart, schaal 1:${schrijfGetal(kaartbeeld.schaal)}, noord is boven. In het midden ${noemPlek(locatie)}${kaartbeeld.perceel ? ', met een dikke rand om het perceel' : ', met een punt'}. Daaromheen de wegen, het water, het groen, de panden en de percelen.`,
            bijschrift: schrijfSchaal(kaartbeeld),
          },
        ]),
    {
      soort: 'feiten',
      naam: 'Over dit uittreksel',
      rijen: [
        ['Punt', `${schrijfPunt(vraag.punt)} (RD, in meters)`],
        [
          'Gemeente',
          gemeente.stand === 'onbekend'
            ? 'Weten we niet'
            : `${gemeente.naam ?? 'Naam onbekend'} (${gemeente.code})${gemeente.stand === 'andere' ? ', niet van dit loket' : ''}`,
        ],
        ['Wijk', wijk ? `${wijk.naam} (${wijk.code})` : 'Geen wijk bekend'],
        ['Buurt', buurt ? `${buurt.naam} (${buurt.code})` : 'Geen buurt bekend'],
        ['Geldt voor', schrijfDatum(vraag.datum)],
        ['Gemaakt op', schrijfTijdstip(gemaaktOp)],
        ['Bewaard tot en met', schrijfDatum(bewaardTot)],
        ['Nummer', id],
        ['Controlecode', hash],
      ],
    },
  ];
}

function maakOntbreekt({ ontbreekt }: UittrekselInhoud): Blok[] {
  return [
    kop(2, 'Wat wij niet weten'),
    ontbreekt.length === 0
      ? alinea('Alle bronnen van dit loket gaven antwoord voor deze plek.')
      : {
          soort: 'tabel',
          naam: 'Wat wij niet weten',
          kop: ['Onderdeel', 'Wat', 'Waarom', 'Wat kunt u doen?'],
          breedtes: [0.15, 0.25, 0.33, 0.27],
          rijen: ontbreekt.map(({ onderdeel, wat, reden, volgendeStap }) => [
            onderdeelWoord[onderdeel],
            wat,
            reden,
            volgendeStap,
          ]),
        },
  ];
}

const standTekst = (stand: Stand, wat: string): Blok[] =>
  stand === 'gevonden'
    ? []
    : [
        alinea(
          stand === 'geen'
            ? `Op deze plek ligt volgens de bron geen ${wat}.`
            : `Weten we niet: wij hebben hier geen gegevens over een ${wat}.`,
        ),
      ];

const ofOnbekend = (waarde: string | number | null) =>
  waarde === null || waarde === '' ? 'niet bekend' : String(waarde);

function maakPlaats({
  perceel,
  perceelStand,
  adressen,
  adressenStand,
  panden,
  pandenStand,
  bronnen,
}: UittrekselInhoud['locatie']): Blok[] {
  return [
    kop(2, 'Wat er ligt'),
    kop(3, 'Perceel'),
    ...standTekst(perceelStand, 'perceel'),
    ...(perceel
      ? [
          {
            soort: 'feiten' as const,
            naam: 'Perceel',
            rijen: [
              ['Kadastrale aanduiding', perceel.kadastraleAanduiding],
              ['Identificatie', perceel.identificatie],
              [
                'Kadastrale grootte',
                perceel.grootteM2 === null
                  ? 'niet bekend'
                  : `${schrijfM2(perceel.grootteM2)}${perceel.soortGrootte ? ` (${perceel.soortGrootte})` : ''}`,
              ],
              ['Oppervlakte op de kaart', schrijfM2(perceel.oppervlakteM2)],
            ] as [string, string][],
          },
        ]
      : []),
    kop(3, 'Adressen'),
    ...standTekst(adressenStand, 'adres'),
    ...tabel(
      'Adressen',
      ['Adres', 'Gebruik', 'Oppervlakte', 'Identificatie'],
      [0.4, 0.22, 0.15, 0.23],
      adressen.map(({ weergave, gebruiksdoelen, oppervlakteM2, identificatie }) => [
        weergave,
        ofOnbekend(gebruiksdoelen.join(', ')),
        oppervlakteM2 === null ? 'niet bekend' : schrijfM2(oppervlakteM2),
        identificatie,
      ]),
    ),
    kop(3, 'Panden'),
    ...standTekst(pandenStand, 'pand'),
    ...tabel(
      'Panden',
      ['Identificatie', 'Bouwjaar', 'Status', 'Gebruik', 'Hoogte', 'Oppervlakte', 'Op dit perceel'],
      [0.2, 0.11, 0.17, 0.17, 0.1, 0.12, 0.13],
      panden.map(({ identificatie, bouwjaar, status, gebruiksdoelen, hoogteM, oppervlakteM2, opPerceelM2 }) => [
        identificatie,
        ofOnbekend(bouwjaar),
        ofOnbekend(status),
        ofOnbekend(gebruiksdoelen.join(', ')),
        hoogteM === null ? 'niet bekend' : `${schrijfGetal(hoogteM)} m`,
        schrijfM2(oppervlakteM2),
        opPerceelM2 === null ? '' : schrijfM2(opPerceelM2),
      ]),
    ),
    ...bronregel(bronnen),
  ];
}

const bronregel = (bronnen: readonly { naam: string; peildatum: string }[]): Blok[] => [
  {
    soort: 'alinea',
    stil: true,
    tekst:
      bronnen.length === 0
        ? 'Bron: geen.'
        : `Bron: ${bronnen.map(({ naam, peildatum }) => `${naam}, stand ${schrijfDatum(peildatum)}`).join('; ')}.`,
  },
];

const laagWoord = { gemeente: 'Gemeente', waterschap: 'Waterschap', provincie: 'Provincie', rijk: 'Rijk' } as const;

/** Where a rule stands, and how much of the place it covers. */
const vindplaats = ({ artikel, opschrift, regelingId, idealisatie, werking, aandeel, themas }: Vindplaats) => [
  [`${artikel}, regeling ${regelingId}`, opschrift, themas.length > 0 && `Thema: ${themas.join(', ')}`]
    .filter(Boolean)
    .join('. '),
  [
    werking === 'onbekend' ? 'Weten we niet: geen grens' : schrijfAandeel(aandeel),
    idealisatie === 'indicatief' && 'grens is niet exact',
  ]
    .filter(Boolean)
    .join('; '),
];

function schrijfAandeel(aandeel: Aandeel | null): string {
  if (!aandeel || aandeel.m2 === null) return 'Geldt hier';
  const deel =
    aandeel.procent === 100 ? 'Hele perceel' : `${schrijfM2(aandeel.m2)}, ${schrijfGetal(aandeel.procent ?? 0)}%`;
  return aandeel.procent === 100
    ? `${deel}, ${schrijfM2(aandeel.m2)}`
    : `${deel}${aandeel.rand ? ', alleen de rand' : ''}`;
}

function maakRegels(regels: UittrekselInhoud['regels']): Blok[] {
  if (isStoring(regels)) return [kop(2, 'Regels'), faalde('Regels')];
  const waar = ['Waar het staat', 'Deel van de plek'];
  return [
    kop(2, 'Regels'),
    alinea(`De regels op ${schrijfDatum(regels.datum)}, voor ${schrijfGebied(regels.gebied)}.`),
    {
      soort: 'feiten',
      naam: 'Wat wij per overheid weten',
      rijen: regels.bestuurslagen.map(({ bestuurslaag, stand }) => [
        laagWoord[bestuurslaag],
        stand === 'bekend' ? 'Regels bekend' : 'Weten we niet: geen gegevens',
      ]),
    },
    kop(3, 'Regelingen'),
    ...leeg(regels.regelingen, 'Wij vonden geen regelingen.'),
    ...tabel(
      'Regelingen',
      ['Nr.', 'Regeling', 'Van', 'Stand', 'Geldig', 'Identificatie'],
      [0.05, 0.27, 0.16, 0.1, 0.15, 0.27],
      regels.regelingen.map((regeling) => [
        String(regeling.id),
        `${regeling.opschrift} (${regeling.soort})`,
        `${regeling.bevoegdGezag} (${regeling.bestuurslaag})`,
        metHoofdletter(regeling.status),
        `${regeling.geldigVanaf ? `vanaf ${schrijfDatum(regeling.geldigVanaf)}` : 'begin niet bekend'}${regeling.geldigTot ? `, tot ${schrijfDatum(regeling.geldigTot)}` : ''}`,
        [regeling.identificatie, regeling.url].filter(Boolean).join(' '),
      ]),
    ),
    kop(3, 'Activiteiten'),
    ...leeg(regels.activiteiten, 'Wij vonden geen regels over activiteiten.'),
    ...tabel(
      'Activiteiten',
      ['Activiteit', 'Groep', 'Wat geldt', ...waar],
      [0.25, 0.16, 0.15, 0.28, 0.16],
      regels.activiteiten.flatMap(({ naam, groep, aanduidingen }) =>
        aanduidingen.map((aanduiding) => [
          metHoofdletter(naam),
          groep,
          metHoofdletter(aanduiding.kwalificatie),
          ...vindplaats(aanduiding),
        ]),
      ),
    ),
    kop(3, 'Normen'),
    ...leeg(regels.normen, 'Wij vonden geen normen.'),
    ...tabel(
      'Normen',
      ['Norm', 'Soort', 'Waarde', ...waar],
      [0.24, 0.2, 0.12, 0.28, 0.16],
      regels.normen.flatMap(({ naam, soort, type, groep, eenheid, waarden }) =>
        waarden.map((waarde) => [
          metHoofdletter(naam),
          `${metHoofdletter(soort)}: ${type}, ${groep}`,
          schrijfWaarde(waarde, eenheid),
          ...vindplaats(waarde),
        ]),
      ),
    ),
    kop(3, 'Gebieden die een regeling aanwijst'),
    ...leeg(regels.gebiedsaanwijzingen, 'Wij vonden geen aangewezen gebieden.'),
    ...tabel(
      'Gebieden die een regeling aanwijst',
      ['Gebied', 'Soort', ...waar],
      [0.28, 0.26, 0.28, 0.18],
      regels.gebiedsaanwijzingen.map((gebied) => [
        metHoofdletter(gebied.naam),
        `${gebied.type}, ${gebied.groep}`,
        ...vindplaats(gebied),
      ]),
    ),
    kop(3, 'Andere regels'),
    ...leeg(regels.overig, 'Wij vonden geen andere regels.'),
    ...tabel('Andere regels', waar, [0.7, 0.3], regels.overig.map(vindplaats)),
    ...bronregel(regels.bronnen),
  ];
}

const schrijfGebied = ({ soort, kadastraleAanduiding, oppervlakteM2 }: Regels['gebied']) =>
  soort === 'punt'
    ? 'het punt, omdat wij het perceel niet kennen'
    : `het hele perceel ${kadastraleAanduiding}${oppervlakteM2 === null ? '' : `, ${schrijfM2(oppervlakteM2)}`}`;

function schrijfWaarde(
  { kwantitatief, kwalitatief, inRegeltekst }: Regels['normen'][number]['waarden'][number],
  eenheid: string | null,
): string {
  const getal = kwantitatief === null ? null : `${kwantitatief.replace('.', ',')}${eenheid ? ` ${eenheid}` : ''}`;
  const woorden = [getal, kwalitatief, inRegeltekst && 'staat in de tekst van de regel'].filter(Boolean).join('; ');
  return woorden || 'Weten we niet: niet geleverd';
}

function maakOmstandigheden(omstandigheden: UittrekselInhoud['omstandigheden']): Blok[] {
  if (isStoring(omstandigheden)) return [kop(2, 'Omstandigheden'), faalde('Omstandigheden')];
  const { gebied, themas, bronnen } = omstandigheden;
  return [
    kop(2, 'Omstandigheden'),
    alinea(`Wat de plek toelaat, voor ${schrijfGebied(gebied)}.`),
    ...tabel(
      'Omstandigheden',
      ['Onderwerp', 'Vraag', 'Antwoord', 'Wat wij vonden', 'Wat kunt u doen?'],
      [0.17, 0.22, 0.12, 0.25, 0.24],
      themas.map(({ naam, groep, vraag, uitkomst, vlakken, volgendeStap }) => [
        `${naam} (${groep})`,
        vraag,
        uitkomstWoord[uitkomst],
        vlakken
          .map(
            ({ omschrijving, waarde, eenheid, aandeel }) =>
              `${metHoofdletter(omschrijving)}${waarde === null ? '' : ` (${schrijfGetal(waarde)}${eenheid ? ` ${eenheid}` : ''})`}: ${schrijfAandeel(aandeel).toLowerCase()}`,
          )
          .join('. '),
        volgendeStap,
      ]),
    ),
    ...bronregel(bronnen),
  ];
}

function maakBesluiten(besluiten: UittrekselInhoud['besluiten']): Blok[] {
  if (isStoring(besluiten)) return [kop(2, 'Besluiten'), faalde('Besluiten')];
  const { stand, straalM, totaal, bronnen } = besluiten;
  return [
    kop(2, 'Besluiten'),
    alinea(
      `Besluiten en aanvragen tot ${schrijfGetal(straalM)} meter van ${schrijfGebied(besluiten.gebied)}: ${schrijfGetal(totaal)}, de nieuwste eerst.${stand === 'geen-gegevens' ? ' Wij hebben niet voor de hele plek besluiten: deze lijst kan onvolledig zijn.' : ''}`,
    ),
    ...tabel(
      'Besluiten',
      ['Datum', 'Soort', 'Wat', 'Waar', 'Wat kunt u nog doen?'],
      [0.11, 0.14, 0.32, 0.14, 0.29],
      besluiten.besluiten.map((besluit) => [
        schrijfDatum(besluit.gepubliceerd),
        `${soortWoord[besluit.soort]}, ${besluit.onderwerp}${besluit.voornemen ? ' (nog geen besluit)' : ''}`,
        [
          besluit.titel,
          besluit.zaaknummer && `Zaak ${besluit.zaaknummer}`,
          besluit.bevoegdGezag,
          besluit.identificatie,
          besluit.url,
        ]
          .filter(Boolean)
          .join('. '),
        `${besluit.afstandM === 0 ? 'Hier' : `op ${schrijfGetal(besluit.afstandM)} m`} (${besluit.plaatsSoort})`,
        schrijfReactie(besluit.reactie),
      ]),
    ),
    ...bronregel(bronnen),
  ];
}

function maakBronnen({ locatie, regels, omstandigheden, besluiten }: UittrekselInhoud): Blok[] {
  const alle = [locatie, regels, omstandigheden, besluiten].flatMap((sectie) =>
    isStoring(sectie) ? [] : sectie.bronnen,
  );
  const bronnen = [...new Map(alle.map((bron) => [bron.id, bron])).values()];
  return [
    kop(2, 'Bronnen'),
    ...leeg(bronnen, 'Geen bron sprak over deze plek.'),
    ...tabel(
      'Bronnen',
      ['Bron', 'Stand van', 'Licentie', 'Waar te vinden'],
      [0.38, 0.18, 0.16, 0.28],
      bronnen.map(({ id, naam, peildatum, licentie, url }) => [
        naam,
        schrijfDatum(peildatum),
        licentie,
        [id, url].filter(Boolean).join(' '),
      ]),
    ),
  ];
}

function maakSlot({ json }: Uittreksel): Blok[] {
  return [
    kop(2, 'Hoe u dit uittreksel controleert'),
    alinea(
      `Dit uittreksel is bewaard zoals het is gemaakt. Dezelfde gegevens staan als JSON op het adres ${json} van dit loket. De controlecode is de SHA-256 van het deel "inhoud" daarvan, geschreven volgens RFC 8785. Dezelfde plek, datum en gegevens geven dezelfde controlecode.`,
    ),
    alinea(
      'De teksten van de artikelen staan niet in het uittreksel. In de JSON staat van elke tekst de identificatie en een eigen controlecode, zodat u ziet of een tekst later is veranderd.',
    ),
  ];
}
