import { isStoring } from '../../../kaart/contract.ts';
import type { UittrekselInhoud } from '../../contract.ts';
import { alinea, type Blok, kop, tabel } from '../stuk.ts';
import { schrijfDatum, schrijfGetal, schrijfReactie, soortWoord } from '../woorden.ts';
import { bronregel, faalde, schrijfGebied } from './gedeeld.ts';

export function maakBesluiten(besluiten: UittrekselInhoud['besluiten']): Blok[] {
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
