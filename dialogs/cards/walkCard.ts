import { Choice, ChoiceSetInput } from '@microsoft/teams.cards';
import type { Activity } from 'botbuilder-core';
import type { DialogTurn } from '../dialogTurn.ts';
import type { FormId } from '../forms/form.ts';
import { buttonsOf } from './asCard.ts';
import { cardBody } from './cardBody.ts';
import { CHOSEN } from './cardButton.ts';
import { formButton } from './cardForm.ts';
import { withCard } from './withCard.ts';

const TITLE: Readonly<Record<FormId, string>> = {
  prepare: 'cards.form.open.prepare',
  'look-back': 'cards.form.open.lookBack',
};
/** More answers than these to choose from are a list with one button; fewer are a button each. */
const MOST_AS_BUTTONS = 4;

/** What the question of a walk may come with. */
export interface WalkLook {
  /** Where the walk stands: its buttons count only there. */
  readonly on: string;
  /** The answers that can be chosen. */
  readonly choices?: readonly string[];
  /** The form in which the rest can be filled in at once. */
  readonly form?: FormId;
}

/** A question of a walk as a card: what can be said at it is pressed or chosen, own words are typed in the chat. */
export function walkCard(turn: DialogTurn, message: Partial<Activity>, look: WalkLook): Partial<Activity> {
  const { on, choices = [], form } = look;
  const { t } = turn;
  const buttons = buttonsOf(message).map(({ title, value }) => ({ title: capital(title), value, on }));
  const text = cardBody(message.text ?? '');
  const forms = form ? { forms: [formButton(t(TITLE[form]), form)] } : {};
  if (choices.length <= MOST_AS_BUTTONS) return withCard(turn, message, () => ({ body: text, buttons, ...forms }));

  const list = new ChoiceSetInput(...choices.map((title) => new Choice({ title, value: title })))
    .withId(CHOSEN)
    .withStyle('expanded')
    .withWrap(true)
    .withLabel(t('cards.walk.choose'))
    .withIsRequired(true)
    .withErrorMessage(t('cards.chooseFirst'));
  const take = {
    title: t('cards.walk.take'),
    value: t('dialogs.word.next'),
    takesInput: true,
    isMain: true,
    on,
  } as const;
  const ways = buttons.filter(({ value }) => !choices.includes(value));
  return withCard(turn, message, () => ({ body: [...text, list], buttons: [take, ...ways], ...forms }));
}

function capital(words: string): string {
  return words.charAt(0).toLocaleUpperCase() + words.slice(1);
}
