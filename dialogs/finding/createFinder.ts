import { LOCALES, type Locale } from '../../content/schema/locale.ts';
import { SOMETHING_ELSE, TOPICS, type TopicId } from '../../content/schema/topic.ts';
import { chancesOf } from '../language/choosing/chancesOf.ts';
import { createCountingVoter } from '../language/choosing/countingVoter.ts';
import { createLearningVoter } from '../language/choosing/learningVoter.ts';
import { createQuestionFeatures, questionWords } from '../language/choosing/questionWords.ts';
import { entriesOf, type FindingContent } from './entriesOf.ts';
import { createSearchVoter } from './searchVoter.ts';
import { VOTED_TOPICS } from './votedTopics.ts';

/** A topic and the chance that the question is about it, from 0 to 1. */
export interface FoundTopic {
  readonly topic: TopicId;
  readonly score: number;
}

/** What a question seems to be about. */
export interface Found {
  /** `nothing`: nothing here answers it; the topics are then mere guesses. */
  readonly certainty: 'sure' | 'unsure' | 'nothing';
  /** Every topic, best first. */
  readonly topics: readonly FoundTopic[];
  /** The language that the question was read in. */
  readonly language: Locale;
}

/** Finds what a question in own words is about. Never throws; the index of a language is made at its first question. */
export type Finder = (question: string, locale: Locale) => Found;

/** In how many buckets the features of questions are counted. */
const BUCKETS = 1 << 15;
/** How much the learning and the searching voter count beside the counting one. */
const LEARNING_WEIGHT = 1;
const SEARCH_WEIGHT = 0.5;
/** How steeply votes become chances. */
const STEEPNESS = 0.75;
/** The votes for something else count so much more, because its questions are so many more than are written here. */
const ELSE_AHEAD = 2.5;
/** From this chance on the first topic is given without asking. */
const SURE = 0.55;
/** Shorter words alone ask nothing. */
const SHORTEST_WORD = 3;

/** A finder over these questions and texts. A question with more words of the other language is looked for there. */
export function createFinder(content: FindingContent): Finder {
  const finders = new Map<Locale, LanguageFinder>();
  const finderOf = (locale: Locale) => {
    const made = finders.get(locale) ?? createLanguageFinder(content, locale);
    finders.set(locale, made);
    return made;
  };

  return (question, locale) => {
    const here = finderOf(locale);
    const found = here.find(question);
    if (found.certainty === 'sure') return found;
    const there = finderOf(LOCALES.find((one) => one !== locale) ?? locale);
    if (found.certainty === 'unsure' && here.known(question) >= there.known(question)) return found;
    const foundThere = there.find(question);
    return foundThere.certainty === 'sure' ? foundThere : found;
  };
}

/** What a topic has before any vote. */
const ahead = (topic: number) => (VOTED_TOPICS[topic] === SOMETHING_ELSE ? ELSE_AHEAD : 0);

interface LanguageFinder {
  readonly find: (question: string) => Found;
  /** How many words of this question are in those that were learned from. */
  readonly known: (question: string) => number;
}

function createLanguageFinder(content: FindingContent, locale: Locale): LanguageFinder {
  const entries = entriesOf(content, locale);
  const features = createQuestionFeatures(locale, BUCKETS);
  const seen = entries.map(({ topic, words, kind }) => ({ label: topic, features: features.of(words), kind }));
  const voters = [
    { vote: createCountingVoter(VOTED_TOPICS, seen, features), weight: 1 },
    { vote: createLearningVoter(VOTED_TOPICS, seen, features), weight: LEARNING_WEIGHT },
    { vote: createSearchVoter(entries, locale), weight: SEARCH_WEIGHT },
  ];

  const learned = new Set(entries.flatMap(({ words }) => words));
  const known = (question: string) => questionWords(question).filter((word) => learned.has(word)).length;
  const find = (question: string): Found => {
    const words = questionWords(question);
    const chances = chancesOf(words, voters, { steepness: STEEPNESS, ahead });
    const ofElse = chances[VOTED_TOPICS.indexOf(SOMETHING_ELSE)] ?? 0;
    const topics = TOPICS.map((topic) => ({ topic, score: chances[VOTED_TOPICS.indexOf(topic)] ?? 0 })).sort(
      (a, b) => b.score - a.score,
    );
    const best = topics[0]?.score ?? 0;
    const isNothing = !words.some(({ length }) => length >= SHORTEST_WORD) || ofElse >= best;
    return { certainty: isNothing ? 'nothing' : best >= SURE ? 'sure' : 'unsure', topics, language: locale };
  };
  return { find, known };
}
