import type { AnsweringContent, Content } from '../../content/schema/content.ts';
import type { Locale } from '../../content/schema/locale.ts';
import { MESSAGE_KINDS, type MessageKindId } from '../../content/schema/messageKind.ts';
import { amsterdamHour } from '../keepsakes/amsterdamTime.ts';
import { foldWord } from '../language/foldWord.ts';
import { remember } from '../language/remember.ts';
import { createKindVoter, type KindVoter } from './createKindVoter.ts';
import { createMessageHeat, type MessageHeat } from './messageHeat.ts';
import { messageSentences, wordsIn } from './messageSentences.ts';

/** Something that a message carries. */
export interface Carried {
  readonly kind: MessageKindId;
  /** How clearly, from 0 to 1. */
  readonly score: number;
  /** The words of the message that show it most, as they were written. */
  readonly quote: string;
}

/** What was read in a message. */
export interface MessageReading {
  /** What it carries, most clearly first: one to three kinds; `unclear` only by itself. */
  readonly carries: readonly Carried[];
  /** `false`: the first of these is a guess. */
  readonly isSure: boolean;
  readonly heat: MessageHeat;
  /** Every kind, likeliest first. */
  readonly ranked: readonly { readonly kind: MessageKindId; readonly score: number }[];
}

/** Reads what a parent's message carries. `sentAt`: when it was sent, ISO 8601, where that is known. Never throws. */
export type MessageReader = (message: string, locale: Locale, sentAt?: string) => MessageReading;

/** A kind holds beside the first from this score on; below it the first is a guess. */
const HELD = 0.25;
const SURE = 0.6;
const MOST = 3;
/** How much one sentence counts beside the whole. */
const SENTENCE_SHARE = 0.4;
/** From so many words on a message is long, and from so many when it was sent late. */
const LONG = 150;
const LONG_AT_NIGHT = 60;
/** From this hour to that one it is late. */
const NIGHT_FROM = 22;
const NIGHT_TO = 6;
const LONGEST_QUOTE = 140;

/** A reader over these messages; what it knows of a language is learned at the first message in it. */
export function createMessageReader(content: AnsweringContent, { names }: Content['lexicon']): MessageReader {
  const folded = new Set(names.map(foldWord));
  const voterOf = remember((locale: string) => createKindVoter(content, folded, locale as Locale));
  const heatOf = createMessageHeat(content);

  return (message, locale, sentAt) => {
    const sentences = messageSentences(message);
    const { scores, bySentence } = vote(voterOf(locale), sentences);
    const ranked = MESSAGE_KINDS.map((kind, at) => ({ kind, score: scores[at] ?? 0 })).sort(
      (a, b) => b.score - a.score,
    );
    const held = heldOf(ranked, isLong(sentences, sentAt));
    const carries = held.map(({ kind, score }) => ({ kind, score, quote: quoteOf(kind, sentences, bySentence) }));
    const isSure = (held[0]?.score ?? 0) >= SURE && held[0]?.kind !== 'unclear';
    return { carries, isSure, heat: heatOf(sentences, carries[0]?.kind ?? 'unclear', locale), ranked };
  };
}

/** The whole and its sentences; a kind that one sentence shows clearly is carried by the whole. */
function vote(
  voter: KindVoter,
  sentences: readonly string[],
): { readonly scores: readonly number[]; readonly bySentence: readonly (readonly number[])[] } {
  const whole = voter(sentences);
  const bySentence = sentences.length > 1 ? sentences.map((sentence) => voter([sentence])) : [whole];
  const clearest = whole.map((_, at) => Math.max(0, ...bySentence.map((chances) => chances[at] ?? 0)));
  const scores = whole.map((chance, at) => (1 - SENTENCE_SHARE) * chance + SENTENCE_SHARE * (clearest[at] ?? 0));
  return { scores, bySentence };
}

function heldOf(
  ranked: MessageReading['ranked'],
  isLongAndLate: boolean,
): readonly { readonly kind: MessageKindId; readonly score: number }[] {
  const [first, ...others] = ranked;
  if (!first || first.kind === 'unclear') return ranked.slice(0, 1);
  const held = [first, ...others.filter(({ kind, score }) => score >= HELD && kind !== 'unclear')].slice(0, MOST);
  if (!isLongAndLate || held.some(({ kind }) => kind === 'late-and-long')) return held;
  return [...held.slice(0, MOST - 1), { kind: 'late-and-long', score: 1 }];
}

/** Long enough to say so by itself, or long and sent at night. */
function isLong(sentences: readonly string[], sentAt: string | undefined): boolean {
  const count = wordsIn(sentences).length;
  if (count >= LONG) return true;
  const at = new Date(sentAt ?? Number.NaN);
  if (count < LONG_AT_NIGHT || Number.isNaN(at.getTime())) return false;
  const hour = amsterdamHour(at);
  return hour >= NIGHT_FROM || hour < NIGHT_TO;
}

function quoteOf(
  kind: MessageKindId,
  sentences: readonly string[],
  bySentence: readonly (readonly number[])[],
): string {
  const at = MESSAGE_KINDS.indexOf(kind);
  const chances = bySentence.map((sentence) => sentence[at] ?? 0);
  const clearest = sentences.length > 1 ? chances.indexOf(Math.max(...chances)) : 0;
  return shortened(sentences[clearest] ?? '');
}

function shortened(sentence: string): string {
  if (sentence.length <= LONGEST_QUOTE) return sentence;
  const end = sentence.lastIndexOf(' ', LONGEST_QUOTE);
  return `${sentence.slice(0, end > 0 ? end : LONGEST_QUOTE).toWellFormed()} …`;
}
