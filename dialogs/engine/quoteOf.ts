import type { RecognizedMove } from './reading.ts';

/** A sentence longer than this is quoted by its evidence alone. */
const LONGEST_SENTENCE = 160;
const ENDS = /[.!?\n]/;

/** The teacher's own words for a move: the sentence that holds the evidence, or the evidence alone in a long one. */
export function quoteOf(utterance: string, { start, end }: Pick<RecognizedMove, 'start' | 'end'>): string {
  const from = lastEndBefore(utterance, start);
  const to = firstEndAfter(utterance, end);
  const sentence = utterance.slice(from, to).trim();
  return sentence.length > LONGEST_SENTENCE ? utterance.slice(start, end) : sentence;
}

function lastEndBefore(utterance: string, start: number): number {
  let from = start;
  while (from > 0 && !ENDS.test(utterance.charAt(from - 1))) from -= 1;
  return from;
}

function firstEndAfter(utterance: string, end: number): number {
  let to = Math.max(0, end - 1);
  while (to < utterance.length && !ENDS.test(utterance.charAt(to))) to += 1;
  return Math.min(utterance.length, to + 1);
}
