import { deflateSync, inflateSync } from 'node:zlib';
import type { Move } from '../../../content/schema/move.ts';
import type { StoredMoveModel } from '../../../content/schema/moveModel.ts';
import type { LayeredModel } from './layeredModel.ts';
import type { LinearModel } from './linearModel.ts';

/** What was learned from examples in one language. */
export interface MoveModel {
  /** From words to moves, without any cue. */
  readonly words: LinearModel;
  /** The same by whole words and their order, through a layer of units. */
  readonly phrases: LayeredModel;
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
/** What single precision may add to a step. */
const ROUNDING = 0.01;
const DIGITS = 1e4;

/** A model as text: weights in 255 steps each, packed. `decode(encode(model))` scores as the file will. */
export function encodeMoveModel(
  { words, phrases, judge, vocabulary }: MoveModel,
  learnedFrom: string,
): StoredMoveModel {
  return {
    learnedFrom,
    moves: [...words.moves],
    buckets: words.buckets,
    bias: rounded(words.bias),
    weights: pack(words.weights, words.moves.length),
    phrases: {
      size: phrases.size,
      buckets: deflated(phrases.buckets),
      rows: pack(phrases.rows, phrases.size),
      bias: rounded(phrases.bias),
      out: rounded(phrases.out),
      outBias: rounded(phrases.outBias),
    },
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
  const { moves, buckets, phrases } = stored;
  const known = inflateSync(Buffer.from(phrases.buckets, 'base64'));
  const seen = Int32Array.from({ length: known.length / 4 }, (_, at) => known.readInt32LE(at * 4));
  return {
    words: {
      moves,
      buckets,
      weights: unpack(stored.weights, buckets, moves.length),
      bias: Float32Array.from(stored.bias),
    },
    phrases: {
      moves,
      size: phrases.size,
      buckets: seen,
      rows: unpack(phrases.rows, seen.length, phrases.size),
      bias: Float32Array.from(phrases.bias),
      out: Float32Array.from(phrases.out),
      outBias: Float32Array.from(phrases.outBias),
    },
    judge: {
      moves,
      weights: Float64Array.from(stored.judge.weights),
      bias: Float64Array.from(stored.judge.bias),
      thresholds: Float64Array.from(stored.judge.thresholds),
    },
    vocabulary: stored.vocabulary.split(' '),
  };
}

/** Weights, row after row of `size`, in 255 steps each; the step of a column follows its greatest weight. */
function pack(weights: Float32Array, size: number): StoredMoveModel['weights'] {
  const scales = Array.from({ length: size }, (_, column) => {
    let most = 0;
    for (let at = column; at < weights.length; at += size) most = Math.max(most, Math.abs(weights[at] ?? 0));
    return Math.ceil((most / STEPS) * 1e6 - ROUNDING) / 1e6 || 1e-6;
  });
  return {
    scales,
    steps: deflated(Int8Array.from(weights, (weight, at) => Math.round(weight / (scales[at % size] ?? 1)))),
  };
}

function unpack({ scales, steps }: StoredMoveModel['weights'], rows: number, size: number): Float32Array {
  const packed = inflateSync(Buffer.from(steps, 'base64'));
  const read = new Int8Array(packed.buffer, packed.byteOffset, packed.byteLength);
  if (read.length !== rows * size) throw new Error('The stored model does not have a weight for each bucket.');
  const weights = new Float32Array(read.length);
  for (let row = 0; row < read.length; row += size) {
    for (let column = 0; column < size; column += 1) {
      weights[row + column] = (read[row + column] ?? 0) * (scales[column] ?? 0);
    }
  }
  return weights;
}

function deflated(numbers: Int8Array | Int32Array): string {
  return deflateSync(numbers, { level: 9 }).toString('base64');
}

function rounded(values: Iterable<number>): number[] {
  return Array.from(values, (value) => Math.round(value * DIGITS) / DIGITS);
}
