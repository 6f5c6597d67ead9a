import { randomBytes } from 'node:crypto';
import type { Knex } from 'knex';
import { apiBase } from '../http/endpoint.ts';
import { type GegevenId, kaderVan } from '../toegang/domain.ts';
import type { Handeling } from './domain.ts';
import { writeAkte } from './queries.ts';

/** What the loket did of itself: no person asked for it at that moment. */
export interface Vanzelf {
  /** Kind of the opdracht. */
  opdracht: string;
  gegeven: GegevenId;
  handeling: Handeling;
  /** The zaak that it was done with. */
  zaak: { id: string; eigenaar: string | null; bevoegdGezag: string };
  /** Where people reach the loket: the register of processing activities stands below it. */
  publicUrl: string;
}

/** Writes to the log what an opdracht did with the data of a zaak, in the transaction of the act. */
export async function schrijfVanzelf(
  trx: Knex,
  { opdracht, gegeven, handeling, zaak, publicUrl }: Vanzelf,
): Promise<void> {
  const nu = Date.now();
  await writeAkte(trx, {
    traceId: randomBytes(16),
    spanId: randomBytes(8),
    parentSpanId: null,
    persoon: null,
    rol: 'loket',
    bevoegdGezag: [zaak.bevoegdGezag],
    bewerking: `opdracht ${opdracht}`,
    handeling,
    gegeven,
    kader: kaderVan(gegeven, 'anoniem'),
    object: { soort: 'zaak', id: zaak.id },
    uitkomst: 'gelukt',
    begin: nu,
    eind: nu,
    resource: { 'service.name': 'omgevingsloket' },
    activiteit: `${publicUrl}${apiBase}/verwerkingsactiviteiten/${gegeven}`,
    betrokkenen: zaak.eigenaar ? [zaak.eigenaar] : [],
    fout: null,
  });
}
