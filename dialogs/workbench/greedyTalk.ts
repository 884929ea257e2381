import type { Locale } from '../../content/schema/locale.ts';
import type { Scenario } from '../../content/schema/scenario.ts';
import { isToAvoid } from '../engine/isToAvoid.ts';
import type { Rehearsal } from '../engine/rehearsal.ts';
import { startRehearsal } from '../engine/startRehearsal.ts';
import { transition } from '../engine/transition.ts';
import { possibleReadings } from './possibleReadings.ts';
import { stateOf } from './teachers.ts';

const LEFT_FOR_GOODBYE = 2;

/**
 * A talk by someone who knows the rules and no people: every turn what gives most trust and least tension at once, by
 * means that help, and at last a goodbye with an offer to keep in touch.
 */
export function greedyTalk(scenario: Scenario, begin: { readonly seed: number; readonly locale: Locale }): Rehearsal {
  let [rehearsal] = startRehearsal(scenario, begin);
  while (rehearsal.phase === 'talking') {
    const decent = possibleReadings(scenario, rehearsal).filter(({ moves }) =>
      moves.every(({ move }) => !isToAvoid(scenario, move)),
    );
    const tries = decent.map((reading) => {
      const [next] = transition(scenario, rehearsal, { type: 'teacher-spoke', reading });
      return { next, reading };
    });
    const isLast = rehearsal.turns.length >= scenario.maxTurns - LEFT_FOR_GOODBYE;
    const fit = tries.filter(({ next, reading }) =>
      isLast ? reading.kind === 'farewell' && reading.moves.length > 0 : next.phase === 'talking',
    );
    const [best] = fit.toSorted((a, b) => worth(b.next) - worth(a.next));
    if (best === undefined) return rehearsal;
    rehearsal = best.next;
  }
  return rehearsal;
}

function worth(rehearsal: Rehearsal): number {
  const { trust, tension } = stateOf(rehearsal);
  return trust - tension;
}
