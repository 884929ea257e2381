import { containerBootstrap } from '@nlpjs/core';
import { LangEn } from '@nlpjs/lang-en-min';
import { LangNl } from '@nlpjs/lang-nl';
import { NluNeural } from '@nlpjs/nlu';
import type { Locale } from '../../../content/schema/locale.ts';
import { MOVES, type Move } from '../../../content/schema/move.ts';
import type { Document } from './asDocuments.ts';

const NOTHING = 'None';

/**
 * nlp.js as its guide says: each sentence is an utterance, each of its moves an intent. It names one intent or none.
 * `sentences`: those that will be asked for, as it answers only by and by.
 */
export async function learnNlpJs(
  documents: readonly Document[],
  sentences: readonly string[],
  locale: Locale,
): Promise<(sentence: string) => readonly Move[]> {
  const container = await containerBootstrap();
  container.use(LangNl);
  container.use(LangEn);
  const nlu = new NluNeural({ locale, container, settings: { log: false } });
  await nlu.train(
    documents.flatMap(({ text, moves }) =>
      (moves.size > 0 ? [...moves] : [NOTHING]).map((intent) => ({ utterance: text, intent })),
    ),
    { log: false },
  );
  const answers = new Map<string, readonly Move[]>();
  for (const sentence of new Set(sentences)) {
    const { classifications } = await nlu.process(sentence);
    answers.set(
      sentence,
      MOVES.filter((move) => move === classifications[0]?.intent),
    );
  }
  return (sentence) => answers.get(sentence) ?? [];
}
