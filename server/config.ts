import { resolve } from 'node:path';
import * as z from 'zod/mini';
import type { Engine } from '../db/connect.ts';
import { type AchtergrondKeuze, achtergrondKeuzes } from './lagen/catalogus/achtergrond.ts';

const environment = z.object({
  NODE_ENV: z._default(z.enum(['production', 'development', 'test']), 'production'),
  HOST: z._default(z.string(), '127.0.0.1'),
  PORT: z._default(z.coerce.number().check(z.int(), z.gte(0), z.lte(65535)), 3000),
  DATABASE_URL: z.optional(z.string().check(z.regex(/^postgres(ql)?:\/\//, 'begint met postgres://'))),
  DATA_DIR: z._default(z.string(), '.data/db'),
  POOL_SIZE: z._default(z.coerce.number().check(z.int(), z.gte(1), z.lte(100)), 10),
  LOG_LEVEL: z._default(z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']), 'warn'),
  MODELGEMEENTE: z._default(z.coerce.number().check(z.int(), z.gte(0), z.lte(2_000_000)), 100_000),
  TRUST_PROXY: z._default(z.coerce.number().check(z.int(), z.gte(0), z.lte(10)), 0),
  ACHTERGROND: z._default(z.enum(achtergrondKeuzes), 'eigen'),
});

export interface Config {
  production: boolean;
  host: string;
  port: number;
  engine: Engine;
  poolSize: number;
  logLevel: string;
  /** Inhabitants of the Modelgemeente that fills an empty database at the first start; 0 leaves it empty. */
  inwonersModelgemeente: number;
  /** How many proxies stand in front of this server; decides whose word about the client is believed. */
  trustProxy: number;
  /** The background of the map. */
  achtergrond: AchtergrondKeuze;
}

/**
 * Reads the configuration; the only place that looks at the environment. An empty variable is one that is not set.
 *
 * @throws Error that names each wrong variable
 */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const read = environment.safeParse(given);
  if (!read.success) {
    throw new Error(`De configuratie klopt niet:\n${z.prettifyError(read.error)}`);
  }
  const {
    NODE_ENV,
    HOST,
    PORT,
    DATABASE_URL,
    DATA_DIR,
    POOL_SIZE,
    LOG_LEVEL,
    MODELGEMEENTE,
    TRUST_PROXY,
    ACHTERGROND,
  } = read.data;
  return {
    production: NODE_ENV === 'production',
    host: HOST,
    port: PORT,
    engine: DATABASE_URL ? { kind: 'server', url: DATABASE_URL } : { kind: 'embedded', folder: resolve(DATA_DIR) },
    poolSize: POOL_SIZE,
    logLevel: LOG_LEVEL,
    inwonersModelgemeente: MODELGEMEENTE,
    trustProxy: TRUST_PROXY,
    achtergrond: ACHTERGROND,
  };
}
