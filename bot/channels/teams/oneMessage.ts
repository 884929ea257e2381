import type { Activity } from 'botframework-schema';
import { type Locale, nearestLocale } from '../../../content/schema/locale.ts';
import type { OpEenLijn } from '../../../dialogs/activities.ts';
import type { Translate } from '../../../dialogs/texts.ts';
import type { JsonObject } from '../../ports.ts';
import type { TeamsAddress } from './address.ts';
import { teamsMarkdown } from './teamsMarkdown.ts';

/** Buttons under a message. */
const MOST_BUTTONS = 6;
/**
 * Teams shows the first three; what comes after them is named in the text, so that nobody depends on seeing it.
 * Source: Dynamically guide users with suggested actions (Microsoft Teams developer documentation).
 */
const BUTTONS_SHOWN = 3;
/** A message may have 100 KB in UTF-16, with everything around its text: Format your bot messages (same). */
const LONGEST_TEXT = 25_000;

/** Makes one message for Teams of all that a turn says. */
export type OneMessage = (replies: readonly Activity[], address: TeamsAddress) => JsonObject | null;

/** Parts are put under each other; buttons are those of the last part that has any. Null when nothing is said. */
export function oneMessage(texts: (locale: Locale) => Translate): OneMessage {
  return (replies, address) => {
    const messages = replies.filter(({ type }) => type === 'message');
    const last = messages.at(-1);
    if (!last) return null;

    const t = texts(nearestLocale(last.locale));
    const buttons = messages.findLast(({ suggestedActions }) => suggestedActions)?.suggestedActions?.actions ?? [];
    const parts = messages.map((message) => shown(message, t));
    const text = [cut(parts.filter(Boolean).join('\n\n')), alsoType(buttons, t)].filter(Boolean).join('\n\n');
    return {
      type: 'message',
      from: { id: address.bot },
      recipient: { id: address.user },
      conversation: { id: address.conversation },
      ...(address.replyToId === undefined ? {} : { replyToId: address.replyToId }),
      locale: last.locale,
      textFormat: 'markdown',
      text,
      ...(buttons.length > 0 ? suggestions(buttons.slice(0, MOST_BUTTONS), address) : {}),
    };
  };
}

type Button = NonNullable<Activity['suggestedActions']>['actions'][number];

function suggestions(buttons: readonly Button[], { user }: TeamsAddress) {
  const actions = buttons.map(({ title, value }) => ({ type: 'imBack', title, value }));
  return { suggestedActions: { to: [user], actions } };
}

function alsoType(buttons: readonly Button[], t: Translate): string {
  const words = buttons.slice(BUTTONS_SHOWN).map(({ value }) => `\`${String(value)}\``);
  return words.length === 0 ? '' : t('teams.alsoType', { words: words.join(', ') });
}

/** With the name of a parent in bold before the line; several voices bring their names along. */
function shown({ text, channelData }: Activity, t: Translate): string {
  const { name, kind }: Partial<OpEenLijn> = channelData?.opEenLijn ?? {};
  const said = teamsMarkdown(text ?? '');
  if (name === undefined || /^\*\*[^*\n]+:\*\*/.test(said)) return said;
  return `**${kind === 'thought' ? t('teams.thinks', { name }) : name}:** ${said}`;
}

function cut(text: string): string {
  if (text.length <= LONGEST_TEXT) return text;
  const end = text.lastIndexOf('\n\n', LONGEST_TEXT);
  return `${text.slice(0, end > 0 ? end : LONGEST_TEXT).toWellFormed()}\n\n…`;
}
