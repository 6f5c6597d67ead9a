import { isStoring } from '../../../kaart/contract.ts';
import type { Uittreksel, UittrekselInhoud } from '../../contract.ts';
import { alinea, type Blok, kop, leeg, tabel } from '../stuk.ts';
import { schrijfDatum } from '../woorden.ts';

export function maakBronnen({ locatie, regels, omstandigheden, besluiten }: UittrekselInhoud): Blok[] {
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

export function maakSlot({ json }: Uittreksel): Blok[] {
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
