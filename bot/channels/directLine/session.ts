/** Who is on the line, as a checked token says. */
export interface Session {
  readonly tenant: string;
  readonly conversationId: string;
  /** Of a browser without account `dl_` and a random part: Web Chat takes such ids from tokens only. */
  readonly userId: string;
  /** The sign-in with which the chat was opened, while people have accounts; null where they have none. */
  readonly signIn: string | null;
  /** Seconds since 1970 when the first token of this chain was given; refreshing does not move it. */
  readonly since: number;
}

/** A refreshed token never outlives this many seconds after the first one. */
export const SESSION_SECONDS = 12 * 60 * 60;
