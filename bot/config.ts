import { join, resolve } from 'node:path';
import { z } from 'zod';
import { readTeams, type TeamsConfig, teamsEnvironment } from './channels/teams/teamsConfig.ts';
import { DURABILITIES, type Durability } from './durability.ts';
import { isAddressRange } from './http/clientAddress.ts';
import { readSignIn, type SignInConfig, signInEnvironment } from './identity/organisation/signInConfig.ts';
import { readSchoolHours, type SchoolHours, schoolHoursEnvironment } from './reminders/schoolHours.ts';
import { listSetting } from './settingKinds.ts';
import { readTracing, type TracingConfig, tracingEnvironment } from './tracing/tracingConfig.ts';

/** Addresses that only this machine can reach. */
const LOOPBACK = ['127.0.0.1', 'localhost', '::1'];

function keysSecret() {
  return z.string().trim().min(32, 'at least 32 random characters, as openssl rand -base64 32 makes them').max(500);
}

/** Every setting, as read from the environment. `.env.example` explains each to the person who sets it. */
export const environmentSchema = z.object({
  PORT: z.coerce.number('a port number, as in 3978').int().min(0).max(65535).default(3978),
  HOST: z
    .string()
    .regex(/^[a-z0-9.:-]{1,253}$/i, 'an address to listen on, as in 127.0.0.1')
    .default('127.0.0.1'),
  PUBLIC_URL: z.url({ protocol: /^https?$/, error: 'a web address, as in http://localhost:3978' }).optional(),
  TRUSTED_PROXIES: listSetting(
    isAddressRange,
    'addresses or ranges with commas between them, as in 10.0.0.0/8',
  ).optional(),
  HSTS_SUBDOMAINS: z.enum(['yes', 'no'], 'yes or no').default('yes'),
  DATA_DIR: z.string().min(1).default('.data'),
  CACHE_DIR: z.string().min(1).optional(),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\/\S+$/, 'a PostgreSQL address, as in postgres://user:password@host:5432/name')
    .optional(),
  DATABASE_DURABILITY: z.enum(DURABILITIES, DURABILITIES.join(', ')).default('local'),
  DATABASE_CONNECTIONS: z.coerce.number('a number of connections').int().min(2).max(100).default(10),
  ERASURE_JOURNAL: z.string().min(1).optional(),
  KEYS_SECRET: keysSecret().optional(),
  KEYS_SECRET_BEFORE: z.literal('none').or(keysSecret()).optional(),
  RETENTION_DAYS: z.coerce.number('a number of days').int().min(1).max(3650).default(90),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  ...signInEnvironment,
  ...teamsEnvironment,
  ...schoolHoursEnvironment,
  ...tracingEnvironment,
});

/** The settings, checked. */
export interface Config {
  readonly port: number;
  readonly host: string;
  /** How browsers reach us: scheme, host and port, without a slash behind it. With port 0 it follows from `listen`. */
  readonly publicUrl: string | undefined;
  /** Proxies that are believed about where somebody comes from. */
  readonly trustedProxies: readonly string[];
  /** Whether host names below ours are reached by https alone too. */
  readonly httpsBelow: boolean;
  /** Absolute path. */
  readonly dataDir: string;
  /** Absolute path of what is made again when it is gone, so that a start takes half as long. */
  readonly cacheDir: string;
  /** PostgreSQL instead of the database file in `dataDir`. */
  readonly databaseUrl: string | undefined;
  readonly databaseDurability: Durability;
  /** At most, for each instance. */
  readonly databaseConnections: number;
  /** Absolute path of the file outside the database that tells a restore what was erased. */
  readonly erasureJournal: string;
  /** What is mixed into the bot's own keys: the first makes, all of them read; null mixes nothing. */
  readonly keySecrets: readonly (string | null)[];
  readonly retentionDays: number;
  readonly logLevel: z.infer<typeof environmentSchema>['LOG_LEVEL'];
  /** Null when people use this without an account, on this machine. */
  readonly signIn: SignInConfig | null;
  /** Null when this is a local installation without Teams. */
  readonly teams: TeamsConfig | null;
  /** When teachers may be written to unasked. */
  readonly reminderHours: SchoolHours;
  /** Null when nobody wants traces. */
  readonly tracing: TracingConfig | null;
}

function keySecretsIn({
  KEYS_SECRET: now,
  KEYS_SECRET_BEFORE: before,
}: Pick<z.infer<typeof environmentSchema>, 'KEYS_SECRET' | 'KEYS_SECRET_BEFORE'>): Config['keySecrets'] {
  return [now ?? null, ...(before === undefined ? [] : [before === 'none' ? null : before])];
}

/** Settings that cannot be used, all at once. The operator must act. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(['These settings need another value (see .env.example):', ...problems].join('\n'));
    this.problems = problems;
  }
}

/** Reads the settings. An empty variable counts as one that is not set. Throws `ConfigError` naming every wrong one. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()));
  const parsed = environmentSchema.safeParse(set);
  if (!parsed.success) {
    throw new ConfigError(parsed.error.issues.map(({ path, message }) => `  ${path.join('.')}: ${message}`));
  }

  const { data } = parsed;
  const { teams, problems: inTeams } = readTeams(data, data.PUBLIC_URL, set);
  const { signIn, problems: inSignIn } = readSignIn(data, data.PUBLIC_URL);
  const problems = [
    ...new Set([...hostProblems(data, signIn !== null || inSignIn.length > 0), ...inSignIn, ...inTeams]),
  ];
  if (problems.length > 0) throw new ConfigError(problems.map((problem) => `  ${problem}`));
  return {
    port: data.PORT,
    host: data.HOST,
    publicUrl: data.PUBLIC_URL?.replace(/(?<!\/)\/+$/, ''),
    trustedProxies: data.TRUSTED_PROXIES ?? [],
    httpsBelow: data.HSTS_SUBDOMAINS === 'yes',
    dataDir: resolve(data.DATA_DIR),
    cacheDir: resolve(data.CACHE_DIR ?? join(data.DATA_DIR, 'cache')),
    databaseUrl: data.DATABASE_URL,
    databaseDurability: data.DATABASE_DURABILITY,
    databaseConnections: data.DATABASE_CONNECTIONS,
    erasureJournal: resolve(data.ERASURE_JOURNAL ?? join(data.DATA_DIR, 'erasures.jsonl')),
    keySecrets: keySecretsIn(data),
    retentionDays: data.RETENTION_DAYS,
    logLevel: data.LOG_LEVEL,
    signIn,
    teams,
    reminderHours: readSchoolHours(data),
    tracing: readTracing(data),
  };
}

/** Without sign-in there is nobody to keep out by name, so nobody outside this machine comes in at all. */
function hostProblems({ HOST: host }: { readonly HOST: string }, hasSignIn: boolean): readonly string[] {
  if (hasSignIn || LOOPBACK.includes(host)) return [];
  return [`HOST: one of ${LOOPBACK.join(', ')}: without sign-in (OIDC_ISSUER), only this machine may connect`];
}
