import type { Scenario } from '../../content/schema/scenario.ts';
import { guideSays } from '../activities.ts';
import type { DialogTurn } from '../dialogTurn.ts';
import { transition } from '../engine/transition.ts';
import { runningClock } from './clock.ts';
import { triedSoFar } from './inBetween.ts';
import { parentLine } from './parentLine.ts';
import type { Held } from './rehearseState.ts';
import type { TalkStep } from './talkStep.ts';

/**
 * Takes the talk back to just after turn `to`, also when it was over: the old try is kept, the clock goes back too.
 * `lead`: what is said first.
 */
export function rewindTo(turn: DialogTurn, scenario: Scenario, held: Held, to: number, lead = ''): TalkStep {
  const { rehearsal: old, rehearsalId, clock } = held;
  const [rehearsal] = transition(scenario, old, { type: 'teacher-rewound', to });
  const last = rehearsal.turns.at(-1);
  const tried = rehearsal.tries === old.tries ? undefined : rehearsal.tries.at(-1);
  const back = last ? 'dialogs.rehearse.rewound' : 'dialogs.rehearse.rewoundToStart';
  const text = [
    lead,
    tried ? triedSoFar(turn, tried, turn.memory.locale) : '',
    turn.t(back, { turn: rehearsal.turns.length }),
  ].filter(Boolean);
  return {
    messages: [guideSays(turn.memory.locale, 'notice', text.join('\n\n')), parentLine(scenario, rehearsal)],
    state: {
      step: 'talking',
      rehearsalId,
      rehearsal,
      hints: 0,
      clock: clock && runningClock(turn.at, last?.seconds ?? 0),
    },
  };
}
