import type { Uittreksel } from '../../contract.ts';
import type { Blok, Stuk } from '../stuk.ts';
import { schrijfDatum } from '../woorden.ts';
import { maakBegin, maakOntbreekt, noemPlek } from './begin.ts';
import { maakBesluiten } from './besluiten.ts';
import { maakOmstandigheden } from './omstandigheden.ts';
import { maakPlaats } from './plaats.ts';
import { maakRegels } from './regels.ts';
import { maakBronnen, maakSlot } from './slot.ts';

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
