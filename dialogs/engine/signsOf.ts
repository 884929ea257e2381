import type { Move } from '../../content/schema/move.ts';
import type { Sign } from '../../content/schema/sign.ts';
import { isToAvoid } from './isToAvoid.ts';
import type { Occasion } from './occasion.ts';
import { promisedBeyond } from './promises.ts';

/** What is still heard beside a move that hurts: nothing kind, and no limit. */
const HEARD_BESIDE_HARM: readonly Sign[] = ['slight', 'bad-news', 'taking-back', 'takes-sides', 'passes-on'];

/**
 * What the parent answers to of what the words show beside their moves. Taking back counts only for a promise that stood;
 * then it is that which is answered, not the limit or the regret in it. A limit beside something done or owned is no news
 * by itself, nor is bad news once something is heard; being there is none beside anything else.
 */
export function signsOf({ scenario, reading, before }: Occasion, move: Move | null, isHeard: boolean): readonly Sign[] {
  const hurts = isToAvoid(scenario, move);
  const takesBack = reading.signs.includes('taking-back') && promisedBeyond(before.promises);
  const left: readonly Sign[] = takesBack ? ['limit', 'owning-up'] : ['taking-back'];
  const isMore = reading.signs.some((sign) => sign === 'owning-up' || sign === 'agreement');
  const isLeft = (sign: Sign) =>
    left.includes(sign) ||
    (isHeard && sign === 'bad-news') ||
    (isMore && sign === 'limit') ||
    (hurts && !HEARD_BESIDE_HARM.includes(sign));
  const signs = reading.signs.filter((sign) => !isLeft(sign));
  return signs.length + reading.moves.length > 1 ? signs.filter((sign) => sign !== 'attentive') : signs;
}
