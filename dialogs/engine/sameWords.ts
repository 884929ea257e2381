const NEARLY = 0.8;
const READ_AT_MOST = 120;

/** Whether two utterances are (nearly) the same sentence: case, signs and order aside, four of five words are shared. */
export function sameWords(one: string, other: string): boolean {
  const first = wordsIn(one);
  const second = wordsIn(other);
  if (first.size === 0 || second.size === 0) return false;
  let shared = 0;
  for (const word of first) if (second.has(word)) shared += 1;
  return (2 * shared) / (first.size + second.size) >= NEARLY;
}

function wordsIn(text: string): ReadonlySet<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(words.slice(0, READ_AT_MOST));
}
