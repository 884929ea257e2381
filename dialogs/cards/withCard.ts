import {
  type ActionArray,
  AdaptiveCard,
  type CardElementArray,
  type ExecuteAction,
  OpenUrlAction,
} from '@microsoft/teams.cards';
import type { Activity } from 'botbuilder-core';
import type { DialogTurn } from '../dialogTurn.ts';
import { cardBody } from './cardBody.ts';
import { type CardButton, cardButton } from './cardButton.ts';
import { plainWords } from './plainWords.ts';

/** The content type of the attachment that carries a card. */
export const CARD_CONTENT_TYPE = 'application/vnd.microsoft.card.adaptive';

/** Teams shows so many at most: Action overflow, Adaptive Cards (Microsoft Teams developer documentation). */
const MOST_ACTIONS = 6;
/** Bytes; a card in Teams may have 28 KB: Types of cards (Microsoft Teams developer documentation). */
const LARGEST_CARD = 28 * 1024;
/** Words for who cannot be shown the card. */
const LONGEST_FALLBACK = 4000;

/** What is on a card. */
export interface CardLook {
  /** `button`: a button somewhere on the card, beside what it is about. */
  readonly body: CardElementArray | ((button: (button: CardButton) => ExecuteAction) => CardElementArray);
  readonly buttons?: readonly CardButton[];
  /** Pages elsewhere; they stand before the buttons. */
  readonly links?: readonly { readonly title: string; readonly url: string }[];
  /** What opens a form; it stands first. */
  readonly forms?: ActionArray;
}

/**
 * The message with a card that says the same, where the channel shows cards; its words stay its twin. A card that would
 * be too large, by what a teacher typed, is left out: the words are there.
 */
export function withCard(turn: DialogTurn, message: Partial<Activity>, look: () => CardLook): Partial<Activity> {
  if (!turn.services.cards) return message;

  const content = cardOf(turn, look(), message.text ?? '');
  if (Buffer.byteLength(JSON.stringify(content)) >= LARGEST_CARD) return message;
  const { suggestedActions: _onTheCard, ...words } = message;
  return { ...words, attachments: [{ contentType: CARD_CONTENT_TYPE, content }] };
}

/** The card as it goes over the wire; buttons that it has no room for are named, to be typed. */
function cardOf({ services, t }: DialogTurn, { body, buttons = [], links = [], forms = [] }: CardLook, twin: string) {
  const id = services.newId();
  const pages = links.filter(({ url }) => isElsewhere(url)).map(({ title, url }) => new OpenUrlAction(url, { title }));
  let made = 0;
  const make = (button: CardButton) => cardButton(button, id, made++);
  const elements = typeof body === 'function' ? body(make) : body;
  const room = MOST_ACTIONS - made - forms.length - pages.length;
  const actions = [...forms, ...pages, ...buttons.slice(0, room).map(make)];
  const words = buttons.slice(room).map(({ value }) => `\`${value}\``);
  const more = words.length > 0 ? cardBody(`*${t('teams.alsoType', { words: words.join(', ') })}*`) : [];
  const card = new AdaptiveCard(...elements, ...more)
    .withVersion('1.5')
    .withFallbackText(plainWords(twin, LONGEST_FALLBACK))
    .withMsteams({ width: 'full' });
  return actions.length > 0 ? card.withActions(...actions) : card;
}

/** Whether an address leads to a page from anywhere: a card is not on a page of ours. */
export function isElsewhere(url: string): boolean {
  return /^https?:/u.test(url);
}

/** The card that comes with a message; undefined when there is none. */
export function cardIn({ attachments }: Partial<Activity>): object | undefined {
  return attachments?.find(({ contentType }) => contentType === CARD_CONTENT_TYPE)?.content;
}
