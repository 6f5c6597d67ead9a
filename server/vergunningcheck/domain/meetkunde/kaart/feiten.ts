import type { Feit, Waarde } from '../../oordeel.ts';
import { schrijfMaat } from '../../woorden.ts';
import { getekendM2, naarLokaal } from '../punt.ts';
import { redenZin } from '../redenen.ts';
import type { Ring } from '../situatie.ts';
import type { KaartRij } from './kaartrij.ts';
import { isBekend, type KaartSituatie } from './van-kaart.ts';

const m2Van = (ring: Ring): number => Math.abs(getekendM2(naarLokaal(ring, ring[0] ?? [0, 0])));
const schrijfM2 = (m2: number) => schrijfMaat(Math.round(m2 * 10) / 10, 'm2');

/** The oldest of the bronnen that fill some tables here; null: none does. */
function bronVan({ bronnen }: KaartRij, ...tabellen: string[]): Feit['bron'] {
  const gevonden = (bronnen ?? []).filter((bron) => tabellen.some((tabel) => bron.tabellen.includes(tabel)));
  const [eerste] = gevonden.toSorted((een, ander) => een.peildatum.localeCompare(ander.peildatum));
  return eerste ? { naam: gevonden.map(({ naam }) => naam).join('; '), peildatum: eerste.peildatum } : null;
}

const feit = (
  sleutel: string,
  naam: string,
  waarde: Waarde,
  tekst: string,
  bron: Feit['bron'],
  reden: Feit['reden'],
): Feit => ({
  sleutel,
  naam,
  stand: reden ? 'onbekend' : 'bekend',
  waarde: reden ? null : waarde,
  tekst,
  herkomst: 'kaart',
  reden,
  bron,
  onderdeel: null,
  betwistbaar: true,
});

/** What the map says of the place of a bijbehorend bouwwerk, each with bron and peildatum, or why it is missing. */
export function toonKaartfeiten(rij: KaartRij, { situatie, pand, adressen, straat }: KaartSituatie): Feit[] {
  const brk = bronVan(rij, 'perceel');
  const bag = bronVan(rij, 'pand');
  const bgt = bronVan(rij, 'bgt_object');
  const adres = bronVan(rij, 'adres');
  const [beletsel] = situatie.beletselen ?? [];
  return [
    rij.perceel
      ? feit(
          'perceel',
          'Perceel',
          rij.perceel.kadastraleAanduiding,
          `Uw perceel ${rij.perceel.kadastraleAanduiding} is ${schrijfM2(m2Van(situatie.perceel))}.`,
          brk,
          null,
        )
      : feit('perceel', 'Perceel', null, 'Hier staat geen perceel op de kaart.', brk, 'geen-gegevens'),
    situatie.hoofdgebouw
      ? feit(
          'hoofdgebouw',
          'Hoofdgebouw',
          adressen[0]?.weergave ?? pand?.identificatie ?? null,
          beletsel
            ? redenZin(beletsel)
            : `Het hoofdgebouw is ${adressen[0]?.weergave ?? 'het gebouw op dit perceel'}: ${schrijfM2(m2Van(situatie.hoofdgebouw))}${pand?.bouwjaar ? `, uit ${pand.bouwjaar}` : ''}.`,
          bag,
          beletsel ? 'niet-te-berekenen' : null,
        )
      : feit(
          'hoofdgebouw',
          'Hoofdgebouw',
          null,
          'Op dit perceel staat geen gebouw met een adres of een gebruik op de kaart.',
          bag,
          'geen-gegevens',
        ),
    feit(
      'oorspronkelijkHoofdgebouw',
      'Oorspronkelijk hoofdgebouw',
      null,
      'Welk deel van het huis later is aangebouwd, staat in geen register.',
      null,
      'geen-gegevens',
    ),
    ...bestaand(rij, situatie.bestaandeBijbehorendeBouwwerken),
    situatie.openbaarToegankelijkGebied
      ? feit(
          'openbaarToegankelijkGebied',
          'Openbaar toegankelijk gebied',
          situatie.openbaarToegankelijkGebied.length > 0,
          situatie.openbaarToegankelijkGebied.length > 0
            ? 'Straten, stoepen en openbaar groen rond het perceel staan op de kaart.'
            : 'Rond het perceel staat geen openbaar gebied op de kaart.',
          bgt,
          null,
        )
      : feit(
          'openbaarToegankelijkGebied',
          'Openbaar toegankelijk gebied',
          null,
          isBekend(rij, 'bgt_object')
            ? 'Zonder hoofdgebouw kijken wij niet naar de straat.'
            : 'Van deze plek hebben wij geen kaart van straten en groen.',
          bgt,
          'geen-gegevens',
        ),
    adresStraat(straat, situatie.adresStraat, (situatie.adresStraatOok ?? []).length, adres ?? bgt),
    typeof situatie.hoogteHoofdgebouw === 'number'
      ? feit(
          'hoogteHoofdgebouw',
          'Hoogte van het hoofdgebouw',
          situatie.hoogteHoofdgebouw,
          `Het hoofdgebouw is ${schrijfMaat(situatie.hoogteHoofdgebouw, 'm')} hoog.`,
          bag,
          null,
        )
      : feit(
          'hoogteHoofdgebouw',
          'Hoogte van het hoofdgebouw',
          null,
          'Hoe hoog het hoofdgebouw is, staat niet op de kaart.',
          bag,
          'geen-gegevens',
        ),
    feit(
      'hoogteVloerTweedeBouwlaag',
      'Vloer van de verdieping',
      null,
      'Hoe hoog de vloer van de verdieping ligt, staat in geen register.',
      null,
      'geen-gegevens',
    ),
    situatie.hoofdgebouwType === 'onbekend'
      ? feit(
          'hoofdgebouwType',
          'Soort hoofdgebouw',
          null,
          'Wat voor hoofdgebouw het is, staat niet op de kaart.',
          bag,
          'geen-gegevens',
        )
      : feit(
          'hoofdgebouwType',
          'Soort hoofdgebouw',
          situatie.hoofdgebouwType,
          'Het hoofdgebouw is geen woonwagen, tijdelijk gebouw of recreatieverblijf.',
          bag,
          null,
        ),
  ];
}

function bestaand(rij: KaartRij, ringen: readonly Ring[]): Feit[] {
  const bron = bronVan(rij, 'pand', 'bgt_object');
  const naam = 'Andere bouwwerken op het perceel';
  const sleutel = 'bestaandeBijbehorendeBouwwerken';
  if (!bron) return [feit(sleutel, naam, null, 'Wij hebben geen kaart van de gebouwen hier.', null, 'geen-gegevens')];
  const m2 = ringen.reduce((som, ring) => som + m2Van(ring), 0);
  const tekst =
    ringen.length === 0
      ? 'Op de kaart staan geen andere bouwwerken op het perceel. Een klein schuurtje kan ontbreken.'
      : `Op het perceel ${ringen.length === 1 ? 'staat 1 ander bouwwerk' : `staan ${ringen.length} andere bouwwerken`} van samen ${schrijfM2(m2)}. Een klein schuurtje kan ontbreken.`;
  return [feit(sleutel, naam, Math.round(m2 * 10) / 10, tekst, bron, null)];
}

function adresStraat(straat: string | null, index: number | null, ook: number, bron: Feit['bron']): Feit {
  const naam = 'Straat van het adres';
  if (index === null) {
    return feit(
      'adresStraat',
      naam,
      null,
      'Aan welke straat het hoofdgebouw ligt, is niet bekend.',
      bron,
      'geen-gegevens',
    );
  }
  const aan = straat ? `de straat ${straat}` : 'de straat';
  return ook > 0
    ? feit(
        'adresStraat',
        naam,
        null,
        `Aan welke kant ${aan} loopt, is op de kaart niet zeker.`,
        bron,
        'niet-te-berekenen',
      )
    : feit('adresStraat', naam, straat, `De voorkant ligt aan ${aan}.`, bron, null);
}
