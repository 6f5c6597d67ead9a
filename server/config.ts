import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import * as z from 'zod/mini';
import type { Engine } from '../db/connect.ts';
import { isEmmer } from './bijlagen/emmer.ts';
import { isVirusscan } from './bijlagen/virusscan.ts';
import type { DienstenInstelling } from './diensten.ts';
import { type AchtergrondKeuze, achtergrondKeuzes } from './lagen/catalogus/achtergrond.ts';
import { type Zaaksysteem, zaaksystemen } from './overdracht/domain/zaaksysteem.ts';
import { type Inlogdienst, inlogdiensten } from './toegang/domain/inlogdienst.ts';

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
  PUBLIC_URL: z.optional(
    z.string().check(z.regex(/^https?:\/\/[^/?#\s]+$/, 'https:// en een naam, zonder pad: https://loket.example')),
  ),
  LOGIN_CONFIG: z.optional(z.string()),
  PRACTICE_LOGIN: z.optional(z.enum(['on', 'off'])),
  PSEUDONYM_KEY: z.optional(z.string().check(z.minLength(32, 'minstens 32 tekens'))),
  SESSION_IDLE_MINUTES: z._default(z.coerce.number().check(z.int(), z.gte(5), z.lte(24 * 60)), 30),
  ATTACHMENTS_DIR: z.optional(z.string()),
  ATTACHMENTS_S3: z.optional(
    z.string().check(z.refine(isEmmer, 'https://sleutel:geheim@s3.example/emmer?region=nl-1')),
  ),
  VIRUS_SCAN: z.optional(
    z.string().check(z.refine(isVirusscan, 'clamd://host:3310, clamd:///pad/naar/clamd.ctl of clamscan')),
  ),
  SMTP_URL: z.optional(z.string().check(z.regex(/^smtps?:\/\/\S+$/, 'begint met smtp:// of smtps://'))),
  MAIL_FROM: z._default(z.string(), 'Omgevingsloket <loket@localhost>'),
  MAIL_DIR: z.optional(z.string()),
  ZGW_CONFIG: z.optional(z.string()),
  SESSION_MAX_HOURS: z._default(z.coerce.number().check(z.int(), z.gte(1), z.lte(7 * 24)), 8),
});

const isLoopback = (host: string) => ['localhost', '127.0.0.1', '::1', '[::1]'].includes(host);

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
  login: LoginConfig;
  diensten: DienstenInstelling;
}

/** How people log in. */
export interface LoginConfig {
  /** Where people reach the loket; null: where it listens. */
  publicUrl: string | null;
  diensten: readonly Inlogdienst[];
  /** Log in as invented people, without a password. */
  oefenomgeving: boolean;
  /** Key of the pseudonyms; null: the one in the file `sleutelbestand`, made when it is not there. */
  sleutel: string | null;
  sleutelbestand: string;
  /** Seconds until a session ends without an act, and whatever is done. */
  stilS: number;
  maximumS: number;
}

/**
 * Reads the configuration; the only place that looks at the environment. An empty variable is one that is not set.
 *
 * @throws Error that names each wrong variable
 */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const read = environment.safeParse(given, { error: z.locales.nl().localeError });
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
    login: readLogin(read.data, given.NODE_ENV === 'production'),
    diensten: readDiensten(read.data),
  };
}

/**
 * The practice environment lets anybody in as anybody, so it opens by itself only where nobody else can come: on this
 * machine, not called production, and without a real service to log in with. Otherwise it must be asked for.
 */
function readLogin(env: z.output<typeof environment>, calledProduction: boolean): LoginConfig {
  const { HOST, PUBLIC_URL, LOGIN_CONFIG, PRACTICE_LOGIN, PSEUDONYM_KEY, DATA_DIR } = env;
  const diensten = LOGIN_CONFIG ? readInlogdiensten(LOGIN_CONFIG) : [];
  if (diensten.length > 0 && !PSEUDONYM_KEY) {
    throw new Error(
      'De configuratie klopt niet:\nPSEUDONYM_KEY ontbreekt. Wie echt inlogt, moet altijd hetzelfde pseudoniem krijgen: kies een sleutel van minstens 32 tekens, geef elke server dezelfde en bewaar hem goed.',
    );
  }
  const onlyHere = isLoopback(HOST) && (!PUBLIC_URL || isLoopback(new URL(PUBLIC_URL).hostname));
  return {
    publicUrl: PUBLIC_URL ?? null,
    diensten,
    oefenomgeving: PRACTICE_LOGIN ? PRACTICE_LOGIN === 'on' : onlyHere && !calledProduction && diensten.length === 0,
    sleutel: PSEUDONYM_KEY ?? null,
    sleutelbestand: join(dirname(resolve(DATA_DIR)), 'pseudoniem-sleutel'),
    stilS: env.SESSION_IDLE_MINUTES * 60,
    maximumS: env.SESSION_MAX_HOURS * 3_600,
  };
}

/** Beside the embedded database, unless something else is said. */
function readDiensten(env: z.output<typeof environment>): DienstenInstelling {
  const { ATTACHMENTS_DIR, ATTACHMENTS_S3, DATA_DIR, VIRUS_SCAN, SMTP_URL, MAIL_FROM, MAIL_DIR, ZGW_CONFIG } = env;
  const ernaast = (naam: string) => join(dirname(resolve(DATA_DIR)), naam);
  return {
    bijlagen: resolve(ATTACHMENTS_DIR ?? ernaast('bijlagen')),
    emmer: ATTACHMENTS_S3 ?? null,
    virusscan: VIRUS_SCAN ?? null,
    post: { smtp: SMTP_URL ?? null, map: resolve(MAIL_DIR ?? ernaast('post')), van: MAIL_FROM },
    zaaksystemen: ZGW_CONFIG ? readZaaksystemen(ZGW_CONFIG) : [],
  };
}

/** The services to log in with, from the file that LOGIN_CONFIG names. */
const readInlogdiensten = (file: string): Inlogdienst[] => readJson(file, inlogdiensten);

/** Where zaken go, from the file that ZGW_CONFIG names. */
const readZaaksystemen = (file: string): Zaaksysteem[] => readJson(file, zaaksystemen);

function readJson<S extends z.ZodMiniType>(file: string, vorm: S): z.output<S> {
  const wrong = (why: string) => new Error(`De configuratie klopt niet:\n${file}: ${why}`);
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw wrong((error as Error).message);
  }
  const read = vorm.safeParse(json);
  if (!read.success) throw wrong(z.prettifyError(read.error));
  return read.data;
}
