import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from '@jest/globals';
import { createAppToken } from '../../../bot/channels/teams/appToken.ts';
import { readTeams } from '../../../bot/channels/teams/teamsConfig.ts';
import { sideBySide } from '../../../bot/keys/sideBySide.ts';

const ID = '3f2504e0-4f89-41d3-9a0c-0305e82c3301';
const [OLD, NEW] = ['x8Q~abcdefghijklmnopqrstuvwxyz', 'y9R~abcdefghijklmnopqrstuvwxyz'];

/** Gives tokens to who knows this secret, as Microsoft does. */
async function loginThatKnows(secret: string) {
  const asked: string[] = [];
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const given = new URLSearchParams(await text(request)).get('client_secret') ?? '';
    asked.push(given);
    response.writeHead(given === secret ? 200 : 401, { 'content-type': 'application/json' });
    response.end(JSON.stringify(given === secret ? { access_token: 'token', expires_in: 301 } : {}));
  };
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { asked, url: `http://127.0.0.1:${port}`, [Symbol.asyncDispose]: async () => void server.close() };
}

describe('two secrets side by side', () => {
  it('are tried in turn, the one that counted last first', () => {
    const secrets = sideBySide(['one', 'two']);

    const hasOther = secrets.refused('one');
    const isStillTold = secrets.refused('one');

    expect([hasOther, isStillTold, secrets.current()]).toEqual([true, true, 'two']);
  });

  it('are one after the other when there is only one', () => {
    const alone = sideBySide(['one']);

    expect([alone.refused('one'), alone.current()]).toEqual([false, 'one']);
    expect(sideBySide([]).current()).toBeUndefined();
  });

  it.each([
    ['new one is made', OLD, [OLD, OLD]],
    ['old one is gone', NEW, [OLD, NEW, NEW]],
  ])('C11 let the bot in at Microsoft when the %s', async (_, known, expected) => {
    await using login = await loginThatKnows(known);
    const { teams } = readTeams(
      {
        MICROSOFT_APP_ID: ID,
        MICROSOFT_APP_TYPE: 'SingleTenant',
        MICROSOFT_APP_TENANT_ID: ID,
        MICROSOFT_APP_PASSWORD: OLD,
        MICROSOFT_APP_PASSWORD_NEXT: NEW,
        TEAMS_TOKEN_ENDPOINT: login.url,
      },
      'https://bot.school.nl',
      {},
    );
    if (!teams) throw new Error('The settings are not right.');
    const token = createAppToken(teams, () => new Date());

    const given = [await token.get()];
    token.forget('token');
    given.push(await token.get());

    expect(given.map((one) => one.token)).toEqual(['token', 'token']);
    expect(login.asked).toEqual(expected);
  });
});
