import type { AnsweringContent } from '../../content/schema/content.ts';
import type { Locale } from '../../content/schema/locale.ts';
import { MESSAGE_KINDS } from '../../content/schema/messageKind.ts';
import { chancesOf } from '../language/choosing/chancesOf.ts';
import { createCountingVoter } from '../language/choosing/countingVoter.ts';
import { createLearningVoter } from '../language/choosing/learningVoter.ts';
import { createQuestionFeatures, type QuestionFeatures } from '../language/choosing/questionWords.ts';
import { hash, together } from '../language/model/hash.ts';
import { messageSentences, wordsIn } from './messageSentences.ts';
import { isSign, messageSigns } from './messageSigns.ts';
import { createWordsAbout } from './wordsAbout.ts';

/** The chance of each of `MESSAGE_KINDS` that these sentences carry it; together one. */
export type KindVoter = (sentences: readonly string[]) => readonly number[];

const BUCKETS = 1 << 15;
const PAIR = hash('pair');
const STEEPNESS = 0.3;

/**
 * Learns from the messages of one language what each kind looks like, twice: by the words themselves, and by what they are
 * about and how they are written. The second says more from so few messages; the first knows what no list holds.
 */
export function createKindVoter(content: AnsweringContent, names: ReadonlySet<string>, locale: Locale): KindVoter {
  const words = wordFeatures(locale);
  const about = aboutFeatures(content, locale);
  const read = (sentences: readonly string[]) => [...wordsIn(sentences), ...messageSigns(sentences, names)];
  const messages = content.messages[locale].map(({ kinds, text }) => ({ kinds, read: read(messageSentences(text)) }));
  const seenBy = ({ of: featuresOf }: QuestionFeatures) =>
    messages.flatMap((message) => {
      const features = featuresOf(message.read);
      return message.kinds.map((label) => ({ label, features, kind: 'question' as const }));
    });
  const [byWords, byAbout] = [seenBy(words), seenBy(about)];
  const voters = [
    { vote: createCountingVoter(MESSAGE_KINDS, byWords, words), weight: 2 },
    { vote: createLearningVoter(MESSAGE_KINDS, byWords, words), weight: 2 },
    { vote: createCountingVoter(MESSAGE_KINDS, byAbout, about), weight: 1 },
    { vote: createLearningVoter(MESSAGE_KINDS, byAbout, about), weight: 1 },
  ];
  return (sentences) => chancesOf(read(sentences), voters, { steepness: STEEPNESS });
}

function wordFeatures(locale: Locale): QuestionFeatures {
  const { buckets, of: featuresOf } = createQuestionFeatures(locale, BUCKETS);
  return { buckets, of: (words) => featuresOf(words.filter((word) => !isSign(word))) };
}

/** What words are about, the signs, and each two of these together. */
function aboutFeatures(content: AnsweringContent, locale: Locale): QuestionFeatures {
  const about = createWordsAbout(content, locale);
  return {
    buckets: BUCKETS,
    of(words) {
      const things = [...about(words), ...words.filter(isSign)].map((thing) => hash(thing)).sort((a, b) => a - b);
      const pairs = things.flatMap((one, at) => things.slice(at + 1).map((other) => together(PAIR, one, other)));
      return [...new Set([...things, ...pairs].map((feature) => feature % BUCKETS))];
    },
  };
}
