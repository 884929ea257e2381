import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Accounts } from '../../../../bot/channels/directLine/talkers.ts';
import type { Principal } from '../../../../bot/identity/principal.ts';
import { listen } from './listener.ts';
import { call, open, say, startService, type Teacher, type TestService } from './testService.ts';

/** Who is signed in, by what the cookie says; a test may sign somebody out. */
function someAccounts() {
  const signedIn = new Map<string, Principal>();
  const listeners = new Set<(session: string) => void>();
  const accounts: Accounts = {
    whoIs: async ({ cookie }) => signedIn.get(cookie ?? '') ?? null,
    signedInAs: async (session) => signedIn.get(session) ?? null,
    onSignOut(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  return {
    accounts,
    signIn(session: string, userId: string, tenant = 'school') {
      signedIn.set(session, { tenant, userId, name: '', roles: new Set(['teacher']), session });
    },
    /** `here`: in this process, so that it is told. */
    signOut(session: string, here: boolean) {
      signedIn.delete(session);
      if (here) for (const listener of listeners) listener(session);
    },
  };
}

let people: ReturnType<typeof someAccounts>;
let service: TestService;
beforeEach(async () => {
  people = someAccounts();
  service = await startService({ accounts: people.accounts, limits: { pingSeconds: 0.1 } });
});
afterEach(async () => service[Symbol.asyncDispose]());

async function enter(session: string): Promise<Teacher> {
  const reply = await fetch(`${service.url}/api/directline/token`, { method: 'POST', headers: { cookie: session } });
  return { ...((await reply.json()) as Omit<Teacher, 'cookie'>), cookie: session };
}

describe('the chat, where people have accounts', () => {
  it('is for who is signed in, under their own id', async () => {
    people.signIn('s1', 'oid-anna');

    const anna = await enter('s1');
    await say(service.url, anna, 'hoi');
    const stranger = await fetch(`${service.url}/api/directline/token`, { method: 'POST' });

    const kept = await service.storage.conversations.load('school', anna.conversationId);
    expect([anna.userId, kept?.userId]).toEqual(['oid-anna', 'oid-anna']);
    expect(stranger.status).toBe(401);
  });

  it('comes back to the same conversation after signing in anew, on any machine', async () => {
    people.signIn('s1', 'oid-anna');
    const before = await enter('s1');
    await say(service.url, before, 'hoi');
    people.signOut('s1', true);
    people.signIn('s2', 'oid-anna');

    const after = await enter('s2');

    expect(after.conversationId).toBe(before.conversationId);
  });

  it('D05 is another one for the same id in another organisation', async () => {
    people.signIn('s1', 'oid-anna');
    people.signIn('s2', 'oid-anna', 'another school');
    const here = await enter('s1');
    await say(service.url, here, 'hoi');

    const there = await enter('s2');

    expect(there.conversationId).not.toBe(here.conversationId);
    expect((await call(service.url, `/conversations/${here.conversationId}/activities`, there.token)).status).toBe(403);
  });

  it.each([
    ['here', true],
    ['in another process', false],
  ])('D23 ends, sockets and tokens, when its person signs out %s', async (_, here) => {
    people.signIn('s1', 'oid-anna');
    const anna = await enter('s1');
    const listener = await (await listen(service.url, anna)).has(1);

    people.signOut('s1', here);

    expect(await listener.ended).toBe(1008);
    expect((await say(service.url, anna, 'hoi')).status).toBe(401);
  });

  it('D23 is not opened by the address of a stream that was asked for before signing out', async () => {
    people.signIn('s1', 'oid-anna');
    const anna = await enter('s1');
    const { streamUrl } = await open(service.url, anna);
    people.signOut('s1', true);

    const socket = new WebSocket(streamUrl);
    const code = await new Promise((resolve) => {
      socket.addEventListener('close', (event) => resolve(event.code));
    });

    expect([1006, 1008]).toContain(code);
  });

  it('is not opened by a token whose sign-in is somebody else’s by now', async () => {
    people.signIn('s1', 'oid-anna');
    const anna = await enter('s1');
    people.signOut('s1', true);
    people.signIn('s1', 'oid-bram');

    expect((await say(service.url, anna, 'hoi')).status).toBe(401);
  });
});
