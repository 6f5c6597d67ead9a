import { isStoring } from '../../../kaart/contract.ts';
import type { Uittreksel, UittrekselInhoud } from '../../contract.ts';
import { alinea, type Blok, kop, schrijfSchaal } from '../stuk.ts';
import { onderdeelWoord, schrijfDatum, schrijfGetal, schrijfTijdstip } from '../woorden.ts';
import { faalde } from './gedeeld.ts';

/** How the place is called: its adres, else its perceel, else its coordinates. */
export function noemPlek({ adressen, perceel, punt }: UittrekselInhoud['locatie']): string {
  const [eerste] = adressen;
  if (eerste && adressen.length === 1) return eerste.weergave;
  if (eerste && perceel) return `Perceel ${perceel.kadastraleAanduiding}, ${eerste.weergave} en meer`;
  if (perceel) return `Perceel ${perceel.kadastraleAanduiding}`;
  return `Plek ${schrijfPunt(punt)}`;
}

const schrijfPunt = ({ x, y }: { x: number; y: number }) => `x ${schrijfGetal(x)}, y ${schrijfGetal(y)}`;

export function maakBegin({ id, hash, hashKlopt, gemaaktOp, bewaardTot, inhoud }: Uittreksel): Blok[] {
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

export function maakOntbreekt({ ontbreekt }: UittrekselInhoud): Blok[] {
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
