import type { DialogContext } from 'botbuilder-dialogs';
import { AFTERWARDS, hasNotBegun } from './afterwards/afterwardsDialog.ts';
import type { DialogTurn } from './dialogTurn.ts';
import { PREPARE } from './prepare/prepareDialog.ts';
import { REHEARSE, stateOf } from './rehearse/rehearseDialog.ts';
import { isAtRest } from './rehearse/rehearseState.ts';

/** Whether what is open has nothing to lose: then another dialog may take over. */
export function isAtEase(dc: DialogContext, { memory }: DialogTurn): boolean {
  const open = dc.activeDialog?.id;
  return isBetweenTalks(dc) || open === PREPARE || (open === AFTERWARDS && hasNotBegun(memory));
}

/** Whether the rehearse dialog is open without a talk going on: then another dialog may take over. */
export function isBetweenTalks({ activeDialog }: DialogContext): boolean {
  return activeDialog?.id === REHEARSE && isAtRest(stateOf(activeDialog));
}
