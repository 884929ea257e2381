import { everyTopicHasQuestions } from '../../../content/checks/everyTopicHasQuestions.ts';
import { questionsDiffer } from '../../../content/checks/questionsDiffer.ts';
import type { BrokenExample } from './brokenExample.ts';

/** The questions by which topics are found. */
export const brokenQuestions: readonly BrokenExample[] = [
  {
    check: everyTopicHasQuestions,
    title: 'refuses a topic with fewer questions than the others',
    broken: (draft) => draft,
    workbench: (draft) => ({
      ...draft,
      questions: draft.questions.filter(({ locale, topic, line }) => locale === 'nl' || topic !== 'books' || line > 1),
    }),
    file: 'finding/en/books.txt',
    at: '',
  },
  {
    check: questionsDiffer,
    title: 'refuses one question under two topics',
    broken: (draft) => draft,
    workbench: (draft) => ({
      ...draft,
      questions: [
        ...draft.questions,
        { locale: 'nl', topic: 'books', text: 'Signals, 3?', file: 'finding/nl/books-2.txt', line: 1 },
      ],
    }),
    file: 'finding/nl/books-2.txt',
    at: '',
  },
];
