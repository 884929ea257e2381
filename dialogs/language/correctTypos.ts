/** From which length on slips are forgiven. */
export interface Forgiveness {
  /** In words of this many letters and more. */
  readonly from: number;
  /** A wrong letter, too, in words of this many letters and more. */
  readonly wrongLetterFrom: number;
}

const CAREFUL: Forgiveness = { from: 5, wrongLetterFrom: 6 };

/** Finds the one known word that is a slip of the finger away, or undefined when there is none. */
export type TypoCorrector = (word: string) => string | undefined;

/**
 * A corrector over folded words; by default of five letters and more. A slip is one letter too many, too few, wrong, or two
 * swapped; the first letter stands. Of several candidates the first of `words` wins.
 */
export function createTypoCorrector(words: Iterable<string>, forgiven: Forgiveness = CAREFUL): TypoCorrector {
  const byRemains = new Map<string, string[]>();
  for (const word of new Set(words)) {
    if (word.length < forgiven.from) continue;
    for (const remains of remainsOf(word)) {
      const known = byRemains.get(remains);
      if (known) known.push(word);
      else byRemains.set(remains, [word]);
    }
  }

  return (word) => {
    if (word.length < forgiven.from || word.length > 24) return undefined;
    for (const remains of remainsOf(word)) {
      const near = byRemains.get(remains)?.find((known) => isOneSlip(word, known, forgiven));
      if (near) return near;
    }
    return undefined;
  };
}

/** The word, and the word with each letter but the first left out. */
function remainsOf(word: string): readonly string[] {
  const remains = [word];
  for (let at = 1; at < word.length; at += 1) remains.push(word.slice(0, at) + word.slice(at + 1));
  return remains;
}

function isOneSlip(written: string, meant: string, { wrongLetterFrom }: Forgiveness): boolean {
  if (written[0] !== meant[0] || Math.abs(written.length - meant.length) > 1) return false;

  let from = 0;
  while (from < written.length && written[from] === meant[from]) from += 1;
  let back = 0;
  while (back < Math.min(written.length, meant.length) - from && written.at(-1 - back) === meant.at(-1 - back))
    back += 1;

  const wrong = written.slice(from, written.length - back);
  const right = meant.slice(from, meant.length - back);
  if (wrong.length <= 1 && right.length <= 1) return wrong.length !== right.length || written.length >= wrongLetterFrom;
  return wrong.length === 2 && right.length === 2 && wrong[0] === right[1] && wrong[1] === right[0];
}
