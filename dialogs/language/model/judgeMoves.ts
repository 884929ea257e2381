import type { RecognizedMove } from '../../engine/reading.ts';
import type { Analysis } from '../analysis.ts';
import { NEUTRAL } from '../rules/cancelByBut.ts';
import { isAvoided } from '../rules/isAvoided.ts';
import type { Evidence } from './evidence.ts';
import { chanceOf } from './linearModel.ts';
import type { Judge } from './moveModel.ts';

const ACKNOWLEDGED = 'show-understanding';
const MOST = 0.99;
/** An acknowledgement surer than this stands though "but" follows: it is then seldom one, as in "as though". */
const STANDS = 0.9;

/** The log-odds of each move in one sentence, in the order of `judge.moves`. */
export function verdict({ moves, weights, bias }: Judge, values: readonly number[]): readonly number[] {
  return moves.map((_, move) => {
    let sum = bias[move] ?? 0;
    for (let at = 0; at < values.length; at += 1) sum += (weights[move * values.length + at] ?? 0) * (values[at] ?? 0);
    return sum;
  });
}

/** A move as it was judged: `odds` are its log-odds. */
export interface JudgedMove extends RecognizedMove {
  readonly odds: number;
}

/**
 * The moves in one sentence, which is their evidence as a whole. A sentence that helps and harms at once is rare: the side
 * that speaks louder stays. "But" cancels (R2) here too: an acknowledgement before it stands only beside something neutral.
 * `because`: why, when no cue says so itself.
 */
export function judgeMoves(
  judge: Judge,
  { found, start, end, hasBut, values }: Evidence,
  because: (move: RecognizedMove['move']) => string,
): readonly JudgedMove[] {
  const judged = verdict(judge, values).flatMap((odds, at) => {
    const move = judge.moves[at];
    if (move === undefined || odds <= (judge.thresholds[at] ?? 0)) return [];
    const cue = found.find((one) => one.move === move);
    const confidence = Math.round(Math.min(MOST, chanceOf(odds)) * 100) / 100;
    return [{ ...(cue ?? { because: because(move) }), move, confidence, start, end, odds }];
  });
  const loudest = loudestSides(judged);
  const stands = !hasBut || judged.some(({ move }) => move !== ACKNOWLEDGED && NEUTRAL.has(move));
  return judged.filter(
    ({ move, confidence }) =>
      isAvoided(move) === loudest.harms > loudest.helps && (stands || move !== ACKNOWLEDGED || confidence > STANDS),
  );
}

/** Over a whole turn, an unsure move of the other side than the surest one is left out. */
export function withoutUnsureContrary(judged: readonly JudgedMove[]): readonly RecognizedMove[] {
  const { harms, helps } = loudestSides(judged);
  return judged
    .filter(({ move, odds }) => odds > 0 || isAvoided(move) === harms > helps)
    .map(({ odds: _, ...move }) => move);
}

function loudestSides(judged: readonly JudgedMove[]): { readonly harms: number; readonly helps: number } {
  const loudest = (avoided: boolean) =>
    judged.reduce(
      (most, { move, odds }) => (isAvoided(move) === avoided ? Math.max(most, odds) : most),
      Number.NEGATIVE_INFINITY,
    );
  return { harms: loudest(true), helps: loudest(false) };
}

/** Two or three words that speak most for a move, for a reader. */
export function tellingWords(
  { text, tokens }: Analysis,
  { from, to }: { readonly from: number; readonly to: number },
  weightOf: (word: number) => number,
): string {
  const ranked = tokens
    .slice(from, to)
    .map(({ start, end }, index) => ({ words: text.slice(start, end), weight: weightOf(from + index), index }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, 3)
    .sort((a, b) => a.index - b.index);
  return ranked.map(({ words }) => words).join(' … ');
}
