import { type ParseArgsConfig, parseArgs } from 'node:util';

/** The options of a command as typed; one that it does not have ends it with a message and exit status 2. */
export function leesOpties<const C extends ParseArgsConfig>(config: C): ReturnType<typeof parseArgs<C>>['values'] {
  try {
    return parseArgs(config).values;
  } catch (error) {
    const wel = Object.keys(config.options ?? {}).map((naam) => `--${naam}`);
    return stopMet(`${(error as Error).message}. Wel: ${wel.join(', ')}`);
  }
}

/** A whole number of 1 or more from an option; anything else ends the command. */
export function leesAantal(naam: string, tekst: string): number {
  const aantal = Number(tekst);
  if (Number.isInteger(aantal) && aantal > 0) return aantal;
  return stopMet(`--${naam} "${tekst}" kan niet. Geef een heel getal van 1 of meer.`);
}

function stopMet(melding: string): never {
  console.error(melding);
  process.exit(2);
}
