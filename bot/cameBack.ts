import { dueReminders } from '../dialogs/afterwards/dueReminders.ts';
import { amsterdamDay } from '../dialogs/keepsakes/amsterdamTime.ts';
import { type Memory, recalled } from '../dialogs/memory.ts';
import { ownEvent } from '../dialogs/ownEvents.ts';
import type { OnReturn } from './channels/directLine/welcomeBack.ts';

/**
 * A teacher who opens the chat again hears of promises whose day has come, at most once a day, by their own day; and of
 * reviews that came while a talk was going on.
 */
export const cameBack: OnReturn = (state, now) => {
  // The state is what an earlier turn of ours returned.
  const memory = recalled(state as unknown as Memory, now.toISOString());
  const [review] = memory.reviewsCame ?? [];
  if (!review && dueReminders(memory, now).length === 0) return null;
  return {
    activity: ownEvent({ name: 'op-een-lijn/came-back', value: null }),
    dedupeKey: `came-back/${amsterdamDay(now)}${review ? `/${review.shareId}` : ''}`,
  };
};
