import { readFileSync } from 'node:fs';
import type { Antwoord, Antwoorden, Regelbestand, Vraag } from '../../server/vergunningcheck/domain/sttr/model.ts';
import { leesReden } from '../opties.ts';

/** The answers cannot be read; the message says why. */
export class AntwoordFout extends Error {}

/**
 * Reads answers from a JSON file, or from JSON itself.
 *
 * @returns by id of the question, with "ja" and "nee" as true and false
 * @throws AntwoordFout when it is no JSON object, names a question that the file does not have, or answers one twice
 */
export function leesAntwoorden(bron: string, bestand: Regelbestand): Antwoorden {
  const gegeven = leesJson(bron);
  const antwoorden: Record<string, Antwoord> = {};
  for (const [naam, waarde] of Object.entries(gegeven)) {
    const vraag = vindVraag(naam, bestand);
    if (!vraag) throw new AntwoordFout(`De vraag "${naam}" staat niet in het bestand.`);
    const antwoord = leesAntwoord(naam, waarde, vraag);
    const eerder = antwoorden[vraag.id];
    if (eerder !== undefined && JSON.stringify(eerder) !== JSON.stringify(antwoord)) {
      throw new AntwoordFout(
        `De antwoorden spreken elkaar tegen: "${vraag.tekst}" is beantwoord met ${JSON.stringify(eerder)} en met ${JSON.stringify(antwoord)}. Geef er een.`,
      );
    }
    antwoorden[vraag.id] = antwoord;
  }
  return antwoorden;
}

function leesJson(bron: string): Record<string, unknown> {
  let tekst = bron;
  try {
    if (!/^\s*[{[]/.test(bron)) tekst = readFileSync(bron, 'utf8');
    const gelezen: unknown = JSON.parse(tekst);
    if (typeof gelezen === 'object' && gelezen !== null && !Array.isArray(gelezen)) {
      return gelezen as Record<string, unknown>;
    }
  } catch (error) {
    throw new AntwoordFout(`De antwoorden zijn niet te lezen: ${leesReden(error as Error)}`);
  }
  throw new AntwoordFout('De antwoorden zijn geen JSON-object, zoals {"vraag": true}.');
}

function vindVraag(naam: string, { vragen, invoer, vraagVanInvoer }: Regelbestand): Vraag | undefined {
  const opId = vragen.find(({ id }) => id === naam);
  if (opId) return opId;
  const input = invoer.find(({ id, name, variable }) => [id, name, variable].includes(naam));
  return input ? vraagVanInvoer.get(input.id) : vragen.find(({ tekst }) => tekst === naam);
}

function leesAntwoord(naam: string, waarde: unknown, vraag: Vraag): Antwoord {
  const jaNee = vraag.gegevensType === 'boolean' && vraag.soort !== 'geoVerwijzing';
  if (jaNee && typeof waarde === 'string' && /^(ja|nee)$/i.test(waarde)) return /^ja$/i.test(waarde);
  if (Array.isArray(waarde) && waarde.every((deel) => typeof deel === 'string')) return waarde;
  if (waarde === null || ['boolean', 'number', 'string'].includes(typeof waarde)) return waarde as Antwoord;
  throw new AntwoordFout(`Het antwoord op "${naam}" is geen ja, nee, getal, tekst of lijst van teksten.`);
}
