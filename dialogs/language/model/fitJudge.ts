import { MOVES, type Move } from '../../../content/schema/move.ts';
import { verdict } from './judgeMoves.ts';
import { chanceOf } from './linearModel.ts';
import type { Judge } from './moveModel.ts';

/** A labelled turn as the judge sees it: per sentence its evidence and its moves, and the moves of the whole turn. */
export interface Case {
  readonly sentences: readonly { readonly values: readonly number[]; readonly moves: ReadonlySet<Move> }[];
  readonly moves: ReadonlySet<Move>;
}

const ROUNDS = 200;
const RATE = 0.3;
const PULL = 0.002;
const OWN_PULL = 0.0001;
/** Where the weights of a move's own three pieces of evidence begin: cues, words and phrases are believed. */
const OWN = { cues: 2, words: 0.75, phrases: 0.75 };
/** What a move named wrongly costs beyond its part in F1: rather silent than wrong. */
const FALSE_ALARM = 0.1;
/** Of the turns without a move, by writers that the words were not learned from, this share stays empty. */
const LEFT_EMPTY = 0.87;
const LOWEST = -20;
const LEAST_ODDS = -2;
const MOST_ODDS = 1.5;

/**
 * Fits one logistic regression per move over the evidence, by gradient descent on all sentences at once, pulled towards
 * believing a move's own evidence and nothing else. Then sets for each move the threshold at which its F1 over turns,
 * less something for each false alarm, is best. The same cases give the same judge.
 */
export function fitJudge(cases: readonly Case[]): Judge {
  const rows = cases.flatMap(({ sentences }) => sentences);
  const size = rows[0]?.values.length ?? 0;
  const table = Float64Array.from(rows.flatMap(({ values }) => values));
  const weights = new Float64Array(MOVES.length * size);
  const bias = new Float64Array(MOVES.length);
  MOVES.forEach((move, index) => {
    const wanted = Uint8Array.from(rows, ({ moves }) => Number(moves.has(move)));
    const fitted = fitMove(table, wanted, index, size);
    weights.set(fitted.weights, index * size);
    bias[index] = fitted.bias;
  });
  const judge = { moves: MOVES, weights, bias, thresholds: new Float64Array(MOVES.length) };
  return { ...judge, thresholds: thresholdsFor(judge, cases) };
}

/** `table`: the evidence, sentence after sentence, `size` values each. */
function fitMove(table: Float64Array, wanted: Uint8Array, index: number, size: number) {
  const prior = new Float64Array(size);
  prior[index] = OWN.cues;
  prior[index + MOVES.length] = OWN.words;
  prior[index + 2 * MOVES.length] = OWN.phrases;
  const weights = prior.slice();
  const squares = new Float64Array(size + 1).fill(1e-6);
  const gradient = new Float64Array(size + 1);
  let bias = -3;
  for (let round = 0; round < ROUNDS; round += 1) {
    gradient.fill(0);
    for (let row = 0; row < wanted.length; row += 1) {
      const start = row * size;
      let sum = bias;
      for (let at = 0; at < size; at += 1) sum += (weights[at] ?? 0) * (table[start + at] ?? 0);
      const error = (chanceOf(sum) - (wanted[row] ?? 0)) / wanted.length;
      for (let at = 0; at < size; at += 1) gradient[at] = (gradient[at] ?? 0) + error * (table[start + at] ?? 0);
      gradient[size] = (gradient[size] ?? 0) + error;
    }
    for (let at = 0; at <= size; at += 1) {
      const pull = at === size ? 0 : (prior[at] ?? 0) > 0 ? OWN_PULL : PULL;
      const slope = (gradient[at] ?? 0) + pull * ((weights[at] ?? 0) - (prior[at] ?? 0));
      const square = (squares[at] ?? 0) + slope * slope;
      squares[at] = square;
      const step = (RATE * slope) / Math.sqrt(square);
      if (at === size) bias -= step;
      else weights[at] = (weights[at] ?? 0) - step;
    }
  }
  return { weights, bias };
}

function thresholdsFor(judge: Judge, cases: readonly Case[]): Float64Array {
  const turns = cases.map(({ sentences, moves }) => {
    const odds = sentences.map(({ values }) => verdict(judge, values));
    const most = MOVES.map((_, index) => Math.max(LOWEST, ...odds.map((one) => one[index] ?? LOWEST)));
    return { moves, most };
  });
  const best = MOVES.map((move, index) =>
    bestThreshold(
      turns
        .map(({ moves, most }) => ({ odds: most[index] ?? LOWEST, holds: moves.has(move) }))
        .sort((x, y) => y.odds - x.odds),
    ),
  );
  const over = turns
    .filter(({ moves }) => moves.size === 0)
    .map(({ most }) => Math.max(...most.map((odds, index) => odds - (best[index] ?? 0))))
    .sort((x, y) => x - y);
  const shift = over[Math.ceil(over.length * LEFT_EMPTY) - 1] ?? 0;
  return Float64Array.from(best, (threshold) => threshold + shift);
}

function bestThreshold(ranked: readonly { readonly odds: number; readonly holds: boolean }[]): number {
  const all = ranked.filter(({ holds }) => holds).length;
  let right = 0;
  let best = 0;
  let threshold = 0;
  ranked.forEach(({ odds, holds }, at) => {
    if (holds) right += 1;
    const wrong = at + 1 - right;
    const worth = (2 * right) / (at + 1 + all) - (FALSE_ALARM * wrong) / all;
    if (worth <= best) return;
    best = worth;
    threshold = (odds + (ranked[at + 1]?.odds ?? odds - 1)) / 2;
  });
  return Math.max(LEAST_ODDS, Math.min(MOST_ODDS, threshold));
}
