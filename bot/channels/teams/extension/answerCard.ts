import {
  ActionSet,
  AdaptiveCard,
  type CardElementArray,
  SubmitAction,
  TextInput,
  ToggleVisibilityAction,
} from '@microsoft/teams.cards';
import type { AnswerParts, ShownReply } from '../../../../dialogs/answering/answerParts.ts';
import { cardBody, cardHeading, cardPart, cardText } from '../../../../dialogs/cards/cardBody.ts';
import type { Translate } from '../../../../dialogs/texts.ts';
import { LONGEST_MESSAGE, NO_DANGER, REPLY_FIELD } from './extensionAsked.ts';

const LONGEST_REPLY = 4_000;

/** What was read in a message, and replies to change and to put into what the teacher writes. */
export function answerCard(parts: AnswerParts, t: Translate): AdaptiveCard {
  const { heading, carries, warnings, offered, replies, avoid, sources } = parts;
  return new AdaptiveCard(
    cardHeading(heading),
    ...carries.map(({ shown, read }) => cardPart(cardText(shown), cardText(read, { spacing: 'Small' }))),
    cardText(warnings.join(' '), { color: 'Attention' }),
    cardHeading(offered),
    ...replies.flatMap((reply, index) => replyElements(reply, index, t)),
    ...avoid.map((sentence) => cardText(sentence)),
    cardText(t('extension.copy'), { size: 'Small', isSubtle: true }),
    cardText([t('answering.limits'), t('answering.source', { short: sources })].join(' '), {
      size: 'Small',
      isSubtle: true,
    }),
  ).withVersion('1.5');
}

/** The whole reply to read, a box to change it in that opens when asked for, and the button that takes it along. */
function replyElements({ label, text }: ShownReply, index: number, t: Translate): CardElementArray {
  const id = `${REPLY_FIELD}${index}`;
  return [
    cardPart(cardText(label, { weight: 'Bolder' }), cardText(text, { spacing: 'Small' })),
    new TextInput({
      id,
      label: t('extension.change', { label }),
      value: text,
      isMultiline: true,
      isVisible: false,
      maxLength: LONGEST_REPLY,
      height: 'stretch',
    }),
    new ActionSet(
      new SubmitAction({ title: t('extension.insert'), data: { [REPLY_FIELD]: index, text } }),
      new ToggleVisibilityAction({ title: t('extension.edit'), targetElements: [id] }),
    ).withSpacing('Small'),
  ];
}

/** A reply and nothing else, to be sent. */
export function replyCard(text: string): AdaptiveCard {
  return new AdaptiveCard(cardText(text)).withVersion('1.5');
}

/** A route, in Markdown, and how to go on from there. */
export function routeCard(markdown: string, ...goOn: readonly SubmitAction[]): AdaptiveCard {
  return new AdaptiveCard(...cardBody(markdown)).withVersion('1.5').withActions(...goOn);
}

/** Goes on with a message that is no danger, as the teacher says. It carries the message itself: nothing of it is kept here. */
export function goOnButton(message: string, t: Translate): SubmitAction {
  const data = { [NO_DANGER]: message.slice(0, LONGEST_MESSAGE).toWellFormed() };
  return new SubmitAction({ title: t('safety.goOn.misread'), data });
}
