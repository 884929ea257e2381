import type { Activity } from 'botbuilder-core';
import type { DialogTurn } from '../dialogTurn.ts';
import type { FormId } from '../forms/form.ts';
import { asCard, buttonsOf } from './asCard.ts';
import { formButton } from './cardForm.ts';

const TITLE: Readonly<Record<FormId, string>> = {
  prepare: 'cards.form.open.prepare',
  'look-back': 'cards.form.open.lookBack',
};

/** A question as a card from which the rest can be filled in at once. `on`: where the walk stands. */
export function formOfferCard(
  turn: DialogTurn,
  message: Partial<Activity>,
  { form, on }: { readonly form: FormId; readonly on: string },
): Partial<Activity> {
  return asCard(turn, message, {
    forms: [formButton(turn.t(TITLE[form]), form)],
    buttons: buttonsOf(message).map((button) => ({ ...button, on })),
  });
}
