import { noteWho } from '../http/requestNotes.ts';
import type { Identity } from './identity.ts';
import type { PrincipalOf } from './principal.ts';

/** The same identity; whoever is known by it is named, by ids, in the lines of their request in the log. */
export function notedIdentity(identity: Identity): Identity {
  const noted =
    (of: PrincipalOf): PrincipalOf =>
    async (headers) => {
      const principal = await of(headers);
      if (principal) noteWho(principal);
      return principal;
    };
  return { ...identity, teacherOf: noted(identity.teacherOf), coachOf: noted(identity.coachOf) };
}
