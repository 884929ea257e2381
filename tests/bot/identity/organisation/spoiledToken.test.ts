import { once } from 'node:events';
import { createServer } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { headlessBrowser } from './headlessBrowser.ts';
import { type IdentityAlone, identityAlone } from './identityAlone.ts';
import { anAccount } from './productWithAccounts.ts';
import { CLIENT_ID } from './realProvider.ts';

type Keys = Awaited<ReturnType<typeof generateKeyPair>>;

/** What the token endpoint answers with; set by each test. */
let idToken: (nonce: string) => Promise<string>;
let issuer: string;
let keys: Keys;
let strangeKeys: Keys;
let alone: IdentityAlone;
let stop: () => Promise<unknown>;

beforeAll(async () => {
  [keys, strangeKeys] = await Promise.all([generateKeyPair('RS256'), generateKeyPair('RS256')]);
  alone = await identityAlone(async () => {
    const provider = await aProviderThatSaysAnything();
    stop = provider.stop;
    return provider;
  });
}, 60_000);
afterAll(async () => {
  await alone?.[Symbol.asyncDispose]();
  await stop?.();
});

/** Metadata and keys as they should be, and whatever token the test wants. */
async function aProviderThatSaysAnything() {
  const jwk = { ...(await exportJWK(keys.publicKey)), kid: 'k', alg: 'RS256', use: 'sig' };
  const answerTo = async (address: string): Promise<object> => {
    const answers: Readonly<Record<string, () => Promise<object> | object>> = {
      '/.well-known/openid-configuration': () => ({
        issuer,
        authorization_endpoint: `${issuer}/authorize`,
        token_endpoint: `${issuer}/token`,
        jwks_uri: `${issuer}/jwks`,
        id_token_signing_alg_values_supported: ['RS256'],
      }),
      '/jwks': () => ({ keys: [jwk] }),
      '/token': async () => ({
        access_token: 'a',
        token_type: 'Bearer',
        expires_in: 60,
        id_token: await idToken(nonce),
      }),
    };
    return (await answers[address]?.()) ?? {};
  };
  const server = createServer((request, response) => {
    response.setHeader('content-type', 'application/json');
    void answerTo(request.url ?? '').then((answer) => response.end(JSON.stringify(answer)));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  issuer = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  return {
    issuer,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

let nonce = '';

/** Goes away and comes back with a code, for which the provider gives the token of the test. */
async function comeBack() {
  const browser = headlessBrowser();
  const away = await browser.fetch(`${alone.url}/sign-in/start`);
  const { searchParams } = new URL(away.headers.get('location') ?? '');
  nonce = searchParams.get('nonce') ?? '';
  const reply = await browser.fetch(`${alone.url}/sign-in/callback?code=c&state=${searchParams.get('state')}`);
  return { reply, person: await alone.who(browser), asked: searchParams };
}

const seconds = () => Math.floor(Date.now() / 1000);
const claims = (changes: object = {}) => ({
  iss: issuer,
  aud: CLIENT_ID,
  sub: 's',
  iat: seconds(),
  exp: seconds() + 60,
  nonce,
  ...anAccount('oid-anna', ['teacher']),
  ...changes,
});
const signed = (payload: object, { privateKey } = keys) =>
  new SignJWT({ ...payload }).setProtectedHeader({ alg: 'RS256', kid: 'k' }).sign(privateKey);

describe('a token of the provider', () => {
  it('that is right lets its person in', async () => {
    idToken = () => signed(claims());

    const { reply, person } = await comeBack();

    expect(reply.status).toBe(303);
    expect(person?.userId).toBe('oid-anna');
  });

  it('is asked for with PKCE, state and nonce, and not with an address of mail', async () => {
    idToken = () => signed(claims());

    const { asked } = await comeBack();

    expect(asked.get('code_challenge_method')).toBe('S256');
    for (const name of ['state', 'nonce', 'code_challenge']) expect(asked.get(name)?.length).toBeGreaterThanOrEqual(43);
    expect(asked.get('scope')).toBe('openid profile offline_access');
  });

  it.each([
    ['for another client', () => signed(claims({ aud: 'another' }))],
    ['for us and for somebody else, who asked for it', () => signed(claims({ aud: [CLIENT_ID, 'x'], azp: 'x' }))],
    ['of another issuer', () => signed(claims({ iss: 'https://evil.example' }))],
    ['with the nonce of another sign-in', () => signed(claims({ nonce: 'x'.repeat(43) }))],
    ['without a nonce', () => signed(claims({ nonce: undefined }))],
    ['that is over', () => signed(claims({ iat: seconds() - 600, exp: seconds() - 300 }))],
    ['signed with another key', () => signed(claims(), strangeKeys)],
    [
      'that is not signed',
      async () => {
        const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
        return `${part({ alg: 'none' })}.${part(claims())}.`;
      },
    ],
  ])('W17 %s is refused', async (_, make) => {
    idToken = make;

    const { reply, person } = await comeBack();

    expect(reply.status).toBe(400);
    expect(person).toBeNull();
  });

  it.each([
    ['of another organisation', { tid: '9f2504e0-4f89-41d3-9a0c-0305e82c3309' }],
    ['without an organisation', { tid: undefined }],
    ['without a person', { oid: undefined }],
    ['that names a person by e-mail alone', { oid: undefined, email: 'anna@school.nl', preferred_username: 'anna' }],
    ['without a role', { roles: undefined }],
    ['with roles that are no text', { roles: [{ teacher: true }, 1] }],
  ])('W17 %s does not let its person in', async (_, changes) => {
    idToken = () => signed(claims(changes));

    const { reply, person } = await comeBack();

    expect(reply.status).toBe(403);
    expect(person).toBeNull();
  });
});
