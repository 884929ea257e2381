import { stoppedClock } from './clock.ts';
import type { RehearseState } from './rehearseState.ts';

/** The same talk with its clock standing still, until the teacher speaks. `at`: the time of the activity. */
export function standStill(state: RehearseState, at: string): RehearseState {
  if (state.step !== 'talking' || !state.clock) return state;
  return { ...state, clock: stoppedClock(state.clock, at) };
}
