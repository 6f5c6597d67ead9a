import { isStoring } from '../../../kaart/contract.ts';
import type { Regels, Vindplaats } from '../../../regels/contract.ts';
import type { UittrekselInhoud } from '../../contract.ts';
import { alinea, type Blok, kop, leeg, tabel } from '../stuk.ts';
import { metHoofdletter, schrijfDatum } from '../woorden.ts';
import { bronregel, faalde, schrijfAandeel, schrijfGebied } from './gedeeld.ts';

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

export function maakRegels(regels: UittrekselInhoud['regels']): Blok[] {
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

function schrijfWaarde(
  { kwantitatief, kwalitatief, inRegeltekst }: Regels['normen'][number]['waarden'][number],
  eenheid: string | null,
): string {
  const getal = kwantitatief === null ? null : `${kwantitatief.replace('.', ',')}${eenheid ? ` ${eenheid}` : ''}`;
  const woorden = [getal, kwalitatief, inRegeltekst && 'staat in de tekst van de regel'].filter(Boolean).join('; ');
  return woorden || 'Weten we niet: niet geleverd';
}
