import type { Move } from '../../content/schema/move.ts';
import type { Sign } from '../../content/schema/sign.ts';
import { chance } from './chance.ts';
import { makes, type Occasion } from './occasion.ts';
import { quoteOf } from './quoteOf.ts';
import type { PromiseMade } from './rehearsal.ts';

const WITHIN_OWN_REACH: readonly Move[] = ['clear-honest-realistic', 'be-reachable', 'propose-face-to-face'];
/** An apology, or an honest limit, promises nothing. */
const AGREES: Sign = 'agreement';
const COMES_BACK_AFTER = 2;

/** What the teacher promises in these words: at most one thing within reach, and at most one beyond. */
export function promisesIn(occasion: Occasion): readonly PromiseMade[] {
  const { reading } = occasion;
  const isPromise = (move: Move) => move !== 'clear-honest-realistic' || reading.signs.includes(AGREES);
  const own = WITHIN_OWN_REACH.find((move) => makes(reading, move) && isPromise(move));
  const promises = own === undefined ? [] : [promise(occasion, own, 'own')];
  return makes(reading, 'overpromise') ? [...promises, promise(occasion, 'overpromise', 'beyond')] : promises;
}

/**
 * The promise beyond influence that comes back on the teacher in this turn, or undefined. It does so two or three
 * turns after it was made (the seed decides), or as soon as the teacher says goodbye; not once it is taken back.
 */
export function promiseComingBack({ before, number, seed, reading }: Occasion): PromiseMade | undefined {
  if (reading.signs.includes('taking-back')) return undefined;
  return before.promises.find(({ reach, cameBack, takenBack, turn }) => {
    if (reach === 'own' || cameBack || takenBack) return false;
    const due = turn + COMES_BACK_AFTER + Math.floor(chance(seed, `${turn}/promise`) * 2);
    return number >= due || reading.kind === 'farewell';
  });
}

/** Whether a promise beyond the teacher's influence stands: made, and not taken back. */
export function promisedBeyond(promises: readonly PromiseMade[]): boolean {
  return promises.some(({ reach, takenBack }) => reach === 'beyond' && takenBack !== true);
}

function promise({ reading, number }: Occasion, move: Move, reach: PromiseMade['reach']): PromiseMade {
  const made =
    reading.moves.find((candidate) => candidate.move === move && candidate.signs?.includes(AGREES)) ??
    reading.moves.find((candidate) => candidate.move === move);
  return { turn: number, quote: made ? quoteOf(reading.utterance, made) : reading.utterance, reach, cameBack: false };
}
