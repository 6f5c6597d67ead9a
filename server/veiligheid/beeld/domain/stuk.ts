import { alinea, type Blok, kop, type Stuk, tabel } from '../../../rapport/domain/stuk.ts';
import { metHoofdletter, schrijfDatum } from '../../../rapport/domain/woorden.ts';
import { themas, velden } from '../../domain/velden.ts';
import type { Beeld, Indicator, Interventie, ThemaBeeld } from '../contract.ts';
import { prioriteitenVan } from './prioriteiten.ts';
import {
  noemStand,
  schrijfMaat,
  schrijfMeting,
  schrijfStreef,
  schrijfVerloop,
  watPZegt,
  zinVanMeting,
} from './woorden.ts';

/** When and as what it was made. */
export interface Uitgave {
  /** Null: not adopted, a picture of today. */
  vastgesteld: { id: string; vastgesteldOp: string; besluit: string; hash: string; hashKlopt: boolean } | null;
  /** An instant. */
  gemaaktOp: string;
}

/** The progress report: priorities with everything, going concern in short, interventions, and how to read it. */
export function maakVoortgangStuk(beeld: Beeld, { vastgesteld, gemaaktOp }: Uitgave): Stuk {
  const dag = schrijfDatum((vastgesteld?.vastgesteldOp ?? gemaaktOp).slice(0, 10));
  const naam = beeld.gemeente.naam;
  const prioriteiten = prioriteitenVan(beeld);
  const overig = beeld.themas.filter(({ prioriteit }) => prioriteit === null);
  return {
    titel: `Veiligheidsbeeld ${naam}, ${dag}`,
    onderwerp: 'Voortgang per veiligheidsthema: wat er speelt, wat wordt gedaan, wat extra nodig is',
    auteur: `Gemeente ${naam}`,
    soortnaam: 'Veiligheidsbeeld',
    gemaaktOp,
    kopregel: `Veiligheidsbeeld ${naam}, ${dag}`,
    voet: vastgesteld
      ? [`Vastgesteld: ${vastgesteld.besluit}, ${dag}`, `Controlecode ${vastgesteld.hash}`]
      : [`Veiligheidsbeeld in opbouw, stand van ${dag}. Niet vastgesteld, alleen voor intern gebruik.`],
    blokken: [
      kop(1, `Veiligheidsbeeld ${naam}`),
      alinea(
        vastgesteld
          ? `Vastgesteld op ${dag}: ${vastgesteld.besluit}. Cijfers en teksten zijn die van die dag.`
          : `Dit is de stand van ${dag}. Het beeld is nog niet vastgesteld.`,
      ),
      ...(vastgesteld && !vastgesteld.hashKlopt
        ? [
            {
              soort: 'melding' as const,
              ernst: true,
              titel: 'Dit stuk is veranderd',
              tekst: 'De controlecode past niet bij wat is bewaard. Gebruik dit stuk niet als bewijs.',
            },
          ]
        : []),
      kop(2, 'Prioriteiten'),
      ...(prioriteiten.length === 0 ? [alinea('Er zijn nog geen prioriteiten gekozen.')] : []),
      ...prioriteiten.flatMap((thema) => maakThema(thema, beeld)),
      kop(2, 'Going concern'),
      alinea(
        'Deze thema’s krijgen de gewone aanpak. Zij zijn niet minder belangrijk: er is nu niets extra voor nodig.',
      ),
      ...velden.flatMap(({ nummer, naam: veld }) => {
        const hier = overig.filter((thema) => thema.nummer.startsWith(`${nummer}.`));
        return hier.length === 0
          ? []
          : [kop(3, `${nummer} ${veld}`), ...hier.flatMap((thema) => maakKort(thema, beeld))];
      }),
      ...maakUitleg(),
    ],
  };
}

const noemThema = (nummer: string) => `${nummer} ${themas.get(nummer)?.naam ?? ''}`;

function maakThema(thema: ThemaBeeld, { interventies }: Beeld): Blok[] {
  return [
    kop(3, `Prioriteit ${thema.prioriteit}: ${noemThema(thema.nummer)}`),
    ...vragenVan(thema),
    ...maakCijfers(thema),
    ...maakInterventies(interventies.filter((een) => een.thema === thema.nummer)),
  ];
}

function maakKort(thema: ThemaBeeld, beeld: Beeld): Blok[] {
  const { problematiek, aanpak, extra, indicatoren } = thema;
  const interventies = beeld.interventies.filter((een) => een.thema === thema.nummer);
  if (indicatoren.length === 0 && !problematiek && !aanpak && !extra && interventies.length === 0) {
    return [alinea(`${noemThema(thema.nummer)}: ${zonderCijfers(thema)}`)];
  }
  return [
    alinea(`${noemThema(thema.nummer)}.`),
    ...vragenVan(thema, false),
    ...maakCijfers(thema),
    ...maakInterventies(interventies),
  ];
}

const vragen = [
  ['problematiek', 'Wat is er aan de hand?'],
  ['aanpak', 'Wat doen wij nu?'],
  ['extra', 'Wat is extra nodig?'],
] as const;

const vragenVan = (thema: ThemaBeeld, ookLeeg = true): Blok[] =>
  vragen.flatMap(([veld, vraag]) =>
    thema[veld] || ookLeeg ? [alinea(`${vraag} ${thema[veld] || 'Nog niet geschreven.'}`)] : [],
  );

const zonderCijfers = ({ elders }: ThemaBeeld) =>
  `van dit thema heeft het loket geen cijfers.${elders.length > 0 ? ` Vraag ze op bij: ${elders.join(', ')}.` : ''}`;

function maakCijfers(thema: ThemaBeeld): Blok[] {
  const { indicatoren, nummer } = thema;
  if (indicatoren.length === 0) return [alinea(metHoofdletter(zonderCijfers(thema)))];
  return [
    ...tabel(
      `Cijfers van ${noemThema(nummer)}`,
      ['Indicator', 'Bron', 'Nu', 'Trend', 'Streefwaarde', 'Vergeleken'],
      [0.2, 0.1, 0.14, 0.28, 0.14, 0.14],
      indicatoren.map(rijVan),
    ),
    ...indicatoren.flatMap((indicator) => maakWijken(indicator)),
  ];
}

function rijVan(indicator: Indicator): string[] {
  const { naam, soort, gemeente, eenheid, vergelijk } = indicator;
  const laatste = gemeente.reeks.at(-1);
  return [
    naam,
    soort === 'politie' ? 'politie' : 'enquête',
    laatste ? `${laatste.jaar}: ${schrijfMeting(laatste, eenheid)}` : 'onbekend',
    schrijfVerloop(gemeente),
    schrijfStreef(indicator),
    vergelijk
      ? `${noemStand(gemeente.vergeleken, 'vergelijking')} dan ${vergelijk.met} (${schrijfMaat(vergelijk.waarde, eenheid)})`
      : 'geen vergelijking bekend',
  ];
}

/** Only the wijken that stand out: all of them stand on the page. */
function maakWijken({ naam, wijken, eenheid }: Indicator): Blok[] {
  const opvallend = wijken.filter(({ vergeleken, trend, verschil }) =>
    [vergeleken, trend.stand, verschil].includes('slechter'),
  );
  return tabel(
    `${naam}: wijken waar het slechter is of slechter wordt`,
    ['Wijk', 'Nu', 'Trend', 'Naast de gemeente'],
    [0.22, 0.2, 0.38, 0.2],
    opvallend.map((wijk) => {
      const laatste = wijk.reeks.at(-1);
      return [
        wijk.naam,
        laatste ? `${laatste.jaar}: ${schrijfMeting(laatste, eenheid)}` : 'onbekend',
        schrijfVerloop(wijk),
        noemStand(wijk.vergeleken, 'vergelijking'),
      ];
    }),
  );
}

const maakInterventies = (interventies: readonly Interventie[]): Blok[] =>
  interventies.flatMap((interventie) => [
    alinea(`Interventie: ${interventie.naam}. ${interventie.omschrijving}`),
    ...zinVanMeting(interventie).map(alinea),
  ]);

const maakUitleg = (): Blok[] => [
  kop(2, 'Hoe u dit leest'),
  alinea(
    'Aantallen zijn afgerond op vijf. Van een tot en met vier staat er "< 5". Afgeschermd is een aantal waaruit een kleiner aantal af te leiden zou zijn.',
  ),
  alinea(
    'De trend is berekend met de toets van Mann-Kendall, over kwartalen waar die er zijn en anders over jaren. ' +
      `${watPZegt} ` +
      'Bij minder dan 10 perioden staat er: te weinig om iets te zeggen. Gevoelige klassen tellen per kwartaal niet mee.',
  ),
  alinea(
    'Duidelijk beter of slechter dan een eerder jaar staat er alleen als het verschil groter is dan past bij toeval (95%). Geen duidelijk verschil betekent niet dat er niets veranderde.',
  ),
  alinea(
    'Cijfers van de politie zeggen ook hoe vaak mensen iets melden. Antwoorden in een enquête zeggen wat mensen ervaren. Daarom staan zij naast elkaar.',
  ),
];
