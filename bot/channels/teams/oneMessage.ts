import type { Activity } from 'botframework-schema';
import { type Locale, nearestLocale } from '../../../content/schema/locale.ts';
import type { OpEenLijn } from '../../../dialogs/activities.ts';
import type { Translate } from '../../../dialogs/texts.ts';
import type { JsonObject } from '../../ports.ts';
import type { TeamsAddress } from './address.ts';
import { oneCard, type WordsAndCard, wordsAndCard } from './oneCard.ts';
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

/**
 * Parts are put under each other; buttons are those of the last part that has any. A part with a card is shown as that
 * card, which has its own buttons; its words are the summary. Null when nothing is said.
 */
export function oneMessage(texts: (locale: Locale) => Translate): OneMessage {
  return (replies, address) => {
    const messages = replies.filter(({ type }) => type === 'message');
    const last = messages.at(-1);
    if (!last) return null;

    const t = texts(nearestLocale(last.locale));
    const { words, carded, after } = wordsAndCard(messages);
    return {
      type: 'message',
      from: { id: address.bot },
      recipient: { id: address.user },
      conversation: { id: address.conversation },
      ...(address.replyToId === undefined ? {} : { replyToId: address.replyToId }),
      locale: last.locale,
      textFormat: 'markdown',
      ...(carded === undefined ? spoken(words, address, t) : onCard({ words, carded, after }, address, t)),
    };
  };
}

function spoken(words: readonly Activity[], address: TeamsAddress, t: Translate): JsonObject {
  const buttons = buttonsOf(words).slice(0, MOST_BUTTONS);
  return { text: said(words, BUTTONS_SHOWN, t), ...(buttons.length > 0 ? suggestions(buttons, address) : {}) };
}

/** The card has its own buttons; what the message suggests beside it are first steps. */
function onCard(
  { words, carded, after }: WordsAndCard & { carded: Activity },
  address: TeamsAddress,
  t: Translate,
): JsonObject {
  const text = words.map((message) => shown(message, t)).join('\n\n');
  const offered = buttonsOf([carded]);
  const prompts = offered.slice(0, BUTTONS_SHOWN);
  const under = [said(after, 0, t), alsoType(offered.slice(BUTTONS_SHOWN), t)].filter(Boolean).join('\n\n');
  return {
    ...(text === '' ? {} : { text: cut(text) }),
    ...oneCard(carded, under),
    ...(prompts.length > 0 ? suggestions(prompts, address) : {}),
  };
}

/**
 * The words of these, and of buttons that are not shown how they are typed; not under a parent's words alone: in the middle
 * of a talk nobody explains. `shownButtons`: how many are shown.
 */
function said(words: readonly Activity[], shownButtons: number, t: Translate): string {
  const parts = words.map((message) => shown(message, t)).filter(Boolean);
  const unseen = words.every(isSpokenByParent) ? [] : buttonsOf(words).slice(shownButtons);
  return [cut(parts.join('\n\n')), alsoType(unseen, t)].filter(Boolean).join('\n\n');
}

function isSpokenByParent({ channelData }: Activity): boolean {
  const { name }: Partial<OpEenLijn> = channelData?.opEenLijn ?? {};
  return name !== undefined;
}

function buttonsOf(words: readonly Activity[]): readonly Button[] {
  return words.findLast(({ suggestedActions }) => suggestedActions)?.suggestedActions?.actions ?? [];
}

type Button = NonNullable<Activity['suggestedActions']>['actions'][number];

function suggestions(buttons: readonly Button[], { user }: TeamsAddress) {
  const actions = buttons.map(({ title, value }) => ({ type: 'imBack', title, value }));
  return { suggestedActions: { to: [user], actions } };
}

function alsoType(buttons: readonly Button[], t: Translate): string {
  const words = buttons.map(({ value }) => `\`${String(value)}\``);
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
