import type { Activity } from 'botbuilder-core';
import { guideSays } from '../activities.ts';
import type { DialogTurn } from '../dialogTurn.ts';
import { amsterdamDay } from '../keepsakes/amsterdamTime.ts';
import type { Memory } from '../memory.ts';
import { plain } from '../rehearse/parentLine.ts';
import { dayInTalk } from './dayInTalk.ts';
import { type KeptPromise, openPromises, type Reminders } from './promises.ts';

/** A promise whose day has come. */
export interface DueReminder {
  readonly promise: KeptPromise;
  /** Whole days since the day it was for; 0 on that day. */
  readonly daysLate: number;
}

/** More than these are not said at once. */
const MOST_SAID = 3;

/**
 * What to remind of now, the oldest first: promises whose day has come. Nothing when the teacher was reminded today, or
 * asked not to be. For every channel that can speak first. Pure: same memory and moment, same answer.
 */
export function dueReminders(
  { promises, reminders }: Pick<Memory, 'promises' | 'reminders'>,
  now: Date,
): readonly DueReminder[] {
  const today = amsterdamDay(now);
  if (reminders?.off || (reminders?.lastDay ?? '') >= today) return [];
  return openPromises(promises).flatMap((promise) =>
    promise.due !== null && promise.due <= today ? [{ promise, daysLate: daysBetween(promise.due, today) }] : [],
  );
}

/** The same wishes, and that the teacher was reminded at this moment. */
export function withReminded(reminders: Reminders | undefined, at: string): Reminders {
  return { ...reminders, lastDay: amsterdamDay(new Date(at)) };
}

/** One kind message: what is due, what one can do with it, and how to be left in peace. */
export function remindersMessage(turn: DialogTurn, due: readonly DueReminder[]): Partial<Activity> {
  const { memory, t } = turn;
  const lines = due.slice(0, MOST_SAID).map(({ promise, daysLate }) => {
    const day = promise.due === null ? '' : dayInTalk(promise.due, memory.locale);
    return `- ${plain(promise.what)} (${daysLate === 0 ? t('afterwards.today') : day})`;
  });
  const text = [
    [t('afterwards.remind.lead'), ...lines].join('\n'),
    t('afterwards.remind.why'),
    t('afterwards.remind.off', { words: t('afterwards.word.off') }),
  ];
  const first = due[0] ? numberOf(memory, due[0].promise) : 1;
  const say = (way: 'done' | 'later' | 'drop') => ({
    title: t(`afterwards.way.${way}`),
    value: `${t('afterwards.word.promise')} ${first} ${t(`afterwards.word.${way}`)}`,
  });
  const suggestions = [
    ...(due.length === 1 ? [say('done'), say('later'), say('drop')] : []),
    { title: t('afterwards.way.list'), value: t('afterwards.word.promises') },
    { title: t('afterwards.way.off'), value: t('afterwards.word.off') },
  ];
  return guideSays(memory.locale, 'notice', text.join('\n\n'), { suggestions });
}

/** Its number in the list of open promises, from 1. */
function numberOf({ promises }: Memory, { id }: KeptPromise): number {
  return openPromises(promises).findIndex((promise) => promise.id === id) + 1;
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from.slice(0, 10))) / 86_400_000);
}
