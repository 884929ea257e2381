import type { Move } from '../../../content/schema/move.ts';
import type { StoredMoveModel } from '../../../content/schema/moveModel.ts';
import { decodeVoters, encodeVoters, rounded, type Voters } from './storeVoters.ts';

/** What was learned from examples in one language; its voters are learned without any cue. */
export interface MoveModel extends Voters<Move> {
  /** From the evidence on one sentence, cues and words together, to moves. */
  readonly judge: Judge;
  /** Words that teachers use, folded, the most used first. */
  readonly vocabulary: readonly string[];
}

/** One linear scorer per move over a sentence's evidence. */
export interface Judge {
  readonly moves: readonly Move[];
  /** Row after row: for each move one weight per piece of evidence. */
  readonly weights: Float64Array;
  /** One per move. */
  readonly bias: Float64Array;
  /** From this log-odds on the move is named. */
  readonly thresholds: Float64Array;
}

/** A model as text. `decode(encode(model))` scores as the file will. */
export function encodeMoveModel(model: MoveModel, learnedFrom: string): StoredMoveModel {
  const { words, judge, vocabulary } = model;
  return {
    learnedFrom,
    moves: [...words.labels],
    ...encodeVoters(model),
    judge: {
      weights: rounded(judge.weights),
      bias: rounded(judge.bias),
      thresholds: rounded(judge.thresholds),
    },
    vocabulary: vocabulary.join(' '),
  };
}

/** Unpacks a stored model. Throws when its parts do not fit together. */
export function decodeMoveModel(stored: StoredMoveModel): MoveModel {
  const { moves, judge, vocabulary } = stored;
  return {
    ...decodeVoters(stored, moves),
    judge: {
      moves,
      weights: Float64Array.from(judge.weights),
      bias: Float64Array.from(judge.bias),
      thresholds: Float64Array.from(judge.thresholds),
    },
    vocabulary: vocabulary.split(' '),
  };
}
