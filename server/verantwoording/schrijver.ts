import { randomBytes } from 'node:crypto';
import type { Knex } from 'knex';
import { apiBase } from '../http/endpoint.ts';
import type { Trace } from '../http/trace.ts';
import { kaderVan, type Persoon, type Recht } from '../toegang/domain.ts';
import { activiteitId, type Handeling, type Uitkomst } from './domain.ts';
import { type Akte, writeAkte } from './queries.ts';

/** An act as the one who does it knows it. */
export interface Daad {
  wie: Persoon | null;
  recht: Recht;
  /** GET /zaken/:id */
  bewerking: string;
  trace: Trace;
  /** When it began, in ms since 1970. */
  begin: number;
}

export interface Uitslag {
  uitkomst: Uitkomst;
  betrokkenen: readonly string[];
  object?: { soort: string; id: string } | undefined;
  handeling?: Handeling | undefined;
  fout?: Akte['fout'];
}

export type Schrijver = (db: Knex, daad: Daad, uitslag: Uitslag) => Promise<void>;

/** Writes acts to the logs, with what every act of this loket has in common. */
export function createSchrijver({ publicUrl, versie }: { publicUrl: string; versie: string }): Schrijver {
  const resource = { 'service.name': 'omgevingsloket', 'service.version': versie };
  const register = `${publicUrl}${apiBase}/verwerkingsactiviteiten`;
  return (db, { wie, recht, bewerking, trace, begin }, { uitkomst, betrokkenen, object, handeling, fout }) => {
    const rol = wie?.rol ?? 'anoniem';
    return writeAkte(db, {
      ...trace,
      // each line is an action of its own
      spanId: randomBytes(8),
      persoon: wie?.persoon ?? null,
      rol,
      bevoegdGezag: wie?.bevoegdGezag ?? [],
      bewerking,
      handeling: handeling ?? (recht.doe === 'lezen' ? 'raadplegen' : 'wijzigen'),
      gegeven: recht.gegeven,
      kader: kaderVan(recht.gegeven, rol),
      object: object ?? null,
      uitkomst,
      begin,
      eind: Date.now(),
      resource,
      activiteit: `${register}/${activiteitId(recht.gegeven, rol)}`,
      betrokkenen,
      fout: fout ?? null,
    });
  };
}
