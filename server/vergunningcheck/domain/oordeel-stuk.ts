import type { Kaartbeeld } from '../../rapport/contract.ts';
import { alinea, type Blok, kop, leeg, type Stuk, schrijfSchaal, tabel } from '../../rapport/domain/stuk.ts';
import { schrijfDatum, schrijfGetal, schrijfTijdstip } from '../../rapport/domain/woorden.ts';
import type { BewaardOordeel } from '../contract.ts';
import { bestaandBouwwerk } from './beoordeel.ts';
import type { DeelOordeel, Feit, OnderdeelOordeel, Oordeel, Toets } from './oordeel.ts';
import { toonMeting, toonToets } from './toon.ts';
import {
  metHoofdletter,
  schrijfMaat,
  schrijfWaarde,
  somOp,
  uitkomstWoord,
  uitslagWoord,
  vraagNaam,
} from './woorden.ts';

type Tekening = NonNullable<(Blok & { soort: 'kaart' })['tekening']>;

/**
 * A kept oordeel as a document: every fact, toets and step of it, once, in the order of the page.
 *
 * @param kaartbeeld what lay there when it was made; null: the map gave no answer then
 */
export function maakOordeelStuk(bewaard: BewaardOordeel, kaartbeeld: Kaartbeeld | null): Stuk {
  const { oordeel, id, hash, gemaaktOp } = bewaard;
  const kenmerk = `${noemPlek(oordeel)}, ${schrijfDatum(oordeel.gemaaktOp)}`;
  return {
    soortnaam: 'Vergunningcheck',
    titel: `Vergunningcheck voor ${kenmerk}`,
    onderwerp: somOp(oordeel.onderdelen.map(({ naam }) => naam)),
    auteur: oordeel.bevoegdGezag[0]?.naam ?? 'Omgevingsloket op de kaart',
    gemaaktOp,
    kopregel: kenmerk,
    voet: [`Vergunningcheck ${id}, gemaakt op ${schrijfDatum(gemaaktOp.slice(0, 10))}`, `Controlecode ${hash}`],
    blokken: [
      ...maakBegin(bewaard),
      ...maakKaart(bewaard, kaartbeeld),
      ...maakOverzicht(bewaard),
      ...oordeel.onderdelen.flatMap((onderdeel) => maakOnderdeel(onderdeel, oordeel)),
      ...maakVervolg(oordeel),
      ...maakGronden(oordeel),
      ...maakSlot(bewaard),
    ],
  };
}

const feitenblok = (naam: string, rijen: [string, string][]): Blok => ({ soort: 'feiten', naam, rijen });

const noemPlek = ({ plaats: { adres, kadastraleAanduiding, punt } }: Oordeel): string =>
  adres ??
  (kadastraleAanduiding
    ? `perceel ${kadastraleAanduiding}`
    : `de plek x ${schrijfGetal(punt.x)}, y ${schrijfGetal(punt.y)}`);

const noemer = (feiten: readonly Feit[]) => (sleutel: string) =>
  feiten.find((feit) => feit.sleutel === sleutel)?.naam ?? sleutel;

function maakBegin({ oordeel, hashKlopt }: BewaardOordeel): Blok[] {
  const { onderdelen, meldingen, voorbehoud } = oordeel;
  return [
    kop(1, metHoofdletter(noemPlek(oordeel))),
    alinea(`Dit is de uitkomst van de vergunningcheck van ${schrijfDatum(oordeel.gemaaktOp)}. ${voorbehoud}`),
    ...(hashKlopt
      ? []
      : [
          {
            soort: 'melding' as const,
            ernst: true,
            titel: 'Deze uitkomst is veranderd',
            tekst: 'De controlecode past niet bij wat is bewaard. Gebruik dit stuk niet als bewijs.',
          },
        ]),
    {
      soort: 'melding',
      ernst: false,
      titel: uitkomstWoord[oordeel.uitkomst],
      tekst:
        onderdelen.length === 1
          ? `Voor: ${onderdelen[0]?.naam}.`
          : 'Dit is de strengste uitkomst. Hieronder staat wat voor elk onderdeel geldt.',
    },
    ...meldingen.map(({ tekst, volgendeStap }) => ({
      soort: 'melding' as const,
      ernst: true,
      titel: tekst,
      tekst: volgendeStap.tekst,
    })),
  ];
}

function maakOverzicht({ oordeel, bewaardTot, gemaaktOp, id, hash }: BewaardOordeel): Blok[] {
  const { plaats, onderdelen } = oordeel;
  return [
    ...tabel(
      'In het kort',
      ['Wat u doet', 'Vraag', 'Uitkomst', 'Volgende stap'],
      [0.22, 0.22, 0.24, 0.32],
      onderdelen.flatMap(({ naam, delen }) =>
        delen.map((deel) => [naam, deel.naam, uitkomstWoord[deel.uitkomst], deel.volgendeStap.tekst]),
      ),
    ),
    feitenblok('Over deze uitkomst', [
      ['Adres', plaats.adres ?? 'niet bekend'],
      ['Perceel', plaats.kadastraleAanduiding ?? 'niet bekend'],
      ['Punt', `x ${schrijfGetal(plaats.punt.x)}, y ${schrijfGetal(plaats.punt.y)} (RD, in meters)`],
      ['Gemeente', plaats.gemeenteCode ?? 'niet bekend'],
      ['Geldt voor', schrijfDatum(oordeel.gemaaktOp)],
      ['Gemaakt op', schrijfTijdstip(gemaaktOp)],
      ['Bewaard tot en met', schrijfDatum(bewaardTot)],
      ['Nummer', id],
      ['Controlecode', hash],
    ]),
  ];
}

/** What was drawn, each with a number that the picture shows too. */
const getekendIn = ({ invoer, oordeel }: BewaardOordeel): Tekening =>
  invoer.onderdelen
    .flatMap(({ sleutel, werkzaamheid, ring }) =>
      ring
        ? [
            {
              ring,
              naam:
                werkzaamheid === bestaandBouwwerk
                  ? 'Staat er al'
                  : (oordeel.onderdelen.find(({ onderdeel }) => onderdeel === sleutel)?.naam ?? werkzaamheid),
            },
          ]
        : [],
    )
    .map(({ ring, naam }, i) => ({ ring, naam: `${i + 1}. ${naam}` }));

function maakKaart(bewaard: BewaardOordeel, beeld: Kaartbeeld | null): Blok[] {
  const getekend = getekendIn(bewaard);
  const namen = somOp(getekend.map(({ naam }) => naam));
  const plek = noemPlek(bewaard.oordeel);
  return [
    ...(beeld
      ? [
          {
            soort: 'kaart' as const,
            kaartbeeld: beeld,
            punt: bewaard.oordeel.plaats.punt,
            tekening: getekend.map(({ ring, naam }) => ({ ring, naam: naam.replace(/\..*/, '') })),
            beschrijving: `Kaart, schaal 1:${schrijfGetal(beeld.schaal)}, noord is boven. In het midden ${plek}${beeld.perceel ? ', met een dikke rand om het perceel' : ', met een punt'}. ${namen ? `Gearceerd is getekend: ${namen}. De hoeken staan in een tabel.` : 'Er is niets getekend.'}`,
            bijschrift: schrijfSchaal(beeld),
          },
        ]
      : [
          {
            soort: 'melding' as const,
            ernst: true,
            titel: 'Kaart: weten we niet',
            tekst:
              'De kaart gaf geen antwoord toen deze uitkomst werd bewaard. De hoeken van wat u tekende staan hieronder.',
          },
        ]),
    ...tabel(
      'Wat u tekende',
      ['Wat', 'Hoeken (x, y in RD, in meters)'],
      [0.28, 0.72],
      getekend.map(({ naam, ring }) => [
        naam,
        ring.map(([x, y]) => `${schrijfGetal(x)}, ${schrijfGetal(y)}`).join('; '),
      ]),
    ),
  ];
}

const toetsrijen = (toetsen: readonly Toets[]): string[][] =>
  toetsen.map((toets) => {
    const { waarde, grens } = toonToets(toets);
    return [toets.omschrijving, uitslagWoord[toets.uitslag], waarde ?? '', grens ?? '', toets.artikel];
  });

const toetstabel = (naam: string, toetsen: readonly Toets[]): Blok[] =>
  tabel(
    naam,
    ['Voorwaarde', 'Uitslag', 'Uw plan', 'Grens', 'Artikel'],
    [0.36, 0.13, 0.14, 0.16, 0.21],
    toetsrijen(toetsen),
  );

function maakOnderdeel(
  { naam, uitkomst, meting, kleinsteWijzigingen, delen }: OnderdeelOordeel,
  { feiten }: Oordeel,
): Blok[] {
  const noem = noemer(feiten);
  return [
    kop(2, naam),
    alinea(`${uitkomstWoord[uitkomst]}.`),
    ...(meting ? [feitenblok('Oppervlakten', toonMeting(meting))] : []),
    ...(meting?.nietTeBerekenen ? [alinea(meting.nietTeBerekenen)] : []),
    ...tabel(
      'De kleinste verandering die helpt',
      ['Wat u verandert', 'Van', 'Naar', 'Dan geldt', 'Als dit ook goed blijkt'],
      [0.3, 0.1, 0.1, 0.28, 0.22],
      kleinsteWijzigingen.map((voorstel) => {
        const elk = (toon: (een: (typeof voorstel.wijzigingen)[number]) => string) =>
          voorstel.wijzigingen.map(toon).join(' ');
        return [
          elk(({ tekst }) => tekst),
          elk(({ van, eenheid }) => schrijfMaat(van, eenheid)),
          elk(({ naar, eenheid }) => schrijfMaat(naar, eenheid)),
          `${vraagNaam[voorstel.vraag]}: ${uitkomstWoord[voorstel.naar].toLowerCase()}`,
          voorstel.mits.map(noem).join(', '),
        ];
      }),
    ),
    ...delen.flatMap((deel) => maakDeel(deel, noem)),
  ];
}

function maakDeel(deel: DeelOordeel, noem: (sleutel: string) => string): Blok[] {
  const { naam, uitkomst, artikel, regelVersie, uitleg, ontbreekt, bevoegdGezag, volgendeStap, plantoets } = deel;
  return [
    kop(3, naam),
    alinea(uitleg),
    feitenblok(naam, [
      ['Uitkomst', uitkomstWoord[uitkomst]],
      ['Volgende stap', `${volgendeStap.tekst} Door: ${volgendeStap.wie}.`],
      ...(ontbreekt.length > 0 ? [['Wij missen', somOp(ontbreekt.map(noem))] as [string, string]] : []),
      ['Artikel', artikel],
      ['Regels', regelVersie],
      ['Hierover beslist', bevoegdGezag],
    ]),
    ...toetstabel(`Toetsen: ${naam}`, deel.toetsen),
    ...(plantoets
      ? [
          alinea(`Past het in de regels van uw wijk? ${plantoets.uitleg}`),
          ...toetstabel('Toetsen aan de regels van uw wijk', plantoets.toetsen),
        ]
      : []),
  ];
}

const euro = (bedrag: number) => schrijfMaat(bedrag, 'euro');

function maakVervolg({ acties, procedure, indieningsvereisten, leges, bevoegdGezag }: Oordeel): Blok[] {
  return [
    kop(2, 'Wat u nu doet'),
    ...leeg(acties, 'U hoeft niets te doen.'),
    ...tabel(
      'Wat u nu doet',
      ['Nr.', 'Wat', 'Door', 'Uiterlijk', 'Artikel'],
      [0.06, 0.48, 0.14, 0.16, 0.16],
      acties.map(({ tekst, wie, uiterlijk, artikel }, i) => [
        String(i + 1),
        tekst,
        wie,
        uiterlijk ? schrijfDatum(uiterlijk) : '',
        artikel ?? '',
      ]),
    ),
    ...(procedure
      ? [
          kop(2, 'Hoe lang het duurt'),
          feitenblok('Hoe lang het duurt', [
            ['Procedure', procedure.naam],
            ['Termijn', procedure.termijn],
            ['Als u dit indient op', schrijfDatum(procedure.vanaf)],
            [procedure.soort === 'melding' ? 'Beginnen kan vanaf' : 'Uiterlijk', schrijfDatum(procedure.laatsteDag)],
            ['Artikel', procedure.artikel],
            ['Uitleg', procedure.uitleg],
          ]),
        ]
      : []),
    ...(indieningsvereisten.length > 0
      ? [
          kop(2, 'Wat u inlevert'),
          ...tabel(
            'Wat u inlevert',
            ['Wat', 'Waarom bij u', 'Waarvoor', 'Artikel'],
            [0.42, 0.18, 0.22, 0.18],
            indieningsvereisten.map(({ tekst, omdat, voor, artikel }) => [
              tekst,
              omdat ? `Omdat ${omdat}` : 'Altijd',
              voor.map((vraag) => vraagNaam[vraag]).join(', '),
              artikel,
            ]),
          ),
        ]
      : []),
    ...(leges
      ? [
          kop(2, 'Wat het kost'),
          feitenblok('Wat het kost', [
            [
              leges.vanaf ? 'Leges, ten minste' : 'Leges, naar schatting',
              leges.bedrag === null ? 'Nog niet te schatten' : euro(leges.bedrag),
            ],
            ...leges.regels.map(({ omschrijving, bedrag }): [string, string] => [
              omschrijving,
              bedrag === null ? 'nog niet te schatten' : euro(bedrag),
            ]),
            ['Tarieven', leges.tariefversie],
            ['Uitleg', leges.uitleg],
          ]),
        ]
      : []),
    kop(2, 'Wie beslist'),
    feitenblok(
      'Wie beslist',
      bevoegdGezag.map(({ naam, voor }) => [metHoofdletter(naam), voor.map((vraag) => vraagNaam[vraag]).join(', ')]),
    ),
  ];
}

const waarVandaan: Record<Feit['herkomst'], string> = {
  kaart: 'Kaart of register',
  betwist: 'Uw opgave; de kaart zegt iets anders',
  antwoord: 'Uw antwoord',
  tekening: 'Uw tekening',
};

function maakGronden({ feiten, regelVersies }: Oordeel): Blok[] {
  const gekend = feiten.filter(({ stand }) => stand === 'bekend');
  const open = feiten.filter(({ stand }) => stand === 'onbekend');
  const rij = ({ tekst, herkomst, bron, kaartwaarde }: Feit) => [
    tekst,
    kaartwaarde === undefined ? waarVandaan[herkomst] : `${waarVandaan[herkomst]}: ${schrijfWaarde(kaartwaarde)}`,
    bron?.naam ?? '',
    bron?.peildatum ? schrijfDatum(bron.peildatum) : '',
  ];
  const koppen = ['Feit', 'Van', 'Bron', 'Stand van'];
  const breedtes = [0.42, 0.2, 0.22, 0.16];
  return [
    kop(2, 'Waarop de uitkomst steunt'),
    kop(3, 'Wat bekend is'),
    ...leeg(gekend, 'Er waren geen feiten nodig.'),
    ...tabel('Wat bekend is', koppen, breedtes, gekend.map(rij)),
    kop(3, 'Wat wij niet weten'),
    ...leeg(open, 'Alles wat nodig is, is bekend.'),
    ...tabel('Wat wij niet weten', koppen, breedtes, open.map(rij)),
    kop(3, 'Versies van de regels'),
    ...tabel('Versies van de regels', ['Regels', 'Versie'], [0.4, 0.6], Object.entries(regelVersies)),
  ];
}

function maakSlot({ json }: BewaardOordeel): Blok[] {
  return [
    kop(2, 'Hoe u deze uitkomst controleert'),
    alinea(
      `Deze uitkomst is bewaard zoals zij is gegeven. Dezelfde gegevens staan als JSON op het adres ${json} van dit loket. De controlecode is de SHA-256 van het deel "oordeel" daarvan, met een leeg "id", geschreven volgens RFC 8785. De kaart hoort niet bij de controlecode.`,
    ),
  ];
}
