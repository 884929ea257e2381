import type { RehearseState } from './rehearseState.ts';

/** Where a talk stands, as a word that is another one as soon as anything has happened in it. */
export function standingOfTalk(state: RehearseState): string {
  if (state.step === 'choosing') return 'choosing';
  const { step, rehearsalId, rehearsal, hints } = state;
  return [step, rehearsalId, rehearsal.tries.length, rehearsal.turns.length, hints].join(':');
}
