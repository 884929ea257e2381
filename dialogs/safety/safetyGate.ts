import type { DialogContext } from 'botbuilder-dialogs';
import { LOCALES } from '../../content/schema/locale.ts';
import type { DialogTurn } from '../dialogTurn.ts';
import type { DangerDetector } from '../language/danger/createDangerDetector.ts';
import type { Memory } from '../memory.ts';
import { REHEARSE, stateOf } from '../rehearse/rehearseDialog.ts';
import { isAtRest } from '../rehearse/rehearseState.ts';
import { standStill } from '../rehearse/standStill.ts';
import type { Translate } from '../texts.ts';
import { dangerMessage } from './dangerMessage.ts';

/**
 * The words that a turn goes on with. Usually what was typed. Where the teacher says that what was stopped belonged to
 * the practice: the words that were stopped, which then count as said. Whatever is said, they are kept no longer.
 */
export function takeWords(
  memory: Memory,
  typed: string,
  texts: (locale: Memory['locale']) => Translate,
): { readonly said: string; readonly isCleared: boolean } {
  const { stopped } = memory;
  delete memory.stopped;
  if (stopped === undefined || !isGoOn(typed, texts)) return { said: typed, isCleared: false };
  return { said: stopped, isCleared: true };
}

/**
 * Stops the turn when the words tell of danger: says the route, and nothing else happens. The dialog that is open waits,
 * its clock stands still. True when it stopped. Names count for danger as they were typed; what is kept is `said`.
 */
export async function stopForDanger(
  dc: DialogContext,
  turn: DialogTurn,
  said: string,
  findDanger: DangerDetector,
): Promise<boolean> {
  const { activeDialog } = dc;
  const talk = activeDialog?.id === REHEARSE ? stateOf(activeDialog) : null;
  const inTalk = talk !== null && !isAtRest(talk);
  const danger = findDanger(turn.services.hearing?.typed(said) ?? said, inTalk);
  if (!danger) return false;

  turn.memory.stopped = said;
  if (activeDialog && talk) activeDialog.state = standStill(talk, turn.at);
  await dc.context.sendActivity(dangerMessage(turn, danger.kind, inTalk));
  return true;
}

function isGoOn(typed: string, texts: (locale: Memory['locale']) => Translate): boolean {
  const said = typed
    .toLowerCase()
    .replace(/(?<![.!\s])[.!\s]+$/u, '')
    .trim();
  return LOCALES.some((locale) => texts(locale)('safety.words').split('|').includes(said));
}
