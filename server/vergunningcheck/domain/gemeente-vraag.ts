import { schrijfDatum } from '../../rapport/domain/woorden.ts';
import { uitlegfeiten } from '../activiteiten/plaatsfeiten.ts';
import type { BewaardOordeel, GemeenteVraag } from '../contract.ts';
import type { Feit, OnderdeelOordeel } from './oordeel.ts';
import { metKleineLetter, schrijfWaarde, somOp, uitkomstWoord, vraagNaam } from './woorden.ts';

type Uitleg = keyof typeof uitlegfeiten;

/**
 * The question that a gemeente gets about what an oordeel could not say: what a person wants to do and where, what is
 * known with its bron, and what is not.
 *
 * @param toelichting what the person adds; empty: nothing
 */
export function maakVraag(
  { oordeel, invoer, json, pdf }: Pick<BewaardOordeel, 'oordeel' | 'invoer' | 'json' | 'pdf'>,
  toelichting: string,
): GemeenteVraag {
  const { plaats, onderdelen, feiten } = oordeel;
  const open = onderdelen.filter(({ delen }) => delen.some(isOpen));
  const gevraagd = open.length > 0 ? open : onderdelen;
  const ontbreekt = [...new Set(open.flatMap(({ delen }) => delen.flatMap((deel) => deel.ontbreekt)))];
  const plek =
    plaats.adres ?? (plaats.kadastraleAanduiding ? `perceel ${plaats.kadastraleAanduiding}` : 'de plek op de kaart');
  const namen = somOp([...new Set(gevraagd.map(({ naam }) => metKleineLetter(naam)))]);
  const noem = (sleutel: string) =>
    onderdelen.find(({ onderdeel }) => onderdeel === sleutel)?.naam ?? 'Staat er al, niet op de kaart';
  const bekend = feiten.filter(({ stand }) => stand === 'bekend');
  const onbekend = feiten.filter(({ stand, sleutel }) => stand === 'onbekend' && ontbreekt.includes(sleutel));
  const alineas = [
    `Ik wil graag weten of ik een vergunning nodig heb voor: ${namen}. Het gaat om ${plek}.`,
    kop(
      'Wat u moet vastleggen voordat er een antwoord is',
      ontbreekt.flatMap((sleutel) => (sleutel in uitlegfeiten ? [uitlegfeiten[sleutel as Uitleg].vraag] : [])),
    ),
    kop('Wat ik wil weten', gevraagd.flatMap(zinnenVan)),
    kop(
      'Wat nog niet bekend is',
      onbekend.map(({ tekst }) => tekst),
    ),
    kop('Wat al bekend is', bekend.map(metHerkomst)),
    kop(
      'Wat ik heb getekend (hoeken in RD, in meters)',
      invoer.onderdelen.flatMap(({ ring, sleutel }) =>
        ring ? [`${noem(sleutel)}: ${ring.map(([x, y]) => `x ${x.toFixed(2)} y ${y.toFixed(2)}`).join('; ')}`] : [],
      ),
    ),
    toelichting.trim() === '' ? '' : `Mijn toelichting:\n${toelichting.trim()}`,
    `De uitkomst van ${schrijfDatum(oordeel.gemaaktOp)} staat met de kaart en alle toetsen op ${pdf}.`,
  ];
  return {
    aan: oordeel.bevoegdGezag[0]?.naam ?? 'de gemeente',
    onderwerp: `Vraag over ${namen}, ${plek}`,
    tekst: alineas.filter((alinea) => alinea !== '').join('\n\n'),
    ontbreekt,
    kaart: { punt: plaats.punt, ringen: invoer.onderdelen.flatMap(({ ring }) => (ring ? [ring] : [])) },
    bijlagen: [
      { naam: 'De uitkomst met de kaart, alle feiten en toetsen (PDF)', adres: pdf },
      { naam: 'Hetzelfde als gegevens (JSON)', adres: json },
    ],
  };
}

const isOpen = ({ uitkomst, plantoets }: OnderdeelOordeel['delen'][number]): boolean =>
  uitkomst === 'ONBEKEND' || (uitkomst === 'VRIJ_PLANTOETS' && plantoets?.uitslag !== 'past');

const zinnenVan = ({ naam, delen }: OnderdeelOordeel): string[] =>
  (delen.some(isOpen) ? delen.filter(isOpen) : delen).map(
    ({ vraag, uitkomst, uitleg }) =>
      `${naam}, ${metKleineLetter(vraagNaam[vraag])}: ${metKleineLetter(uitkomstWoord[uitkomst])}. ${uitleg}`,
  );

const kop = (titel: string, zinnen: readonly string[]): string =>
  zinnen.length === 0 ? '' : `${titel}:\n${[...new Set(zinnen)].map((zin) => `- ${zin}`).join('\n')}`;

function metHerkomst({ tekst, herkomst, bron, kaartwaarde }: Feit): string {
  switch (herkomst) {
    case 'kaart':
      return bron ? `${tekst} (${bron.naam}${bron.peildatum ? `, ${schrijfDatum(bron.peildatum)}` : ''})` : tekst;
    case 'betwist':
      return `${tekst} (mijn opgave; de kaart zegt: ${schrijfWaarde(kaartwaarde)})`;
    default:
      return `${tekst} (mijn antwoord)`;
  }
}
