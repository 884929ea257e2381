import { randomBytes } from 'node:crypto';
import { isForeign } from '../../http/foreign.ts';
import { asObject } from '../../http/jsonBody.ts';
import { createRateLimit } from '../../http/rateLimit.ts';
import type { Route } from '../../http/route.ts';
import type { Site } from '../../http/site.ts';
import type { ConversationStore } from '../../ports.ts';
import { forbidden } from './access.ts';
import type { BrowserCookie } from './browserCookie.ts';
import type { ConversationIds } from './conversationId.ts';
import { seconds, type Tokens } from './token.ts';

/**
 * `POST /api/directline/token`: the chat page's way in. A browser that has been here gets its newest conversation
 * back; `{ "new": true }` begins another one.
 */
export function tokenRoute(options: {
  readonly tenant: string;
  readonly conversations: Pick<ConversationStore, 'latestOf'>;
  readonly tokens: Tokens;
  readonly ids: ConversationIds;
  readonly cookie: BrowserCookie;
  readonly site: Site;
  readonly tokensPerMinute: number;
  readonly now: () => Date;
}): Route {
  const { tenant, conversations, tokens, ids, cookie, site, now } = options;
  const limit = createRateLimit(options.tokensPerMinute, 60);

  const newestOf = async (userId: string): Promise<string | undefined> => {
    const newest = await conversations.latestOf(tenant, userId, 'directline');
    return newest && ids.isGenuine(newest.id) ? newest.id : undefined;
  };

  return {
    method: 'POST',
    path: '/api/directline/token',
    takesBody: true,
    async handle(request) {
      if (isForeign(request, site)) throw forbidden();
      const { new: wantsNew } = asObject(request.body ?? {});
      const { cookie: sent } = request.headers;
      const known = await cookie.read(sent);
      await limit.take(known ?? request.ip);

      const userId = known ?? `dl_${randomBytes(16).toString('base64url')}`;
      const kept = known === undefined || wantsNew === true ? undefined : await newestOf(known);
      const conversationId = kept ?? ids.mint();
      const token = await tokens.issue({ tenant, conversationId, userId, since: seconds(now()) });
      return { status: 200, headers: { 'set-cookie': await cookie.write(userId) }, body: { ...token, userId } };
    },
  };
}
