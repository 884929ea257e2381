import type { Move } from '../../content/schema/move.ts';
import { chance } from './chance.ts';
import { makes, type Occasion } from './occasion.ts';
import { quoteOf } from './quoteOf.ts';
import type { PromiseMade } from './rehearsal.ts';

const WITHIN_OWN_REACH: readonly Move[] = ['clear-honest-realistic', 'be-reachable', 'propose-face-to-face'];
const COMES_BACK_AFTER = 2;

/** What the teacher promises in these words: at most one thing within reach, and at most one beyond. */
export function promisesIn(occasion: Occasion): readonly PromiseMade[] {
  const own = WITHIN_OWN_REACH.find((move) => makes(occasion.reading, move));
  const promises = own === undefined ? [] : [promise(occasion, own, 'own')];
  return makes(occasion.reading, 'overpromise') ? [...promises, promise(occasion, 'overpromise', 'beyond')] : promises;
}

/**
 * The promise beyond influence that comes back on the teacher in this turn, or undefined. It does so two or three
 * turns after it was made (the seed decides), or as soon as the teacher says goodbye.
 */
export function promiseComingBack({ before, number, seed, reading }: Occasion): PromiseMade | undefined {
  return before.promises.find(({ reach, cameBack, turn }) => {
    if (reach === 'own' || cameBack) return false;
    const due = turn + COMES_BACK_AFTER + Math.floor(chance(seed, `${turn}/promise`) * 2);
    return number >= due || reading.kind === 'farewell';
  });
}

/** Whether anything beyond the teacher's influence has been promised. */
export function promisedBeyond(promises: readonly PromiseMade[]): boolean {
  return promises.some(({ reach }) => reach === 'beyond');
}

function promise({ reading, number }: Occasion, move: Move, reach: PromiseMade['reach']): PromiseMade {
  const made = reading.moves.find((candidate) => candidate.move === move);
  return { turn: number, quote: made ? quoteOf(reading.utterance, made) : reading.utterance, reach, cameBack: false };
}
