import { Choice, ChoiceSetInput } from '@microsoft/teams.cards';
import { cardHeading } from '../cards/cardBody.ts';
import { CHOSEN } from '../cards/cardButton.ts';
import type { CardLook } from '../cards/withCard.ts';
import type { DialogTurn } from '../dialogTurn.ts';

/** All tools with what they are for, to choose one from. */
export function toolboxCard({ content, memory, t }: DialogTurn): CardLook {
  const { locale } = memory;
  const choices = content.toolbox.map(({ id, title, intro }) => {
    const why = intro ? `: ${intro[locale]}` : '';
    return new Choice({ title: `${title[locale]}${why}`, value: `${t('dialogs.word.toolbox')} ${id}` });
  });
  return {
    body: [
      cardHeading(t('cards.toolbox.heading')),
      new ChoiceSetInput(...choices)
        .withId(CHOSEN)
        .withStyle('expanded')
        .withWrap(true)
        .withLabel(t('cards.toolbox.ask'))
        .withIsRequired(true)
        .withErrorMessage(t('cards.chooseFirst')),
    ],
    buttons: [{ title: t('cards.toolbox.show'), value: t('dialogs.word.toolbox'), takesInput: true, isMain: true }],
  };
}
