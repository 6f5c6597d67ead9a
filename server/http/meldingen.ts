import type * as z from 'zod/mini';

const soorten: Record<string, string> = {
  number: 'getal',
  int: 'heel getal',
  string: 'tekst',
  array: 'lijst',
  object: 'object',
  record: 'object',
  boolean: 'antwoord true of false',
};

/** What is wrong with an input, in plain Dutch: for whatever a contract has no sentence of its own for. */
export const meldingVan: z.core.$ZodErrorMap = (issue) => {
  if (issue.input === undefined) return 'dit ontbreekt';
  switch (issue.code) {
    case 'invalid_type': {
      const soort = soorten[issue.expected];
      return soort ? `geef hier een ${soort}` : 'dit klopt niet';
    }
    case 'invalid_value':
      return `kies uit ${issue.values.map(String).join(', ')}`;
    case 'too_big':
      return `dit is te veel: ten hoogste ${issue.maximum}${eenheid(issue.origin)}`;
    case 'too_small':
      return `dit is te weinig: ten minste ${issue.minimum}${eenheid(issue.origin)}`;
    case 'unrecognized_keys':
      return `dit kennen wij niet: ${issue.keys.join(', ')}`;
    default:
      return 'dit klopt niet';
  }
};

const eenheid = (origin: string) => ({ string: ' tekens', array: ' stuks' })[origin] ?? '';
