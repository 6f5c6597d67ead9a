import { expect, test } from 'vitest';
import { emailadres, emailFout } from './contract.ts';

test.each(['naam@voorbeeld.nl', ' naam@voorbeeld.nl ', 'jürgen+x@köln.example', 'a.b-c@sub.voorbeeld.example'])(
  'takes %j',
  (adres) => {
    expect(emailFout(adres)).toBeNull();
    expect(emailadres.parse(adres)).toBe(adres.trim());
  },
);

test.each([
  ['elpmaxe\u202e@voorbeeld.nl', 'onzichtbare tekens'],
  ['naam\u200b@voorbeeld.nl', 'onzichtbare tekens'],
  ['naam\u0000@voorbeeld.nl', 'onzichtbare tekens'],
  ['naam\r\nBcc:ander@voorbeeld.nl', 'onzichtbare tekens'],
  ['naam\u3164@voorbeeld.nl', 'onzichtbare tekens'],
  ['naam@voorbeeld', 'bijvoorbeeld'],
  ['een ander@voorbeeld.nl', 'bijvoorbeeld'],
  ['"x"<a>@voorbeeld.nl', 'bijvoorbeeld'],
  [`${'a'.repeat(64)}@${'b'.repeat(190)}.nl`, '254 tekens'],
  ['', 'bijvoorbeeld'],
])('refuses %j and says why', (adres, melding) => {
  expect(emailFout(adres)).toContain(melding);
  expect(emailadres.safeParse(adres).error?.issues).toMatchObject([{ message: expect.stringContaining(melding) }]);
});
