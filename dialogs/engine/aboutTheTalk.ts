import type { QuestionTopic } from '../../content/schema/hearing.ts';

/** Asking these is part of holding a talk: it is no interrogation, and fills in no answer. */
const ABOUT_THE_TALK: readonly QuestionTopic[] = [
  'anything-else',
  'understood',
  'permission',
  'offer',
  'agreement',
  'time',
  'meeting',
  'courtesy',
  'small-talk',
  'how-are-you',
];

/** Whether a question is about the talk itself, and not about the child, the facts or the home. */
export function isAboutTheTalk(topic: QuestionTopic | null): boolean {
  return topic !== null && ABOUT_THE_TALK.includes(topic);
}
