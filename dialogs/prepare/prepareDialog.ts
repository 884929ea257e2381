import type { Activity, TurnContext } from 'botbuilder-core';
import type { DialogContext, DialogInstance, DialogTurnResult } from 'botbuilder-dialogs';
import { Dialog } from 'botbuilder-dialogs/lib/dialog.js';
import { TIPS, type TipId } from '../../content/schema/move.ts';
import type { Tip } from '../../content/schema/tip.ts';
import { guideSays } from '../activities.ts';
import { type DialogTurn, dialogTurn } from '../dialogTurn.ts';
import { planMessage } from './planMessage.ts';
import { begun, withSentence } from './planProgress.ts';
import { sentenceFeedback } from './sentenceFeedback.ts';

export const PREPARE = 'prepare';

interface PrepareState {
  /** Index in `TIPS` of the tip that is asked for now. */
  readonly at: number;
}

/**
 * The guided walk over the seven tips: what the tip is, an example, write your own sentence, what that sentence does,
 * next. `overslaan`/`skip` leaves a tip out, `vorige`/`back` returns to the one before, `stop` ends with what there is.
 */
export class PrepareDialog extends Dialog {
  constructor() {
    super(PREPARE);
  }

  override async beginDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const turn = dialogTurn(dc.context);
    turn.memory.plan = begun(turn);
    await dc.context.sendActivity(guideSays(turn.memory.locale, 'plan', turn.t('dialogs.prepare.intro')));
    return ask(dc, turn, 0);
  }

  override async continueDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const turn = dialogTurn(dc.context);
    const { at } = stateOf(dc.activeDialog);
    const said = (dc.context.activity.text ?? '').trim();
    const tip = TIPS[at];

    if (turn.command?.command === 'stop' || !tip) return finish(dc, turn);
    if (isWord(turn, said, 'dialogs.prepare.skip')) return ask(dc, turn, at + 1);
    if (isWord(turn, said, 'dialogs.prepare.back')) return ask(dc, turn, Math.max(0, at - 1));
    if (said === '') return ask(dc, turn, at);

    turn.memory.plan = withSentence(turn, turn.memory.plan ?? begun(turn), { tip, sentence: said });
    await dc.context.sendActivity(guideSays(turn.memory.locale, 'plan', sentenceFeedback(turn, tip, said)));
    return ask(dc, turn, at + 1);
  }

  /** After something else came in between: the same tip again. */
  override async resumeDialog(dc: DialogContext): Promise<DialogTurnResult> {
    if (dc.activeDialog) await this.repromptDialog(dc.context, dc.activeDialog);
    return Dialog.EndOfTurn;
  }

  override async repromptDialog(context: TurnContext, instance: DialogInstance): Promise<void> {
    const id = TIPS[stateOf(instance).at];
    if (id) await context.sendActivity(question(dialogTurn(context), id));
  }
}

async function ask(dc: DialogContext, turn: DialogTurn, at: number): Promise<DialogTurnResult> {
  const id = TIPS[at];
  if (!id) return finish(dc, turn);

  await dc.context.sendActivity(question(turn, id));
  const state: PrepareState = { at };
  if (dc.activeDialog) dc.activeDialog.state = state;
  return Dialog.EndOfTurn;
}

function question(turn: DialogTurn, id: TipId): Partial<Activity> {
  const { memory, t } = turn;
  const tip = tipOf(turn, id);
  const example = tip.say[0]?.text[memory.locale].replaceAll('{child}', t('dialogs.tip.child')) ?? '';
  const text = t('dialogs.prepare.ask', {
    number: TIPS.indexOf(id) + 1,
    name: tip.name[memory.locale],
    what: tip.what[memory.locale],
    example,
  });
  const suggestions = ['skip', 'back'].map((word) => {
    const title = t(`dialogs.prepare.${word}`);
    return { title, value: title };
  });
  return guideSays(memory.locale, 'plan', text, { suggestions });
}

async function finish(dc: DialogContext, turn: DialogTurn): Promise<DialogTurnResult> {
  await dc.context.sendActivity(planMessage(turn));
  return dc.endDialog();
}

function isWord({ texts }: DialogTurn, said: string, key: string): boolean {
  const word = said.toLowerCase().replace(/[.!]+$/u, '');
  return [texts('nl')(key), texts('en')(key)].some((known) => known.toLowerCase() === word);
}

function tipOf({ content }: DialogTurn, id: TipId): Tip {
  const tip = content.tips.find((candidate) => candidate.id === id);
  if (!tip) throw new Error(`Content holds no tip ${id}.`);
  return tip;
}

function stateOf(instance: DialogInstance | undefined): PrepareState {
  return instance?.state ?? { at: 0 };
}
