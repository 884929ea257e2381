import type { Activity } from 'botbuilder-core';
import { guideSays, type Suggestion } from '../activities.ts';
import { withCard } from '../cards/withCard.ts';
import type { DialogTurn } from '../dialogTurn.ts';
import { amsterdamDay } from '../keepsakes/amsterdamTime.ts';
import type { Memory } from '../memory.ts';
import { daysAfter, daysBetween } from '../prepare/meeting/namedDays.ts';
import type { Plan } from '../prepare/plan.ts';
import { plain } from '../rehearse/parentLine.ts';
import { dayInTalk } from './dayInTalk.ts';
import { type KeptPromise, openPromises, type Reminders } from './promises.ts';
import { promisesCard } from './promisesCard.ts';

/** Something to remind of. */
export type DueReminder =
  /** A promise whose day has come. `daysLate`: whole days since then; 0 on that day. */
  | { readonly kind: 'promise'; readonly promise: KeptPromise; readonly daysLate: number }
  /** A planned talk that has been, and was not looked back on. */
  | { readonly kind: 'talk'; readonly plan: Plan };

/** More promises than these are not said at once. */
const MOST_SAID = 3;
/** Days after a talk in which it is asked after. */
const ASKED_AFTER_DAYS = 14;

/** Before every day. */
export const NEVER_YET = '';

/** What reminders are made of. */
export type Remembered = Pick<Memory, 'promises' | 'reminders' | 'lookBacks'> & Partial<Pick<Memory, 'plan'>>;

/**
 * What to remind of now: promises whose day has come, the oldest first, and once the talk that was planned and has been.
 * Nothing when the teacher was reminded today, or asked not to be. For every channel that can speak first. Pure: same
 * memory and moment, same answer.
 */
export function dueReminders(memory: Remembered, now: Date): readonly DueReminder[] {
  const { promises, reminders } = memory;
  const today = amsterdamDay(now);
  if (reminders?.off || lastDayBefore(today, reminders) >= today) return [];
  const due = openPromises(promises).flatMap((promise): readonly DueReminder[] =>
    promise.due !== null && promise.due <= today
      ? [{ kind: 'promise', promise, daysLate: daysBetween(promise.due, today) }]
      : [],
  );
  return [...due, ...talkToAskAfter(memory, today)];
}

/** The day of the last reminder. One further ahead than tomorrow was noted by a clock that was wrong. */
export function lastDayBefore(today: string, reminders: Reminders | undefined): string {
  const last = reminders?.lastDay ?? NEVER_YET;
  return last > daysAfter(today, 1) ? NEVER_YET : last;
}

/** The planned talk to ask after on this day: none, or one. */
export function talkToAskAfter({ plan, lookBacks = [], reminders }: Remembered, today: string): readonly DueReminder[] {
  if (!plan?.meeting || reminders?.askedAfter === plan.id) return [];
  const daysAgo = daysBetween(plan.meeting.start, today);
  const isDone = lookBacks.some(({ planId }) => planId === plan.id);
  return isDone || daysAgo < 1 || daysAgo > ASKED_AFTER_DAYS ? [] : [{ kind: 'talk', plan }];
}

/** The same wishes, and that the teacher was reminded of these at this moment. */
export function withReminded(reminders: Reminders | undefined, due: readonly DueReminder[], at: string): Reminders {
  const talk = due.find((one) => one.kind === 'talk');
  return { ...reminders, lastDay: amsterdamDay(new Date(at)), ...(talk ? { askedAfter: talk.plan.id } : {}) };
}

/** When a reminder comes: the teacher is back in the chat, or was not thinking of it. */
export type Occasion = 'back' | 'unasked';

/** One kind message: what is due, what one can do with it, why it comes, and how to be left in peace. */
export function remindersMessage(turn: DialogTurn, due: readonly DueReminder[], occasion: Occasion): Partial<Activity> {
  const { memory, t } = turn;
  const promises = due.filter((one) => one.kind === 'promise');
  const talk = due.find((one) => one.kind === 'talk');
  // Unasked it may light up on a screen that others see: what it is about comes after why.
  const reason = promises.length > 0 ? 'promise' : 'talk';
  const opening = t(occasion === 'back' ? 'afterwards.remind.welcome' : `afterwards.remind.unasked.${reason}`);
  const lines = promises.slice(0, MOST_SAID).map(({ promise, daysLate }) => {
    const day = promise.due === null ? '' : dayInTalk(promise.due, memory.locale);
    return `- ${plain(promise.what)} (${daysLate === 0 ? t('afterwards.today') : day})`;
  });
  const text = [
    opening,
    ...(lines.length > 0 ? [[t('afterwards.remind.lead'), ...lines].join('\n'), t('afterwards.remind.why')] : []),
    ...(talk ? [t('afterwards.remind.talk', { day: dayInTalk(talk.plan.meeting?.start ?? '', memory.locale) })] : []),
    t('afterwards.remind.off', { words: t('afterwards.word.off') }),
  ];
  const message = guideSays(memory.locale, 'notice', text.join('\n\n'), {
    suggestions: waysOn(turn, promises, talk !== undefined),
  });
  return withCard(turn, message, () =>
    promisesCard(turn, {
      heading: t('cards.promises.reminder'),
      lead: [text[0], ...(lines.length > 0 ? [t('afterwards.remind.lead')] : [])].join('\n\n'),
      after: text.slice(lines.length > 0 ? 2 : 1).join('\n\n'),
      promises: promises.slice(0, MOST_SAID).map(({ promise }) => promise),
      ways: waysOn(turn, [], talk !== undefined, promises.length > 0),
    }),
  );
}

function waysOn(
  { memory, t }: DialogTurn,
  promises: readonly { readonly promise: KeptPromise }[],
  hasTalk: boolean,
  hasList = promises.length > 0,
): readonly Suggestion[] {
  const [only] = promises.length === 1 ? promises : [];
  const number = only ? numberOf(memory, only.promise) : 0;
  const settle = (['done', 'later', 'drop'] as const).map((way) => ({
    title: t(`afterwards.way.${way}`),
    value: `${t('afterwards.word.promise')} ${number} ${t(`afterwards.word.${way}`)}`,
  }));
  return [
    ...(hasTalk ? [{ title: t('dialogs.menu.afterwards'), value: t('dialogs.word.afterwards') }] : []),
    ...(only ? settle : []),
    ...(hasList ? [{ title: t('afterwards.way.list'), value: t('afterwards.word.promises') }] : []),
    { title: t('afterwards.way.off'), value: t('afterwards.word.off') },
  ];
}

/** Its number in the list of open promises, from 1. */
function numberOf({ promises }: Memory, { id }: KeptPromise): number {
  return openPromises(promises).findIndex((promise) => promise.id === id) + 1;
}
