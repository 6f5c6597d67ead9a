import { readFileSync, statSync } from 'node:fs';
import { teGroot } from '../../../server/vergunningcheck/domain/dmn/lees.ts';
import type { Fout } from '../../../server/vergunningcheck/domain/dmn/model.ts';
import { leesRegelbestand } from '../../../server/vergunningcheck/domain/sttr/lees.ts';
import type { Regelbestand } from '../../../server/vergunningcheck/domain/sttr/model.ts';

/**
 * Reads a file of toepasbare regels from disk. One that is too large is not even opened.
 *
 * @throws what the disk says when it cannot be read
 */
export function leesBestand(pad: string): { xml: string; bestand: Regelbestand } | { fouten: Fout[] } {
  const fout = teGroot(statSync(pad).size);
  if (fout) return { fouten: [fout] };
  const xml = leesTekst(pad);
  if (xml === null) return { fouten: [{ plaats: 'het bestand', melding: 'Het is geen UTF-8.' }] };
  const gelezen = leesRegelbestand(xml);
  return 'fouten' in gelezen ? gelezen : { xml, bestand: gelezen.bestand };
}

function leesTekst(pad: string): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(pad));
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}
