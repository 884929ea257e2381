import { type Question, SOMETHING_ELSE, TOPICS } from '../../content/schema/topic.ts';

/** What is voted on: the topics, and last that it is something else altogether. */
export const VOTED_TOPICS: readonly Question['topic'][] = [...TOPICS, SOMETHING_ELSE];

/** How well each of `VOTED_TOPICS` fits the words of a question, in that order; higher fits better. */
export type TopicVoter = (question: readonly string[]) => Float64Array;
