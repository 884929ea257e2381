import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { TeamsConfig } from '../../../bot/channels/teams/teamsConfig.ts';
import { lookAtClock } from '../../../bot/doctor/lookAtClock.ts';
import { lookAtContent } from '../../../bot/doctor/lookAtContent.ts';
import { lookAtJournal } from '../../../bot/doctor/lookAtJournal.ts';
import { lookAtKeys } from '../../../bot/doctor/lookAtKeys.ts';
import { lookAtPort } from '../../../bot/doctor/lookAtPort.ts';
import { lookAtPublicAddress } from '../../../bot/doctor/lookAtPublicAddress.ts';
import { lookAtSignIn } from '../../../bot/doctor/lookAtSignIn.ts';
import { lookAtStorage } from '../../../bot/doctor/lookAtStorage.ts';
import { StorageError } from '../../../bot/ports.ts';
import { ContentError } from '../../../content/contentError.ts';
import { answering } from './answering.ts';

const NOON = new Date('2026-11-02T12:00:00Z');
const now = () => NOON;
/** Nothing listens there, and fetch does not refuse the port by itself. */
const NOBODY = 'http://127.0.0.1:2';
const SECRET = 'x8Q~abcdefghijklmnopqrstuvwxyz';

function teams(tokenEndpoint: string | null): TeamsConfig {
  return {
    appId: '7c3f1a52-9d04-4b6e-8f21-5a0c9e7d2b48',
    appType: tokenEndpoint === null ? 'UserAssignedMSI' : 'SingleTenant',
    appTenant: '2b9e4c10-63fa-4d7b-a8c5-0f1e2d3c4b5a',
    appPasswords: tokenEndpoint === null ? [] : [SECRET],
    tenants: [],
    serviceHosts: [],
    openIdMetadata: NOBODY,
    signInAuthority: 'https://login.microsoftonline.com',
    tokenEndpoint,
    hostIdentity: { endpoint: `${NOBODY}/identity`, header: 'h' },
  };
}

describe('the look at the port', () => {
  it('finds a free one', async () => {
    expect(await lookAtPort({ host: '127.0.0.1', port: 0 })).toMatchObject({
      finding: { kind: 'good' },
      running: null,
    });
  });

  it('knows the bot itself by its health', async () => {
    await using bot = await answering({ body: { status: 'up' } });

    const found = await lookAtPort({ host: '127.0.0.1', port: bot.port });

    expect(found).toMatchObject({ finding: { kind: 'good' }, running: bot.url });
  });

  it('says how to get rid of another programme', async () => {
    await using other = await answering({ body: 'It works!' });

    const { finding, running } = await lookAtPort({ host: '127.0.0.1', port: other.port });

    expect(running).toBeNull();
    expect(finding).toMatchObject({
      kind: 'wrong',
      what: expect.stringContaining('another programme'),
      how: expect.stringContaining('PORT'),
    });
  });
});

describe('the look at the database', () => {
  it('passes on what the database says of itself', async () => {
    const broken = () => Promise.reject(new StorageError('The disk is full.'));

    const finding = await lookAtStorage(null, broken);

    expect(finding).toMatchObject({ kind: 'wrong', what: expect.stringContaining('The disk is full.') });
  });

  it('does not wait for ever for a disk that hangs', async () => {
    const never = () => new Promise<never>(() => undefined);

    expect(await lookAtStorage(null, never, 1)).toMatchObject({
      kind: 'wrong',
      what: expect.stringContaining('no answer'),
    });
  });

  it('asks a running bot and leaves its database alone', async () => {
    await using bot = await answering({ status: 503 });
    const never = () => Promise.reject(new Error('It was opened.'));

    expect(await lookAtStorage(bot.url, never)).toMatchObject({ kind: 'wrong' });
    expect(bot.requests).toEqual(['GET /readyz']);
  });
});

describe('the look at the journal of erasures', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'doctor-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('makes nothing where there is none yet: the bot writes there all that it knows', async () => {
    const file = join(folder, 'elsewhere', 'erasures.jsonl');

    expect(await lookAtJournal(file, null)).toEqual({
      kind: 'good',
      what: 'The journal of erasures can be written to.',
    });
    expect(existsSync(join(folder, 'elsewhere'))).toBe(false);
  });

  it('says that it would be lost with the disk of the database', async () => {
    expect(await lookAtJournal(join(folder, 'erasures.jsonl'), folder)).toMatchObject({
      kind: 'good',
      what: expect.stringContaining('on the disk of the database'),
    });
  });

  it('says what a journal that cannot be written means, and who must act', async () => {
    await writeFile(join(folder, 'a-file'), '');

    expect(await lookAtJournal(join(folder, 'a-file', 'erasures.jsonl'), folder)).toMatchObject({
      kind: 'wrong',
      what: expect.stringMatching(/ENOTDIR.*bring back what was erased/),
      how: expect.stringContaining('ERASURE_JOURNAL'),
    });
  });
});

describe('the look at the content', () => {
  it('names the first problem and the command that lists all', () => {
    const problem = { file: 'tips/x.yaml', line: 3, at: 'say', why: 'It is empty.', fix: 'write it.' };

    const finding = lookAtContent(() => {
      throw new ContentError([problem]);
    });

    expect(finding).toMatchObject({
      kind: 'wrong',
      what: expect.stringContaining('tips/x.yaml:3'),
      how: expect.stringContaining('content:check'),
    });
  });
});

describe('the look at the clock', () => {
  const seconds = (count: number) => new Date(NOON.getTime() + count * 1000);

  it.each([-110, 0, 110])('accepts %d seconds', (off) => {
    expect(lookAtClock(NOON, { theirs: NOON, ours: seconds(off) }).kind).toBe('good');
  });

  it.each([
    [-300, 'slow'],
    [300, 'fast'],
  ])('says that %d seconds is too %s', (off, word) => {
    const finding = lookAtClock(NOON, { theirs: NOON, ours: seconds(off) });

    expect(finding).toMatchObject({ kind: 'wrong', what: expect.stringContaining(`300 seconds ${word}`) });
  });

  it('does not vouch for a clock that it could not compare', () => {
    expect(lookAtClock(NOON, null).kind).toBe('untested');
  });

  it('sees without a network that 1970 is wrong', () => {
    expect(lookAtClock(new Date(0), null).kind).toBe('wrong');
  });
});

describe("the look at Microsoft's keys", () => {
  it('finds them, and the time there', async () => {
    const date = 'Mon, 02 Nov 2026 11:50:00 GMT';
    await using microsoft = await answering({ headers: { date }, body: { jwks_uri: `${NOBODY}/keys` } });

    const { finding, clocks } = await lookAtKeys(microsoft.url, now);

    expect(finding.kind).toBe('good');
    expect(clocks).toEqual({ theirs: new Date(date), ours: NOON });
  });

  it.each([{ status: 403 }, { body: '<html>' }])('does not take a proxy for Microsoft: %j', async (answer) => {
    await using proxy = await answering(answer);

    expect((await lookAtKeys(proxy.url, now)).finding.kind).toBe('wrong');
  });

  it('says so when there is no network', async () => {
    const { finding, clocks } = await lookAtKeys(NOBODY, now);

    expect(finding).toMatchObject({ kind: 'wrong', who: expect.stringContaining('firewall') });
    expect(clocks).toBeNull();
  });
});

describe('the look at the sign-in', () => {
  it('is content with a token', async () => {
    await using microsoft = await answering({ body: { access_token: 'token', expires_in: 3600 } });

    expect((await lookAtSignIn(teams(`${microsoft.url}/token`), now)).kind).toBe('good');
  });

  it.each([
    [7000215, 'its Value'],
    [7000222, 'expired'],
    [700016, 'MICROSOFT_APP_ID'],
    [90002, 'MICROSOFT_APP_TENANT_ID'],
    [7000229, 'service principal'],
    [123456, 'AADSTS123456'],
  ])('explains refusal %d without ever showing the secret', async (code, word) => {
    const body = { error: 'invalid_client', error_description: `about ${SECRET}`, error_codes: [code] };
    await using microsoft = await answering({ status: 401, body });

    const finding = await lookAtSignIn(teams(`${microsoft.url}/token`), now);

    expect(finding.kind).toBe('wrong');
    expect(JSON.stringify(finding)).toContain(word);
    expect(JSON.stringify(finding)).not.toContain(SECRET);
  });

  it('tells a network that is closed from a refusal', async () => {
    const finding = await lookAtSignIn(teams(`${NOBODY}/token`), now);

    expect(finding).toMatchObject({ kind: 'wrong', what: expect.stringContaining('cannot be reached') });
  });

  it('says where a managed identity is given to a machine', async () => {
    const finding = await lookAtSignIn(teams(null), now);

    expect(finding).toMatchObject({ kind: 'wrong', how: expect.stringContaining('user-assigned identity') });
  });
});

describe('the look at the public address', () => {
  it('is content when the bot refuses strangers there', async () => {
    await using bot = await answering({ status: 401 });

    expect((await lookAtPublicAddress(bot.url, true)).kind).toBe('good');
    expect(bot.requests).toEqual(['POST /api/messages']);
  });

  it.each([
    [{ status: 200 }, 'unchanged'],
    [{ status: 302, headers: { location: 'https://elsewhere.example' } }, 'does not follow'],
    [{ status: 400 }, 'Host'],
    [{ status: 401, headers: { 'www-authenticate': 'Basic realm="school"' } }, 'no password'],
    [{ status: 403 }, 'firewall'],
    [{ status: 404 }, 'pass on POST'],
  ])('says what the proxy does wrong when it answers %j', async (answer, word) => {
    await using proxy = await answering(answer);

    const finding = await lookAtPublicAddress(proxy.url, true);

    expect(finding).toMatchObject({ kind: 'wrong', how: expect.stringContaining(word) });
  });

  it('cannot judge a proxy while the bot behind it is not running', async () => {
    await using proxy = await answering({ status: 502 });

    expect((await lookAtPublicAddress(proxy.url, false)).kind).toBe('untested');
  });

  it('says so when nothing answers', async () => {
    const finding = await lookAtPublicAddress(NOBODY, true);

    expect(finding).toMatchObject({ kind: 'wrong', what: expect.stringContaining('nothing listens there') });
  });
});
