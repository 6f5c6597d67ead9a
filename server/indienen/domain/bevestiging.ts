import { alinea, type Blok, kop, type Stuk, tabel } from '../../rapport/domain/stuk.ts';
import { type Datum, formatDatum } from '../../termijnen/datum.ts';
import type { Ontvangst } from '../contract.ts';

const plek = ({ plaats: { adres, percelen, x, y } }: Ontvangst) =>
  adres ?? (percelen[0] ? `perceel ${percelen[0]}` : `x ${Math.round(x)}, y ${Math.round(y)}`);

const dag = (datum: string) => formatDatum(datum as Datum);

/** The receipt on paper. */
export function maakBevestigingStuk(ontvangst: Ontvangst, gemaaktOp: string): Stuk {
  const { kenmerk, ding, procedure, plaats, bijlagen, ontbreekt, leges, indiener } = ontvangst;
  const feiten: [string, string][] = [
    ['Kenmerk', kenmerk],
    ['Ontvangen op', dag(ontvangst.ontvangenOp)],
    ['Plaats', plek(ontvangst)],
    ...(plaats.percelen.length > 0 ? [['Percelen', plaats.percelen.join(', ')] as [string, string]] : []),
    ...(indiener
      ? [
          ['Ingediend door', indiener.namens ? `${indiener.naam}, namens ${indiener.namens}` : indiener.naam] as [
            string,
            string,
          ],
        ]
      : []),
  ];
  const blokken: Blok[] = [
    kop(1, `Wij hebben uw ${ding} ontvangen`),
    { soort: 'feiten', naam: 'Ontvangst', rijen: feiten },
    kop(2, 'Wat gebeurt er nu?'),
    alinea(`${procedure.naam} (${procedure.artikel}). ${procedure.uitleg}`),
    ...(procedure.termijn ? [alinea(procedure.termijn)] : []),
    ...(ontbreekt.length > 0
      ? [
          {
            soort: 'melding' as const,
            ernst: true,
            titel: 'Dit hoort er nog bij',
            tekst: `${ontbreekt.map(({ tekst, artikel }) => `${tekst} (${artikel})`).join(' ')} Zonder deze stukken kan de termijn stilstaan (Awb 4:5 en 4:15).`,
          },
        ]
      : []),
    ...(leges
      ? [
          kop(2, 'Kosten'),
          alinea(
            `${leges.bedrag === null ? 'Wat het kost, weten wij nog niet.' : `${leges.vanaf ? 'Ten minste' : 'Ongeveer'} ${euro(leges.bedrag)} (${leges.tariefversie}).`} ${leges.uitleg}`,
          ),
        ]
      : []),
    kop(2, 'Wat kunt u doen?'),
    ...ontvangst.rechtsmiddelen.map(alinea),
    kop(2, 'Wat u hebt gestuurd'),
    ...ontvangst.stappen.flatMap(({ titel, regels }): Blok[] => [
      kop(3, titel),
      { soort: 'feiten', naam: titel, rijen: regels.map(({ vraag, antwoord }) => [vraag, antwoord]) },
    ]),
    ...schrijfBijlagen(bijlagen),
    ...(ontvangst.voorbehoud ? [{ ...alinea(ontvangst.voorbehoud), stil: true } as Blok] : []),
  ];
  return {
    titel: `Ontvangstbevestiging ${kenmerk}`,
    onderwerp: `Bevestiging van de ontvangst van een ${ding}`,
    auteur: plaats.gemeente,
    soortnaam: 'Ontvangstbevestiging',
    gemaaktOp,
    blokken,
    kopregel: `Ontvangstbevestiging ${kenmerk}, ${plek(ontvangst)}`,
    voet: [`${plaats.gemeente}, ontvangstbevestiging ${kenmerk}`],
  };
}

/** Which files came along, each with the code by which it can be recognised. */
export function schrijfBijlagen(bijlagen: Ontvangst['bijlagen']): Blok[] {
  const rijen = bijlagen.map(({ naam, bytes, sha256 }) => [naam, schrijfGrootte(bytes), sha256]);
  const lijst = tabel('Bijlagen', ['Bestand', 'Grootte', 'Controlecode (SHA-256)'], [0.38, 0.14, 0.48], rijen);
  return lijst.length === 0 ? [] : [kop(3, 'Bijlagen'), ...lijst];
}

/** The same as a mail: short, and without what was filled in. Mail is no safe. */
export function maakBevestigingMail(ontvangst: Ontvangst, publicUrl: string): { onderwerp: string; tekst: string } {
  const { kenmerk, ding, procedure, ontbreekt, indiener } = ontvangst;
  const alineas = [
    indiener ? `Beste ${indiener.naam},` : 'Beste lezer,',
    `Wij hebben uw ${ding} ontvangen op ${dag(ontvangst.ontvangenOp)}.`,
    `Kenmerk: ${kenmerk}\nPlaats: ${plek(ontvangst)}`,
    `${procedure.naam} (${procedure.artikel}). ${procedure.uitleg}`,
    procedure.termijn,
    ontbreekt.length > 0
      ? `Dit hoort er nog bij:\n${ontbreekt.map(({ tekst }) => `- ${tekst}`).join('\n')}\nZonder deze stukken kan de termijn stilstaan.`
      : null,
    ...ontvangst.rechtsmiddelen,
    'In de bijlage staat alles wat u hebt gestuurd.',
    indiener ? `Volg uw zaak in het loket: ${publicUrl}/mijn-zaken` : null,
    `Met vriendelijke groet,\n${ontvangst.plaats.gemeente}`,
  ];
  return {
    onderwerp: `Ontvangen: uw ${ding} (${kenmerk})`,
    tekst: alineas.filter((een) => een !== null).join('\n\n'),
  };
}

const euro = (bedrag: number) => `€ ${bedrag.toLocaleString('nl-NL', { minimumFractionDigits: 2 })}`;

/** @example schrijfGrootte(2_300_000) // '2,2 MB' */
export function schrijfGrootte(bytes: number): string {
  if (bytes < 1_024) return `${bytes} bytes`;
  const kb = bytes / 1_024;
  const [getal, eenheid] = kb < 1_000 ? [kb, 'kB'] : [kb / 1_024, 'MB'];
  return `${getal.toLocaleString('nl-NL', { maximumFractionDigits: getal < 10 ? 1 : 0 })} ${eenheid}`;
}
