import type { TurnContext } from 'botbuilder-core';
import type { DialogContext, DialogInstance, DialogTurnResult } from 'botbuilder-dialogs';
import { Dialog } from 'botbuilder-dialogs/lib/dialog.js';
import type { Activity } from 'botframework-schema';
import { type DialogTurn, dialogTurn } from '../dialogTurn.ts';
import { chooseScenario, scenarioChoice } from './chooseScenario.ts';
import type { RehearseState } from './rehearseState.ts';
import { obey, speak, startTalk, type TalkStep, whereWeWere } from './talk.ts';

export const REHEARSE = 'rehearse';

/** What may be said beforehand about the rehearsal to begin. */
export interface RehearseOptions {
  /** Scenario id, its number in the list, or a word of its title. */
  readonly scenario?: string;
}

/**
 * Choose, talk, debrief.
 *
 * | step | the teacher | next |
 * | --- | --- | --- |
 * | choosing | names a scenario | talking: briefing and the parent's opening |
 * | choosing | says something else | choosing: asked once more |
 * | talking | speaks | talking, or the debrief once the talk has ended |
 * | talking | `hint` `pause` `thought` `rewind` | talking |
 * | either | `stop` | the debrief, or nothing when no talk was begun |
 *
 * With one scenario there is nothing to choose: the talk begins at once.
 */
export class RehearseDialog extends Dialog<RehearseOptions> {
  constructor() {
    super(REHEARSE);
  }

  override async beginDialog(dc: DialogContext, options: RehearseOptions = {}): Promise<DialogTurnResult> {
    const turn = dialogTurn(dc.context);
    return perform(dc, choose(turn, options.scenario ?? '', 'dialogs.rehearse.choose'));
  }

  override async continueDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const turn = dialogTurn(dc.context);
    const said = dc.context.activity.text ?? '';
    return perform(dc, await next(turn, stateOf(dc.activeDialog), said));
  }

  /** After something else came in between: where were we. */
  override async resumeDialog(dc: DialogContext): Promise<DialogTurnResult> {
    if (dc.activeDialog) await this.repromptDialog(dc.context, dc.activeDialog);
    return Dialog.EndOfTurn;
  }

  override async repromptDialog(context: TurnContext, instance: DialogInstance): Promise<void> {
    const turn = dialogTurn(context);
    const state = stateOf(instance);
    const messages =
      state.step === 'talking' ? whereWeWere(turn, state) : [scenarioChoice(turn, 'dialogs.rehearse.choose')];
    await context.sendActivities(messages as Activity[]);
  }
}

async function next(turn: DialogTurn, state: RehearseState, said: string): Promise<TalkStep> {
  if (state.step === 'talking') {
    return turn.command ? obey(turn, state, turn.command) : speak(turn, state, said);
  }
  if (turn.command?.command === 'stop') return { messages: [], state: null };
  return choose(turn, said, 'dialogs.rehearse.chooseAgain');
}

function choose(turn: DialogTurn, wanted: string, ask: string): TalkStep {
  const scenario = chooseScenario(turn.content.scenarios, wanted);
  if (scenario) return startTalk(turn, scenario);
  return { messages: [scenarioChoice(turn, ask)], state: { step: 'choosing' } };
}

/** Sends what a step says, keeps its state, and ends the dialog when there is none left. */
async function perform(dc: DialogContext, step: TalkStep): Promise<DialogTurnResult> {
  if (step.messages.length > 0) await dc.context.sendActivities(step.messages as Activity[]);
  if (!step.state) return dc.endDialog();
  if (dc.activeDialog) dc.activeDialog.state = step.state;
  return Dialog.EndOfTurn;
}

function stateOf(instance: DialogInstance | undefined): RehearseState {
  return instance?.state ?? { step: 'choosing' };
}
