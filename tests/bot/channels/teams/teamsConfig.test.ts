import { describe, expect, it } from '@jest/globals';
import { ConfigError, readConfig } from '../../../../bot/config.ts';
import { APP_ID, SCHOOL } from './fakeTeams/people.ts';

const GOOD = {
  PUBLIC_URL: 'https://bot.school.example',
  MICROSOFT_APP_ID: APP_ID,
  MICROSOFT_APP_TYPE: 'SingleTenant',
  MICROSOFT_APP_TENANT_ID: SCHOOL,
  MICROSOFT_APP_PASSWORD: 'x8Q~abcdefghijklmnopqrstuvwxyz0123456789',
};

function problemsOf(changes: Readonly<Record<string, string>>): readonly string[] {
  try {
    readConfig({ ...GOOD, ...changes });
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
}

describe('the settings for Teams', () => {
  it('may all be left out: then nothing listens for Teams', () => {
    expect(readConfig({}).teams).toBeNull();
  });

  it('need an app, its type, its tenant and its secret, and take the rest from Microsoft', () => {
    expect(readConfig(GOOD).teams).toEqual({
      appId: APP_ID,
      appType: 'SingleTenant',
      appTenant: SCHOOL,
      appPasswords: [GOOD.MICROSOFT_APP_PASSWORD],
      tenants: [SCHOOL],
      serviceHosts: ['smba.trafficmanager.net'],
      openIdMetadata: 'https://login.botframework.com/v1/.well-known/openidconfiguration',
      signInAuthority: 'https://login.microsoftonline.com',
      tokenEndpoint: `https://login.microsoftonline.com/${SCHOOL}/oauth2/v2.0/token`,
      hostIdentity: null,
    });
  });

  it('need no secret with a managed identity, and take none', () => {
    const managed = { MICROSOFT_APP_TYPE: 'UserAssignedMSI' };

    expect(readConfig({ ...GOOD, ...managed, MICROSOFT_APP_PASSWORD: '' }).teams).toMatchObject({
      appPasswords: [],
      tokenEndpoint: null,
    });
    expect(problemsOf(managed).join()).toContain('MICROSOFT_APP_PASSWORD');
  });

  it.each([
    '',
    ' ',
    '00000000-0000-0000-0000-000000000000',
    'your-app-id',
    '<app id>',
    '12345678-1234-1234-1234-123456789abc',
  ])('A02 refuse to start with the app id "%s" when anything else asks for Teams', (id) => {
    expect(problemsOf({ MICROSOFT_APP_ID: id }).join()).toMatch(/MICROSOFT_APP_ID: the Application/);
  });

  it('A02 refuse to start with any one of them alone', () => {
    for (const [name, value] of Object.entries(GOOD).filter(([name]) => name.startsWith('MICROSOFT'))) {
      expect(() => readConfig({ [name]: value })).toThrow(ConfigError);
    }
  });

  it.each(['', 'secret', '<your secret>', 'placeholder-placeholder'])('refuse the secret "%s"', (secret) => {
    expect(problemsOf({ MICROSOFT_APP_PASSWORD: secret }).join()).toContain('MICROSOFT_APP_PASSWORD');
  });

  it('name everything that is missing at once', () => {
    const problems = problemsOf({
      MICROSOFT_APP_ID: '',
      MICROSOFT_APP_TYPE: '',
      MICROSOFT_APP_TENANT_ID: '',
      PUBLIC_URL: '',
    });

    for (const name of ['MICROSOFT_APP_ID', 'MICROSOFT_APP_TYPE', 'MICROSOFT_APP_TENANT_ID', 'PUBLIC_URL']) {
      expect(problems.join()).toContain(name);
    }
  });

  it.each(['http://bot.school.example', ''])('refuse %s as the address for Teams', (url) => {
    expect(problemsOf({ PUBLIC_URL: url }).join()).toContain('PUBLIC_URL');
  });

  it('take several organisations and hosts with commas between them', () => {
    const more = { TEAMS_TENANTS: `${SCHOOL}, ${APP_ID}`, TEAMS_SERVICE_HOSTS: 'a.example,b.example:8443' };

    expect(readConfig({ ...GOOD, ...more }).teams).toMatchObject({
      tenants: [SCHOOL, APP_ID],
      serviceHosts: ['a.example', 'b.example:8443'],
    });
  });

  it.each([
    ['TEAMS_TENANTS', 'everybody'],
    ['TEAMS_SERVICE_HOSTS', 'https://a.example/'],
    ['TEAMS_SERVICE_HOSTS', '*.example'],
    ['TEAMS_OPENID_METADATA', 'http://login.example/keys'],
    ['TEAMS_TOKEN_ENDPOINT', 'ftp://login.example/token'],
  ])('refuse %s=%s', (name, value) => {
    expect(problemsOf({ [name]: value }).join()).toContain(name);
  });
});
