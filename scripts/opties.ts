import { type ParseArgsConfig, parseArgs } from 'node:util';

/**
 * The arguments of a command as typed; one that it does not take ends it with a message and exit status 2, and `--help`
 * with how to use it and exit status 0.
 *
 * @param gebruik how to use the command, shown below the message
 */
export function leesOpties<const C extends ParseArgsConfig>(
  config: C,
  gebruik?: string,
): ReturnType<typeof parseArgs<C>> {
  if (!config.options?.help && (config.args ?? process.argv.slice(2)).includes('--help')) {
    console.log(gebruik ?? schrijfWel(config.options));
    process.exit(0);
  }
  try {
    return parseArgs(config);
  } catch (error) {
    const melding = schrijfFout(error as NodeJS.ErrnoException, config.options ?? {});
    return stopMet(gebruik ? `${melding}\n\n${gebruik}` : melding);
  }
}

/** What is wrong with an argument. Node quotes it first in its message. */
function schrijfFout(
  { code, message }: NodeJS.ErrnoException,
  opties: NonNullable<ParseArgsConfig['options']>,
): string {
  const wat = /'([^' ]+)/.exec(message)?.[1] ?? '';
  const wel = schrijfWel(opties);
  switch (code) {
    case 'ERR_PARSE_ARGS_UNKNOWN_OPTION':
      return `De optie ${wat} is er niet. ${wel}`;
    case 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE':
      return opties[wat.replace(/^.*--/, '')]?.type === 'boolean'
        ? `Bij ${wat} hoort geen waarde.`
        : `Geef bij ${wat} een waarde. Begint die met een streepje, schrijf dan ${wat}=-waarde.`;
    default:
      return `"${wat}" kan hier niet staan. ${wel}`;
  }
}

function schrijfWel(opties: ParseArgsConfig['options'] = {}): string {
  const namen = Object.keys(opties).map((naam) => `--${naam}`);
  return namen.length > 0 ? `Wel: ${namen.join(', ')}.` : 'Deze opdracht heeft geen opties.';
}

/** Why a file cannot be read, in words for the person who named it. */
export const leesReden = ({ code, message }: NodeJS.ErrnoException): string =>
  code === 'ENOENT'
    ? 'het bestand is er niet'
    : code === 'EISDIR'
      ? 'het is een map'
      : code === 'EACCES'
        ? 'u mag het niet lezen'
        : message;

/** A whole number of 1 or more from an option; anything else ends the command. */
export function leesAantal(naam: string, tekst: string): number {
  const aantal = Number(tekst);
  if (Number.isInteger(aantal) && aantal > 0) return aantal;
  return stopMet(`--${naam} "${tekst}" kan niet. Geef een heel getal van 1 of meer.`);
}

/** Ends a command that was used in a wrong way. */
export function stopMet(melding: string): never {
  console.error(melding);
  process.exit(2);
}
