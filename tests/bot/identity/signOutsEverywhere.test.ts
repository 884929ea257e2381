import { describe, expect, it } from '@jest/globals';
import { signOutsEverywhere } from '../../../bot/identity/signOutsEverywhere.ts';
import type { Heard, Neighbours, News } from '../../../bot/neighbours.ts';

/** Instances on one database, each of which hears what the others tell. */
function aDatabase(): () => Neighbours {
  const all = new Set<{ readonly owner: object; readonly listener: (heard: Heard) => void }>();
  return () => {
    const owner = {};
    return {
      tell: (news: News) => {
        for (const one of all) if (one.owner !== owner) one.listener(news);
      },
      listen(listener) {
        const entry = { owner, listener };
        all.add(entry);
        return () => all.delete(entry);
      },
    };
  };
}

/** An instance where people sign in; `signOut` is what happens when one of them leaves there. */
function anInstance(neighbours: Neighbours) {
  const listeners = new Set<(session: string) => void>();
  const local = {
    onSignOut(listener: (session: string) => void) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  const identity = signOutsEverywhere(local, neighbours);
  const heard: string[] = [];
  const stop = identity.onSignOut((session) => heard.push(session));
  return {
    heard,
    stop,
    signOut: (session: string) => {
      for (const listener of listeners) listener(session);
    },
  };
}

describe('signing out at one of several instances', () => {
  it('is heard there and at every other, once', () => {
    const open = aDatabase();
    const [one, other, third] = [anInstance(open()), anInstance(open()), anInstance(open())];

    one.signOut('session of Anna');

    expect([one.heard, other.heard, third.heard]).toEqual([
      ['session of Anna'],
      ['session of Anna'],
      ['session of Anna'],
    ]);
  });

  it('is not heard any more by who has stopped listening', () => {
    const open = aDatabase();
    const [one, other] = [anInstance(open()), anInstance(open())];

    other.stop();
    one.signOut('session of Anna');
    other.signOut('session of Bram');

    expect(other.heard).toEqual([]);
    expect(one.heard).toEqual(['session of Anna', 'session of Bram']);
  });
});
