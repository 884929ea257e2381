import { Choice, ChoiceSetInput } from '@microsoft/teams.cards';
import { cardBody } from '../cards/cardBody.ts';
import { CHOSEN } from '../cards/cardButton.ts';
import type { CardLook } from '../cards/withCard.ts';
import type { Translate } from '../texts.ts';

/** The question how it went: choose, and one press to the debrief. `answers`: what can be chosen. `on`: where the talk stands. */
export function estimateCard(t: Translate, lead: string, answers: readonly string[], on: string): CardLook {
  const next = t('dialogs.word.next');
  return {
    body: [
      ...cardBody(lead),
      new ChoiceSetInput(...answers.map((title) => new Choice({ title, value: title })))
        .withId(CHOSEN)
        .withStyle('expanded')
        .withWrap(true)
        .withLabel(t('cards.estimate.ask'))
        .withIsRequired(true)
        .withErrorMessage(t('cards.chooseFirst')),
    ],
    buttons: [
      { title: t('cards.estimate.show'), value: next, takesInput: true, isMain: true, on },
      { title: t('cards.estimate.skip'), value: next, on },
    ],
  };
}
