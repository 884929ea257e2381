import type { Activity } from 'botbuilder-core';
import type { DialogContext } from 'botbuilder-dialogs';
import { guideSays } from '../activities.ts';
import { standingOfPromises } from '../afterwards/promises.ts';
import type { DialogTurn } from '../dialogTurn.ts';
import { REHEARSE, stateOf } from '../rehearse/rehearseDialog.ts';
import { standingOfTalk } from '../rehearse/standingOfTalk.ts';
import { type Press, pressIn } from './press.ts';
import { standingOfWalk } from './standingOfWalk.ts';

/** Whether a button was pressed whose moment is over: then what it stands for must not happen. */
export function isPast(press: Press | undefined, { memory }: DialogTurn, { activeDialog }: DialogContext): boolean {
  if (press?.on === undefined) return false;
  const talk = activeDialog?.id === REHEARSE ? [standingOfTalk(stateOf(activeDialog))] : [];
  const walk = activeDialog ? [standingOfWalk(activeDialog, memory)] : [];
  return ![...talk, ...walk, standingOfPromises(memory.promises)].includes(press.on);
}

/** Says kindly that the button does nothing any more, and where we are; nothing changes. */
export async function declinePress(dc: DialogContext, { memory, t }: DialogTurn): Promise<void> {
  const { context } = dc;
  if (pressIn(context.activity)?.isAwaited) await context.sendActivity(answered(t('cards.past')));
  await context.sendActivity(guideSays(memory.locale, 'notice', t('cards.past')));
  if (dc.activeDialog) await dc.repromptDialog();
}

/** Words where the button was. Source: Universal Actions for Adaptive Cards, Response format (Microsoft Teams developer documentation). */
function answered(words: string): Partial<Activity> {
  const body = { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: words };
  return { type: 'invokeResponse', value: { status: 200, body } };
}
