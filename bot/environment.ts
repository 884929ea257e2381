import { existsSync, readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { ConfigError } from './config.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** Settings that nobody else should read; each may stand in a file of its own, named by the same setting with `_FILE` behind it. */
export const SECRETS = [
  'DATABASE_URL',
  'KEYS_SECRET',
  'KEYS_SECRET_BEFORE',
  'OIDC_CLIENT_SECRET',
  'OIDC_CLIENT_SECRET_NEXT',
  'MICROSOFT_APP_PASSWORD',
  'MICROSOFT_APP_PASSWORD_NEXT',
  'OTEL_EXPORTER_OTLP_HEADERS',
] as const;

/** The settings in `.env` in the current folder, when there is one; those of the process go before them. */
export function environment(): Environment {
  const fromFile = existsSync('.env') ? parseEnv(readFileSync('.env', 'utf8')) : {};
  return withSecretsFromFiles({ ...fromFile, ...process.env });
}

/** The same settings, with those secrets that stand in files. What is set itself counts. @throws ConfigError for a file that cannot be read */
export function withSecretsFromFiles(settings: Environment): Environment {
  const problems: string[] = [];
  const read = SECRETS.flatMap((name) => {
    const file = settings[`${name}_FILE`]?.trim();
    if (!file || settings[name]?.trim()) return [];
    try {
      return [[name, readFileSync(file, 'utf8').trim()] as const];
    } catch {
      problems.push(`  ${name}_FILE: a file that the bot may read`);
      return [];
    }
  });
  if (problems.length > 0) throw new ConfigError(problems);
  return { ...settings, ...Object.fromEntries(read) };
}
