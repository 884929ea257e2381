import type { Match } from '../pattern/matchPatterns.ts';
import type { DangerText } from './dangerText.ts';

/** Words that one look takes in; talk without marks is looked at in stretches that overlap. */
const LOOK = 18;
const STEP = 9;
/** A message up to so many words is also taken as a whole; a sentence longer than that only in stretches. */
const WHOLE = 45;
/** In a message up to so many words, sentences are also taken two by two. */
const PAIRED = 150;

/** The stretches of a message that are judged: each sentence, two that follow each other, all of a short message. */
export function stretchesOf({ sentences, tokens }: Pick<DangerText, 'sentences' | 'tokens'>): readonly Match[] {
  const paired = tokens.length <= PAIRED ? sentences.slice(1) : [];
  const pairs = paired.map(({ to }, before) => ({ from: sentences[before]?.from ?? 0, to }));
  const whole = tokens.length <= WHOLE && sentences.length > 2 ? [{ from: 0, to: tokens.length }] : [];
  return [...sentences.flatMap(looksIn), ...pairs, ...whole];
}

function looksIn(sentence: Match): readonly Match[] {
  const { from, to } = sentence;
  const own = to - from <= WHOLE ? [sentence] : [];
  if (to - from <= LOOK + STEP) return own;
  const count = Math.ceil((to - from - LOOK) / STEP) + 1;
  const looks = Array.from({ length: count }, (_, at) => {
    const start = Math.min(from + at * STEP, to - LOOK);
    return { from: start, to: start + LOOK };
  });
  return [...own, ...looks];
}
