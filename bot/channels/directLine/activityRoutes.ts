import { randomUUID } from 'node:crypto';
import { createRateLimit, tooMany } from '../../http/rateLimit.ts';
import type { HttpReply, HttpRequest, Route } from '../../http/route.ts';
import type { ConversationStore, TurnRunner } from '../../ports.ts';
import type { Access } from './access.ts';
import { activitySet } from './activitySet.ts';
import { parseIncoming } from './incomingActivity.ts';
import { parseWatermark } from './watermark.ts';
import type { Welcome } from './welcome.ts';

const PATH = '/v3/directline/conversations/:conversationId/activities';
/** Activities in one answer; a polling client comes back for the rest. */
const PAGE = 200;

/** Saying something, and reading what was said. An answer to a post means that it has been kept. */
export function activityRoutes(options: {
  readonly access: Access;
  readonly conversations: Pick<ConversationStore, 'readLog' | 'load'>;
  readonly runner: Pick<TurnRunner, 'run'>;
  readonly welcome: Welcome;
  readonly events: ReadonlySet<string>;
  readonly postsPerTenSeconds: number;
  readonly now: () => Date;
}): readonly Route[] {
  const { access, conversations, runner, welcome, events, now } = options;
  const limit = createRateLimit(options.postsPerTenSeconds, 10);

  const post = async (request: HttpRequest): Promise<HttpReply> => {
    const session = await access.authorize(request);
    const { tenant, conversationId, userId } = session;
    await limit.take(userId);
    const incoming = parseIncoming(request.body, events, now());
    if (incoming.kind === 'ignored') return { status: 200, body: { id: `${conversationId}|${randomUUID()}` } };

    const { dedupeKey } = incoming;
    const activity = { ...incoming.activity, from: { id: userId, name: '', role: 'user' } };
    const begun = await welcome.ensure(session, activity.locale);
    const outcome =
      begun === 'busy'
        ? { status: 'busy' as const }
        : await runner.run({ tenant, conversationId, userId, channel: 'directline', activity, dedupeKey });
    if (outcome.status === 'busy') throw tooMany(1);
    return { status: 200, body: { id: outcome.activityId } };
  };

  const read = async (request: HttpRequest): Promise<HttpReply> => {
    const { tenant, conversationId } = await access.authorize(request);
    const after = parseWatermark(request.query.get('watermark'));
    const logged = await conversations.readLog(tenant, conversationId, after, PAGE);
    if (logged.length > 0) return { status: 200, body: activitySet(conversationId, logged, after) };

    const end = (await conversations.load(tenant, conversationId))?.lastSeq ?? 0;
    return { status: 200, body: activitySet(conversationId, [], Math.min(after, end)) };
  };

  return [
    { method: 'POST', path: PATH, takesBody: true, handle: post },
    { method: 'GET', path: PATH, handle: read },
  ];
}
