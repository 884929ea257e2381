const NEARLY = 0.8;
const READ_AT_MOST = 120;

/**
 * Whether an utterance is (nearly) one of the earlier ones: case, signs and order aside, four of five words are shared.
 * Only the first 120 words are looked at.
 */
export function saidBefore(utterance: string, earlier: readonly string[]): boolean {
  const words = wordsIn(utterance);
  return words.size > 0 && earlier.some((other) => isNearly(words, wordsIn(other)));
}

function isNearly(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  let shared = 0;
  for (const word of one) if (other.has(word)) shared += 1;
  return (2 * shared) / (one.size + other.size) >= NEARLY;
}

function wordsIn(text: string): ReadonlySet<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(words.slice(0, READ_AT_MOST));
}
