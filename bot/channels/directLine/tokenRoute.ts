import { isForeign } from '../../http/foreign.ts';
import { HttpError } from '../../http/httpError.ts';
import { asObject } from '../../http/jsonBody.ts';
import { createRateLimit } from '../../http/rateLimit.ts';
import { noteWho } from '../../http/requestNotes.ts';
import type { Route } from '../../http/route.ts';
import type { Site } from '../../http/site.ts';
import type { ConversationStore } from '../../ports.ts';
import { forbidden } from './access.ts';
import type { ConversationIds } from './conversationId.ts';
import type { Talker, Talkers } from './talkers.ts';
import { seconds, type Tokens } from './token.ts';

/**
 * `POST /api/directline/token`: the chat page's way in. A browser that has been here gets its newest conversation
 * back; `{ "new": true }` begins another one.
 */
export function tokenRoute(options: {
  readonly talkers: Talkers;
  readonly conversations: Pick<ConversationStore, 'latestOf'>;
  readonly tokens: Tokens;
  readonly ids: ConversationIds;
  readonly site: Site;
  readonly tokensPerMinute: number;
  readonly now: () => Date;
}): Route {
  const { talkers, conversations, tokens, ids, site, now } = options;
  const limit = createRateLimit(options.tokensPerMinute, 60);

  const newestOf = async ({ tenant, userId }: Talker): Promise<string | undefined> =>
    (await conversations.latestOf(tenant, userId, 'directline'))?.id;

  return {
    method: 'POST',
    path: '/api/directline/token',
    takesBody: true,
    async handle(request) {
      if (isForeign(request, site)) throw forbidden();
      const { new: wantsNew } = asObject(request.body ?? {});
      const talker = await talkers.of(request);
      if (!talker) throw new HttpError(401, 'MissingToken', 'Sign in first.');
      const { tenant, userId, signIn, isKnown, headers } = talker;
      noteWho(talker);
      await limit.take(isKnown ? userId : request.ip);

      const kept = !isKnown || wantsNew === true ? undefined : await newestOf(talker);
      const conversationId = kept ?? ids.mint();
      const token = await tokens.issue({ tenant, conversationId, userId, since: seconds(now()), signIn });
      return { status: 200, headers, body: { ...token, userId } };
    },
  };
}
