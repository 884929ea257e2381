import { LOCALES } from '../schema/locale.ts';
import type { ContentCheck } from './contentCheck.ts';
import { wordsOf } from './examplesOf.ts';

/** No message of a parent stands twice in one language, under the same kind or another. */
export const parentMessagesDiffer: ContentCheck = {
  id: 'parent-messages-differ',
  why: 'Of two kinds for the same message a teacher would be told one by chance.',
  run: (_, { messages }) =>
    LOCALES.flatMap((locale) => {
      const first = new Map<string, (typeof messages)[number]>();
      return messages.flatMap((one) => {
        if (one.locale !== locale) return [];
        const words = wordsOf(one.text).join(' ') || one.text;
        const earlier = first.get(words);
        first.set(words, earlier ?? one);
        if (!earlier) return [];
        const { file, line, text } = one;
        const message = `“${text}” stands in ${earlier.file} already, line ${earlier.line}.`;
        return [{ in: { file, text: '' }, at: [], line, message, fix: 'take one of them out.' }];
      });
    }),
};
