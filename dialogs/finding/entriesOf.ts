import type { Content } from '../../content/schema/content.ts';
import type { Locale } from '../../content/schema/locale.ts';
import type { Question, TopicId } from '../../content/schema/topic.ts';
import { TOPICS } from '../../content/schema/topic.ts';
import { questionWords } from '../language/choosing/questionWords.ts';

/** Something by which a topic can be found: a question, or a sentence of its text. */
export interface Entry {
  readonly topic: Question['topic'];
  /** Folded, in order. */
  readonly words: readonly string[];
  readonly kind: 'question' | 'sentence';
}

const FEWEST_WORDS = 3;
const SENTENCE_END = /(?<=[.?!])\s+|\n|\|/;

/** All questions of one language, then the sentences of the tips and the tools. */
export function entriesOf({ questions, tips, toolbox }: FindingContent, locale: Locale): readonly Entry[] {
  const asked = questions[locale].map(({ topic, text }) => ({
    topic,
    words: questionWords(text),
    kind: 'question' as const,
  }));
  return [...asked, ...[...tips, ...toolbox].flatMap((text) => sentencesOf(text, locale))];
}

/** The part of content that finding reads. */
export type FindingContent = Pick<Content, 'questions' | 'tips' | 'toolbox'>;

function sentencesOf(item: { readonly id: string }, locale: Locale): readonly Entry[] {
  const topic = topicOf(item.id);
  if (!topic) return [];
  return textsIn(item, locale)
    .flatMap((text) => text.split(SENTENCE_END))
    .map(questionWords)
    .filter(({ length }) => length >= FEWEST_WORDS)
    .map((words) => ({ topic, words, kind: 'sentence' }));
}

/** The topic of this id; undefined for a tool that is none. */
function topicOf(id: string): TopicId | undefined {
  return TOPICS.find((topic) => topic === id);
}

/** Every text of this language, at any depth: what is added to a tip is found without a change here. */
function textsIn(value: unknown, locale: Locale): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  const own: unknown = Reflect.get(value, locale);
  if (typeof own === 'string') return [own];
  return Object.values(value).flatMap((part) => textsIn(part, locale));
}
