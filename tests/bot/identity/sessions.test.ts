import { describe, expect, it } from '@jest/globals';
import { createSessions } from '../../../bot/identity/sessions.ts';
import type { KeptSession, SessionStore } from '../../../bot/identity/stores.ts';

const HOUR_MS = 60 * 60 * 1000;
const person = { tenant: 'school', userId: 'oid', name: 'Anna', roles: ['teacher'], grant: null } as const;

/** What the database keeps, in memory. */
function storeInMemory(): { store: SessionStore; kept: Map<string, KeptSession> } {
  const kept = new Map<string, KeptSession>();
  const store: SessionStore = {
    begin: async (session) => void kept.set(session.digest, session),
    find: async (digest) => kept.get(digest) ?? null,
    touch: async () => undefined,
    claimCheck: async () => true,
    passCheck: async () => undefined,
    listOf: async () => [],
    end: async (digest) => void kept.delete(digest),
    expire: async () => 0,
  };
  return { store, kept };
}

describe('the cookie of a sign-in', () => {
  const begin = async (place: 'web' | 'tab') => {
    const { store, kept } = storeInMemory();
    const span = { idle: HOUR_MS, most: HOUR_MS };
    const sessions = createSessions({ store, span, secure: true, place, now: () => new Date() });
    const cookie = await sessions.begin(person, {});
    return { cookie, kept, sessions };
  };

  it('W13 is bound to this very host over https, and neither scripts nor other sites can use it', async () => {
    const { cookie } = await begin('web');

    expect(cookie).toMatch(
      /^__Host-op-een-lijn-sign-in=[\w-]{43}; Path=\/; Max-Age=3600; HttpOnly; SameSite=Lax; Secure$/u,
    );
  });

  it('W13 goes along in a frame of the page alone in which it was set, for the tab', async () => {
    const { cookie } = await begin('tab');

    expect(cookie).toMatch(
      /^__Host-op-een-lijn-tab=[\w-]{43}; Path=\/; Max-Age=3600; HttpOnly; SameSite=None; Secure; Partitioned$/u,
    );
  });

  it('holds a secret of which only a digest is kept', async () => {
    const { cookie, kept } = await begin('web');
    const secret = /=([\w-]{43})/u.exec(cookie)?.[1] ?? '';

    expect(JSON.stringify([...kept])).not.toContain(secret);
  });

  it('of the tab is nobody on the web, and the other way round', async () => {
    const { cookie, sessions } = await begin('tab');
    const value = cookie.split(';')[0] ?? '';

    expect(await sessions.of({ cookie: value })).not.toBeNull();
    expect(await sessions.of({ cookie: value.replace('-tab=', '-sign-in=') })).toBeNull();
  });
});
