import { Choice, ChoiceSetInput } from '@microsoft/teams.cards';
import { cardBody, cardHeading } from '../cards/cardBody.ts';
import { CHOSEN } from '../cards/cardButton.ts';
import type { CardLook } from '../cards/withCard.ts';
import type { DialogTurn } from '../dialogTurn.ts';
import { ownTalkLine } from '../prepare/ownTalkMessages.ts';

/** The talks to choose from, each with what it is about; the teacher's own one as a button. */
export function scenarioChoiceCard(turn: DialogTurn, lead: string): CardLook {
  const { content, memory, t } = turn;
  const { locale } = memory;
  const choices = content.scenarios.map(
    ({ id, title, summary }) =>
      new Choice({ title: `${title[locale]}: ${summary[locale]}`, value: `${t('dialogs.word.rehearse')} ${id}` }),
  );
  const own = ownTalkLine(turn);
  return {
    body: [
      cardHeading(t('cards.choice.heading')),
      ...cardBody([lead, ...own].join('\n\n')),
      new ChoiceSetInput(...choices)
        .withId(CHOSEN)
        .withStyle('expanded')
        .withWrap(true)
        .withLabel(t('cards.choice.ask'))
        .withIsRequired(true)
        .withErrorMessage(t('cards.chooseFirst')),
    ],
    buttons: [
      { title: t('cards.choice.begin'), value: t('dialogs.word.rehearse'), takesInput: true, isMain: true },
      ...(own.length > 0 ? [{ title: t('prepare.button.own'), value: t('prepare.word.own') }] : []),
      { title: t('dialogs.menu.prepare'), value: t('dialogs.word.prepare') },
    ],
  };
}
