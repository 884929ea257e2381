import { type DangerExample, readDangerFolder } from './readDangerExamples.ts';
import { fingerprint, readLabelledTurns } from './readLabelledTurns.ts';
import { readMessages } from './readMessages.ts';
import { readQuestions } from './readQuestions.ts';
import type { DangerWords } from './schema/danger.ts';
import type { Locale } from './schema/locale.ts';

/** What teachers say to parents or ask of us, or parents write, with nothing of danger in it. */
export interface OrdinaryTurn {
  readonly text: string;
  readonly writer: string;
}

/** What is learned from about danger in one language. */
export interface DangerLessons {
  readonly examples: readonly DangerExample[];
  readonly ordinary: readonly OrdinaryTurn[];
}

/**
 * Reads `safety/examples/`, the turns of `moves/examples/` and `moves/known/`, the questions of `finding/`, and the messages of
 * `answering/examples/`, below `root`. A question counts twice: there are few of them, and a stop instead of an answer is worst there.
 */
export function readDangerLessons(locale: Locale, root: string = import.meta.dirname): DangerLessons {
  const { examples, known } = readLabelledTurns(locale, root).turns;
  const asked = readQuestions(root).questions.filter((question) => question.locale === locale);
  const written = readMessages(root).messages.filter((message) => message.locale === locale);
  return {
    examples: readDangerFolder(locale, root),
    ordinary: [...examples, ...known, ...asked, ...asked, ...written].map(({ text, file }) => ({ text, writer: file })),
  };
}

/**
 * Names these phrasings, and the lists by which words are seen: 16 hexadecimal digits, the same on every machine. The
 * ordinary turns are left out: they are many, and one more or less of them changes nothing that counts.
 */
export function fingerprintOfDanger({ examples }: DangerLessons, { lists }: DangerWords): string {
  return fingerprint([examples, lists]);
}
