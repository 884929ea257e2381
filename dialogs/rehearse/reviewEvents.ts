import type { Activity } from 'botbuilder-core';
import type { DialogContext } from 'botbuilder-dialogs';
import { guideSays } from '../activities.ts';
import type { DialogTurn } from '../dialogTurn.ts';
import { PREPARE } from '../prepare/prepareDialog.ts';
import type { MomentAgain } from './momentAgain.ts';
import { plain } from './parentLine.ts';
import { REHEARSE, stateOf } from './rehearseDialog.ts';
import { isAtRest } from './rehearseState.ts';
import type { ReviewCame } from './reviewCame.ts';

/** Tells of a review at once, or once the talk that goes on is over: nobody breaks into a talk. */
export async function onReviewCame(dc: DialogContext, turn: DialogTurn, came: ReviewCame): Promise<void> {
  const { memory } = turn;
  memory.reviewsCame = [...(memory.reviewsCame ?? []).filter(({ shareId }) => shareId !== came.shareId), came];
  if (isFree(dc)) await tellReviews(dc, turn);
}

/** Tells of the reviews that came meanwhile; false when there are none. */
export async function tellReviews(dc: DialogContext, turn: DialogTurn): Promise<boolean> {
  const { memory } = turn;
  const came = memory.reviewsCame ?? [];
  delete memory.reviewsCame;
  for (const one of came) await dc.context.sendActivity(messageOf(turn, one));
  return came.length > 0;
}

/** Goes back to a moment of an earlier talk, unless another talk would be lost. */
export async function onRehearseMoment(dc: DialogContext, turn: DialogTurn, moment: MomentAgain): Promise<void> {
  if (!isFree(dc)) {
    await dc.context.sendActivity(guideSays(turn.memory.locale, 'notice', turn.t('coach.chat.busy')));
    await dc.repromptDialog();
    return;
  }
  if (dc.activeDialog) await dc.replaceDialog(REHEARSE, { moment });
  else await dc.beginDialog(REHEARSE, { moment });
}

/** Says that it came, and where it can be read; none of the coach's words. */
function messageOf({ memory, t }: DialogTurn, { coach, title, page }: ReviewCame): Partial<Activity> {
  const text = t('coach.chat.came', { coach: plain(coach), title: plain(title[memory.locale]), page });
  return guideSays(memory.locale, 'notice', text);
}

function isFree({ activeDialog }: DialogContext): boolean {
  if (activeDialog === undefined || activeDialog.id === PREPARE) return true;
  return activeDialog.id === REHEARSE && isAtRest(stateOf(activeDialog));
}
