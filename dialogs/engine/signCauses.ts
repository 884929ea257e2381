import type { Move } from '../../content/schema/move.ts';
import type { Sign } from '../../content/schema/sign.ts';
import { makes, type Occasion } from './occasion.ts';
import { promisedBeyond } from './promises.ts';
import type { Cause } from './weightFor.ts';

/** Kinds of honesty that are not (yet) an agreement. Each has rules of its own. */
const HONESTY: readonly Sign[] = ['taking-back', 'owning-up', 'limit'];
const HONEST: Move = 'clear-honest-realistic';

/** A sign that sets a rule off by itself. */
export interface SignCause extends Cause {
  readonly sign: Sign;
}

/**
 * The signs in these words that may set off a rule; the honest ones as kinds of one move, where it was made. There is
 * something to take back only while a promise beyond influence stands.
 */
export function signCauses({ reading, before }: Occasion): readonly SignCause[] {
  const counts = (sign: Sign) => sign !== 'taking-back' || promisedBeyond(before.promises);
  const honesty = HONESTY.find((sign) => reading.signs.includes(sign) && counts(sign));
  const signs = reading.signs.filter((sign) => sign !== 'agreement' && (sign === honesty || !HONESTY.includes(sign)));
  return signs.map((sign) => ({
    sign,
    trigger: `sign:${sign}`,
    move: HONESTY.includes(sign) && makes(reading, HONEST) ? HONEST : null,
  }));
}

/** In how many earlier turns the words showed this. */
export function timesShown({ earlier }: Occasion, sign: Sign): number {
  return earlier.filter(({ reading }) => reading.signs.includes(sign)).length;
}
