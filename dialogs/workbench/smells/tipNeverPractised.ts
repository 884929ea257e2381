import { TIPS } from '../../../content/schema/move.ts';
import type { Smell } from './smell.ts';

/** Every tip can be shown to good effect; meeting face to face only where the talk is not in one room already. */
export const tipNeverPractised: Smell = {
  id: 'tip-never-practised',
  why: 'The debrief would call it missed in every talk.',
  find: ({ scenario, evidence: { tipsShown } }) =>
    TIPS.filter((tip) => !tipsShown.has(tip) && !(tip === 'face-to-face' && scenario.setting === 'room')).map(
      (tip) => ({
        about: { kind: 'scenario', id: scenario.id },
        why: `The tip "${tip}" did good in no talk.`,
        fix: 'look at the sensitivity of the persona to its moves: at 0 nothing that the teacher does can help.',
      }),
    ),
};
