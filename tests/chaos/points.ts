/** The moments of a turn at which the process may be killed, in the order in which a turn passes them. */
export const POINTS = [
  'request-arrived',
  'state-read',
  'bot-begins',
  'bot-spoke',
  'write-asked',
  'transaction-begun',
  'half-written',
  'before-commit',
  'after-commit',
  'write-answered',
  'before-answer',
  'before-stream',
] as const;
export type Point = (typeof POINTS)[number];

/** No moment of a turn: while a new table or index is made. */
export const MIGRATING = 'migrating';
