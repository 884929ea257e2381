import type { Activity } from 'botbuilder-core';
import type { DialogContext } from 'botbuilder-dialogs';
import { guideSays } from './activities.ts';
import { dueReminders, type Occasion, remindersMessage, withReminded } from './afterwards/dueReminders.ts';
import { nextReminderDay } from './afterwards/nextReminderDay.ts';
import { withPromise } from './afterwards/promises.ts';
import type { SaidInCompany } from './company/companyMessage.ts';
import type { DialogTurn } from './dialogTurn.ts';
import type { FilledIn, FormId } from './forms/form.ts';
import { amsterdamDay } from './keepsakes/amsterdamTime.ts';
import { menuMessage } from './menu/menuMessages.ts';
import type { MomentAgain } from './rehearse/momentAgain.ts';
import { REHEARSE, stateOf } from './rehearse/rehearseDialog.ts';
import type { ReviewCame } from './rehearse/reviewCame.ts';
import { onRehearseMoment, onReviewCame, tellReviews } from './rehearse/reviewEvents.ts';
import { eraseEverything } from './settings/eraseDialog.ts';

/**
 * What our own pages and channels tell the bot without a word being said. It is a turn like any other: one commit, one
 * effect. A client cannot send these: a channel only lets through the events it names.
 */
export type OwnEvent =
  | { readonly name: 'op-een-lijn/erase-rehearsal'; readonly value: { readonly id: string } }
  | { readonly name: 'op-een-lijn/erase-everything'; readonly value: null }
  | {
      readonly name: 'op-een-lijn/settle-promise';
      readonly value: { readonly id: string; readonly as: 'done' | 'dropped' };
    }
  /** A coach sent what they made of a rehearsal. */
  | { readonly name: 'op-een-lijn/review-came'; readonly value: ReviewCame }
  /** The teacher wants to rehearse one moment of a talk that is over. */
  | { readonly name: 'op-een-lijn/rehearse-moment'; readonly value: MomentAgain }
  /** The teacher opened the chat again. */
  | { readonly name: 'op-een-lijn/came-back'; readonly value: null }
  /** A day has come on which the teacher may be reminded unasked: see `nextReminderDay`. */
  | { readonly name: 'op-een-lijn/remind'; readonly value: null }
  /** Somebody added the bot or spoke to it where others read along: see `SaidInCompany`. */
  | { readonly name: 'op-een-lijn/in-company'; readonly value: Pick<SaidInCompany, 'asked' | 'chat'> }
  /** The teacher typed a code, to be the same person here and in a browser. */
  | { readonly name: 'op-een-lijn/linked'; readonly value: { readonly outcome: 'done' | 'wrong' | 'slow' } }
  /** The teacher opens a form, or sends what was filled in: see `forms/`. */
  | { readonly name: 'op-een-lijn/form-opened'; readonly value: { readonly form: FormId } }
  | {
      readonly name: 'op-een-lijn/form-sent';
      readonly value: { readonly form: FormId; readonly filledIn: FilledIn };
    };

/** What has to do with a form. */
export type FormEvent = Extract<OwnEvent, { readonly name: 'op-een-lijn/form-opened' | 'op-een-lijn/form-sent' }>;

/** Whether it has to do with a form. */
export function isFormEvent(event: OwnEvent): event is FormEvent {
  return event.name === 'op-een-lijn/form-opened' || event.name === 'op-een-lijn/form-sent';
}

/** Where others read along nothing of the conversation is used, and nothing changes. */
export type CompanyEvent = Extract<OwnEvent, { readonly name: 'op-een-lijn/in-company' }>;

/** The event as an activity. */
export function ownEvent(event: OwnEvent): Partial<Activity> {
  return { type: 'event', ...event };
}

/** The event in an activity; undefined when it is none of ours. */
export function readOwnEvent({ type, name }: Partial<Activity>, value: unknown): OwnEvent | undefined {
  if (type !== 'event' || !name?.startsWith('op-een-lijn/')) return undefined;
  return { name, value } as OwnEvent;
}

/** Does what the event asks. */
export async function onOwnEvent(
  dc: DialogContext,
  turn: DialogTurn,
  event: Exclude<OwnEvent, FormEvent | CompanyEvent>,
): Promise<void> {
  const { memory } = turn;
  switch (event.name) {
    case 'op-een-lijn/erase-rehearsal':
      return eraseRehearsal(dc, turn, event.value.id);
    case 'op-een-lijn/erase-everything':
      return eraseEverything(dc, turn);
    case 'op-een-lijn/settle-promise':
      memory.promises = withPromise(memory.promises, event.value.id, { status: event.value.as });
      return;
    case 'op-een-lijn/review-came':
      return onReviewCame(dc, turn, event.value);
    case 'op-een-lijn/rehearse-moment':
      return onRehearseMoment(dc, turn, event.value);
    case 'op-een-lijn/came-back': {
      const hasTold = await tellReviews(dc, turn);
      if (((await remind(dc, turn, 'back')) || hasTold) && dc.activeDialog) await dc.repromptDialog();
      return;
    }
    case 'op-een-lijn/linked':
      await dc.context.sendActivity(guideSays(memory.locale, 'notice', turn.t(`identity.link.${event.value.outcome}`)));
      if (dc.activeDialog) await dc.repromptDialog();
      return;
    case 'op-een-lijn/remind':
      if ((nextReminderDay(memory, new Date(turn.at)) ?? NEVER) <= amsterdamDay(new Date(turn.at))) {
        await remind(dc, turn, 'unasked');
      }
  }
}

/** After every day. */
const NEVER = '9999-12-31';

/** Whether there was something to remind of. */
async function remind({ context }: DialogContext, turn: DialogTurn, occasion: Occasion): Promise<boolean> {
  const { memory, at } = turn;
  const due = dueReminders(memory, new Date(at));
  if (due.length === 0) return false;
  memory.reminders = withReminded(memory.reminders, due, at);
  await context.sendActivity(remindersMessage(turn, due, occasion));
  return true;
}

/** Also out of what is remembered; a talk that is at hand is put away, and the teacher hears that. */
async function eraseRehearsal(dc: DialogContext, turn: DialogTurn, id: string): Promise<void> {
  const { memory, services } = turn;
  services.record.eraseRehearsal(id);
  memory.rehearsed = memory.rehearsed.filter(({ rehearsalId }) => rehearsalId !== id);
  delete memory.stopped;
  memory.reviewsCame = (memory.reviewsCame ?? []).filter(({ page }) => !page.includes(id));
  const { activeDialog } = dc;
  const state = activeDialog?.id === REHEARSE ? stateOf(activeDialog) : undefined;
  if (state === undefined || state.step === 'choosing' || state.rehearsalId !== id) return;
  await dc.cancelAllDialogs();
  await dc.context.sendActivity(menuMessage(turn, 'dialogs.erase.talkGone'));
}
