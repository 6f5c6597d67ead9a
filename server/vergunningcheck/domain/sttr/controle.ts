import { readLiteral } from '../dmn/unary.ts';
import type { Uitkomst } from '../oordeel.ts';
import type { Koppeling, KoppelingDeel } from './koppeling.ts';
import type { Regelbestand } from './model.ts';

/**
 * What is wrong between a file and its koppeling: a conclusie that nothing is said about would be a dead end.
 *
 * @returns a line per fault; empty when they fit
 */
export function controleerKoppeling(bestand: Regelbestand, koppeling: Koppeling): string[] {
  const fouten: string[] = [];
  const vragen = new Set(bestand.vragen.map(({ id }) => id));
  for (const id of Object.keys(koppeling.vragen)) {
    if (!vragen.has(id)) fouten.push(`koppeling: de vraag "${id}" staat niet in het bestand.`);
  }
  for (const { name } of bestand.hoofdbeslissingen) {
    if (!koppeling.delen.some(({ beslissing }) => beslissing === name)) {
      fouten.push(`koppeling: over de beslissing "${name}" staat niets.`);
    }
  }
  for (const deel of koppeling.delen) {
    const uitkomsten = uitkomstenVan(bestand, deel.beslissing);
    if (uitkomsten === null) {
      fouten.push(`koppeling: de beslissing "${deel.beslissing}" staat niet in het bestand, of is geen conclusie.`);
      continue;
    }
    for (const uitkomst of uitkomsten) {
      if (!deel.conclusies[uitkomst]) {
        fouten.push(`koppeling: bij "${deel.beslissing}" staat niet wat "${uitkomst}" betekent.`);
      }
    }
  }
  if (koppeling.geldigTot !== null && koppeling.geldigTot <= koppeling.geldigVanaf) {
    fouten.push('koppeling: de laatste dag ligt niet na de eerste.');
  }
  return fouten;
}

/** The values that the rules of a decision can give; null: there is no such decision among those the file is about. */
function uitkomstenVan({ hoofdbeslissingen }: Regelbestand, naam: string): string[] | null {
  const beslissing = hoofdbeslissingen.find(({ name }) => name === naam);
  if (!beslissing) return null;
  const { expression } = beslissing;
  if (expression.kind !== 'table' || expression.outputs.length !== 1) return [];
  const teksten = [
    ...expression.rules.flatMap(({ outputs }) => outputs),
    ...expression.outputs.flatMap((output) => output.default ?? []),
  ];
  return [...new Set(teksten.map(readLiteral).filter((waarde) => waarde !== undefined && waarde !== null))].map(String);
}

/** What the conclusies mean that IMTR knows, for a file that came without a koppeling. */
const gewoon: Record<
  string,
  { uitkomst: Uitkomst; uitleg: string; stap: KoppelingDeel['conclusies'][string]['volgendeStap'] }
> = {
  Vergunningplicht: {
    uitkomst: 'VERGUNNING',
    uitleg: 'U hebt hiervoor een vergunning nodig.',
    stap: { soort: 'indienen', tekst: 'Vraag de vergunning aan.', wie: 'u' },
  },
  Meldingsplicht: {
    uitkomst: 'MELDING',
    uitleg: 'U moet dit melden voordat u begint.',
    stap: { soort: 'melden', tekst: 'Doe een melding.', wie: 'u' },
  },
  Informatieplicht: {
    uitkomst: 'INFORMATIEPLICHT',
    uitleg: 'U moet hier vooraf informatie over geven.',
    stap: { soort: 'informeren', tekst: 'Geef de informatie door.', wie: 'u' },
  },
  Toestemmingsvrij: {
    uitkomst: 'VRIJ',
    uitleg: 'U hebt hiervoor geen toestemming nodig.',
    stap: { soort: 'niets', tekst: 'U hoeft niets aan te vragen. Houd u wel aan de regels.', wie: 'u' },
  },
  NietVanToepassing: {
    uitkomst: 'VRIJ',
    uitleg: 'Deze regels gaan niet over wat u gaat doen.',
    stap: { soort: 'niets', tekst: 'U hoeft voor deze regels niets te doen.', wie: 'u' },
  },
  Verbod: {
    uitkomst: 'VERBOD',
    uitleg: 'Dit mag niet.',
    stap: { soort: 'pas-aan', tekst: 'Pas uw plan aan, of vraag de gemeente wat er wel kan.', wie: 'u' },
  },
};

const onbekend = {
  uitkomst: 'ONBEKEND' as const,
  uitleg: 'De regels geven hier geen antwoord.',
  volgendeStap: {
    soort: 'vraag-gemeente' as const,
    tekst: 'Stel de gemeente deze vraag. Uw antwoorden en de plek gaan mee.',
    wie: 'u',
  },
};

/** A koppeling made from the file alone. What it does not know by name is `ONBEKEND`, with the gemeente to ask. */
export function standaardKoppeling(
  bestand: Regelbestand,
  id: string,
  { versie, geldigVanaf }: { versie: string; geldigVanaf: string },
): Koppeling {
  return {
    werkzaamheid: {
      id,
      naam: bestand.naam.replace(/^Conclusie\s*/i, '').trim() || bestand.naam,
      uitleg: `Regels uit het bestand "${bestand.naam}".`,
      groep: 'Overig',
      soort: 'gebruik',
      zoekwoorden: [],
    },
    versie,
    geldigVanaf,
    geldigTot: null,
    vragen: {},
    delen: bestand.hoofdbeslissingen.map(({ name }) => ({
      beslissing: name,
      vraag: 'O',
      naam: name,
      artikel: bestand.functioneleStructuur ?? bestand.naam,
      bevoegdGezag: null,
      conclusies: Object.fromEntries(
        (uitkomstenVan(bestand, name) ?? []).map((waarde) => {
          const bekend = Object.hasOwn(gewoon, waarde) ? gewoon[waarde] : undefined;
          return [
            waarde,
            bekend ? { uitkomst: bekend.uitkomst, uitleg: bekend.uitleg, volgendeStap: bekend.stap } : onbekend,
          ];
        }),
      ),
      voorbehoud: 'Wij hebben niet gecontroleerd op welk artikel deze regels steunen.',
      wekenVooraf: null,
    })),
    vereisten: {},
  };
}
