import { AdaptiveCard, SubmitAction } from '@microsoft/teams.cards';
import { cardText } from '../../../dialogs/cards/cardBody.ts';
import { CARD_CONTENT_TYPE } from '../../../dialogs/cards/withCard.ts';
import type { Translate } from '../../../dialogs/texts.ts';
import type { JsonObject } from '../../ports.ts';
import type { Reaction } from './reaction.ts';

/** What is shown after a thumb: what it is for, and that no words go along. */
export function feedbackCard(t: Translate, reaction: Reaction): JsonObject {
  const content = new AdaptiveCard(cardText(t(`teams.feedback.${reaction}`)), cardText(t('teams.feedback.counted')))
    .withVersion('1.5')
    .withActions(new SubmitAction({ title: t('teams.feedback.send'), style: 'positive', data: {} }));
  return {
    type: 'continue',
    value: {
      title: t('teams.feedback.title'),
      height: 'small',
      width: 'small',
      card: { contentType: CARD_CONTENT_TYPE, content },
    },
  };
}
