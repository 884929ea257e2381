import type { Lean } from '../../../content/schema/hearing.ts';
import type { Move } from '../../../content/schema/move.ts';
import { isAvoided } from '../rules/isAvoided.ts';
import type { Evidence } from './evidence.ts';
import { verdict } from './judgeMoves.ts';
import { chanceOf } from './linearModel.ts';
import type { Judge } from './moveModel.ts';

/** Moves that turn to the parent as a person. */
const KIND: readonly Move[] = ['show-understanding', 'appreciate', 'name-expertise'];
/** Moves to avoid that need not sound unkind. */
const NOT_HARSH: readonly Move[] = ['break-confidentiality', 'overpromise', 'jargon'];
const PLAIN: Move = 'clear-honest-realistic';
/** Chances too small to tell apart. */
const NEXT_TO_NOTHING = 0.02;
const LEAST_KIND = 0.2;
const LEAST_HARSH = 0.25;
/** One side must be this much likelier than the other, in log-odds; harm more so, as most plain words lean to it. */
const KIND_FROM = 0.4;
const HARSH_FROM = 1.4;

/**
 * Where the words lean, by the sentence that says most for each side; undefined when to neither. What is as likely said
 * plainly leans to no harm, and what a "but" takes back to no kindness.
 */
export function leanOf(judge: Judge, evidence: readonly Evidence[]): Lean | undefined {
  const chances = evidence.map(({ values }) => verdict(judge, values).map(chanceOf));
  const most = (isOfSide: (move: Move) => boolean, among = chances) =>
    Math.max(
      0,
      ...among.map((of) => of.reduce((sum, chance, at) => sum + (isIt(judge, at, isOfSide) ? chance : 0), 0)),
    );
  const kind = most(
    (move) => KIND.includes(move),
    chances.filter((_, at) => !evidence[at]?.hasBut),
  );
  const harsh = most((move) => isAvoided(move) && !NOT_HARSH.includes(move));
  const lean = Math.log((kind + NEXT_TO_NOTHING) / (harsh + NEXT_TO_NOTHING));
  if (lean >= KIND_FROM && kind >= LEAST_KIND) return 'kind';
  const isHarsh = lean <= -HARSH_FROM && harsh >= LEAST_HARSH && harsh > most((move) => move === PLAIN);
  return isHarsh ? 'harsh' : undefined;
}

function isIt({ moves }: Judge, at: number, isOfSide: (move: Move) => boolean): boolean {
  const move = moves[at];
  return move !== undefined && isOfSide(move);
}
