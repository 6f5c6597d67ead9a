import {
  type DeelOordeel,
  type Indieningsvereiste,
  isVrijer,
  strengste,
  type Toets,
  type Uitkomst,
} from '../oordeel.ts';
import type { BeslissendeRegel, Voorwaarde } from './beslissend.ts';
import { type Conclusie, type Evaluatie, evalueer } from './evalueer.ts';
import type { Koppeling, KoppelingDeel } from './koppeling.ts';
import type { Antwoorden, Maatregel, Regelbestand } from './model.ts';
import { findGrens, findVrijer, type Vrijer } from './vrijer.ts';

export interface Bestandsoordeel {
  delen: DeelOordeel[];
  /** For each number that was answered the smallest change that makes the whole freer. */
  vrijer: Vrijer[];
  indieningsvereisten: Indieningsvereiste[];
  maatregelen: Maatregel[];
  voorbehouden: string[];
  evaluatie: Evaluatie;
}

/**
 * The oordeel on one werkzaamheid by its file of toepasbare regels.
 *
 * @param antwoorden of the person and of the map, by id of the question; null: not known
 * @param bevoegdGezag who decides where the file names nobody: burgemeester en wethouders of this gemeente
 */
export function beoordeelBestand(
  bestand: Regelbestand,
  koppeling: Koppeling,
  antwoorden: Antwoorden,
  bevoegdGezag: string,
): Bestandsoordeel {
  const evaluatie = evalueer(bestand, antwoorden);
  const vrijer = findVrijer(bestand, koppeling, antwoorden);
  const delen = koppeling.delen.map((deel): DeelOordeel => {
    const { regels, conclusies } = vanDeel(evaluatie, deel);
    const slot = slotVan(deel, conclusies, evaluatie);
    return {
      vraag: deel.vraag,
      naam: deel.naam,
      uitkomst: slot.uitkomst,
      artikel: regels.flatMap(({ annotaties }) => annotaties)[0] ?? deel.artikel,
      regelVersie: koppeling.versie,
      toetsen: regels.flatMap((regel) =>
        toetsenVan(regel, { bestand, koppeling, antwoorden, deel, slot: slot.uitkomst }),
      ),
      plantoets: null,
      ontbreekt: ontbrekend(evaluatie),
      uitleg: [regels.flatMap(({ toelichtingen }) => toelichtingen)[0] ?? slot.uitleg, deel.voorbehoud]
        .filter((zin) => zin !== null)
        .join(' '),
      bevoegdGezag: deel.bevoegdGezag ?? bevoegdGezag,
      volgendeStap: slot.volgendeStap,
    };
  });
  return {
    delen,
    vrijer,
    indieningsvereisten: vereistenVan(koppeling, evaluatie, delen),
    maatregelen: evaluatie.maatregelen,
    voorbehouden: evaluatie.voorbehouden,
    evaluatie,
  };
}

const ontbrekend = ({ vragenDieErNogToeDoen, onbekend }: Evaluatie): string[] =>
  [...vragenDieErNogToeDoen, ...onbekend].map(({ id }) => id);

/** The conclusies of one decision, with the rules that led to them. */
function vanDeel({ conclusies, beslissendeRegels }: Evaluatie, { beslissing }: KoppelingDeel) {
  return {
    conclusies: conclusies.filter((conclusie) => conclusie.beslissing === beslissing),
    regels: beslissendeRegels.filter(({ hoofdbeslissing }) => hoofdbeslissing === beslissing),
  };
}

type Slot = Pick<DeelOordeel, 'uitkomst' | 'uitleg' | 'volgendeStap'>;

/**
 * What the conclusies of a decision come to. Rules that contradict each other, and answers for which there is no rule,
 * are no permission: then only the gemeente can tell.
 */
function slotVan(deel: KoppelingDeel, conclusies: readonly Conclusie[], evaluatie: Evaluatie): Slot {
  if (evaluatie.stand !== 'bekend') return nogOpen(evaluatie);
  const bekende = conclusies.flatMap(({ waarde, treffer, tegenspraak }) => {
    const slot = treffer && tegenspraak.length === 0 ? deel.conclusies[String(waarde)] : undefined;
    return slot ? [slot] : [];
  });
  if (bekende.length < conclusies.length || bekende.length === 0) return geenRegel(conclusies);
  const uitkomst = strengste(bekende.map((slot) => slot.uitkomst));
  return bekende.find((slot) => slot.uitkomst === uitkomst) as Slot;
}

function nogOpen({ stand, vragenDieErNogToeDoen: [eerste] }: Evaluatie): Slot {
  return stand === 'vragen' && eerste
    ? {
        uitkomst: 'ONBEKEND',
        uitleg: 'Wij weten nog niet genoeg om te antwoorden.',
        volgendeStap: { soort: 'beantwoord', tekst: `Beantwoord de vraag: ${eerste.tekst}`, wie: 'u', doel: eerste.id },
      }
    : {
        uitkomst: 'ONBEKEND',
        uitleg: 'U weet het antwoord niet, en ook de kaart geeft het niet. Daarom weten wij niet wat hier geldt.',
        volgendeStap: {
          soort: 'vraag-gemeente',
          tekst: 'Stel de gemeente deze vraag. Uw antwoorden en de plek gaan mee.',
          wie: 'u',
        },
      };
}

function geenRegel(conclusies: readonly Conclusie[]): Slot {
  const botst = conclusies.some(({ tegenspraak }) => tegenspraak.length > 0);
  return {
    uitkomst: 'ONBEKEND',
    uitleg: botst
      ? 'De regels in dit bestand spreken elkaar tegen bij uw antwoorden.'
      : 'In dit bestand staat geen regel voor uw antwoorden.',
    volgendeStap: {
      soort: 'vraag-gemeente',
      tekst: 'Stel de gemeente deze vraag. Uw antwoorden en de plek gaan mee.',
      wie: 'u',
    },
  };
}

interface Zaak {
  bestand: Regelbestand;
  koppeling: Koppeling;
  antwoorden: Antwoorden;
  deel: KoppelingDeel;
  slot: Uitkomst;
}

/**
 * The conditions of a rule that decided, as tests. A test is not met when another answer to that question alone would
 * make this part freer.
 */
function toetsenVan({ beslissing, nummer, annotaties, voorwaarden }: BeslissendeRegel, zaak: Zaak): Toets[] {
  return voorwaarden.flatMap((voorwaarde): Toets[] => {
    const { vraag, waarde } = voorwaarde;
    if (vraag === null || waarde === undefined) return [];
    const bij = zaak.koppeling.vragen[vraag];
    const anders = vrijerAnders(vraag, zaak);
    const grens = findGrens(voorwaarde, anders !== null);
    return [
      {
        id: `${beslissing}.${nummer}.${vraag}`,
        omschrijving: omschrijf(voorwaarde, bij),
        uitslag: anders === null ? 'voldoet' : 'voldoet-niet',
        waarde: naarToetswaarde(waarde),
        grens: grens?.waarde ?? null,
        eenheid: bij?.eenheid ?? null,
        vergelijking: grens?.vergelijking ?? null,
        artikel: annotaties[0] ?? zaak.deel.artikel,
        regelVersie: zaak.koppeling.versie,
        feiten: [vraag],
        gevolg: anders,
        wijziging: null,
      },
    ];
  });
}

const naarToetswaarde = (waarde: unknown): Toets['waarde'] =>
  typeof waarde === 'number' || typeof waarde === 'boolean' ? waarde : String(waarde);

function omschrijf({ waarde, test }: Voorwaarde, bij: Koppeling['vragen'][string] | undefined): string {
  if (!bij) return test;
  if (typeof bij.zin !== 'string') return waarde === false || waarde === 'nee' ? bij.zin.nee : bij.zin.ja;
  const woord = typeof waarde === 'number' ? waarde.toLocaleString('nl-NL') : String(waarde).toLowerCase();
  return bij.zin.replace('{waarde}', woord);
}

/** What this part becomes by the best other answer to one question; null: no answer makes it freer. */
function vrijerAnders(vraag: string, { bestand, antwoorden, deel, slot }: Zaak): Uitkomst | null {
  const anders = alternatieven(bestand, vraag).flatMap((waarde) => {
    const evaluatie = evalueer(bestand, { ...antwoorden, [vraag]: waarde });
    if (evaluatie.stand !== 'bekend') return [];
    return [slotVan(deel, vanDeel(evaluatie, deel).conclusies, evaluatie).uitkomst];
  });
  const vrijer = anders.filter((uitkomst) => isVrijer(uitkomst, slot) && uitkomst !== 'ONBEKEND');
  return vrijer.length > 0 ? vrijer.reduce((beste, een) => (isVrijer(een, beste) ? een : beste)) : null;
}

function alternatieven({ vragen }: Regelbestand, id: string): (boolean | string)[] {
  const vraag = vragen.find((een) => een.id === id);
  if (vraag?.gegevensType === 'boolean') return [true, false];
  if (vraag?.gegevensType === 'list' && !vraag.meerdereAntwoorden) return vraag.opties.map(({ tekst }) => tekst);
  return [];
}

/** What must be handed in for exactly this case: nothing when nothing is to be filed. */
function vereistenVan(
  { vereisten }: Koppeling,
  { bij }: Evaluatie,
  delen: readonly DeelOordeel[],
): Indieningsvereiste[] {
  const teDoen = new Set(
    delen
      .filter(({ uitkomst }) => ['VERGUNNING', 'MELDING', 'INFORMATIEPLICHT'].includes(uitkomst))
      .map(({ vraag }) => vraag),
  );
  return bij.flatMap(({ waarde }) => {
    const vereiste = vereisten[String(waarde)];
    if (!vereiste?.voor.some((vraag) => teDoen.has(vraag))) return [];
    return [{ id: String(waarde), ...vereiste }];
  });
}
