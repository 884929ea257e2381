import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createLocalJWKSet, type JSONWebKeySet, jwtVerify } from 'jose';
import { startServer, type TestServer } from '../../http/testServer.ts';
import { type FakeTeams, startFakeTeams } from './fakeTeams/fakeTeams.ts';
import { APP_ID, aMessage, aPerson, aTap, type Wire } from './fakeTeams/people.ts';

describe('the stand-in for Teams', () => {
  const anna = aPerson('Anna');
  let teams: FakeTeams;
  let bot: TestServer;
  let got: Wire[];
  let status: number;

  beforeEach(async () => {
    teams = await startFakeTeams();
    got = [];
    status = 200;
    const handle = ({ body }: { readonly body: unknown }) => {
      got.push(body as Wire);
      return { status };
    };
    bot = await startServer({ routes: [{ method: 'POST', path: '/api/messages', takesBody: true, handle }] });
    teams.connectTo(bot.url);
  });

  afterEach(async () => {
    await bot[Symbol.asyncDispose]();
    await teams[Symbol.asyncDispose]();
  });

  /** A call of the bot, with an app token that it fetched. */
  async function call(method: string, path: string, body: object = {}): Promise<Response> {
    const { access_token } = await json(await fetch(teams.connector.tokenEndpoint, { method: 'POST' }));
    return fetch(`${teams.connector.serviceUrl}${path}`, {
      method,
      headers: { authorization: `Bearer ${access_token}` },
      body: method === 'GET' ? null : JSON.stringify(body),
    });
  }

  async function json(reply: Response): Promise<Record<string, string>> {
    return (await reply.json()) as Record<string, string>;
  }

  it('signs with a key that its metadata lead to', async () => {
    const { jwks_uri: keys = '' } = await json(await fetch(teams.connector.metadata));
    const set = (await (await fetch(keys)).json()) as JSONWebKeySet;
    const token = await teams.tokens.token(teams.connector.serviceUrl);

    const { payload } = await jwtVerify(token, createLocalJWKSet(set), { currentDate: teams.clock.now() });
    expect(payload).toMatchObject({ iss: 'https://api.botframework.com', aud: APP_ID });
    expect(payload['serviceurl']).toBe(teams.connector.serviceUrl);
  });

  it('delivers again after 15 seconds under the same id when the bot does not answer well', async () => {
    status = 503;
    await teams.redelivery.deliver(aMessage(anna, 'hallo'));
    await teams.clock.pass(14);
    expect(got).toHaveLength(1);

    status = 200;
    await teams.clock.pass(60);
    expect(got).toHaveLength(2);
    expect(got[1]?.id).toBe(got[0]?.id);
  });

  it('delivers an invoke again after 30 seconds under a new id', async () => {
    teams.redelivery.losesAnswers = 1;
    await teams.redelivery.deliver(aTap(anna, { nonce: 'nonce-0001' }));
    await teams.clock.pass(29);
    expect(got).toHaveLength(1);

    await teams.clock.pass(60);
    expect(got).toHaveLength(2);
    expect(got[1]?.id).not.toBe(got[0]?.id);
    expect(got[1]?.['value']).toEqual(got[0]?.['value']);
  });

  it('takes seven messages in a second for one conversation, and says when the next may come', async () => {
    const send = () => call('POST', 'v3/conversations/a:1/activities', { text: 'x' });
    for (let count = 0; count < 7; count++) expect((await send()).status).toBe(201);

    const eighth = await send();
    expect(eighth.status).toBe(429);
    await teams.clock.pass(Number(eighth.headers.get('retry-after')));
    expect((await send()).status).toBe(201);
    expect(teams.connector.delivered).toHaveLength(8);
  });

  it('takes nothing without an app token', async () => {
    const reply = await fetch(`${teams.connector.serviceUrl}v3/conversations/a:1/activities`, { method: 'POST' });

    expect(reply.status).toBe(401);
    expect(teams.connector.delivered).toEqual([]);
  });

  it('shows a message whose answer gets lost, and not one that is refused', async () => {
    teams.connector.faults.add({ kind: 'lost-answer', status: 504 }, { kind: 'refused', status: 412 });
    const statuses = [
      (await call('POST', 'v3/conversations/a:1/activities', { text: 'een' })).status,
      (await call('POST', 'v3/conversations/a:1/activities', { text: 'twee' })).status,
    ];

    expect(statuses).toEqual([504, 412]);
    expect(teams.textsIn('a:1')).toEqual(['een']);
  });

  it('changes a message, and takes it away', async () => {
    const { id } = await json(await call('POST', 'v3/conversations/a:1/activities', { text: 'een' }));

    await call('PUT', `v3/conversations/a:1/activities/${id}`, { text: 'twee' });
    expect(teams.textsIn('a:1')).toEqual(['twee']);
    await call('DELETE', `v3/conversations/a:1/activities/${id}`);
    expect(teams.textsIn('a:1')).toEqual([]);
    expect((await call('PUT', `v3/conversations/a:1/activities/${id}`)).status).toBe(404);
  });

  it('opens one personal chat with each person, and knows who is in it', async () => {
    const open = async () => json(await call('POST', 'v3/conversations', { members: [{ id: anna.id }] }));
    const { id } = await open();

    expect((await open())['id']).toBe(id);
    expect(await (await call('GET', `v3/conversations/${id}/members`)).json()).toEqual([{ id: anna.id }]);
  });
});
