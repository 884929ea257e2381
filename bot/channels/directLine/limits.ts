/** How much one person, one address or one socket may do. */
export interface DirectLineLimits {
  /** New tokens for one browser, or for one address without a cookie. */
  readonly tokensPerMinute: number;
  readonly postsPerTenSeconds: number;
  /** Turns of one person that are answered at once; each one more waits a little, in Teams too. */
  readonly turnsAtEasePerTenSeconds: number;
  /** Requests from one address for conversations that its token does not open; after that 429 in place of 403 and 404. */
  readonly guessesPerMinute: number;
  readonly socketsPerUser: number;
  /** High, because a whole school may share one address. */
  readonly socketsPerAddress: number;
  readonly refusedUpgradesPerMinute: number;
  /** Messages, pings and pongs that a client sends over its socket. */
  readonly framesPerTenSeconds: number;
  /** Bytes that wait for a client that does not read. */
  readonly bufferedBytes: number;
  /** A socket that does not answer a ping before the next one is given up. */
  readonly pingSeconds: number;
  /** How long a stream address may wait for its one use. */
  readonly ticketSeconds: number;
}

export const DIRECT_LINE_LIMITS: DirectLineLimits = {
  tokensPerMinute: 100,
  postsPerTenSeconds: 60,
  turnsAtEasePerTenSeconds: 9,
  guessesPerMinute: 30,
  socketsPerUser: 10,
  socketsPerAddress: 8000,
  refusedUpgradesPerMinute: 60,
  framesPerTenSeconds: 100,
  bufferedBytes: 1024 * 1024,
  pingSeconds: 25,
  ticketSeconds: 60,
};
