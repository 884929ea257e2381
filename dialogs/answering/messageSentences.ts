import { questionWords } from '../language/choosing/questionWords.ts';

/** What is read of a message, in characters. */
const LONGEST = 4_000;
/** People who write without marks still pause: so many words are a stretch of their own. */
const STRETCH = 24;
const END = /(?<=[.?!…])\s+|\n+/u;

/** The sentences of a message as they were written; long talk without marks in stretches. */
export function messageSentences(message: string): readonly string[] {
  return message
    .slice(0, LONGEST)
    .split(END)
    .flatMap(stretches)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
}

function stretches(sentence: string): readonly string[] {
  const words = sentence.split(/\s+/u);
  if (words.length <= 2 * STRETCH) return [sentence];
  return Array.from({ length: Math.ceil(words.length / STRETCH) }, (_, at) =>
    words.slice(at * STRETCH, (at + 1) * STRETCH).join(' '),
  );
}

/** The folded words of some sentences, in order. */
export function wordsIn(sentences: readonly string[]): readonly string[] {
  return sentences.flatMap(questionWords);
}
