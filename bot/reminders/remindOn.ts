import { nextReminderDay } from '../../dialogs/afterwards/nextReminderDay.ts';
import { type Memory, recalled } from '../../dialogs/memory.ts';
import type { JsonObject } from '../ports.ts';

/** The day from which the teacher may be reminded, by what is kept of the conversation; null for never. */
export function remindOn(state: JsonObject, now: Date): string | null {
  if (!('version' in state)) return null;
  // The state is what a turn of ours returned.
  return nextReminderDay(recalled(state as unknown as Memory, now.toISOString()), now);
}
