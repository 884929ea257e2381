import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { createAuthentication } from '../../../../bot/channels/teams/authentication.ts';
import type { TeamsActivity } from '../../../../bot/channels/teams/incomingActivity.ts';
import { messagesRoute } from '../../../../bot/channels/teams/messagesRoute.ts';
import { allowedServices } from '../../../../bot/channels/teams/serviceUrl.ts';
import { createSigningKeys } from '../../../../bot/channels/teams/signingKeys.ts';
import { startServer, type TestServer } from '../../http/testServer.ts';
import { type FakeTeams, startFakeTeams } from './fakeTeams/fakeTeams.ts';
import { APP_ID, aMessage, aPerson } from './fakeTeams/people.ts';
import type { Answer } from './fakeTeams/redelivery.ts';

const anna = aPerson('Anna');
const activity = aMessage(anna, 'hallo');

/** The one answer to everybody who is turned away. */
const REFUSAL = { error: { code: 'NotAccepted', message: 'The request is not accepted.' } };

describe('the door for Teams', () => {
  let teams: FakeTeams;
  let server: TestServer;
  let received: TeamsActivity[];

  beforeAll(async () => {
    teams = await startFakeTeams();
    const { clock, connector } = teams;
    const authentication = createAuthentication({
      appId: APP_ID,
      keys: createSigningKeys({ metadata: connector.metadata, now: clock.now }),
      isAllowedService: allowedServices([connector.host]),
      now: clock.now,
    });
    const receive = async (one: TeamsActivity) => {
      received.push(one);
      return { status: 200 };
    };
    server = await startServer({
      routes: [messagesRoute({ authentication, receive, log: pino({ level: 'silent' }) })],
    });
    teams.connectTo(server.url);
  });

  beforeEach(() => {
    received = [];
  });

  afterAll(async () => {
    await server[Symbol.asyncDispose]();
    await teams[Symbol.asyncDispose]();
  });

  function expectRefusal(answer: Answer, status = 401) {
    expect(answer).toEqual({ status, body: REFUSAL });
    expect(received).toEqual([]);
  }

  it('opens for a message that Teams itself sent', async () => {
    const answer = await teams.knock({ activity });

    expect(answer.status).toBe(200);
    expect(received).toMatchObject([{ text: 'hallo', scope: 'personal', tenant: anna.tenant }]);
  });

  it('A01 stays shut without an Authorization header', async () => {
    expectRefusal(await teams.knock({ authorization: null, activity }));
  });

  it.each(['Basic YTpi', 'Bearer', 'Bearer a.b', 'Bearer a.b.c', 'Bearer {}.{}.{}', `Bearer ${'x'.repeat(5000)}`])(
    'A01 stays shut for the header %.20s',
    async (authorization) => {
      expectRefusal(await teams.knock({ authorization, activity }));
    },
  );

  it('A03 stays shut for a token without a signature', async () => {
    const token = await teams.tokens.unsigned(teams.connector.serviceUrl);

    expectRefusal(await teams.knock({ authorization: `Bearer ${token}`, activity }));
    expectRefusal(await teams.knock({ authorization: `Bearer ${token}c2ln`, activity }));
  });

  it('A04 stays shut for a token signed with the public key as a password', async () => {
    const key = new TextEncoder().encode(teams.tokens.publicPem);

    expectRefusal(await teams.knock({ token: { header: { alg: 'HS256' }, key }, activity }));
  });

  it('A05 stays shut for a token of another issuer', async () => {
    expectRefusal(await teams.knock({ token: { issuer: 'https://api.botframework.us' }, activity }));
  });

  it('A06 stays shut for a token that was made for another bot', async () => {
    expectRefusal(await teams.knock({ token: { audience: '7d2f1c3b-5a64-49e8-9b0d-f18c6a2e7350' }, activity }));
  });

  it('A07 stays shut for a token that ended six minutes ago, and opens four minutes after its end', async () => {
    expectRefusal(await teams.knock({ token: { expiresIn: -6 * 60 }, activity }));

    expect((await teams.knock({ token: { expiresIn: -4 * 60 }, activity })).status).toBe(200);
  });

  it('A07 stays shut for a token that is not good yet', async () => {
    expectRefusal(await teams.knock({ token: { notBeforeIn: 6 * 60 }, activity }));
  });

  it('A08 asks for the keys at most once in ten minutes, however many unknown keys come by', async () => {
    await teams.knock({ activity });
    await teams.clock.pass(11 * 60);
    received = [];
    const before = teams.connector.metadataRequests;

    for (let batch = 0; batch < 10; batch++) {
      const answers = await Promise.all(
        Array.from({ length: 100 }, (_, index) =>
          teams.knock({ token: { header: { kid: `made-up-${batch}-${index}` } }, activity }),
        ),
      );
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([401]));
    }

    expect(teams.connector.metadataRequests - before).toBe(1);
    expect(received).toEqual([]);
  });

  it.each(['jku', 'x5u'])(
    'A09 stays shut for a token that says by %s where its key is, and does not look there',
    async (name) => {
      const elsewhere = `${teams.connector.serviceUrl}keys-of-a-stranger`;
      const header = { [name]: elsewhere };

      expectRefusal(await teams.knock({ token: { header, key: teams.tokens.strangersKey }, activity }));
      expectRefusal(await teams.knock({ token: { header }, activity }));
      expect(teams.connector.requests.join()).not.toContain('stranger');
    },
  );

  it('A09 stays shut for a token that brings its own key', async () => {
    const jwk = { kty: 'RSA', n: 'AQAB', e: 'AQAB' };

    expectRefusal(await teams.knock({ token: { header: { jwk } }, activity }));
  });

  it('A09 stays shut for a known key id with the signature of a stranger', async () => {
    expectRefusal(await teams.knock({ token: { key: teams.tokens.strangersKey }, activity }));
  });

  it('A10 stays shut when the body names another service than the token', async () => {
    const elsewhere = { ...activity, serviceUrl: `${teams.connector.serviceUrl}other/` };

    expectRefusal(await teams.knock({ activity: elsewhere }));
  });

  it('A10 stays shut when the token names no service', async () => {
    expectRefusal(await teams.knock({ token: { serviceUrl: null }, activity }));
  });

  it('A11 answers 400 to a good token with a body that names no service', async () => {
    expectRefusal(await teams.knock({ activity: { ...activity, serviceUrl: undefined } }), 400);
  });

  it.each(['AseChannel', 'emulator', 'directline', '', undefined])(
    'A12 A15 stays shut for the channel %s',
    async (channelId) => {
      expectRefusal(await teams.knock({ activity: { ...activity, channelId } }));
    },
  );

  it.each([
    ['A13', 'the emulator', 'https://login.microsoftonline.com/f8cdef31-a31e-4b4a-93e4-5f571e91255a/v2.0'],
    ['A14', 'another bot', `https://login.microsoftonline.com/${anna.tenant}/v2.0`],
    ['A14', 'another bot of old', `https://sts.windows.net/${anna.tenant}/`],
  ])('%s stays shut for a token as %s has it', async (_id, _whose, issuer) => {
    expectRefusal(await teams.knock({ token: { issuer }, activity }));
  });

  it('A15 stays shut when the key may not speak for Teams', async () => {
    teams.tokens.endorsements = ['webchat'];
    await teams.clock.pass(25 * 60 * 60);

    expectRefusal(await teams.knock({ activity }));

    teams.tokens.endorsements = ['msteams'];
    await teams.clock.pass(25 * 60 * 60);
    expect((await teams.knock({ activity })).status).toBe(200);
  });

  it.each([
    'https://smba.trafficmanager.net@evil.example/',
    'https://evil.example/smba.trafficmanager.net/',
    'https://[::1]/',
    'https://2130706433/',
    'https://smba.trafficmanager.net.evil.example/',
    'https://smba.trafficmanager.net./',
    'http://smba.trafficmanager.net/',
    'javascript:alert(1)',
  ])('A16 stays shut for %s, even when a token names it', async (serviceUrl) => {
    const before = teams.connector.requests.length;

    expectRefusal(await teams.knock({ token: { serviceUrl }, activity: { ...activity, serviceUrl } }));
    expect(teams.connector.requests).toHaveLength(before);
  });

  it('A20 opens with the keys it has for 24 hours while new ones cannot be had, and then for nobody', async () => {
    await teams.clock.pass(13 * 60 * 60);
    await teams.knock({ activity });
    teams.connector.hidesKeys = true;

    await teams.clock.pass(23 * 60 * 60);
    expect((await teams.knock({ activity })).status).toBe(200);
    await teams.clock.pass(2 * 60 * 60);
    received = [];
    expectRefusal(await teams.knock({ activity }), 503);

    teams.connector.hidesKeys = false;
    await teams.clock.pass(10);
    expect((await teams.knock({ activity })).status).toBe(200);
  });

  it('A21 says the same to everybody it turns away, without a word of a library', async () => {
    const answers = [
      await teams.knock({ authorization: null, activity }),
      await teams.knock({ authorization: 'Bearer a.b.c', activity: {} }),
      await teams.knock({ token: { expiresIn: -600 }, activity }),
      await teams.knock({ activity: { ...activity, serviceUrl: undefined } }),
      await teams.knock({ activity: { channelId: 'msteams' } }),
    ];

    expect(answers.map(({ status }) => status)).toEqual([401, 401, 401, 400, 400]);
    for (const { body } of answers) expect(body).toEqual(REFUSAL);
  });
});

describe('the list of services', () => {
  const isAllowed = allowedServices(['smba.trafficmanager.net']);

  it.each([
    'https://smba.trafficmanager.net/emea/',
    'https://smba.trafficmanager.net/teams',
    'https://smba.trafficmanager.net/',
  ])('A16 has %s on it', (url) => {
    expect(isAllowed(url)).toBe(true);
  });

  it.each([
    'https://smba.trafficmanager.net@evil.example/',
    'https://user:pass@smba.trafficmanager.net/',
    'https://SMBA.trafficmanager.net@evil.example/',
    'https://smba.trafficmanager.net:8443/',
    'https://smba.trafficmanager.net\\@evil.example/',
    'https://smba.trafficmanager.net/emea/?to=https://evil.example',
    'https://smba.trafficmanager.net/emea/#x',
    'https://smba.trafficmanager.net/a/../../b',
    'https://smba.trafficmanager.net./',
    'https://[::1]/',
    'https://2130706433/',
    'https://127.0.0.1/',
    'http://smba.trafficmanager.net/',
    'ftp://smba.trafficmanager.net/',
    '//smba.trafficmanager.net/',
    '',
    undefined,
    7,
  ])('A16 does not have %s on it', (url) => {
    expect(isAllowed(url)).toBe(false);
  });
});
