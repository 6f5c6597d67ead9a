import * as z from 'zod/mini';
import { endpoint } from '../http/endpoint.ts';

const tekst = (maximum: number) => z.string().check(z.minLength(1), z.maxLength(maximum));
const adres = z.url('Dit is geen adres').check(z.maxLength(1_000));

/** A message of the Notificaties API 1.0. */
const notificatie = z.object({
  kanaal: tekst(50),
  hoofdObject: adres,
  resource: tekst(100),
  resourceUrl: adres,
  actie: tekst(100),
  aanmaakdatum: z.iso.datetime({ offset: true, error: 'Dit is geen moment' }),
  kenmerken: z._default(z.record(z.string(), z.unknown()), {}),
});

export const ontvangNotificatie = endpoint({
  method: 'POST',
  path: '/zaaksysteem/notificaties',
  role: { gegeven: 'zaaksysteem', doe: 'schrijven', anoniem: true },
  tag: 'Zaaksysteem',
  summary:
    'Een notificatie van het zaaksysteem over een zaak (Notificaties API). Met het afgesproken token in Authorization',
  input: notificatie,
  output: notificatie,
});
