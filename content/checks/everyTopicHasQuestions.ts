import { LOCALES } from '../schema/locale.ts';
import { SOMETHING_ELSE, TOPICS } from '../schema/topic.ts';
import type { ContentCheck } from './contentCheck.ts';

/** The least for each topic in each language. */
const LEAST = 24;

/** Every topic has questions enough in both languages, and so has what nothing here answers. */
export const everyTopicHasQuestions: ContentCheck = {
  id: 'every-topic-has-questions',
  why: 'A teacher who asks in other words than ours would get the answer to another question.',
  run: (_, { questions }) =>
    LOCALES.flatMap((locale) =>
      [...TOPICS, SOMETHING_ELSE].flatMap((topic) => {
        const count = questions.filter((one) => one.locale === locale && one.topic === topic).length;
        if (count >= LEAST) return [];
        const file = `finding/${locale}/${topic}.txt`;
        return [
          {
            in: { file, text: '' },
            at: [],
            line: 1,
            message: `There are ${count} questions about ${topic} in ${locale}; ${LEAST} is the least.`,
            fix: `write ${LEAST - count} more, each as another teacher would ask it.`,
          },
        ];
      }),
    ),
};
