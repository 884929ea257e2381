import type { RecognizedMove } from '../../dialogs/engine/reading.ts';
import type { Recognize } from './composeRecognizer.ts';
import type { MarkedTurn } from './noise/applyEdits.ts';
import type { DevelopmentSet } from './readSets.ts';
import { type Answer, type MoveScore, scoreMoves } from './scoreMoves.ts';

/** What was found in one turn, with how sure. */
export interface RecognizerAnswer extends Answer {
  readonly found: readonly RecognizedMove[];
}

/** What a recognizer finds in each turn of a set, or in each turn as `change` makes it. */
export function answersTo(
  { turns, locale }: DevelopmentSet,
  recognize: Recognize,
  change: (turn: MarkedTurn) => MarkedTurn = (turn) => turn,
): readonly RecognizerAnswer[] {
  return turns.map((turn) => {
    const { text, spans } = change(turn);
    return { text, gold: spans, found: recognize(text, locale) };
  });
}

/** How well a recognizer does on each set, by the name of the set. */
export function scoreSets(sets: readonly DevelopmentSet[], recognize: Recognize): Readonly<Record<string, MoveScore>> {
  return Object.fromEntries(sets.map((set) => [set.name, scoreMoves(answersTo(set, recognize))]));
}
