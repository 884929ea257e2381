import { z } from 'zod';
import { HttpError } from '../../http/httpError.ts';
import { tooMany } from '../../http/rateLimit.ts';
import type { HttpReply, HttpRequest, Route } from '../../http/route.ts';
import type { Site } from '../../http/site.ts';
import type { Access } from './access.ts';
import type { Session } from './session.ts';
import type { StreamTickets } from './streamTickets.ts';
import type { Tokens } from './token.ts';
import { parseWatermark } from './watermark.ts';
import type { Welcome } from './welcome.ts';

const startSchema = z.object({ locale: z.string().max(35).optional().catch(undefined) }).catch({ locale: undefined });

/** Opening a conversation, coming back to it, and refreshing its token. */
export function conversationRoutes(options: {
  readonly access: Access;
  readonly tokens: Tokens;
  readonly tickets: StreamTickets;
  readonly welcome: Welcome;
  /** Called when a teacher opens the chat again. */
  readonly greetAgain: (session: Session) => Promise<void>;
  readonly site: Site;
}): readonly Route[] {
  const { access, tokens, tickets, welcome, greetAgain, site } = options;

  const enter = async (request: HttpRequest, session: Session, after: number, locale?: string): Promise<HttpReply> => {
    const begun = await welcome.ensure(session, locale);
    if (begun === 'busy') throw tooMany(1);

    const issued = await tokens.issue(session);
    const ticket = await tickets.issue({ session, after });
    const { host } = request.headers;
    const origin = site.originFor(host).replace(/^http/, 'ws');
    const streamUrl = `${origin}/v3/directline/conversations/${session.conversationId}/stream?t=${ticket}`;
    return { status: begun === 'now' ? 201 : 200, body: { ...issued, streamUrl } };
  };

  return [
    {
      method: 'POST',
      path: '/v3/directline/tokens/refresh',
      handle: async (request) => ({ status: 200, body: await tokens.issue(await access.authenticate(request)) }),
    },
    {
      method: 'POST',
      path: '/v3/directline/conversations',
      takesBody: true,
      handle: async (request) => {
        const session = await access.authenticate(request);
        const reply = await enter(request, session, 0, startSchema.parse(request.body).locale);
        if (reply.status === 200) await greetAgain(session);
        return reply;
      },
    },
    {
      method: 'GET',
      path: '/v3/directline/conversations/:conversationId',
      handle: async (request) => {
        const session = await access.authorize(request);
        const after = parseWatermark(request.query.get('watermark'));
        const reply = await enter(request, session, after);
        return { ...reply, status: 200 };
      },
    },
    {
      method: 'GET',
      path: '/v3/directline/conversations/:conversationId/stream',
      handle: async (request) => {
        await access.authorize(request);
        throw new HttpError(426, 'BadArgument', 'The stream is a WebSocket.', { upgrade: 'websocket' });
      },
    },
    {
      method: 'POST',
      path: '/v3/directline/conversations/:conversationId/upload',
      handle: async (request) => {
        await access.authorize(request);
        throw new HttpError(415, 'BadArgument', 'This bot takes no files.');
      },
    },
  ];
}
