import { ActionSet, type CardElementArray, Column, ColumnSet, type ExecuteAction } from '@microsoft/teams.cards';
import { cardBody, cardHeading, cardText } from '../cards/cardBody.ts';
import type { CardButton } from '../cards/cardButton.ts';
import type { CardLook } from '../cards/withCard.ts';
import type { DialogTurn } from '../dialogTurn.ts';
import { plain } from '../rehearse/parentLine.ts';
import { dayInTalk } from './dayInTalk.ts';
import { type KeptPromise, openPromises, standingOfPromises } from './promises.ts';

/** As many as have a button of their own; a card has six. */
const MOST_ROWS = 4;

/** Promises, each with a button to say that it is kept; the list as it then stands takes the place of the card. */
export function promisesCard(
  turn: DialogTurn,
  shown: {
    readonly heading: string;
    /** Said first, and at the end, in Markdown. */
    readonly lead: string;
    readonly after: string;
    readonly promises: readonly KeptPromise[];
    readonly ways: readonly CardButton[];
  },
): CardLook {
  const { heading, lead, after, promises, ways } = shown;
  return {
    body: (button) => [
      cardHeading(heading),
      ...cardBody(lead),
      ...promises.flatMap((promise, index) => row(turn, promise, index < MOST_ROWS ? button : undefined)),
      ...cardBody(after),
    ],
    buttons: ways,
  };
}

/** `button`: makes the one beside the promise; without it there is none. */
function row(
  turn: DialogTurn,
  promise: KeptPromise,
  button: ((button: CardButton) => ExecuteAction) | undefined,
): CardElementArray {
  const { memory, t } = turn;
  const number = openPromises(memory.promises).findIndex(({ id }) => id === promise.id) + 1;
  const facts = [
    promise.due ? dayInTalk(promise.due, memory.locale) : t('afterwards.list.someday'),
    ...(promise.talk ? [plain(promise.talk)] : []),
  ];
  const words = new Column(
    cardText(t('cards.promises.line', { number, what: plain(promise.what) }), { weight: 'Bolder' }),
    cardText(facts.join(', '), { size: 'Small', isSubtle: true, spacing: 'None' }),
  ).withWidth('stretch');
  if (!button) return [new ColumnSet({ columns: [words], separator: true })];
  const done = button({
    title: t('cards.promises.done', { number }),
    value: `${t('afterwards.word.promise')} ${number} ${t('afterwards.word.done')}`,
    isInPlace: true,
    on: standingOfPromises(memory.promises),
  });
  const press = new Column(new ActionSet(done)).withWidth('auto').withVerticalContentAlignment('Center');
  return [new ColumnSet({ columns: [words, press], separator: true })];
}
