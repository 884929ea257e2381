import { Choice, ChoiceSetInput } from '@microsoft/teams.cards';
import { TIPS } from '../../content/schema/move.ts';
import { cardHeading } from '../cards/cardBody.ts';
import { CHOSEN } from '../cards/cardButton.ts';
import type { CardLook } from '../cards/withCard.ts';
import type { DialogTurn } from '../dialogTurn.ts';

/** All tips, to choose one from. */
export function tipListCard({ content, memory, t }: DialogTurn): CardLook {
  const choices = content.tips.map(({ id, name }) => {
    const number = TIPS.indexOf(id) + 1;
    return new Choice({ title: `${number}. ${name[memory.locale]}`, value: `${t('dialogs.word.tip')} ${number}` });
  });
  return {
    body: [
      cardHeading(t('tips.list.heading')),
      new ChoiceSetInput(...choices).withId(CHOSEN).withStyle('expanded').withWrap(true).withLabel(t('tips.list.ask')),
    ],
    buttons: [{ title: t('tips.list.show'), value: t('dialogs.word.tip'), takesInput: true, isMain: true }],
  };
}
