const ROWS: readonly string[] = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm', 'azertyuiop', 'qsdfghjklm', 'wxcvbn'];
const KEYS_IN_A_ROW = 4;
const NO_VOWEL_RUN = /[bcdfghjklmnpqrstvwxz]{6}/;
/** Letters that lie side by side on a keyboard, and hardly ever in a word. */
const ODD_PAIRS = /kj|jh|dk|jd|hk|jk|fj|jf|gj|jg|hj|fg|gf|hg|vb|bv|xc|cv|zx|qw/g;
const FEWEST_ODD_PAIRS = 3;
const ONE_LETTER = /^(.)\1*$/;
const TWO_LETTERS = /^(..)\1+.?$/;

/** Whether all these folded words look like hands on a keyboard: rows of keys, no vowels, one letter over and over. */
export function isMash(words: readonly string[]): boolean {
  return words.every(looksMashed);
}

function looksMashed(word: string): boolean {
  if (/^\d+$/.test(word) || ONE_LETTER.test(word) || NO_VOWEL_RUN.test(word)) return true;
  if (word.length >= 3 && !/[aeiouyà-ÿ]/.test(word) && /^[a-z]+$/.test(word)) return true;
  if ((word.match(ODD_PAIRS)?.length ?? 0) >= FEWEST_ODD_PAIRS) return true;
  if (word.length >= 6 && TWO_LETTERS.test(word)) return true;

  return ROWS.some((row) => sharesRun(word, row) || sharesRun(word, [...row].reverse().join('')));
}

function sharesRun(word: string, row: string): boolean {
  for (let at = 0; at + KEYS_IN_A_ROW <= word.length; at += 1) {
    if (row.includes(word.slice(at, at + KEYS_IN_A_ROW)) && word.length <= 2.5 * KEYS_IN_A_ROW) return true;
  }
  return false;
}
