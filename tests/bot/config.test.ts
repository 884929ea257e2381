import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { ConfigError, environmentSchema, readConfig } from '../../bot/config.ts';

const example = readFileSync(join(import.meta.dirname, '../../.env.example'), 'utf8');

const ENTRA_TENANT = '3f2504e0-4f89-41d3-9a0c-0305e82c3301';
const ENTRA = `https://login.microsoftonline.com/${ENTRA_TENANT}/v2.0`;
const SIGN_IN = { OIDC_ISSUER: ENTRA, OIDC_CLIENT_ID: 'op-een-lijn', PUBLIC_URL: 'https://chat.school.nl' };

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
    expect(problemsOf({ HOST: host, ...SIGN_IN })).toEqual([]);
  });

  it('mix a secret into the keys, beside the one before, and take no short one', () => {
    const [now, before] = ['n'.repeat(32), 'b'.repeat(32)];

    expect(readConfig({}).keySecrets).toEqual([null]);
    expect(readConfig({ KEYS_SECRET: now, KEYS_SECRET_BEFORE: before }).keySecrets).toEqual([now, before]);
    expect(readConfig({ KEYS_SECRET: now, KEYS_SECRET_BEFORE: 'none' }).keySecrets).toEqual([now, null]);
    expect(problemsOf({ KEYS_SECRET: 'short' }).join()).toContain('KEYS_SECRET');
  });

  it('believe proxies that are named by address or range, and no others', () => {
    expect(readConfig({}).trustedProxies).toEqual([]);
    expect(readConfig({ TRUSTED_PROXIES: '127.0.0.1, 10.0.0.0/8' }).trustedProxies).toEqual([
      '127.0.0.1',
      '10.0.0.0/8',
    ]);
    expect(problemsOf({ TRUSTED_PROXIES: 'proxy.school.nl' }).join()).toContain('TRUSTED_PROXIES');
  });

  it('say what is missing for sign-in, all at once', () => {
    const problems = problemsOf({ OIDC_CLIENT_ID: 'op-een-lijn' }).join();

    for (const name of ['OIDC_ISSUER', 'OIDC_TENANTS', 'PUBLIC_URL']) expect(problems).toContain(name);
  });

  it.each([
    ['an organisation of Entra is its tenant id, a person its object id', ENTRA, ENTRA_TENANT, 'tid', 'oid'],
    [
      'any other provider is one organisation, a person its sub',
      'https://sso.school.nl',
      'https://sso.school.nl',
      null,
      'sub',
    ],
  ])('know that %s', (_, issuer, tenant, tenantClaim, userClaim) => {
    const { signIn } = readConfig({ ...SIGN_IN, OIDC_ISSUER: issuer });

    expect(signIn).toMatchObject({ tenants: [tenant], tenantClaim, userClaim, roleClaim: 'roles' });
  });

  it('need the organisations by name when the provider serves all of them', () => {
    const everybody = 'https://login.microsoftonline.com/organizations/v2.0';

    expect(problemsOf({ ...SIGN_IN, OIDC_ISSUER: everybody }).join()).toContain('OIDC_TENANTS');
    expect(problemsOf({ ...SIGN_IN, OIDC_ISSUER: everybody, OIDC_TENANTS: ENTRA_TENANT })).toEqual([]);
  });

  it('refuse a provider that is asked without https', () => {
    expect(problemsOf({ ...SIGN_IN, OIDC_ISSUER: 'http://sso.school.nl' }).join()).toContain('OIDC_ISSUER');
  });

  it.each(['javascript:alert(1)', 'localhost:3978', 'ftp://school.example'])('refuse %s as a public address', (url) => {
    expect(problemsOf({ PUBLIC_URL: url })).toHaveLength(1);
  });
});
