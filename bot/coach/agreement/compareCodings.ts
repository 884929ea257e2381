import { MOVES, type Move } from '../../../content/schema/move.ts';
import {
  RUBRIC_DIMENSIONS,
  RUBRIC_LEVELS,
  type RubricDimension,
  type RubricLevel,
} from '../../../content/schema/rubric.ts';
import { cohenKappa, type Kappa } from './cohenKappa.ts';

/** One turn as two coders see it. */
export interface TwiceCoded {
  /** Tells it from the turns of other talks. */
  readonly turn: number;
  readonly text: string;
  readonly first: readonly Move[];
  readonly second: readonly Move[];
}

/** One dimension of one talk as two coders see it. */
export interface TwiceMarked {
  readonly dimension: RubricDimension;
  readonly first: RubricLevel;
  readonly second: RubricLevel;
}

/** How far two coders agree on one move. */
export interface MoveAgreement extends Kappa {
  readonly move: Move;
  readonly both: number;
  readonly onlyFirst: number;
  readonly onlySecond: number;
  readonly neither: number;
  /** Too few turns, or the move in too few of them: the figure may well be chance. */
  readonly isFew: boolean;
}

/** How far two coders agree. */
export interface Agreement {
  /** Moves that either of them saw, in the order of the moves. */
  readonly moves: readonly MoveAgreement[];
  /** Over all decisions, one for each turn and move. */
  readonly overall: Kappa & { readonly isFew: boolean };
  /** Turns that they see otherwise, with what only one of them saw. */
  readonly differing: readonly (Pick<TwiceCoded, 'turn' | 'text'> & {
    readonly onlyFirst: readonly Move[];
    readonly onlySecond: readonly Move[];
  })[];
}

/** With fewer turns than these, κ is hardly more than chance. Sim & Wright (2005, Physical Therapy, 85(3)) ask for more. */
const FEWEST_TURNS = 30;
/** A move that fewer turns carry says little by itself. */
const FEWEST_OF_MOVE = 5;

/** Compares two codings of the same turns, move by move. */
export function compareMoves(turns: readonly TwiceCoded[]): Agreement {
  const perMove = MOVES.map((move) => ofMove(turns, move));
  const isFew = turns.length < FEWEST_TURNS;
  const [both, onlyFirst, onlySecond, neither] = (['both', 'onlyFirst', 'onlySecond', 'neither'] as const).map((cell) =>
    perMove.reduce((total, one) => total + one[cell], 0),
  ) as [number, number, number, number];
  return {
    moves: perMove.filter((one) => one.neither < turns.length),
    overall: { ...cohenKappa(square(both, onlyFirst, onlySecond, neither)), isFew },
    differing: turns.flatMap(({ turn, text, first, second }) => {
      const onlyFirst = first.filter((move) => !second.includes(move));
      const onlySecond = second.filter((move) => !first.includes(move));
      return onlyFirst.length + onlySecond.length > 0 ? [{ turn, text, onlyFirst, onlySecond }] : [];
    }),
  };
}

/** Compares two descriptions by the rubric, over all dimensions, near misses counting in part. */
export function compareMarks(marks: readonly TwiceMarked[]): Kappa {
  const table = RUBRIC_LEVELS.map((first) =>
    RUBRIC_LEVELS.map((second) => marks.filter((one) => one.first === first && one.second === second).length),
  );
  return cohenKappa(table, 'linear');
}

/** The dimensions that both marked. */
export function markedTwice(
  first: readonly { readonly dimension: RubricDimension; readonly level: RubricLevel }[],
  second: readonly { readonly dimension: RubricDimension; readonly level: RubricLevel }[],
): readonly TwiceMarked[] {
  const levelIn = (marks: typeof first, dimension: RubricDimension) =>
    marks.find((mark) => mark.dimension === dimension)?.level;
  return RUBRIC_DIMENSIONS.flatMap((dimension) => {
    const [one, other] = [levelIn(first, dimension), levelIn(second, dimension)];
    return one !== undefined && other !== undefined ? [{ dimension, first: one, second: other }] : [];
  });
}

function ofMove(turns: readonly TwiceCoded[], move: Move): MoveAgreement {
  const count = (inFirst: boolean, inSecond: boolean) =>
    turns.filter(({ first, second }) => first.includes(move) === inFirst && second.includes(move) === inSecond).length;
  const [both, onlyFirst, onlySecond, neither] = [
    count(true, true),
    count(true, false),
    count(false, true),
    count(false, false),
  ];
  const isFew = turns.length < FEWEST_TURNS || both + onlyFirst + onlySecond < FEWEST_OF_MOVE;
  return {
    ...cohenKappa(square(both, onlyFirst, onlySecond, neither)),
    move,
    both,
    onlyFirst,
    onlySecond,
    neither,
    isFew,
  };
}

function square(both: number, onlyFirst: number, onlySecond: number, neither: number) {
  return [
    [both, onlyFirst],
    [onlySecond, neither],
  ];
}
