import type { Activity, TurnContext } from 'botbuilder-core';
import type { DialogContext, DialogInstance, DialogTurnResult } from 'botbuilder-dialogs';
import { Dialog } from 'botbuilder-dialogs/lib/dialog.js';
import { PLAN_STEPS, type PlanStep } from '../../content/schema/prepare.ts';
import { standingOfWalk } from '../cards/standingOfWalk.ts';
import { walkCard } from '../cards/walkCard.ts';
import { type DialogTurn, dialogTurn } from '../dialogTurn.ts';
import { dateInWords } from '../toolbox/plannedFor.ts';
import type { ToolAnswer } from '../toolbox/toolAnswers.ts';
import { stillOpenMessage } from '../toolbox/toolMessages.ts';
import { betterSentence } from './betterSentence.ts';
import { childIn } from './childIn.ts';
import { takeMeeting } from './meeting/takeMeeting.ts';
import type { Plan } from './plan.ts';
import { planMessage } from './planMessage.ts';
import { beginAnew, begun, hasAnswers, withAnswer } from './planProgress.ts';
import { askMessage, checkMessage, haveMessage, stoppedMessage } from './prepareMessages.ts';
import { prepareIn, stepAfter, stepBefore, stepNamed } from './prepareSteps.ts';
import { readPrepare } from './readPrepare.ts';
import { sentenceFeedback } from './sentenceFeedback.ts';
import { takeAnswer } from './takeAnswer.ts';

export const PREPARE = 'prepare';

/** What may be said beforehand about the plan to make. */
export interface PrepareOptions {
  /** When the talk is, in the teacher's own words: a new plan begins with it. */
  readonly meeting?: string;
  /** The first steps are answered already, as in a form: this is said, and the walk goes on where the plan stands. */
  readonly lead?: string;
}

/** Where the dialog stands beside the step that the plan is at; kept on the dialog stack as plain JSON. */
type PrepareState =
  /** The step is asked. */
  | { readonly mode: 'ask' }
  /** The sentence at a tip is in the plan: keep it, or say it otherwise. */
  | { readonly mode: 'check' }
  /** There is a finished plan: show it, change a step, or make another. */
  | { readonly mode: 'choose' };

/**
 * The guided walk to a conversation plan: the situation, the seven tips with a sentence each, and what is agreed. Every
 * answer is in memory (`Plan`) after its step, so that `stop` puts it away and beginning again goes on where it was,
 * also after a restart and on another device. `overslaan`/`skip`, `vorige`/`back`, `klaar`/`done`, `opnieuw
 * beginnen`/`start over` and `weet ik niet`/`don't know` work at every step.
 */
export class PrepareDialog extends Dialog<PrepareOptions> {
  constructor() {
    super(PREPARE);
  }

  override async beginDialog(dc: DialogContext, options: PrepareOptions = {}): Promise<DialogTurnResult> {
    const turn = dialogTurn(dc.context);
    const { plan } = turn.memory;
    if (options.meeting !== undefined) return announced(dc, turn, options.meeting);
    if (options.lead !== undefined) return ask(dc, turn, plan ?? begun(turn), options.lead);
    if (plan?.finishedAt) return stay(dc, haveMessage(turn, plan), { mode: 'choose' });
    if (plan && hasAnswers(plan)) return ask(dc, turn, plan, turn.t('prepare.resumed'));
    return ask(dc, turn, plan ?? begun(turn), introOf(turn));
  }

  override async continueDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const turn = dialogTurn(dc.context);
    const plan = turn.memory.plan ?? begun(turn);
    const { mode } = stateOf(dc.activeDialog);
    const step = stepNamed(turn.content, plan.at);
    const given = readPrepare(turn, step, mode, dc.context.activity.text ?? '');

    switch (given.kind) {
      case 'stop':
        await dc.context.sendActivity(stoppedMessage(turn));
        return dc.endDialog();
      case 'done':
        return finish(dc, turn, plan);
      case 'start-over':
        return ask(dc, turn, beginAnew(turn), introOf(turn));
      case 'back':
        return ask(dc, turn, mode === 'check' ? plan : { ...plan, at: stepBefore(step.id) });
      case 'next':
        return goOn(dc, turn, plan);
      case 'take':
        return takeBetter(dc, turn, plan);
      case 'go-to':
        return ask(dc, turn, { ...plan, at: given.step });
      case 'help':
        return ask(dc, turn, plan, step.help[turn.memory.locale].replaceAll('{child}', childIn(turn, plan)));
      case 'empty':
        return mode === 'choose'
          ? stay(dc, haveMessage(turn, plan, turn.t('prepare.noSuchNumber')), { mode })
          : ask(dc, turn, plan, turn.t('prepare.empty'));
      case 'unclear':
        return ask(dc, turn, plan, turn.t('tools.chooseOne'));
      case 'answer':
        return answered(dc, turn, plan, given.answer);
    }
  }

  /** After something else came in between: the same question again. */
  override async resumeDialog(dc: DialogContext): Promise<DialogTurnResult> {
    if (dc.activeDialog) await this.repromptDialog(dc.context, dc.activeDialog);
    return Dialog.EndOfTurn;
  }

  override async repromptDialog(context: TurnContext, instance: DialogInstance): Promise<void> {
    const turn = dialogTurn(context);
    await context.sendActivity(stillOpenMessage(turn, whereWeWere(turn, stateOf(instance))));
  }
}

function whereWeWere(turn: DialogTurn, { mode }: PrepareState): Partial<Activity> {
  const plan = turn.memory.plan ?? begun(turn);
  const { tip } = stepNamed(turn.content, plan.at);
  const sentence = plan.answers[plan.at]?.words;
  if (mode === 'choose') return haveMessage(turn, plan);
  if (mode !== 'check' || tip === null || sentence === undefined) return askMessage(turn, plan);
  const better = betterSentence(turn, plan, tip, sentence);
  return checkMessage(turn, sentenceFeedback(turn, plan, { tip, sentence, better }), better);
}

/** A talk with its day was told: it goes into the plan that has none yet, else into a new one. */
function announced(dc: DialogContext, turn: DialogTurn, words: string): Promise<DialogTurnResult> {
  const { plan } = turn.memory;
  const told = takeMeeting(turn, words, { answers: {}, meeting: null }).meeting?.start.slice(0, 10);
  const isFor = !plan?.meeting || plan.meeting.start.slice(0, 10) === told;
  const isOpen = plan && hasAnswers(plan) && !plan.finishedAt && isFor;
  const begins = isOpen ? plan : beginAnew(turn);
  const { meeting, reply: said } = takeMeeting(turn, words, begins);
  const later = meeting && !meeting.start.includes('T');
  const reply = later ? turn.t('prepare.meeting.timeLater', { when: dateInWords(turn, meeting) }) : said;
  const dated = { ...withAnswer(turn, begins, 'meeting', { words, at: turn.at }), meeting };
  const opening = isOpen ? turn.t('prepare.resumed') : introOf(turn);
  return ask(dc, turn, dated, [`${turn.t('prepare.announced')} ${reply}`, opening].join('\n\n'));
}

function answered(dc: DialogContext, turn: DialogTurn, plan: Plan, answer: ToolAnswer): Promise<DialogTurnResult> {
  const taken = takeAnswer(turn, plan, stepNamed(turn.content, plan.at), answer);
  turn.memory.plan = taken.plan;
  switch (taken.next) {
    case 'on':
      return goOn(dc, turn, taken.plan, taken.reply);
    case 'again':
      return ask(dc, turn, taken.plan, taken.reply);
    case 'check':
      return stay(dc, checkMessage(turn, taken.reply ?? '', taken.better ?? null), { mode: 'check' });
  }
}

/** The proposal in place of the sentence; without a proposal the sentence stays. */
function takeBetter(dc: DialogContext, turn: DialogTurn, plan: Plan): Promise<DialogTurnResult> {
  const { tip, id } = stepNamed(turn.content, plan.at);
  const sentence = plan.answers[id]?.words;
  const better = tip && sentence ? betterSentence(turn, plan, tip, sentence) : null;
  if (better === null) return goOn(dc, turn, plan);
  const next = withAnswer(turn, plan, id, { words: better, at: turn.at });
  return goOn(dc, turn, next, turn.t('prepare.feedback.taken', { sentence: better }));
}

/** On to the next step; a day that was told beforehand, and is complete, is not asked for. */
function goOn(dc: DialogContext, turn: DialogTurn, plan: Plan, reply?: string): Promise<DialogTurnResult> {
  const next = stepAfter(stepNamed(turn.content, plan.at).id);
  if (next === null) return finish(dc, turn, plan);
  const isKnown = next === 'meeting' && plan.meeting?.start.includes('T') === true && !plan.finishedAt;
  return isKnown ? goOn(dc, turn, { ...plan, at: next }, reply) : ask(dc, turn, { ...plan, at: next }, reply);
}

async function ask(dc: DialogContext, turn: DialogTurn, plan: Plan, before?: string): Promise<DialogTurnResult> {
  turn.memory.plan = plan;
  const { tip } = stepNamed(turn.content, plan.at);
  if (tip) turn.memory.cited = { kind: 'tip', tip };
  return stay(dc, asked(turn, plan, askMessage(turn, plan, before)), { mode: 'ask' });
}

/** The first question offers the form too, where there are forms. */
function asked(turn: DialogTurn, plan: Plan, message: Partial<Activity>): Partial<Activity> {
  const { content, memory } = turn;
  const { choices = [] } = stepNamed(content, plan.at);
  return walkCard(turn, message, {
    on: standingOfWalk({ id: PREPARE }, memory),
    choices: choices.map(({ label }) => label[memory.locale]),
    ...(plan.at === PLAN_STEPS[0] ? { form: 'prepare' } : {}),
  });
}

async function stay(dc: DialogContext, message: Partial<Activity>, state: PrepareState): Promise<DialogTurnResult> {
  const on = standingOfWalk({ id: PREPARE }, dialogTurn(dc.context).memory);
  await dc.context.sendActivity(state.mode === 'ask' ? message : walkCard(dialogTurn(dc.context), message, { on }));
  if (dc.activeDialog) dc.activeDialog.state = state;
  return Dialog.EndOfTurn;
}

/** The page; nothing to keep while nothing was answered. */
async function finish(dc: DialogContext, turn: DialogTurn, plan: Plan): Promise<DialogTurnResult> {
  const first: PlanStep = PLAN_STEPS[0];
  const isDone = hasAnswers(plan);
  const kept = isDone ? { ...plan, at: first, finishedAt: turn.at } : plan;
  turn.memory.plan = kept;
  await dc.context.sendActivity(planMessage(turn, kept));
  return dc.endDialog();
}

function introOf({ content, memory }: DialogTurn): string {
  return prepareIn(content).walk.intro[memory.locale];
}

function stateOf(instance: DialogInstance | undefined): PrepareState {
  const mode: unknown = instance?.state?.mode;
  return { mode: mode === 'check' || mode === 'choose' ? mode : 'ask' };
}
