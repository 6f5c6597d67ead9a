import { isStoring } from '../../../kaart/contract.ts';
import type { UittrekselInhoud } from '../../contract.ts';
import { alinea, type Blok, kop, tabel } from '../stuk.ts';
import { metHoofdletter, schrijfGetal, uitkomstWoord } from '../woorden.ts';
import { bronregel, faalde, schrijfAandeel, schrijfGebied } from './gedeeld.ts';

export function maakOmstandigheden(omstandigheden: UittrekselInhoud['omstandigheden']): Blok[] {
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
