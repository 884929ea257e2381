import { LOCALES } from '../schema/locale.ts';
import type { ContentCheck } from './contentCheck.ts';
import { wordsOf } from './examplesOf.ts';

/** No question stands twice in one language, under the same topic or another. */
export const questionsDiffer: ContentCheck = {
  id: 'questions-differ',
  why: 'Of two topics for the same question a teacher would get one by chance.',
  run: (_, { questions }) =>
    LOCALES.flatMap((locale) => {
      const first = new Map<string, (typeof questions)[number]>();
      return questions.flatMap((question) => {
        if (question.locale !== locale) return [];
        const words = wordsOf(question.text).join(' ');
        const earlier = first.get(words);
        first.set(words, earlier ?? question);
        if (!earlier) return [];
        const { file, line, text } = question;
        const message = `“${text}” stands under ${earlier.topic} already (${earlier.file}:${earlier.line}).`;
        return [{ in: { file, text: '' }, at: [], line, message, fix: 'take one of them out.' }];
      });
    }),
};
