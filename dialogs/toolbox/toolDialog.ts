import type { TurnContext } from 'botbuilder-core';
import type { DialogContext, DialogInstance, DialogTurnResult } from 'botbuilder-dialogs';
import { Dialog } from 'botbuilder-dialogs/lib/dialog.js';
import { standingOfWalk } from '../cards/standingOfWalk.ts';
import { walkCard } from '../cards/walkCard.ts';
import { type DialogTurn, dialogTurn } from '../dialogTurn.ts';
import { keepsakeMessage } from '../keepsakes/keepsakeMessage.ts';
import type { Tool, ToolTurn } from './tool.ts';
import { askStep, nothingYetMessage, stillOpenMessage, stoppedMessage } from './toolMessages.ts';
import {
  type Progress,
  progressOf,
  readAnswer,
  startAgain,
  stepAfter,
  stepBefore,
  withAnswer,
} from './toolProgress.ts';
import { toolNamed } from './tools.ts';

export const TOOL = 'tool';

/** Which tool to walk through. */
export interface ToolOptions {
  readonly tool: string;
}

/**
 * The walk through a tool, one question at a time, that ends in something to keep. What was answered stays in memory
 * after every step, so `stop` puts the tool away and beginning it again goes on where it was, also after a restart.
 * `overslaan`/`skip`, `vorige`/`back`, `klaar`/`done` and `opnieuw beginnen`/`start over` work at every step.
 */
export class ToolDialog extends Dialog {
  constructor() {
    super(TOOL);
  }

  override async beginDialog(dc: DialogContext, options?: ToolOptions): Promise<DialogTurnResult> {
    const turn = dialogTurn(dc.context);
    if (dc.activeDialog) dc.activeDialog.state = { tool: options?.tool ?? '' };
    const open = openTool(turn, dc.activeDialog);
    const { locale } = turn.memory;
    const isResumed = Object.keys(open.progress.answers).length > 0;
    const opening = isResumed ? turn.t('tools.resumed') : open.now.walk.intro[locale];
    return ask(dc, turn, open, open.progress, opening);
  }

  override async continueDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const turn = dialogTurn(dc.context);
    const open = openTool(turn, dc.activeDialog);
    const { progress, now, tool } = open;
    const given = readAnswer(turn, open.step, dc.context.activity.text ?? '');

    switch (given.kind) {
      case 'stop':
        await dc.context.sendActivity(stoppedMessage(now));
        return dc.endDialog();
      case 'done':
        return finish(dc, turn, open, progress);
      case 'start-over':
        return ask(dc, turn, open, startAgain(now, tool), now.walk.intro[turn.memory.locale]);
      case 'back':
        return ask(dc, turn, open, { ...progress, at: stepBefore(now, tool, progress) });
      case 'next':
        return goOn(dc, turn, open, progress);
      case 'unclear':
        return ask(dc, turn, open, progress, turn.t('tools.chooseOne'));
      case 'answer': {
        const answered = withAnswer(progress, given.answer);
        const after = { ...now, answers: answered.answers };
        const choice = open.step.choices?.find(({ id }) => id === given.answer.choice);
        const reply = tool.reply?.(after, open.step) ?? choice?.reply?.[turn.memory.locale];
        return goOn(dc, turn, open, answered, reply);
      }
    }
  }

  /** After something else came in between: the same question again. */
  override async resumeDialog(dc: DialogContext): Promise<DialogTurnResult> {
    if (dc.activeDialog) await this.repromptDialog(dc.context, dc.activeDialog);
    return Dialog.EndOfTurn;
  }

  override async repromptDialog(context: TurnContext, instance: DialogInstance): Promise<void> {
    const turn = dialogTurn(context);
    const open = openTool(turn, instance);
    await context.sendActivity(stillOpenMessage(turn, askStep(open.now, open.tool, open.progress)));
  }
}

/** The open tool, with all that a step needs. */
interface OpenTool extends Progress {
  readonly tool: Tool;
  readonly now: ToolTurn;
}

function openTool(turn: DialogTurn, instance: DialogInstance | undefined): OpenTool {
  const id: string = instance?.state?.tool ?? '';
  const tool = toolNamed(id);
  const entry = turn.content.toolbox.find((candidate) => candidate.id === id);
  if (!tool || !entry?.walk) throw new Error(`There is no walk through the tool ${id}.`);

  const { progress, step } = progressOf(turn, tool, entry.walk);
  return { tool, now: { turn, entry, walk: entry.walk, answers: progress.answers }, progress, step };
}

async function goOn(
  dc: DialogContext,
  turn: DialogTurn,
  open: OpenTool,
  progress: Progress['progress'],
  reply?: string,
): Promise<DialogTurnResult> {
  const next = stepAfter({ ...open.now, answers: progress.answers }, open.tool, progress);
  if (next === undefined) return finish(dc, turn, open, progress, reply);
  return ask(dc, turn, open, { ...progress, at: next }, reply);
}

async function ask(
  dc: DialogContext,
  turn: DialogTurn,
  { now, tool }: OpenTool,
  progress: Progress['progress'],
  before?: string,
): Promise<DialogTurnResult> {
  keepProgress(turn, tool, progress);
  turn.memory.cited = { kind: 'tool', tool: tool.id, place: `step/${progress.at}` };
  const message = askStep({ ...now, answers: progress.answers }, tool, progress, before);
  const { choices = [] } = now.walk.steps.find(({ id }) => id === progress.at) ?? {};
  const { memory } = turn;
  const look = {
    on: standingOfWalk({ id: TOOL, state: { tool: tool.id } }, memory),
    choices: choices.map(({ label }) => label[memory.locale]),
  };
  await dc.context.sendActivity(walkCard(turn, message, look));
  return Dialog.EndOfTurn;
}

/** Nothing to keep while nothing was answered, unless the tool only had things to read or is of use blank. */
async function finish(
  dc: DialogContext,
  turn: DialogTurn,
  { now, tool }: OpenTool,
  progress: Progress['progress'],
  reply?: string,
): Promise<DialogTurnResult> {
  keepProgress(turn, tool, { ...startAgain(now, tool), answers: progress.answers });
  turn.memory.cited = { kind: 'tool', tool: tool.id };
  const isUseful = tool.isUsefulBlank || now.walk.steps.every((step) => step.kind === 'read');
  const isEmpty = Object.keys(progress.answers).length === 0;
  const message =
    isEmpty && !isUseful
      ? nothingYetMessage(now)
      : keepsakeMessage(turn, tool.keepsake({ ...now, answers: progress.answers }), reply);
  await dc.context.sendActivity(message);
  return dc.endDialog();
}

function keepProgress({ memory }: DialogTurn, { id }: Tool, progress: Progress['progress']): void {
  memory.tools = { ...memory.tools, [id]: progress };
}
