import type { Move } from '../../content/schema/move.ts';
import { isAboutTheTalk } from './aboutTheTalk.ts';
import type { Reading } from './reading.ts';

/** Moves that are a question in themselves: the parent owes an answer. */
export const QUESTION_MOVES: readonly Move[] = [
  'ask-open-question',
  'closed-leading-question',
  'appeal-responsibility',
  'explicit-expectations',
];

/** How many questions an utterance holds; one that no move accounts for counts as one, one about the talk itself as none. */
export function questionsIn({ moves, asks, topic }: Reading): number {
  if (!asks || isAboutTheTalk(topic)) return 0;
  return Math.max(1, moves.filter(({ move }) => QUESTION_MOVES.includes(move)).length);
}

/** What is less sure than this only hints at a kind of question. */
const LEAST = 0.3;

/** The question that waits for an answer: the last one asked, or null. */
export function questionMoveOf({ moves, asks }: Reading): Move | null {
  if (!asks) return null;
  return moves.findLast(({ move, confidence }) => QUESTION_MOVES.includes(move) && confidence >= LEAST)?.move ?? null;
}
