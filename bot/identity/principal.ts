/** The one organisation of a local installation. */
export const LOCAL_TENANT = 'local';

/** What somebody may do; one person can have several roles. */
export type Role = 'teacher' | 'coach' | 'admin';

/** A person is an organisation and an id in it, never an address or a name. */
export interface Person {
  readonly tenant: string;
  /** Under which everything of this person is kept: the chat's own id of a browser, or the object id at a sign-in. */
  readonly userId: string;
}

/** Who asks. */
export interface Principal extends Person {
  /** As shown to the people they deal with; text from elsewhere, never in a log. Empty for a teacher without account. */
  readonly name: string;
  readonly roles: ReadonlySet<Role>;
  /** Names the sign-in that this request came with; null for a browser without one. Never shown, never in a log. */
  readonly session: string | null;
  /** In the tab in Teams, where one can talk to the bot alone; left out everywhere else. */
  readonly personalChat?: string;
}

/** Says who asks, by what a request carries; null for somebody who is nobody here yet. */
export type PrincipalOf = (headers: Readonly<Record<string, string | undefined>>) => Promise<Principal | null>;
