import type { Logger } from 'pino';
import type { HttpReply, Route } from '../../http/route.ts';
import type { Authentication } from './authentication.ts';
import { readActivity, type TeamsActivity } from './incomingActivity.ts';
import { TeamsRefusal } from './refusal.ts';

/** A message of 28 KB comes twice in its activity, once as text and once as HTML, and brings its surroundings. */
const MAX_BODY = 256 * 1024;

/** `POST /api/messages`: where Teams delivers what people say and do. An answer of 2xx means that it has been kept. */
export function messagesRoute(options: {
  readonly authentication: Authentication;
  readonly receive: (activity: TeamsActivity) => Promise<HttpReply>;
  readonly log: Logger;
}): Route {
  const { authentication, receive, log } = options;
  return {
    method: 'POST',
    path: '/api/messages',
    takesBody: true,
    maxBody: MAX_BODY,
    async handle({ headers, body }) {
      try {
        await authentication.check(headers['authorization'], objectOr(body));
        return await receive(readActivity(body));
      } catch (error) {
        if (error instanceof TeamsRefusal) log.warn({ status: error.status, why: error.why }, 'Teams: refused');
        throw error;
      }
    },
  };
}

/** Without a good token nobody learns whether the body was one. */
function objectOr(body: unknown): Readonly<Record<string, unknown>> {
  return typeof body === 'object' && body !== null ? (body as Readonly<Record<string, unknown>>) : {};
}
