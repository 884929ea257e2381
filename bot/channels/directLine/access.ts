import { HttpError } from '../../http/httpError.ts';
import { createRateLimit } from '../../http/rateLimit.ts';
import { noteWho } from '../../http/requestNotes.ts';
import type { HttpRequest } from '../../http/route.ts';
import type { ConversationIds } from './conversationId.ts';
import type { Session } from './session.ts';
import type { Talkers } from './talkers.ts';
import type { Tokens } from './token.ts';

/** Opens the door to requests with the right token. */
export interface Access {
  /** Whoever holds the bearer token. @throws HttpError 400, 401 or 403 */
  authenticate(request: HttpRequest): Promise<Session>;
  /** The same, and the conversation in the path is the token's. @throws HttpError 403, 404 or 429 too */
  authorize(request: HttpRequest): Promise<Session>;
}

const SECRETS_IN_QUERY = ['token', 'access_token', 'authorization', 'secret', 't'];

export function access(options: {
  readonly tokens: Tokens;
  readonly ids: ConversationIds;
  readonly talkers: Pick<Talkers, 'mayStay'>;
  readonly guessesPerMinute: number;
}): Access {
  const { tokens, ids, talkers } = options;
  const guesses = createRateLimit(options.guessesPerMinute, 60);

  const authenticate = async (request: HttpRequest): Promise<Session> => {
    if (SECRETS_IN_QUERY.some((name) => request.query.has(name))) {
      throw new HttpError(400, 'BadArgument', 'The token belongs in the Authorization header.');
    }
    const session = await tokens.verify(bearerOf(request));
    noteWho(session);
    if (!(await talkers.mayStay(session))) throw session.signIn === null ? forbidden() : signedOut();
    return session;
  };

  return {
    authenticate,
    async authorize(request) {
      const session = await authenticate(request);
      const { conversationId: id = '' } = request.params;
      if (id === session.conversationId) return session;

      await guesses.take(request.ip);
      throw ids.isGenuine(id) ? forbidden() : new HttpError(404, 'BadArgument', 'There is no such conversation.');
    },
  };
}

/** The refusal of somebody known at somebody else's door. */
export function forbidden(): HttpError {
  return new HttpError(403, 'Forbidden', 'The token is not for this.');
}

function signedOut(): HttpError {
  return new HttpError(401, 'TokenExpired', 'Whoever this token was given to is not signed in any more.');
}

function bearerOf({ headers: { authorization = '' } }: HttpRequest): string {
  const [, token] = /^Bearer ([\w.-]+)$/i.exec(authorization) ?? [];
  if (token === undefined) throw new HttpError(401, 'MissingToken', 'A bearer token is needed.');
  return token;
}
