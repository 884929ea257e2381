import { deflateSync, inflateSync } from 'node:zlib';
import type { PackedWeights, StoredVoters } from '../../../content/schema/storedVoters.ts';
import type { LayeredModel } from './layeredModel.ts';
import type { LinearModel } from './linearModel.ts';

/** The two models that vote by words alone. */
export interface Voters<Label extends string> {
  /** By words, stems, pairs and pieces of words. */
  readonly words: LinearModel<Label>;
  /** By whole words and their order, through a layer of units. */
  readonly phrases: LayeredModel<Label>;
}

const STEPS = 127;
/** What single precision may add to a step. */
const ROUNDING = 0.01;
const DIGITS = 1e4;

/** Both as text: weights in 255 steps each, packed. `decode(encode(voters))` scores as the file will. */
export function encodeVoters({ words, phrases }: Voters<string>): StoredVoters {
  return {
    buckets: words.buckets,
    bias: rounded(words.bias),
    weights: pack(words.weights, words.labels.length),
    phrases: {
      size: phrases.size,
      buckets: deflated(phrases.buckets),
      rows: pack(phrases.rows, phrases.size),
      bias: rounded(phrases.bias),
      out: rounded(phrases.out),
      outBias: rounded(phrases.outBias),
    },
  };
}

/** Unpacks stored voters on these labels. Throws when their parts do not fit together. */
export function decodeVoters<Label extends string>(stored: StoredVoters, labels: readonly Label[]): Voters<Label> {
  const { buckets, phrases } = stored;
  const known = inflateSync(Buffer.from(phrases.buckets, 'base64'));
  const seen = Int32Array.from({ length: known.length / 4 }, (_, at) => known.readInt32LE(at * 4));
  return {
    words: {
      labels,
      buckets,
      weights: unpack(stored.weights, buckets, labels.length),
      bias: Float32Array.from(stored.bias),
    },
    phrases: {
      labels,
      size: phrases.size,
      buckets: seen,
      rows: unpack(phrases.rows, seen.length, phrases.size),
      bias: Float32Array.from(phrases.bias),
      out: Float32Array.from(phrases.out),
      outBias: Float32Array.from(phrases.outBias),
    },
  };
}

/** Numbers to four digits behind the point. */
export function rounded(values: Iterable<number>): number[] {
  return Array.from(values, (value) => Math.round(value * DIGITS) / DIGITS);
}

/** Weights, row after row of `size`, in 255 steps each; the step of a column follows its greatest weight. */
function pack(weights: Float32Array, size: number): PackedWeights {
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

function unpack({ scales, steps }: PackedWeights, rows: number, size: number): Float32Array {
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
