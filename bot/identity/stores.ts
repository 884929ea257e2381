import type { Person } from './principal.ts';

/** One sign-in as it is kept. Of the secret that a browser holds there is only the digest. */
export interface KeptSession {
  /** SHA-256 of the secret, base64url. */
  readonly digest: string;
  readonly tenant: string;
  readonly userId: string;
  /** Where it counts: on our pages, or in the tab in Teams alone. */
  readonly place: 'web' | 'tab';
  readonly name: string;
  readonly roles: readonly string[];
  /** ISO 8601, UTC, as all moments here. */
  readonly createdAt: string;
  readonly seenAt: string;
  /** Over at this moment unless its person is seen again before. */
  readonly idleUntil: string;
  /** Over at this moment in any case. */
  readonly endsAt: string;
  /** When the roles were last known to be right. */
  readonly checkedAt: string;
  /** Sealed; with it the roles can be asked for again. Null where roles do not change. */
  readonly grant: string | null;
}

/** Sign-ins. They are found by digest alone, for whose they are is what is asked. */
export interface SessionStore {
  begin(session: KeptSession): Promise<void>;
  /** Null when there is none, or none that is alive at this moment. */
  find(digest: string, at: string): Promise<KeptSession | null>;
  /** Its person was here. */
  touch(digest: string, seen: { readonly at: string; readonly idleUntil: string }): Promise<void>;
  /**
   * Whether the caller is the one who asks for the roles again, until `until`; nobody else does meanwhile. `checkedAt` is
   * as it was found: somebody who was quicker makes it false.
   */
  claimCheck(
    digest: string,
    claim: { readonly checkedAt: string; readonly at: string; readonly until: string },
  ): Promise<boolean>;
  /** The roles are these, as of this moment. */
  passCheck(
    digest: string,
    found: {
      readonly at: string;
      readonly roles: readonly string[];
      readonly name: string;
      readonly grant: string | null;
    },
  ): Promise<void>;
  /** All of this person that are alive at this moment, who was seen last first; at most fifty. */
  listOf(tenant: string, userId: string, at: string): Promise<readonly KeptSession[]>;
  /** Without effect when it is not there any more. */
  end(digest: string): Promise<void>;
  /** Removes what is over: sign-ins, and things that were good once. Returns how many. */
  expire(at: string): Promise<number>;
}

/** Things that are good once, for a limited time: links, codes, a sign-in that is under way. */
export interface OneTimeStore {
  /** Keeps `value` under a purpose and a digest; one that is there already is replaced. */
  keep(thing: {
    readonly tenant: string;
    readonly purpose: string;
    readonly digest: string;
    readonly value: Readonly<Record<string, unknown>>;
    readonly expiresAt: string;
  }): Promise<void>;
  /** What was kept, this one time; null when there is none, or it is too late. */
  use(tenant: string, purpose: string, digest: string, at: string): Promise<Readonly<Record<string, unknown>> | null>;
  /**
   * True for the first who claims it: nobody else gets it until `expiresAt`, or until it is used. So one of several
   * instances does a thing, once.
   */
  claim(claimed: {
    readonly tenant: string;
    readonly purpose: string;
    readonly digest: string;
    readonly at: string;
    readonly expiresAt: string;
  }): Promise<boolean>;
  /** Whether it is still good; it stays so. */
  isGood(tenant: string, purpose: string, digest: string, at: string): Promise<boolean>;
}

/** Somebody whom teachers may choose to read along. */
export interface Coach {
  readonly tenant: string;
  readonly id: string;
  /** As shown to teachers. */
  readonly name: string;
  readonly since: string;
}

/** Who may be chosen as coach. */
export interface CoachStore {
  /** From now on this is a coach under this name; `since` of one who was coach before stays. */
  keep(coach: Coach): Promise<void>;
  /** Nobody can choose this coach any more. */
  end(tenant: string, id: string, at: string): Promise<void>;
  /** Those who may be chosen, by name. */
  list(tenant: string): Promise<readonly Coach[]>;
}

/** Who is the same person elsewhere: in Teams and in a browser. Only the person itself says so. */
export interface LinkStore {
  /** From now on `person` is `other` too, and nobody else any more. */
  join(person: Person, other: Person, at: string): Promise<void>;
  /** From now on this person is nobody else. */
  leave(person: Person, at: string): Promise<void>;
  /** The others who are this person. */
  sameAs(person: Person): Promise<readonly Person[]>;
}
