import { createInterface } from 'node:readline';

/** Lines of standard input, one after another, until it ends. */
export function inputLines(): AsyncIterable<string> {
  return createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY });
}
