import { type AssociatedInputs, ExecuteAction, SubmitAction } from '@microsoft/teams.cards';
import type { Suggestion } from '../activities.ts';

/** The name of the input whose value is said in place of the button's own words. */
export const CHOSEN = 'chosen';

/** A button on a card: what is shown, and the words it stands for. */
export interface CardButton extends Suggestion {
  /** The card that it brings takes the place of this one. */
  readonly isInPlace?: true;
  /** It counts only while the conversation stands there; see `standing.ts`. Without it the words count at any time. */
  readonly on?: string;
  /** Whether what was filled in on the card goes along; else it does not. */
  readonly takesInput?: true;
  readonly isMain?: true;
}

/** What a button sends; the same in both of its forms, so that one press has one effect. */
interface ButtonData {
  /** Of this button on this one card. */
  readonly nonce: string;
  readonly say: string;
  readonly here?: true;
  readonly on?: string;
}

/**
 * The button as `Action.Execute`, with `Action.Submit` for clients without it. `card`: an id made for this card.
 * Source: Universal Actions for Adaptive Cards, Backward compatibility (Microsoft Teams developer documentation).
 */
export function cardButton(
  { title, value, isInPlace, on, takesInput, isMain }: CardButton,
  card: string,
  index: number,
): ExecuteAction {
  const data: ButtonData = {
    nonce: `${card}.${index}`,
    say: value,
    ...(isInPlace ? { here: true } : {}),
    ...(on === undefined ? {} : { on }),
  };
  const associatedInputs: AssociatedInputs = takesInput ? 'auto' : 'none';
  const options = { title, data, associatedInputs, ...(isMain ? ({ style: 'positive' } as const) : {}) };
  return new ExecuteAction({ ...options, verb: 'say', fallback: new SubmitAction(options) });
}
