import type { Route } from '../../http/route.ts';
import { createSite } from '../../http/site.ts';
import type { UpgradeHandler } from '../../http/upgrade.ts';
import type { KeyRing } from '../../keys/keyRing.ts';
import type { LogFeed, Storage, TurnRunner } from '../../ports.ts';
import { access as accessOf } from './access.ts';
import { activityRoutes } from './activityRoutes.ts';
import { browserCookie } from './browserCookie.ts';
import { conversationIds } from './conversationId.ts';
import { conversationRoutes } from './conversationRoutes.ts';
import { directLineKeys } from './keys.ts';
import { DIRECT_LINE_LIMITS, type DirectLineLimits } from './limits.ts';
import { streamTickets } from './streamTickets.ts';
import { streamUpgrade } from './streamUpgrade.ts';
import { type Accounts, accountTalkers, browserTalkers } from './talkers.ts';
import { tokens as tokensOf } from './token.ts';
import { tokenRoute } from './tokenRoute.ts';
import { Welcome } from './welcome.ts';
import { type OnReturn, welcomeBack } from './welcomeBack.ts';

export interface DirectLineOptions {
  readonly storage: Pick<Storage, 'conversations' | 'oneTimes'>;
  readonly runner: Pick<TurnRunner, 'run'>;
  readonly feed: LogFeed;
  /** Of at least 32 random bytes each, kept: a token, cookie or conversation id that none of them made is strange. */
  readonly ring: KeyRing;
  /** Of people without an account. */
  readonly tenant: string;
  /** Where people have accounts; without it every browser may talk. */
  readonly accounts?: Accounts;
  /** Where people find the chat page. */
  readonly publicUrl: string;
  /** Further origins of our own pages. */
  readonly allowedOrigins?: readonly string[];
  /** A browser is remembered as long as its texts are kept. */
  readonly retentionDays: number;
  /** What the bot does when a teacher opens the chat again; without it, nothing. */
  readonly onReturn?: OnReturn;
  /** Names of event activities that the bot knows; others are answered and ignored. */
  readonly events?: readonly string[];
  readonly limits?: Partial<DirectLineLimits>;
  readonly now?: () => Date;
}

export interface DirectLine {
  readonly routes: readonly Route[];
  readonly upgrades: readonly UpgradeHandler[];
  /** Which teacher without account a browser belongs to, by its Cookie header; undefined when it was not here, or too long ago. */
  teacherOf(cookie: string | undefined): Promise<string | undefined>;
  /** Tells every open stream that we are going away; clients come back with their watermark. */
  close(): void;
}

/** Our own Direct Line 3.0 service, for the web chat. */
export function directLine(options: DirectLineOptions): DirectLine {
  const { runner, feed, tenant, accounts, publicUrl, allowedOrigins, retentionDays, now = () => new Date() } = options;
  const { conversations } = options.storage;
  const limits = { ...DIRECT_LINE_LIMITS, ...options.limits };
  const keys = directLineKeys(options.ring);
  const site = createSite(publicUrl, allowedOrigins);
  const tokens = tokensOf(keys.token, now);
  const ids = conversationIds(keys.conversationId);
  const cookie = browserCookie({ ring: keys.cookie, tenant, secure: site.secure, days: retentionDays, now });
  const talkers = accounts ? accountTalkers(accounts) : browserTalkers(tenant, cookie);
  const tickets = streamTickets(options.storage.oneTimes, limits.ticketSeconds, now);
  const welcome = new Welcome(conversations, runner);
  const greetAgain = welcomeBack({ conversations, runner, onReturn: options.onReturn ?? (() => null), now });
  const access = accessOf({ tokens, ids, talkers, guessesPerMinute: limits.guessesPerMinute });
  const stream = streamUpgrade({ conversations, feed, talkers, limits, now, site, tickets });
  const stopListening = accounts?.onSignOut((signIn) => stream.signOut(signIn));

  return {
    routes: [
      tokenRoute({ talkers, conversations, tokens, ids, site, now, tokensPerMinute: limits.tokensPerMinute }),
      ...conversationRoutes({ access, tokens, tickets, welcome, greetAgain, site }),
      ...activityRoutes({
        access,
        conversations,
        runner,
        welcome,
        now,
        events: new Set(options.events),
        postsPerTenSeconds: limits.postsPerTenSeconds,
      }),
    ],
    upgrades: [stream],
    teacherOf: (header) => cookie.read(header),
    close: () => {
      stopListening?.();
      stream.close();
    },
  };
}
