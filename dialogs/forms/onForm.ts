import type { DialogContext } from 'botbuilder-dialogs';
import { guideSays } from '../activities.ts';
import { AFTERWARDS, hasNotBegun } from '../afterwards/afterwardsDialog.ts';
import { finishedMessage } from '../afterwards/finishedMessage.ts';
import { lookBackForm, talkPlanned } from '../afterwards/lookBackForm.ts';
import { takeLookBackForm } from '../afterwards/takeLookBackForm.ts';
import { isAtEase } from '../atEase.ts';
import { formShown } from '../cards/cardForm.ts';
import type { DialogTurn } from '../dialogTurn.ts';
import type { FormEvent } from '../ownEvents.ts';
import type { Plan } from '../prepare/plan.ts';
import { beginAnew, begun } from '../prepare/planProgress.ts';
import { PREPARE } from '../prepare/prepareDialog.ts';
import { filledByPlan, prepareForm } from '../prepare/prepareForm.ts';
import { takePrepareForm } from '../prepare/takePrepareForm.ts';
import { type FilledIn, formClosed } from './form.ts';

/**
 * A form is shown, or taken in: with errors it comes back as it was filled in, else it closes and the chat goes on from
 * there. `stopFor`: stops the turn when words tell of danger; who sends the same form once more has seen that and goes on.
 */
export async function onForm(
  dc: DialogContext,
  turn: DialogTurn,
  { name, value }: FormEvent,
  stopFor: (words: string) => Promise<boolean>,
): Promise<void> {
  const { memory } = turn;
  if (name === 'op-een-lijn/form-opened') return open(dc, turn, value.form);

  const { form, filledIn } = value;
  const isSeen = JSON.stringify(memory.stoppedForm) === JSON.stringify({ form, filledIn });
  delete memory.stoppedForm;
  if (!isSeen && (await stopFor(Object.values(filledIn).join('\n')))) {
    delete memory.stopped;
    memory.stoppedForm = { form, filledIn };
    await dc.context.sendActivity(formClosed());
    return;
  }
  return form === 'prepare' ? prepare(dc, turn, filledIn) : lookBack(dc, turn, filledIn);
}

async function open(dc: DialogContext, turn: DialogTurn, form: FormEvent['value']['form']): Promise<void> {
  const { stoppedForm } = turn.memory;
  const before = stoppedForm?.form === form ? stoppedForm.filledIn : null;
  if (form === 'prepare') {
    const plan = planInForm(turn);
    await dc.context.sendActivity(formShown(turn, prepareForm(turn, plan), before ?? filledByPlan(plan)));
    return;
  }
  await dc.context.sendActivity(formShown(turn, lookBackForm(turn), before ?? { name: talkPlanned(turn) }));
}

/** A plan that has its page is left as it is: the form begins another. */
function planInForm(turn: DialogTurn): Plan {
  const { plan } = turn.memory;
  return plan && !plan.finishedAt ? plan : begun(turn);
}

/** The first steps of a plan; the walk goes on with the tips. */
async function prepare(dc: DialogContext, turn: DialogTurn, filledIn: FilledIn): Promise<void> {
  const before = planInForm(turn);
  const { plan, errors, replies } = takePrepareForm(turn, before, filledIn);
  if (Object.keys(errors).length > 0) {
    await dc.context.sendActivity(formShown(turn, prepareForm(turn, before), filledIn, errors));
    return;
  }
  if (turn.memory.plan?.finishedAt) beginAnew(turn);
  turn.memory.plan = plan;
  await dc.context.sendActivity(formClosed());
  if (dc.activeDialog && !isAtEase(dc, turn)) return stillOpen(dc, turn);
  const options = { lead: [turn.t('cards.form.prepare.taken'), ...replies].join('\n\n') };
  await (dc.activeDialog ? dc.replaceDialog(PREPARE, options) : dc.beginDialog(PREPARE, options));
}

/** A whole look back; one that was being made in the chat is done with. */
async function lookBack(dc: DialogContext, turn: DialogTurn, filledIn: FilledIn): Promise<void> {
  const { back, errors } = takeLookBackForm(turn, filledIn);
  if (Object.keys(errors).length > 0) {
    await dc.context.sendActivity(formShown(turn, lookBackForm(turn), filledIn, errors));
    return;
  }
  await dc.context.sendActivity(formClosed());
  if (dc.activeDialog?.id === AFTERWARDS && hasNotBegun(turn.memory)) {
    delete turn.memory.lookingBack;
    await dc.endDialog();
  }
  await dc.context.sendActivity(finishedMessage(turn, back));
  if (dc.activeDialog) await dc.repromptDialog();
}

/** What was filled in is kept; what is open goes on. */
async function stillOpen(dc: DialogContext, { memory, t }: DialogTurn): Promise<void> {
  await dc.context.sendActivity(guideSays(memory.locale, 'notice', t('cards.form.prepare.kept')));
  await dc.repromptDialog();
}
