import type { Stand } from '../../../locatie/contract.ts';
import type { UittrekselInhoud } from '../../contract.ts';
import { alinea, type Blok, kop, tabel } from '../stuk.ts';
import { schrijfGetal, schrijfM2 } from '../woorden.ts';
import { bronregel } from './gedeeld.ts';

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

export function maakPlaats({
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
