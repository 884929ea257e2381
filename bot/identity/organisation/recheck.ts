import type { Logger } from 'pino';
import type { GrantSeal } from '../grantSeal.ts';
import type { CoachStore, KeptSession, SessionStore } from '../stores.ts';
import { personIn } from './personIn.ts';
import { type Provider, SignInRefused } from './provider.ts';
import type { SignInConfig } from './signInConfig.ts';

/** From this age on the roles are asked for again. */
const CHECK_MS = 4 * 60 * 1000;
/** From this age on they are not believed any more: what was taken away has no effect after this. */
export const BELIEVED_MS = 5 * 60 * 1000;
/** Who asks again has this long before somebody else may. */
const CLAIM_MS = 20_000;
const WAIT_MS = 250;
const WAITS = 20;

/** What asking again needs. */
export interface RecheckOptions {
  readonly store: SessionStore;
  readonly coaches: CoachStore;
  readonly provider: Pick<Provider, 'refresh'>;
  readonly config: SignInConfig;
  readonly seal: GrantSeal;
  readonly end: (digest: string) => Promise<void>;
  readonly log: Logger;
  readonly now: () => Date;
}

/**
 * Asks the provider again, with the sign-in's refresh token, whether a person is still welcome, and with which roles. A
 * role that was taken away, or an account that was closed, has effect within five minutes. When the provider cannot be
 * asked for that long, nobody is let in until it can.
 */
export function createRecheck(options: RecheckOptions): (session: KeptSession) => Promise<KeptSession | null> {
  const { store, now } = options;
  const asking = new Map<string, Promise<KeptSession | null>>();
  const age = ({ checkedAt }: KeptSession) => now().getTime() - Date.parse(checkedAt);
  const ifBelieved = (session: KeptSession | null) => (session && age(session) < BELIEVED_MS ? session : null);

  const askOnce = async (session: KeptSession): Promise<KeptSession | null> => {
    const at = now();
    const until = new Date(at.getTime() + CLAIM_MS).toISOString();
    const { digest, checkedAt } = session;
    const isOurs = await store.claimCheck(digest, { checkedAt, at: at.toISOString(), until });
    return isOurs ? ifBelieved(await askProvider(options, session)) : ifBelieved(await askedElsewhere(session));
  };

  /** Another instance asks at this moment. */
  const askedElsewhere = async (session: KeptSession): Promise<KeptSession | null> => {
    if (age(session) < BELIEVED_MS) return session;
    for (let wait = 0; wait < WAITS; wait += 1) {
      await new Promise((resolve) => setTimeout(resolve, WAIT_MS));
      const found = await store.find(session.digest, now().toISOString());
      if (found?.checkedAt !== session.checkedAt) return found;
    }
    return null;
  };

  return async (session) => {
    if (age(session) < CHECK_MS) return session;
    const answer = asking.get(session.digest) ?? askOnce(session).finally(() => asking.delete(session.digest));
    asking.set(session.digest, answer);
    return answer;
  };
}

/** The session as the provider now describes it, or null when it is over; as it was when the provider cannot be asked. */
async function askProvider(options: RecheckOptions, session: KeptSession): Promise<KeptSession | null> {
  const { store, coaches, provider, config, seal, log, now } = options;
  const refreshToken = session.grant === null ? null : seal.open(session.grant);
  if (refreshToken === null) return session;

  try {
    const granted = await provider.refresh(refreshToken);
    const person = personIn(granted.claims, config);
    if (typeof person === 'string') return await over(options, session, person);
    if (person.tenant !== session.tenant || person.userId !== session.userId)
      return await over(options, session, 'other');

    const at = now().toISOString();
    const grant = granted.refreshToken === null ? null : seal.seal(granted.refreshToken);
    const { roles, name } = person;
    await store.passCheck(session.digest, { at, roles, name, grant });
    if (!roles.includes('coach')) await coaches.end(session.tenant, session.userId, at);
    return { ...session, roles, name, grant, checkedAt: at };
  } catch (error) {
    if (error instanceof SignInRefused) return over(options, session, 'refused');
    log.warn({ audit: 'sign-in-unchecked', tenant: session.tenant }, 'sign-in: the provider could not be asked again');
    return session;
  }
}

async function over({ coaches, end, log, now }: RecheckOptions, session: KeptSession, why: string): Promise<null> {
  const { tenant, userId, digest } = session;
  await coaches.end(tenant, userId, now().toISOString());
  await end(digest);
  log.info({ audit: 'sign-in-over', tenant, user: userId, why }, 'sign-in: ended by the provider');
  return null;
}
