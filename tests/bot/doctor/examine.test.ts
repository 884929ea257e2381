import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { examine } from '../../../bot/doctor/examine.ts';
import { findingsText } from '../../../bot/doctor/findingsText.ts';
import { openStorage } from '../../../bot/start.ts';
import { theContent } from '../../theContent.ts';
import { APP_ID, SCHOOL } from '../channels/teams/fakeTeams/people.ts';
import { answering } from './answering.ts';

const content = theContent();

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'doctor-'));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

function examined(settings: Readonly<Record<string, string>>) {
  const environment = { PORT: '0', DATA_DIR: folder, ...settings };
  return examine({ environment, openStorage, loadContent: () => content, now: () => new Date('2026-11-02T12:00:00Z') });
}

describe('the doctor', () => {
  it('finds nothing wrong with a fresh local installation, and asks nothing outside', async () => {
    const { fetch } = globalThis;
    globalThis.fetch = () => Promise.reject(new Error('This test has no network.'));

    const findings = await examined({}).finally(() => {
      globalThis.fetch = fetch;
    });

    expect(findings.filter(({ kind }) => kind === 'wrong')).toEqual([]);
    expect(findingsText(findings)).toMatch(/Teams is not set up[\s\S]*database can be written[\s\S]*Nothing is wrong/);
  });

  it('names every wrong setting, who can mend it and how', async () => {
    const findings = await examined({ MICROSOFT_APP_ID: 'your-app-id', RETENTION_DAYS: 'many' });
    const more = await examined({ MICROSOFT_APP_ID: 'your-app-id' });

    expect(findingsText(findings)).toMatch(/RETENTION_DAYS[\s\S]*who can mend it: .*\.env[\s\S]*how: .*number of days/);
    expect(findingsText(more)).toMatch(/setting MICROSOFT_APP_ID is not right[\s\S]*setting PUBLIC_URL is not right/);
  });

  it('passes a set-up for Teams in which everything answers', async () => {
    const date = 'Mon, 02 Nov 2026 12:00:30 GMT';
    await using keys = await answering({ headers: { date }, body: { jwks_uri: 'https://login.example/keys' } });
    await using signIn = await answering({ body: { access_token: 'token' } });
    await using proxy = await answering({ status: 401 });

    const findings = await examined({
      PUBLIC_URL: proxy.url,
      MICROSOFT_APP_ID: APP_ID,
      MICROSOFT_APP_TYPE: 'SingleTenant',
      MICROSOFT_APP_TENANT_ID: SCHOOL,
      MICROSOFT_APP_PASSWORD: 'x8Q~abcdefghijklmnopqrstuvwxyz',
      TEAMS_OPENID_METADATA: keys.url,
      TEAMS_TOKEN_ENDPOINT: signIn.url,
    });

    expect(findings.every(({ kind }) => kind === 'good')).toBe(true);
    expect(findingsText(findings)).toContain(`app ${APP_ID}, SingleTenant`);
  });

  it('says when the folder for the data cannot be used', async () => {
    const findings = await examined({ DATA_DIR: join(process.execPath, 'no-folder') });

    expect(findingsText(findings)).toMatch(/database cannot be used: .*no-folder[\s\S]*how: .*DATA_DIR/);
    expect(findingsText(findings)).toContain('1 thing is wrong');
  });
});
