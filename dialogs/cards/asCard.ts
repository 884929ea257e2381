import type { Activity } from 'botbuilder-core';
import type { DialogTurn } from '../dialogTurn.ts';
import { cardBody } from './cardBody.ts';
import type { CardButton } from './cardButton.ts';
import { type CardLook, withCard } from './withCard.ts';

/** The message with a card of its own words and buttons; `more` is put in place of what the words give. */
export function asCard(turn: DialogTurn, message: Partial<Activity>, more: Partial<CardLook> = {}): Partial<Activity> {
  return withCard(turn, message, () => ({
    body: cardBody(message.text ?? ''),
    buttons: buttonsOf(message),
    ...more,
  }));
}

/** What a message suggests, as buttons. */
export function buttonsOf({ suggestedActions }: Partial<Activity>): readonly CardButton[] {
  return (suggestedActions?.actions ?? []).map(({ title, value }) => ({ title, value: String(value) }));
}
