import type { AdaptiveCard } from '@microsoft/teams.cards';
import { CARD_CONTENT_TYPE } from '../../../../dialogs/cards/withCard.ts';
import type { JsonObject } from '../../../ports.ts';

const PREVIEW_CONTENT_TYPE = 'application/vnd.microsoft.card.thumbnail';

/** A result: what the list shows, and the card behind it. */
export interface Result {
  readonly title: string;
  readonly text: string;
  readonly card: AdaptiveCard;
}

/**
 * Results to choose from, or the card that is put into what somebody writes.
 * Source: Respond to search command, Response cards types and previews (Microsoft Teams developer documentation).
 */
export function resultsReply(results: readonly Result[]): JsonObject {
  const attachments = results.map(({ title, text, card }) => ({
    contentType: CARD_CONTENT_TYPE,
    content: card,
    preview: { contentType: PREVIEW_CONTENT_TYPE, content: { title, text } },
  }));
  return { composeExtension: { type: 'result', attachmentLayout: 'list', attachments } };
}

/** A sentence in place of results. Source: the same page. */
export function sentenceReply(text: string): JsonObject {
  return { composeExtension: { type: 'message', text } };
}

/** A dialog with a card. Source: Create and send dialogs (Microsoft Teams developer documentation). */
export function dialogReply(title: string, card: AdaptiveCard): JsonObject {
  const value = { title, height: 'large', width: 'large', card: { contentType: CARD_CONTENT_TYPE, content: card } };
  return { task: { type: 'continue', value } };
}

/** A sentence in a dialog. Source: the same page. */
export function dialogSentence(text: string): JsonObject {
  return { task: { type: 'message', value: text } };
}
