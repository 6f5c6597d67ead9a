import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import * as z from 'zod/mini';
import { controleerKoppeling, standaardKoppeling } from '../../../server/vergunningcheck/domain/sttr/controle.ts';
import { type Koppeling, koppeling as koppelingSchema } from '../../../server/vergunningcheck/domain/sttr/koppeling.ts';
import type { BestandSoort, Regelbestand } from '../../../server/vergunningcheck/domain/sttr/model.ts';
import { ImportFault } from '../importer.ts';
import { isDatum } from '../opties.ts';
import { leesBestand } from './bestand.ts';

/** One file that may be stored. */
export interface Regeldeel {
  /** Path of the file, for messages. */
  pad: string;
  naam: string;
  soort: BestandSoort;
  xml: string;
  bestand: Regelbestand;
  koppeling: Koppeling;
  /** SHA-256 of file and koppeling. */
  hash: string;
}

interface Aanvulling {
  geldigVanaf?: string | undefined;
  geldigTot?: string | undefined;
  versie?: string | undefined;
  vandaag: string;
}

/**
 * Reads a file of toepasbare regels, or all of them in a folder, each with the koppeling beside it
 * (`kap.koppeling.json` beside `kap.dmn`). A file without one gets the ordinary meaning of the conclusies of IMTR.
 *
 * @throws ImportFault with every fault of every file: one that is not sound keeps all of them out
 */
export function leesRegelmap(pad: string, aanvulling: Aanvulling): Regeldeel[] {
  for (const dag of [aanvulling.geldigVanaf, aanvulling.geldigTot]) {
    if (dag !== undefined && !isDatum(dag)) throw new ImportFault(`"${dag}" is geen dag, zoals 2026-01-31.`);
  }
  const paden = statSync(pad).isDirectory()
    ? readdirSync(pad)
        .filter((naam) => /\.(dmn|sttr|imtr|xml)$/i.test(naam))
        .sort()
        .map((naam) => join(pad, naam))
    : [pad];
  if (paden.length === 0) throw new ImportFault(`In ${pad} staat geen bestand met toepasbare regels (.dmn of .xml).`);
  const fouten: string[] = [];
  const delen = paden.flatMap((een): Regeldeel[] => {
    const gelezen = leesDeel(een, aanvulling);
    if ('deel' in gelezen) return [gelezen.deel];
    fouten.push(...gelezen.fouten.map((fout) => `${basename(een)}, ${fout}`));
    return [];
  });
  const sleutels = delen.map(({ koppeling, soort }) => `${koppeling.werkzaamheid.id} (${soort})`);
  const dubbel = sleutels.find((sleutel, plaats) => sleutels.indexOf(sleutel) !== plaats);
  if (dubbel) fouten.push(`De werkzaamheid ${dubbel} staat er twee keer in.`);
  if (fouten.length > 0) {
    throw new ImportFault(`De toepasbare regels zijn niet te gebruiken; er is niets geladen.\n${fouten.join('\n')}`);
  }
  return delen;
}

function leesDeel(pad: string, aanvulling: Aanvulling): { deel: Regeldeel } | { fouten: string[] } {
  const gelezen = leesBestand(pad);
  if ('fouten' in gelezen) return { fouten: gelezen.fouten.map(({ plaats, melding }) => `${plaats}: ${melding}`) };
  const { bestand, xml } = gelezen;
  const ernaast = leesKoppeling(pad.replace(/\.\w+$/, '.koppeling.json'));
  if (ernaast && 'fouten' in ernaast) return ernaast;
  const { geldigVanaf, geldigTot, versie, vandaag } = aanvulling;
  const basis =
    ernaast?.koppeling ?? standaardKoppeling(bestand, idVan(pad), { versie: versie ?? vandaag, geldigVanaf: vandaag });
  const koppeling: Koppeling = {
    ...basis,
    ...(versie ? { versie } : {}),
    ...(geldigVanaf ? { geldigVanaf } : {}),
    ...(geldigTot ? { geldigTot } : {}),
  };
  const fouten = controleerKoppeling(bestand, koppeling);
  if (fouten.length > 0) return { fouten };
  const hash = createHash('sha256').update(xml).update('\0').update(JSON.stringify(koppeling)).digest('hex');
  return { deel: { pad, naam: bestand.naam, soort: bestand.soort, xml, bestand, koppeling, hash } };
}

function leesKoppeling(pad: string): { koppeling: Koppeling } | { fouten: string[] } | null {
  if (!existsSync(pad)) return null;
  try {
    const gelezen = koppelingSchema.safeParse(JSON.parse(readFileSync(pad, 'utf8')));
    if (gelezen.success) return { koppeling: gelezen.data };
    return { fouten: [`${basename(pad)}: ${z.prettifyError(gelezen.error)}`] };
  } catch (error) {
    return { fouten: [`${basename(pad)} is geen JSON: ${(error as Error).message}`] };
  }
}

/** The name of the file as the id of a werkzaamheid. */
function idVan(pad: string): string {
  const naam = basename(pad).replace(/\.\w+$/, '');
  return (
    naam
      .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '')
      .slice(0, 80) || 'regels'
  );
}
