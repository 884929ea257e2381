import type { TurnContext } from 'botbuilder-core';
import type { Content } from '../content/schema/content.ts';
import type { Answering } from './answering/createAnswering.ts';
import type { GivenCommand } from './commands.ts';
import type { Finder } from './finding/createFinder.ts';
import type { Memory } from './memory.ts';
import type { Reader, Recognizer, TurnServices } from './ports.ts';
import type { Translate } from './texts.ts';

/** All that a dialog step can reach in one turn. */
export interface DialogTurn {
  readonly content: Content;
  readonly reader: Reader;
  readonly recognizer: Recognizer;
  readonly finder: Finder;
  readonly answering: Answering;
  readonly services: TurnServices;
  readonly memory: Memory;
  /** In the language of the guide. */
  readonly t: Translate;
  /** In a language of choice: a running rehearsal keeps its own. */
  readonly texts: (locale: Memory['locale']) => Translate;
  /** The command in what was typed, if it is one. */
  readonly command: GivenCommand | null;
  /** When the activity came in, ISO 8601. */
  readonly at: string;
}

const DIALOG_TURN = Symbol('dialog turn');

/** Puts the turn where dialogs find it. */
export function setDialogTurn(context: TurnContext, turn: DialogTurn): void {
  context.turnState.set(DIALOG_TURN, turn);
}

/** The turn that a dialog step runs in. */
export function dialogTurn(context: TurnContext): DialogTurn {
  const turn: DialogTurn | undefined = context.turnState.get(DIALOG_TURN);
  if (!turn) throw new Error('A dialog ran outside a conversation turn.');
  return turn;
}
