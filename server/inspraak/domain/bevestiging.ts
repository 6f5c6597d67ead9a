import { schrijfBijlagen } from '../../indienen/domain/bevestiging.ts';
import { alinea, kop, type Stuk } from '../../rapport/domain/stuk.ts';
import { type Datum, formatDatum } from '../../termijnen/datum.ts';
import type { Zienswijze } from '../contract.ts';
import { naamVanSoort, vervolgVan } from './ontvangst.ts';

/** The receipt on paper, with all that was sent. */
export function maakOntvangstStuk(zienswijze: Zienswijze): Stuk {
  const { kenmerk, soort, titel, gemeente, naam, namens, adres, email, belang, tekst, uiterlijk, bijlagen } =
    zienswijze;
  const wat = naamVanSoort[soort];
  const rijen: [string, string | null][] = [
    ['Kenmerk', kenmerk],
    ['Ontvangen op', formatDatum(zienswijze.ontvangenOp as Datum)],
    ['Gaat over', titel],
    ['Bekendmaking', zienswijze.besluit],
    ['Zaak', zienswijze.zaak],
    ['Kon tot en met', uiterlijk && formatDatum(uiterlijk as Datum)],
    ['Gestuurd door', namens ? `${naam}, namens ${namens}` : naam],
    ['Adres', adres],
    ['E-mailadres', email],
  ];
  return {
    titel: `Ontvangstbevestiging ${kenmerk}`,
    onderwerp: `Bevestiging van de ontvangst van een ${wat}`,
    auteur: gemeente,
    soortnaam: 'Ontvangstbevestiging',
    gemaaktOp: `${zienswijze.ontvangenOp}T12:00:00Z`,
    kopregel: `Ontvangstbevestiging ${kenmerk}, ${titel}`,
    voet: [`${gemeente}, ontvangstbevestiging ${kenmerk}`],
    blokken: [
      kop(1, `Wij hebben uw ${wat} ontvangen`),
      {
        soort: 'feiten',
        naam: 'Ontvangst',
        rijen: rijen.filter((rij): rij is [string, string] => rij[1] !== null),
      },
      kop(2, 'Wat gebeurt er nu?'),
      ...vervolgVan(zienswijze).map(alinea),
      kop(2, 'Wat u hebt gestuurd'),
      ...alineas(tekst),
      ...(belang ? [kop(3, 'Waarom het u raakt'), ...alineas(belang)] : []),
      ...schrijfBijlagen(bijlagen),
    ],
  };
}

const alineas = (tekst: string) =>
  tekst
    .split(/\n+/)
    .filter((regel) => regel.trim() !== '')
    .map(alinea);

/** The receipt as a mail: without what was written. Mail is no safe; the paper goes along, as with an aanvraag. */
export function maakOntvangstMail(
  { kenmerk, soort, titel, naam, ontvangenOp, uiterlijk }: Omit<Zienswijze, 'id'>,
  publicUrl: string,
): { onderwerp: string; tekst: string } {
  const wat = naamVanSoort[soort];
  return {
    onderwerp: `Ontvangen: uw ${wat} (${kenmerk})`,
    tekst: [
      `Beste ${naam},`,
      `Wij hebben uw ${wat} ontvangen op ${formatDatum(ontvangenOp as Datum)}.`,
      `Kenmerk: ${kenmerk}\nGaat over: ${titel}${uiterlijk ? `\nKon tot en met: ${formatDatum(uiterlijk as Datum)}` : ''}`,
      ...vervolgVan({ soort }),
      'In de bijlage staat alles wat u hebt gestuurd.',
      `Lees terug wat u stuurde: ${publicUrl}/mijn-zaken`,
    ].join('\n\n'),
  };
}
