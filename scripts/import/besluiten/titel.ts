import type * as z from 'zod/mini';
import type { besluitOnderwerp, besluitSoort } from '../../../server/besluiten/contract.ts';

type Soort = z.infer<typeof besluitSoort>;
type Onderwerp = z.infer<typeof besluitOnderwerp>;

export interface TitelGegevens {
  soort: Soort;
  onderwerp: Onderwerp;
  procedure: 'regulier' | 'uitgebreid' | null;
  zaaknummer: string | null;
}

/**
 * The soort of a publication by the words of its title; the first that fits counts. How a title begins goes before
 * what stands further on: "Verleend, ... het wijzigen van een verleende vergunning" is verleend.
 */
const soorten: readonly (readonly [Soort, RegExp])[] = [
  ['verkeersbesluit', /^(tijdelijk )?verkeersbesluit/],
  [
    'plan-ontwerp',
    /^(kennisgeving |publicatie |terinzagelegging )?ontwerp[ -]?(wijziging(sbesluit)? )?(van het )?(tam-?)?(omgevings|bestemmings)plan/,
  ],
  [
    'plan-vastgesteld',
    /^(kennisgeving |publicatie )?(vaststelling |vastgestelde? )(van )?(de )?(wijziging )?(van )?(het )?(tam-?)?(omgevings|bestemmings)plan/,
  ],
  ['plan-voornemen', /^(kennisgeving )?(van het )?(voornemen|voorbereiding)\b.*(omgevings|bestemmings)plan/],
  [
    'verlengd',
    /^(verlengd|verlenging|verlengen|besluit verlenging|beslistermijn verlengd)\b|verleng(d|en|ing)( van)?( de)? (beslis|behandel|besluit)termijn|(beslis|behandel|besluit)termijn verlengd/,
  ],
  ['buiten-behandeling', /buiten behandeling/],
  [
    'ingetrokken',
    /^(ingetrokken aanvra(ag|gen)|intrekking (van de )?aanvraag|aanvraag ingetrokken)|aanvraag (is )?(omgevingsvergunning )?ingetrokken/,
  ],
  [
    'intrekking',
    /^(intrekking|ingetrokken|intrekken)( van)?( de| een)? (\p{L}+ )?(omgevings)?vergunning|vergunning ingetrokken/u,
  ],
  ['ontwerp', /^ontwerp|ontwerpbesluit|ontwerpbeschikking|ontwerp-?omgevingsvergunning/],
  [
    'definitief',
    /^definitie(f|ve)\b|^(verleend|verleende|geweigerd|geweigerde)\b.*uitgebreide (voorbereidings)?procedure/,
  ],
  ['geweigerd', /^(geweigerd|geweigerde|weigering)\b|omgevingsvergunning geweigerd/],
  ['vergunningvrij', /^vergunning(s)?vrij|is vergunning(s)?vrij/],
  [
    'melding',
    /^(geaccepteerd, )?(ingekomen |ingediende |ontvangen |geaccepteerde )?(sloop|bouw|milieu|gebruiks)?melding(en)?\b|^kennisgeving (van een )?melding/,
  ],
  ['aanvraag', /^(ingekomen |ingediende |ontvangen |nieuwe |publicatie )?(aanvra(ag|gen)|aangevraagde?)\b/],
  ['alcohol', /alcoholwet|alcoholvergunning|drank- en horeca/],
  [
    'apv-vergunning',
    /^(publicatie )?(verleend|verleende|verlening)\b.*(evenementen|standplaats|terras|exploitatie|apv-?)vergunning|^(evenementen|standplaats|terras|apv-?)vergunning(en)? verleend/,
  ],
  ['verleend', /^(publicatie )?(verleend|verleende|verlening)\b|(omgevings|water|natuur)?vergunning(en)? verleend/],
  ['wijziging', /^(wijziging|gewijzigde?|wijzigen)\b.*vergunning/],
  ['handhaving', /last onder (dwangsom|bestuursdwang)|^handhaving/],
  ['verkeersbesluit', /verkeersbesluit/],
];

/** What a publication is about, by the words of its title and its rubriek; what says most comes first. */
const onderwerpen: readonly (readonly [Onderwerp, RegExp])[] = [
  ['evenement', /evenement/],
  ['horeca', /\bhoreca|alcohol|terras(vergunning)?\b|drank- en/],
  ['verkeer', /verkeersbesluit|verkeersmaatregel|parkeerplaats|parkeerverbod|eenrichtings|laadpaal/],
  ['plan', /^(ontwerp|vaststelling|vastgestelde?|kennisgeving|voornemen).*(omgevings|bestemmings)plan/],
  ['monument', /monument/],
  ['kap', /\bkap(pen|vergunning)?\b|\b(vellen|rooien) van|houtopstand/],
  ['inrit', /\b(in-?\/?uitrit|inrit|uitrit|uitweg|oprit)(ten)?\b/],
  ['sloop', /asbest|\bslo(pen|op)\b|sloopmelding/],
  ['natuur', /natuurbescherming|natuuractiviteit|natuurontwikkeling|natura 2000|flora- en fauna|soortenbescherming/],
  ['water', /watervergunning|wateractiviteit|grondwateronttrekking|watergang|waterkering|\bduiker\b/],
  ['milieu', /milieu|bodemenergie|stookinstallatie|lozing|\blozen\b|\bopslag van|bodemsanering|\bmest/],
  [
    'gebruik',
    /gebruiksregels|strijdig gebruik|\bomzetten\b|kamerverhuur|huisvesting|(wijzigen|veranderen) van (het |de )?(gebruik|functie|bestemming)|afwijken van het (omgevings|bestemmings)plan/,
  ],
  [
    'bouwen',
    /\b(ver)?bouw(en)?\b|nieuwbouw|uitbreiden|dakkapel|dakopbouw|aanbouw|uitbouw|bijgebouw|berging|garage|\bschuur|carport|overkapping|gevel|kozijn|zonnepanelen|dakhelling|bouwmelding|erfafscheiding|\bschutting/,
  ],
];

const procedures = [
  ['uitgebreid', /uitgebreide (voorbereidings)?procedure/],
  ['regulier', /reguliere (voorbereidings)?procedure/],
] as const;

/**
 * Reads what kind of publication a title announces. What does not fit a pattern is `overig`: nothing is guessed.
 *
 * @param rubriek the type that the publisher gave it, such as evenementenvergunning
 * @example readTitel('Verleend, reguliere procedure, Kerkweg 1, het kappen van 2 berken', 'omgevingsvergunning').soort // verleend
 */
export function readTitel(titel: string, rubriek: string): TitelGegevens {
  const klein = titel.toLowerCase().replace(/\s+/g, ' ').trim();
  const zaaknummer = titel.match(/\b(?:zaaknummer|zaaknr\.?|zaak nr\.?):?\s+((?=[\w./-]*\d)[\w][\w./-]{2,40}\w)/i)?.[1];
  return {
    soort: first(soorten, klein) ?? 'overig',
    onderwerp: first(onderwerpen, klein) ?? first(onderwerpen, rubriek.toLowerCase()) ?? 'overig',
    procedure: first(procedures, klein),
    zaaknummer: zaaknummer ?? null,
  };
}

function first<T>(patronen: readonly (readonly [T, RegExp])[], tekst: string): T | null {
  return patronen.find(([, patroon]) => patroon.test(tekst))?.[0] ?? null;
}
