import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FakeTeams } from '../fakeTeams/fakeTeams.ts';
import { SCHOOL } from '../fakeTeams/people.ts';

/** Stands between the Agents Playground and the bot, which takes nothing that Teams did not sign. */
export interface Bridge extends AsyncDisposable {
  /** What the playground is to take for the bot. */
  readonly endpoint: string;
  /** Every activity that came by, as it came. */
  readonly activities: readonly Readonly<Record<string, unknown>>[];
  /** What the bot answered to each. */
  readonly answers: readonly { readonly status: number; readonly body: string }[];
}

/**
 * Signs what the playground sends with the key of our stand-in for Teams, puts its made-up organisation under the one that
 * the bot is for, and passes it on. What the bot sends goes to the playground by itself: to the service address in the
 * activity.
 */
export async function startBridge(teams: FakeTeams, bot: string, port = 0): Promise<Bridge> {
  const activities: Readonly<Record<string, unknown>>[] = [];
  const answers: { readonly status: number; readonly body: string }[] = [];

  const pass = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const activity = inSchool(JSON.parse(await textOf(request)));
    activities.push(activity);
    const reply = await fetch(`${bot}/api/messages`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${await teams.tokens.token(String(activity['serviceUrl']))}`,
      },
      body: JSON.stringify(activity),
    });
    const body = await reply.text();
    answers.push({ status: reply.status, body });
    response.writeHead(reply.status, { 'content-type': 'application/json' });
    response.end(body);
  };
  const server = createServer((request, response) => {
    pass(request, response).catch(() => {
      response.writeHead(502);
      response.end();
    });
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));

  return {
    endpoint: `http://localhost:${(server.address() as AddressInfo).port}/api/messages`,
    activities,
    answers,
    [Symbol.asyncDispose]: () => closed(server),
  };
}

function inSchool(activity: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const { conversation, channelData } = activity as { readonly conversation?: object; readonly channelData?: object };
  return {
    ...activity,
    conversation: { ...conversation, tenantId: SCHOOL },
    channelData: { ...channelData, tenant: { id: SCHOOL } },
  };
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

async function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise<void>((resolve) => server.close(() => resolve()));
}
