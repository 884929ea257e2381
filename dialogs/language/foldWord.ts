const PLAIN = /^[a-z0-9]*$/;
const DROPPED = /[\p{M}\p{Cf}'’‘ʼ´`]/gu;
const STRETCHED = /([a-z])\1\1+/g;

/** A word without case, accents, apostrophes, invisible characters and stretched letters: `Éééén` → `een`. */
export function foldWord(word: string): string {
  if (PLAIN.test(word) && !STRETCHED.test(word)) return word;

  return word.normalize('NFKD').replace(DROPPED, '').toLowerCase().replace(DROPPED, '').replace(STRETCHED, '$1$1');
}
