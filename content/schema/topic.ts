import { TIPS } from './move.ts';

/** The tools of `content/toolbox/`, in the order of the list. */
const TOOLS = [
  'bullying-or-not',
  'signals',
  'talk-at-home',
  'books',
  'contact-moments',
  'parents-as-group',
  'vision',
  'in-between',
  'why-it-works',
] as const;

/** What a question can be about: a tip or a tool. */
export const TOPICS = [...TIPS, ...TOOLS] as const;
export type TopicId = (typeof TOPICS)[number];

/** What questions are about that nothing here answers. */
export const SOMETHING_ELSE = 'something-else';

/** A question as a teacher would ask it, one line of `content/finding/<locale>/<topic>[-<number>].txt`. */
export interface Question {
  readonly topic: TopicId | typeof SOMETHING_ELSE;
  readonly text: string;
}
