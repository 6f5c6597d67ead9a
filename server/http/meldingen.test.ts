import { expect, it } from 'vitest';
import * as z from 'zod/mini';
import { meldingVan } from './meldingen.ts';

const vorm = z.object({
  laag: z.string().check(z.maxLength(5)),
  relatie: z.enum(['binnen', 'nabij']),
  meter: z.number().check(z.maximum(50)),
  filters: z.array(z.string()).check(z.minLength(1)),
});

it.each([
  [{ relatie: 'binnen', meter: 1, filters: ['a'] }, ['dit ontbreekt']],
  [
    { laag: 5, relatie: 'x', meter: 'a', filters: {} },
    ['geef hier een tekst', 'kies uit binnen, nabij', 'geef hier een getal', 'geef hier een lijst'],
  ],
  [
    { laag: 'percelen', relatie: 'nabij', meter: 51, filters: [] },
    ['dit is te veel: ten hoogste 5 tekens', 'dit is te veel: ten hoogste 50', 'dit is te weinig: ten minste 1 stuks'],
  ],
])('says in Dutch what is wrong with %j', (invoer, meldingen) => {
  const { error } = vorm.safeParse(invoer, { error: meldingVan });
  expect(error?.issues.map(({ message }) => message)).toEqual(meldingen);
});
