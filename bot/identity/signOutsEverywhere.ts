import type { Neighbours } from '../neighbours.ts';
import type { Identity } from './identity.ts';

/** The same identity, which also hears who signs out at another instance on the same database. */
export function signOutsEverywhere<Known extends Pick<Identity, 'onSignOut'>>(
  identity: Known,
  neighbours: Neighbours,
): Known {
  identity.onSignOut((session) => neighbours.tell({ kind: 'signed-out', session }));
  return {
    ...identity,
    onSignOut(listener) {
      const leaveHere = identity.onSignOut(listener);
      const leaveOthers = neighbours.listen((heard) => {
        if (heard.kind === 'signed-out') listener(heard.session);
      });
      return () => {
        leaveHere();
        leaveOthers();
      };
    },
  };
}
