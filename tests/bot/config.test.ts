import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { ConfigError, environmentSchema, readConfig } from '../../bot/config.ts';

const example = readFileSync(join(import.meta.dirname, '../../.env.example'), 'utf8');

function problemsOf(environment: Record<string, string>): readonly string[] {
  try {
    readConfig(environment);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
}

describe('the settings', () => {
  it('need nothing at all to be set', () => {
    expect(readConfig({})).toMatchObject({ port: 3978, host: '127.0.0.1', retentionDays: 90, databaseUrl: undefined });
  });

  it('take an empty variable as one that is not set', () => {
    expect(readConfig({ PORT: '', DATABASE_URL: ' ' })).toEqual(readConfig({}));
  });

  it('stand in .env.example, every one of them and no other', () => {
    const explained = Object.keys(parseEnv(example)).sort();

    expect(explained).toEqual(Object.keys(environmentSchema.shape).sort());
  });

  it('work as .env.example gives them', () => {
    expect(readConfig(parseEnv(example))).toEqual(readConfig({}));
  });

  it('name every wrong value at once', () => {
    const problems = problemsOf({ PORT: 'many', RETENTION_DAYS: '0', LOG_LEVEL: 'loud', DATABASE_URL: 'mysql://x' });

    expect(problems).toHaveLength(4);
    for (const name of ['PORT', 'RETENTION_DAYS', 'LOG_LEVEL', 'DATABASE_URL']) expect(problems.join()).toContain(name);
  });

  it.each(['0.0.0.0', '192.168.1.4', 'school.example'])('refuse to listen on %s while there is no sign-in', (host) => {
    expect(problemsOf({ HOST: host })).toHaveLength(1);
  });

  it.each(['javascript:alert(1)', 'localhost:3978', 'ftp://school.example'])('refuse %s as a public address', (url) => {
    expect(problemsOf({ PUBLIC_URL: url })).toHaveLength(1);
  });
});
