import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTabTokens, TabRefused, type TabTokens } from '../../../bot/teamsTab/tabTokens.ts';
import { APP_ID, SCHOOL } from '../channels/teams/fakeTeams/people.ts';
import { ANOTHER_SCHOOL, type FakeEntra, fakeEntra } from './fakeEntra.ts';

const PUBLIC_URL = 'https://bot.school.nl';

let entra: FakeEntra;
let tokens: TabTokens;
beforeAll(async () => {
  entra = await fakeEntra();
  tokens = tokensFrom(entra.authority);
});
afterAll(async () => entra?.[Symbol.asyncDispose]());

function tokensFrom(authority: string): TabTokens {
  return createTabTokens({
    authority,
    appId: APP_ID,
    publicUrl: PUBLIC_URL,
    tenants: [SCHOOL],
    now: () => new Date(),
  });
}

const refusalOf = async (token: Promise<string>, from = tokens) => {
  const error = await from.verify(await token).catch((one: unknown) => one);
  return error instanceof TabRefused ? error.status : 'let in';
};
const seconds = () => Math.floor(Date.now() / 1000);

describe('a token of the tab', () => {
  it('says who somebody is: organisation and object, in small letters', async () => {
    const person = await tokens.verify(await entra.token());

    expect(person).toEqual({ tenant: SCHOOL, userId: 'aaaa0000-1111-2222-3333-444455556666', name: 'Anna de Wit' });
  });

  it.each([APP_ID, `api://bot.school.nl/botid-${APP_ID}`, `api://bot.school.nl/${APP_ID}`, `api://${APP_ID}`])(
    'is for this app when it is for %s',
    async (aud) => {
      expect(await refusalOf(entra.token({ aud }))).toBe('let in');
    },
  );

  it.each([
    ['for another app', () => ({ aud: ANOTHER_SCHOOL })],
    ['for the same app at another address', () => ({ aud: `api://evil.example/botid-${APP_ID}` })],
    ['of another issuer', () => ({ iss: `https://login.microsoftonline.com/${SCHOOL}/v2.0` })],
    ['of the issuer of another organisation', () => ({ iss: `${entra.authority}/${ANOTHER_SCHOOL}/v2.0` })],
    ['that is over', () => ({ exp: seconds() - 120 })],
    ['that does not say when it is over', () => ({ exp: undefined })],
    ['that begins later', () => ({ nbf: seconds() + 600 })],
    ['without the scope', () => ({ scp: undefined })],
    ['with another scope', () => ({ scp: 'User.Read access_as_user2' })],
    ['without a person', () => ({ oid: undefined })],
    ['that names a person by e-mail alone', () => ({ oid: undefined, upn: 'anna@school.nl' })],
  ])('%s is refused', async (_, changes) => {
    expect(await refusalOf(entra.token(changes()))).toBe(401);
  });

  it('signed with another key is refused', async () => {
    expect(await refusalOf(entra.token({}, { key: 'strange' }))).toBe(401);
  });

  it('that is not signed is refused', async () => {
    const [, payload] = (await entra.token()).split('.');
    const header = Buffer.from(JSON.stringify({ alg: 'none' })).toString('base64url');

    expect(await refusalOf(Promise.resolve(`${header}.${payload}.`))).toBe(401);
  });

  it.each(['', 'x', 'x.y.z'])('that is none (%j) is refused', async (token) => {
    expect(await refusalOf(Promise.resolve(token))).toBe(401);
  });

  it('of another organisation is refused without asking for its keys', async () => {
    const before = entra.requests.length;

    const status = await refusalOf(
      entra.token({ tid: ANOTHER_SCHOOL, iss: `${entra.authority}/${ANOTHER_SCHOOL}/v2.0` }),
    );

    expect(status).toBe(403);
    expect(entra.requests).toHaveLength(before);
  });

  it('is not refused but put off while the keys cannot be had', async () => {
    const status = await refusalOf(
      entra.token({ iss: `http://127.0.0.1:9/${SCHOOL}/v2.0` }),
      tokensFrom('http://127.0.0.1:9'),
    );

    expect(status).toBe(503);
  });
});
