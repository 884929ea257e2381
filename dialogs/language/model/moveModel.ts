import { deflateSync, inflateSync } from 'node:zlib';
import type { Move } from '../../../content/schema/move.ts';
import type { StoredMoveModel } from '../../../content/schema/moveModel.ts';
import type { LinearModel } from './linearModel.ts';

/** What was learned from examples in one language. */
export interface MoveModel {
  /** From words to moves, without any cue. */
  readonly words: LinearModel;
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

const STEPS = 127;
const DIGITS = 1e4;

/** A model as text: weights in 255 steps each, packed. `decode(encode(model))` scores as the file will. */
export function encodeMoveModel({ words, judge, vocabulary }: MoveModel, learnedFrom: string): StoredMoveModel {
  const size = words.moves.length;
  const scales = words.moves.map((_, move) => {
    let most = 0;
    for (let at = move; at < words.weights.length; at += size) most = Math.max(most, Math.abs(words.weights[at] ?? 0));
    return Math.ceil((most / STEPS) * 1e6) / 1e6 || 1e-6;
  });
  const steps = new Int8Array(words.weights.length);
  words.weights.forEach((weight, at) => {
    steps[at] = Math.round(weight / (scales[at % size] ?? 1));
  });
  return {
    learnedFrom,
    moves: [...words.moves],
    buckets: words.buckets,
    scales,
    bias: rounded(words.bias),
    weights: deflateSync(steps, { level: 9 }).toString('base64'),
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
  const { moves, buckets, scales } = stored;
  const packed = inflateSync(Buffer.from(stored.weights, 'base64'));
  const steps = new Int8Array(packed.buffer, packed.byteOffset, packed.byteLength);
  if (steps.length !== buckets * moves.length)
    throw new Error('The stored model does not have a weight for each bucket.');
  const weights = new Float32Array(steps.length);
  for (let row = 0; row < steps.length; row += moves.length) {
    for (let move = 0; move < moves.length; move += 1) {
      weights[row + move] = (steps[row + move] ?? 0) * (scales[move] ?? 0);
    }
  }
  return {
    words: { moves, buckets, weights, bias: Float32Array.from(stored.bias) },
    judge: {
      moves,
      weights: Float64Array.from(stored.judge.weights),
      bias: Float64Array.from(stored.judge.bias),
      thresholds: Float64Array.from(stored.judge.thresholds),
    },
    vocabulary: stored.vocabulary.split(' '),
  };
}

function rounded(values: Iterable<number>): number[] {
  return Array.from(values, (value) => Math.round(value * DIGITS) / DIGITS);
}
