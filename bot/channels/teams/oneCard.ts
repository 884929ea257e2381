import { Container, type IAdaptiveCard } from '@microsoft/teams.cards';
import type { Activity } from 'botframework-schema';
import { TIPS, type TipId } from '../../../content/schema/move.ts';
import { cardBody } from '../../../dialogs/cards/cardBody.ts';
import { plainWords } from '../../../dialogs/cards/plainWords.ts';
import { CARD_CONTENT_TYPE, cardIn } from '../../../dialogs/cards/withCard.ts';
import type { JsonObject } from '../../ports.ts';

/** What a notification shows of a message: Activity feed and toasts (Microsoft Teams developer documentation). */
const LONGEST_SUMMARY = 300;

/** What a turn says, in the order in which people see it: words, and under them at most one card. */
export interface WordsAndCard {
  readonly words: readonly Activity[];
  /** The last message with a card. */
  readonly carded: Activity | undefined;
  /** What was said after it: it goes on the card, under what is there. */
  readonly after: readonly Activity[];
}

/** Tells the card of a turn from its words. What comes before it stays words, with or without a card of its own. */
export function wordsAndCard(messages: readonly Activity[]): WordsAndCard {
  const at = messages.findLastIndex((message) => cardIn(message) !== undefined);
  if (at < 0) return { words: messages, carded: undefined, after: [] };
  return { words: messages.slice(0, at), carded: messages[at], after: messages.slice(at + 1) };
}

/** The fields of a message that carry the card. `after`: Markdown to stand under what is on it. */
export function oneCard(carded: Activity, after: string): JsonObject {
  const card = cardIn(carded) as IAdaptiveCard;
  const tip = carded.channelData?.opEenLijn?.feedbackOn;
  const content =
    after === ''
      ? card
      : { ...card, body: [...card.body, new Container(...cardBody(after)).withSeparator(true).withSpacing('Large')] };
  return {
    summary: plainWords(carded.text, LONGEST_SUMMARY),
    attachments: [{ contentType: CARD_CONTENT_TYPE, content }],
    ...(tip === undefined ? {} : { channelData: { feedbackLoop: { type: 'custom' } }, tip }),
  };
}

/** A message as it goes out, and the tip that thumbs under it would be about. */
export function aboutTip(kept: JsonObject): { readonly message: JsonObject; readonly tip: TipId | undefined } {
  const { tip, ...message } = kept;
  return { message, tip: TIPS.find((known) => known === tip) };
}
