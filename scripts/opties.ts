import { type ParseArgsConfig, parseArgs } from 'node:util';

/**
 * The arguments of a command as typed; one that it does not take ends it with a message and exit status 2.
 *
 * @param gebruik how to use the command, shown below the message
 */
export function leesOpties<const C extends ParseArgsConfig>(
  config: C,
  gebruik?: string,
): ReturnType<typeof parseArgs<C>> {
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
  const wel = `Wel: ${Object.keys(opties)
    .map((naam) => `--${naam}`)
    .join(', ')}.`;
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
