import type { Activity } from 'botframework-schema';
import type { LoggedActivity } from '../ports.ts';
import { shownMarks } from './shownMarks.ts';

/**
 * The part of the log that belongs to a rehearsal as a `.transcript` file: a JSON array of activities, oldest first. The
 * teacher is `user` and the conversation is `id`, the rehearsal's own; what else the log says of them stays here.
 */
export function transcriptFile(id: string, logged: readonly LoggedActivity[]): string {
  const numbers = new Map(logged.map(({ activity }, index) => [activity.id, `${id}|${index + 1}`]));
  const activities = logged.map(({ activity }, index) => anonymous(activity, id, `${id}|${index + 1}`, numbers));
  return `${shownMarks(JSON.stringify(activities, null, 2))}\n`;
}

function anonymous(
  activity: Activity,
  conversation: string,
  id: string,
  numbers: ReadonlyMap<string | undefined, string>,
): Partial<Activity> {
  const { channelData, replyToId, suggestedActions, attachments, ...rest } = activity;
  const repliesTo = numbers.get(replyToId);
  return {
    ...only(rest),
    id,
    conversation: { id: conversation } as Activity['conversation'],
    from: account(activity.from),
    recipient: account(activity.recipient),
    ...(repliesTo === undefined ? {} : { replyToId: repliesTo }),
    ...(suggestedActions ? { suggestedActions } : {}),
    ...(attachments ? { attachments } : {}),
    ...(channelData?.opEenLijn ? { channelData: { opEenLijn: channelData.opEenLijn } } : {}),
  };
}

/** What a transcript needs of an activity; whatever a client sent beside it is left out. */
function only({ type, timestamp, channelId, text, textFormat, locale, inputHint }: Partial<Activity>) {
  const fields = { type, timestamp, channelId, text, textFormat, locale, inputHint };
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

function account({ name, role }: Activity['from']): Activity['from'] {
  const isUser = role === 'user';
  return { id: isUser ? 'user' : 'bot', name: isUser ? 'user' : name || 'bot', role: isUser ? 'user' : 'bot' };
}
