import { everyFactIsAskedFor } from '../../../content/checks/everyFactIsAskedFor.ts';
import type { Questions } from '../../../content/schema/questions.ts';
import type { ContentDraft } from '../contentDraft.ts';
import type { BrokenExample } from './brokenExample.ts';

const FILE = 'scenarios/quarrel/questions.yaml';

/** What can be wrong with how teachers ask for the facts of a scenario. */
export const brokenFactQuestions: readonly BrokenExample[] = [
  {
    check: everyFactIsAskedFor,
    title: 'refuses a scenario for which nobody wrote how teachers ask',
    broken: (draft) => ({ ...draft, questions: undefined }),
    file: 'scenarios/quarrel/scenario.yaml',
    at: 'facts',
  },
  {
    check: everyFactIsAskedFor,
    title: 'refuses a fact that is asked for in too few ways',
    broken: withQuestions(({ facts, other }) => ({
      facts: { ...facts, sleep: { nl: ['Slaapt hij?'], en: [] } },
      other,
    })),
    file: FILE,
    at: 'facts.sleep.nl',
  },
  {
    check: everyFactIsAskedFor,
    title: 'refuses questions for a fact that is not there',
    broken: withQuestions(({ facts, other }) => ({ facts: { ...facts, dog: other }, other })),
    file: FILE,
    at: 'facts.dog',
  },
  {
    check: everyFactIsAskedFor,
    title: 'refuses too few questions for nothing the parent knows',
    broken: withQuestions(({ facts }) => ({ facts, other: { nl: ['Koffie?'], en: ['Coffee?'] } })),
    file: FILE,
    at: 'other.nl',
  },
];

function withQuestions(change: (questions: Questions) => Questions): (draft: ContentDraft) => ContentDraft {
  return (draft) => ({ ...draft, questions: draft.questions && change(draft.questions) });
}
