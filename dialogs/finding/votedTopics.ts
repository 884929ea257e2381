import { type Question, SOMETHING_ELSE, TOPICS } from '../../content/schema/topic.ts';

/** What is voted on: the topics, and last that it is something else altogether. */
export const VOTED_TOPICS: readonly Question['topic'][] = [...TOPICS, SOMETHING_ELSE];
