import type { Suggestion } from '../activities.ts';
import type { DialogTurn } from '../dialogTurn.ts';
import type { Held } from './rehearseState.ts';

/** What one can do once a talk is over. */
export interface WhatNow extends Suggestion {
  /** Only where something was said. */
  readonly needsTurns: boolean;
}

/** What one can do once a talk is over, in the language of the talk, the best first. */
export function whatNow(turn: DialogTurn, { rehearsal }: Held): readonly WhatNow[] {
  const t = turn.texts(rehearsal.locale);
  const offer = (name: string, needsTurns: boolean) => ({
    title: t(`dialogs.whatNow.${name}`),
    value: t(`dialogs.word.${name}`),
    needsTurns,
  });
  return [
    offer('sameMoment', true),
    offer('followUp', true),
    offer('swap', true),
    ...(rehearsal.turns.length === 0 ? [offer('again', false)] : []),
    offer(rehearsal.difficulty === 'hard' ? 'easier' : 'harder', false),
    offer('another', false),
  ];
}
