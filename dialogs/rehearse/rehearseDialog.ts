import type { TurnContext } from 'botbuilder-core';
import type { DialogContext, DialogInstance, DialogTurnResult } from 'botbuilder-dialogs';
import { Dialog } from 'botbuilder-dialogs/lib/dialog.js';
import type { Activity } from 'botframework-schema';
import type { Difficulty } from '../../content/schema/state.ts';
import { type DialogTurn, dialogTurn } from '../dialogTurn.ts';
import { menuMessage } from '../menu/menuMessages.ts';
import { ownTalk, scenarioOfTalk } from '../prepare/ownTalk.ts';
import { noOwnTalk } from '../prepare/ownTalkMessages.ts';
import { afterDebrief, inTheirChair, takeEstimate } from './afterTalk.ts';
import { choiceAgain, chooseScenario, scenarioChoice } from './chooseScenario.ts';
import { askEstimateAgain } from './estimate.ts';
import { splitLevel } from './levels.ts';
import { type MomentAgain, momentAgain } from './momentAgain.ts';
import { isForTheRehearsal, obey } from './obey.ts';
import type { RehearseState } from './rehearseState.ts';
import { whereInTheirChair } from './swapSeats.ts';
import { speak, startTalk, whereWeWere } from './talk.ts';
import type { TalkStep } from './talkStep.ts';
import { withWaysOn } from './waysOn.ts';

export const REHEARSE = 'rehearse';

/** What may be said beforehand about the rehearsal to begin. */
export interface RehearseOptions {
  /** Scenario id, its number in the list, or a word of its title; behind it a level of difficulty. */
  readonly scenario?: string;
  /** The next talk with the parent of the newest talk. */
  readonly followUp?: boolean;
  /** The scenario made from the teacher's own plan. */
  readonly own?: boolean;
  /** A moment of a talk that is over. */
  readonly moment?: MomentAgain;
}

/**
 * Choose, talk, estimate, debrief, and on from there.
 *
 * | step | the teacher | next |
 * | --- | --- | --- |
 * | choosing | names a scenario | talking: briefing and the parent's opening |
 * | choosing | says something else | choosing: asked once more |
 * | talking | speaks | talking, or estimating once the talk has ended |
 * | talking | `hint` `pause` `thought` `rewind` `timed` `harder` | talking |
 * | talking | `stop` | estimating, or debriefed when nothing was said |
 * | estimating | says anything | debriefed: the whole debrief |
 * | debriefed | `try that moment again` `follow-up` `same again` `harder` | talking |
 * | talking, debriefed | `swap seats` | swapped: `next` steps on, `stop` goes back |
 * | choosing, debriefed | `stop` | over |
 *
 * With one scenario there is nothing to choose: the talk begins at once.
 */
export class RehearseDialog extends Dialog<RehearseOptions> {
  constructor() {
    super(REHEARSE);
  }

  override async beginDialog(dc: DialogContext, options: RehearseOptions = {}): Promise<DialogTurnResult> {
    const turn = dialogTurn(dc.context);
    if (options.moment) return perform(dc, await momentAgain(turn, options.moment));
    const begun = options.own ? ownCase(turn) : options.followUp && followUp(turn);
    return perform(dc, begun || chooseWithLevel(turn, options.scenario ?? ''));
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
    const messages = withWaysOn(turn, whereAreWe(turn, state), state);
    if (messages.length > 0) await context.sendActivities(messages as Activity[]);
  }
}

/** Where the rehearse dialog stands. A talk kept by an older version of the engine cannot go on: choose again. */
export function stateOf(instance: DialogInstance | undefined): RehearseState {
  const state: RehearseState | undefined = instance?.state;
  const isKnown = state?.step === 'choosing' || state?.rehearsal?.version === 2;
  return state !== undefined && isKnown ? state : { step: 'choosing' };
}

async function next(turn: DialogTurn, state: RehearseState, said: string): Promise<TalkStep> {
  switch (state.step) {
    case 'talking':
      return turn.command && isForTheRehearsal(turn.command, state)
        ? obey(turn, state, turn.command)
        : speak(turn, state, said);
    case 'estimating':
      return takeEstimate(turn, state, said);
    case 'debriefed':
      return afterDebrief(turn, state, said);
    case 'swapped':
      return inTheirChair(turn, state);
    case 'choosing':
      if (turn.command?.command === 'stop') {
        return { messages: [menuMessage(turn, 'dialogs.rehearse.notNow')], state: null };
      }
      return choose(turn, said, state.difficulty, choiceAgain(turn, 'dialogs.rehearse.chooseAgain'));
  }
}

function whereAreWe(turn: DialogTurn, state: RehearseState): readonly Partial<Activity>[] {
  switch (state.step) {
    case 'talking':
      return whereWeWere(turn, state);
    case 'estimating':
      return [askEstimateAgain(turn, state)];
    case 'debriefed':
      return [];
    case 'swapped':
      return [whereInTheirChair(turn, state)];
    case 'choosing':
      return [
        turn.command?.command === 'language'
          ? scenarioChoice(turn)
          : choiceAgain(turn, 'dialogs.rehearse.chooseFromAbove'),
      ];
  }
}

function chooseWithLevel(turn: DialogTurn, argument: string): TalkStep {
  const { wanted, difficulty } = splitLevel(turn.texts, argument);
  return choose(turn, wanted, difficulty, scenarioChoice(turn));
}

/** `ask`: what is said when it is not clear which one is meant. */
function choose(
  turn: DialogTurn,
  wanted: string,
  difficulty: Difficulty | undefined,
  ask: Partial<Activity>,
): TalkStep {
  const scenario = chooseScenario(turn.content.scenarios, wanted);
  if (scenario) return startTalk(turn, scenario, { difficulty: difficulty ?? 'normal' });
  return { messages: [ask], state: { step: 'choosing', ...(difficulty && { difficulty }) } };
}

/** The next talk with the parent of the newest talk; null when there is none to go on from. */
function followUp(turn: DialogTurn): TalkStep | null {
  const last = turn.memory.rehearsed.at(-1);
  const scenario = last && scenarioOfTalk(turn, last);
  return scenario && last?.before ? startTalk(turn, scenario, { before: last.before }) : null;
}

/** The teacher's own talk; else why there is none, and the dialog is over. */
function ownCase(turn: DialogTurn): TalkStep {
  const own = ownTalk(turn);
  if (own.kind === 'ready') return startTalk(turn, own.scenario);
  return { messages: [noOwnTalk(turn, own.kind)], state: null };
}

/** Sends what a step says, keeps its state, and ends the dialog when there is none left. */
async function perform(dc: DialogContext, step: TalkStep): Promise<DialogTurnResult> {
  const messages = withWaysOn(dialogTurn(dc.context), step.messages, step.state);
  if (messages.length > 0) await dc.context.sendActivities(messages as Activity[]);
  if (!step.state) return dc.endDialog();
  if (dc.activeDialog) dc.activeDialog.state = step.state;
  return Dialog.EndOfTurn;
}
