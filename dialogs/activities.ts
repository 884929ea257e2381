import type { Activity } from 'botbuilder-core';
import type { Locale } from '../content/schema/locale.ts';
import type { TipId } from '../content/schema/move.ts';
import type { Reply } from './engine/rehearsal.ts';

/** What a message of the bot is; the web page and exports show each in its own way. */
export type MessageKind = 'line' | 'thought' | 'hint' | 'debrief' | 'tip' | 'menu' | 'plan' | 'notice';

/** What comes with every message of the bot under `channelData.opEenLijn`. */
export interface OpEenLijn {
  readonly speaker: 'parent' | 'guide';
  readonly kind: MessageKind;
  /** How the speaker is shown, as in `Moeder van Sam`. It is here too because the SDK overwrites `from`. */
  readonly name?: string;
  /** Turn of the rehearsal; 0 is the parent's opening. */
  readonly turn?: number;
  /** The parent's state after the turn. */
  readonly state?: object;
  /** What stands above the rest of the message; where it can be folded, only this is shown until it is opened. */
  readonly fold?: string;
  /** Everything before this message has been erased. */
  readonly erased?: boolean;
  /** The tip that thumbs up or down under this message would be about. */
  readonly feedbackOn?: TipId;
}

/** Something to press instead of type: what is shown, and the words it stands for. */
export interface Suggestion {
  readonly title: string;
  readonly value: string;
}

/** A message of the guide, in Markdown. */
export function guideSays(
  locale: Locale,
  kind: MessageKind,
  text: string,
  more: {
    readonly suggestions?: readonly Suggestion[];
    readonly turn?: number;
    readonly fold?: string;
    readonly erased?: boolean;
    readonly feedbackOn?: TipId;
  } = {},
): Partial<Activity> {
  const { suggestions = [], ...data } = more;
  return message(locale, text, { speaker: 'guide', kind, ...data }, suggestions);
}

/** A line, or an inner thought, of the parent. `name` is how the speaker is shown. */
export function parentSays(
  locale: Locale,
  name: string,
  text: string,
  data: { readonly kind: 'line' | 'thought'; readonly turn: number; readonly state?: object },
): Partial<Activity> {
  return message(locale, text, { speaker: 'parent', name, ...data }, []);
}

/** A reply as it is shown: with several voices a paragraph for each part, after the name in bold. */
export function shownReply({ text, parts }: Reply): string {
  return parts === undefined ? text : parts.map((part) => `**${part.name}:** ${part.text}`).join('\n\n');
}

function message(
  locale: Locale,
  text: string,
  opEenLijn: OpEenLijn,
  suggestions: readonly Suggestion[],
): Partial<Activity> {
  return {
    type: 'message',
    text,
    textFormat: 'markdown',
    locale: locale === 'nl' ? 'nl-NL' : 'en-GB',
    channelData: { opEenLijn },
    inputHint: 'expectingInput',
    ...(suggestions.length > 0
      ? {
          suggestedActions: {
            to: [],
            actions: suggestions.map(({ title, value }) => ({ type: 'imBack', title, value })),
          },
        }
      : {}),
  };
}
