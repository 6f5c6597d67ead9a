/**
 * Runs a file of toepasbare regels (STTR, IMTR): `npm run --silent sttr -- <file> [--antwoorden <json>] [--json]`.
 *
 * Without answers it lists the questions. With answers it prints the conclusion and the rules that decided it, or the
 * questions that can still change it. Answers are a JSON object, in a file or on the command line: by id of the
 * uitvoeringsregel, name of the input or text of the question; null for "weet ik niet".
 *
 * Exit status: 0 when the questions were listed or the outcome is settled, 1 when it is still open, its rules contradict
 * each other or an answer cannot be used, 2 when the file or the request is at fault.
 */
import { statSync } from 'node:fs';
import { evalueer, volgendeVragen, vragen } from '../server/vergunningcheck/domain/sttr/evalueer.ts';
import type { Regelbestand } from '../server/vergunningcheck/domain/sttr/model.ts';
import { leesBestand } from './import/toepasbare-regels/bestand.ts';
import { leesOpties } from './opties.ts';
import { AntwoordFout, leesAntwoorden } from './sttr/antwoorden.ts';
import { printEvaluatie, printVragen, toonVraag } from './sttr/toon.ts';

const gebruik = 'Gebruik: npm run --silent sttr -- <bestand> [--antwoorden <json>] [--json]';

/** The request or the file is at fault: nothing can be run. */
class Onbruikbaar extends Error {}

function open(pad: string): Regelbestand {
  if (!statSync(pad, { throwIfNoEntry: false })?.isFile())
    throw new Onbruikbaar(`${pad} is er niet, of is geen bestand.`);
  const gelezen = leesBestand(pad);
  if ('bestand' in gelezen) return gelezen.bestand;
  const fouten = gelezen.fouten.map(({ plaats, melding }) => `  ${plaats}: ${melding}`);
  throw new Onbruikbaar([`${pad} is niet te gebruiken:`, ...fouten].join('\n'));
}

function run(): number {
  const { values, positionals } = leesOpties(
    { allowPositionals: true, options: { antwoorden: { type: 'string' }, json: { type: 'boolean', default: false } } },
    gebruik,
  );
  const [pad, ...rest] = positionals;
  if (pad === undefined || rest.length > 0) {
    throw new Onbruikbaar(gebruik);
  }
  const bestand = open(pad);
  if (values.antwoorden === undefined) {
    const lijst = vragen(bestand);
    const eerste = volgendeVragen(bestand, {})[0] ?? null;
    const { naam, soort, functioneleStructuur, imtrVersie } = bestand;
    const inhoud = {
      naam,
      soort,
      functioneleStructuur,
      imtrVersie,
      vragen: lijst.map(toonVraag),
      eerste: eerste?.id ?? null,
    };
    console.log(values.json ? JSON.stringify(inhoud, null, 2) : printVragen(bestand, lijst));
    return 0;
  }
  const evaluatie = evalueer(bestand, leesAntwoorden(values.antwoorden, bestand));
  const inhoud = {
    naam: bestand.naam,
    ...evaluatie,
    vragenDieErNogToeDoen: evaluatie.vragenDieErNogToeDoen.map(toonVraag),
    onbekend: evaluatie.onbekend.map(toonVraag),
  };
  console.log(values.json ? JSON.stringify(inhoud, null, 2) : printEvaluatie(bestand, evaluatie));
  const tegenspraak = evaluatie.conclusies.some((conclusie) => conclusie.tegenspraak.length > 0);
  return evaluatie.stand === 'bekend' && evaluatie.fouten.length === 0 && !tegenspraak ? 0 : 1;
}

try {
  process.exitCode = run();
} catch (error) {
  if (!(error instanceof Onbruikbaar || error instanceof AntwoordFout)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
