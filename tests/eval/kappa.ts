import { cohenKappa } from '../../bot/coach/agreement/cohenKappa.ts';
import type { Example } from '../../content/schema/example.ts';
import { MOVES, type Move } from '../../content/schema/move.ts';
import { has, scoreMoves } from './scoreMoves.ts';

/** In how many turns two coders give a label. */
export interface Agreement {
  readonly both: number;
  readonly onlyFirst: number;
  readonly onlySecond: number;
  readonly neither: number;
  /** Cohen's κ: 1 is full agreement, 0 what chance gives. Null when neither ever gives the label, or both always do. */
  readonly kappa: number | null;
}

/** A turn that two coders label otherwise. */
export interface Disagreement {
  readonly text: string;
  readonly onlyFirst: readonly Move[];
  readonly onlySecond: readonly Move[];
}

/** How far two labellings of the same turns agree. */
export interface CoderAgreement {
  readonly turns: number;
  readonly perMove: Readonly<Record<Move, Agreement>>;
  /** Over all decisions, one per turn and label. */
  readonly overall: Agreement;
  /** F1 of the second coder's places held against the first's: the same label on at least half of the words. */
  readonly spanF1: number;
  readonly disagreements: readonly Disagreement[];
  /** Turns of one coder that the other does not have, word for word; they are not counted. */
  readonly unpaired: readonly string[];
}

/** Compares two labellings, turn by turn, by their words. */
export function compareCoders(first: readonly Example[], second: readonly Example[]): CoderAgreement {
  const byText = new Map(second.map((turn) => [turn.text.trim(), turn]));
  const firstTexts = new Set(first.map(({ text }) => text.trim()));
  const pairs = first.flatMap((turn) => {
    const other = byText.get(turn.text.trim());
    return other ? [{ text: turn.text, first: turn.spans, second: other.spans }] : [];
  });
  const perMove = Object.fromEntries(
    MOVES.map((move) => [
      move,
      agreement(pairs.map((pair) => ({ first: has(pair.first, move), second: has(pair.second, move) }))),
    ]),
  ) as Record<Move, Agreement>;
  return {
    turns: pairs.length,
    perMove,
    overall: agreement(
      pairs.flatMap((pair) => MOVES.map((move) => ({ first: has(pair.first, move), second: has(pair.second, move) }))),
    ),
    spanF1: scoreMoves(pairs.map((pair) => ({ text: pair.text, gold: pair.first, found: pair.second }))).spanF1,
    disagreements: pairs.flatMap((pair) => {
      const onlyFirst = MOVES.filter((move) => has(pair.first, move) && !has(pair.second, move));
      const onlySecond = MOVES.filter((move) => has(pair.second, move) && !has(pair.first, move));
      return onlyFirst.length + onlySecond.length > 0 ? [{ text: pair.text, onlyFirst, onlySecond }] : [];
    }),
    unpaired: [...firstTexts]
      .filter((text) => !byText.has(text))
      .concat([...byText.keys()].filter((text) => !firstTexts.has(text))),
  };
}

function agreement(decisions: readonly { readonly first: boolean; readonly second: boolean }[]): Agreement {
  const count = (first: boolean, second: boolean) =>
    decisions.filter((one) => one.first === first && one.second === second).length;
  const [both, onlyFirst, onlySecond, neither] = [
    count(true, true),
    count(true, false),
    count(false, true),
    count(false, false),
  ];
  const { kappa } = cohenKappa([
    [both, onlyFirst],
    [onlySecond, neither],
  ]);
  return { both, onlyFirst, onlySecond, neither, kappa };
}
