import type { Antwoord, Antwoorden, CheckInvoer } from '../contract.ts';
import { beoordeel, definitiesBij, type Omgeving } from './beoordeel.ts';
import { foutInWaarde } from './feiten.ts';
import type { FeitDefinitie } from './regel.ts';

/**
 * What of a check may be kept: the answers to its questions, and no words of a person that decide nothing.
 *
 * An answer to nothing that is asked, and a text where a choice or a number was asked, are left out. A free text is kept
 * only when an outcome hangs on it.
 *
 * @source AVG art. 5 lid 1, onder c: no more personal data than is needed
 */
export function maakBewaarbaar(invoer: CheckInvoer, omgeving: Omgeving): CheckInvoer {
  const gevraagd = filterAntwoorden(invoer, omgeving, () => true);
  const zonderTekst = filterAntwoorden(gevraagd, omgeving, ({ soort }) => soort !== 'tekst');
  const uitkomsten = (een: CheckInvoer) =>
    JSON.stringify(
      beoordeel(een, omgeving).oordeel.onderdelen.map(({ delen }) => delen.map(({ uitkomst }) => uitkomst)),
    );
  const heeftTekst = JSON.stringify(gevraagd) !== JSON.stringify(zonderTekst);
  return heeftTekst && uitkomsten(gevraagd) !== uitkomsten(zonderTekst) ? gevraagd : zonderTekst;
}

const isTekst = (waarde: Antwoord): boolean => typeof waarde === 'string' || Array.isArray(waarde);

function filterAntwoorden(
  invoer: CheckInvoer,
  omgeving: Omgeving,
  mag: (definitie: FeitDefinitie) => boolean,
): CheckInvoer {
  const { plaats, onderdelen } = definitiesBij(invoer, omgeving);
  const zeef = (antwoorden: Antwoorden, definities: readonly FeitDefinitie[]): Antwoorden =>
    Object.fromEntries(
      Object.entries(antwoorden).filter(([sleutel, waarde]) =>
        definities.some(
          (definitie) =>
            definitie.sleutel === sleutel &&
            mag(definitie) &&
            (!isTekst(waarde) || foutInWaarde(definitie, waarde) === null),
        ),
      ),
    );
  return {
    ...invoer,
    plaatsAntwoorden: zeef(invoer.plaatsAntwoorden, plaats),
    betwist: zeef(invoer.betwist, [...plaats, ...onderdelen.flatMap(({ definities }) => definities)]),
    onderdelen: invoer.onderdelen.map((onderdeel) => ({
      ...onderdeel,
      antwoorden: zeef(
        onderdeel.antwoorden,
        onderdelen.find(({ sleutel }) => sleutel === onderdeel.sleutel)?.definities ?? [],
      ),
    })),
  };
}
