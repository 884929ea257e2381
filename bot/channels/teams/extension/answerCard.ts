import { ActionSet, AdaptiveCard, SubmitAction, TextInput } from '@microsoft/teams.cards';
import type { AnswerParts } from '../../../../dialogs/answering/answerParts.ts';
import { cardBody, cardHeading, cardPart, cardText } from '../../../../dialogs/cards/cardBody.ts';
import type { Translate } from '../../../../dialogs/texts.ts';
import { REPLY_FIELD } from './extensionAsked.ts';

const LONGEST_REPLY = 4_000;

/** What was read in a message, and replies to change and to put into what the teacher writes. */
export function answerCard(parts: AnswerParts, t: Translate): AdaptiveCard {
  const { heading, carries, warnings, offered, replies, avoid, sources } = parts;
  return new AdaptiveCard(
    cardHeading(heading),
    ...carries.map(({ shown, read }) => cardPart(cardText(shown), cardText(read, { spacing: 'Small' }))),
    cardText(warnings.join(' '), { color: 'Attention' }),
    cardHeading(offered),
    ...replies.flatMap(({ label, text }, index) => [
      new TextInput({
        id: `${REPLY_FIELD}${index}`,
        label,
        value: text,
        isMultiline: true,
        maxLength: LONGEST_REPLY,
      }),
      new ActionSet(
        new SubmitAction({ title: t('extension.insert', { label }), data: { [REPLY_FIELD]: index } }),
      ).withSpacing('Small'),
    ]),
    ...avoid.map((sentence) => cardText(sentence)),
    cardText(t('extension.copy'), { size: 'Small', isSubtle: true }),
    cardText([t('answering.limits'), t('answering.source', { short: sources })].join(' '), {
      size: 'Small',
      isSubtle: true,
    }),
  ).withVersion('1.5');
}

/** A reply and nothing else, to be sent. */
export function replyCard(text: string): AdaptiveCard {
  return new AdaptiveCard(cardText(text)).withVersion('1.5');
}

/** A route, in Markdown. */
export function routeCard(markdown: string): AdaptiveCard {
  return new AdaptiveCard(...cardBody(markdown)).withVersion('1.5');
}
