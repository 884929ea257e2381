import type { Activity, TurnContext } from 'botbuilder-core';
import type { DialogContext, DialogInstance, DialogTurnResult } from 'botbuilder-dialogs';
import { Dialog } from 'botbuilder-dialogs/lib/dialog.js';
import { guideSays } from '../activities.ts';
import { standingOfWalk } from '../cards/standingOfWalk.ts';
import { walkCard } from '../cards/walkCard.ts';
import { type DialogTurn, dialogTurn } from '../dialogTurn.ts';
import { rehearsedInShort } from './afterwardsMessage.ts';
import { askStep } from './askStep.ts';
import { finishedMessage } from './finishedMessage.ts';
import { FRESH, type LookingBack } from './lookBack.ts';
import { type Step, stepAfter, stepBefore, stepOf } from './steps.ts';
import { takeAnswer, withoutDetails } from './takeAnswer.ts';

export const AFTERWARDS = 'afterwards';

/**
 * The look back on a real talk, one question at a time (`steps.ts`), that ends in promises to keep and something to keep.
 * What was answered stays in memory after every step: `stop` puts it away, and beginning again goes on where it was.
 * `overslaan`/`skip`, `vorige`/`back`, `klaar`/`done` and `opnieuw beginnen`/`start over` work at every step.
 */
export class AfterwardsDialog extends Dialog {
  constructor() {
    super(AFTERWARDS);
  }

  override async beginDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const turn = dialogTurn(dc.context);
    const kept = turn.memory.lookingBack;
    const practised = turn.memory.rehearsed.length > 0 ? rehearsedInShort(turn) : undefined;
    const opening = kept && !hasNotBegun(turn.memory) ? turn.t('tools.resumed') : practised;
    return ask(dc, turn, kept ?? FRESH, opening);
  }

  override async continueDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const turn = dialogTurn(dc.context);
    const back = turn.memory.lookingBack ?? FRESH;
    const step = stepOf(back);
    const said = (dc.context.activity.text ?? '').trim();

    switch (wayIn(turn, said)) {
      case 'stop':
        return stop(dc, turn, back);
      case 'done':
        return finish(dc, turn, withoutDetails(turn, back, step)?.back ?? back);
      case 'start-over':
        return ask(dc, turn, FRESH);
      case 'back':
        return goTo(dc, turn, { ...back, open: null }, stepBefore(step));
      case 'next': {
        const kept = withoutDetails(turn, back, step);
        return kept
          ? goTo(dc, turn, kept.back, kept.step, kept.reply)
          : goTo(dc, turn, { ...back, open: null }, stepAfter(step));
      }
      default: {
        const taken = takeAnswer(turn, back, step, said);
        if (!taken)
          return ask(dc, turn, back, turn.t(`afterwards.unclear.${step.endsWith('when') ? 'when' : 'choose'}`));
        return goTo(dc, turn, taken.back, taken.step, taken.reply);
      }
    }
  }

  /** After something else came in between: the same question again. */
  override async resumeDialog(dc: DialogContext): Promise<DialogTurnResult> {
    if (dc.activeDialog) await this.repromptDialog(dc.context, dc.activeDialog);
    return Dialog.EndOfTurn;
  }

  override async repromptDialog(context: TurnContext, _: DialogInstance): Promise<void> {
    const turn = dialogTurn(context);
    await context.sendActivity(askStep(turn, turn.memory.lookingBack ?? FRESH, turn.t('tools.stillOpen')));
  }
}

/** Whether nothing was answered yet: then another dialog may take over. */
export function hasNotBegun({ lookingBack }: DialogTurn['memory']): boolean {
  return lookingBack === undefined || stepOf(lookingBack) === 'talk';
}

type Way = 'stop' | 'done' | 'start-over' | 'back' | 'next' | null;

function wayIn(turn: DialogTurn, said: string): Way {
  const command = turn.command?.command;
  const isWord = (key: string) =>
    [turn.texts('nl'), turn.texts('en')].some((t) => folded(t(`tools.word.${key}`)) === folded(said));
  if (command === 'stop') return 'stop';
  if (command === 'next' || isWord('skip') || said === '') return 'next';
  if (command === 'rewind' || isWord('back')) return 'back';
  if (command === 'again' || isWord('startOver')) return 'start-over';
  return isWord('done') ? 'done' : null;
}

function goTo(
  dc: DialogContext,
  turn: DialogTurn,
  back: LookingBack,
  step: Step | null,
  reply?: string,
): Promise<DialogTurnResult> {
  return step === null ? finish(dc, turn, back, reply) : ask(dc, turn, { ...back, step }, reply);
}

async function ask(dc: DialogContext, turn: DialogTurn, back: LookingBack, before?: string): Promise<DialogTurnResult> {
  turn.memory.lookingBack = back;
  await dc.context.sendActivity(asked(turn, back, askStep(turn, back, before)));
  return Dialog.EndOfTurn;
}

/** The first question offers the form too, where there are forms. */
function asked(turn: DialogTurn, back: LookingBack, message: Partial<Activity>): Partial<Activity> {
  const on = standingOfWalk({ id: AFTERWARDS }, turn.memory);
  return walkCard(turn, message, { on, ...(stepOf(back) === 'talk' ? { form: 'look-back' } : {}) });
}

async function stop(dc: DialogContext, turn: DialogTurn, back: LookingBack): Promise<DialogTurnResult> {
  const { memory, t } = turn;
  if (stepOf(back) === 'talk') delete memory.lookingBack;
  const key = stepOf(back) === 'talk' ? 'notNow' : 'putAway';
  const suggestions = [
    { title: t('dialogs.menu.afterwards'), value: t('dialogs.word.afterwards') },
    { title: t('dialogs.menu.rehearse'), value: t('dialogs.word.rehearse') },
  ];
  await dc.context.sendActivity(guideSays(memory.locale, 'notice', t(`afterwards.${key}`), { suggestions }));
  return dc.endDialog();
}

/** Nothing to keep while nothing was answered. */
async function finish(
  dc: DialogContext,
  turn: DialogTurn,
  back: LookingBack,
  reply?: string,
): Promise<DialogTurnResult> {
  const { memory } = turn;
  delete memory.lookingBack;
  await dc.context.sendActivity(finishedMessage(turn, back, reply));
  return dc.endDialog();
}

function folded(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/(?<![.!])[.!]+$/u, '');
}
