import type { DialogTurn } from '../dialogTurn.ts';
import type { Rehearsal } from '../engine/rehearsal.ts';
import { rewindTo } from './rewindTo.ts';
import type { TalkStep } from './talkStep.ts';

/** A moment of a finished talk: just before what was said in this turn. */
export interface MomentAgain {
  readonly rehearsal: Rehearsal;
  /** From 1. */
  readonly turn: number;
}

/** The same talk from just before that turn, as a rehearsal of its own: the finished one stays as it is. */
export async function momentAgain(turn: DialogTurn, { rehearsal, turn: number }: MomentAgain): Promise<TalkStep> {
  const { services, texts } = turn;
  const { locale, seed } = rehearsal;
  const scenario = await services.pinnedScenario(rehearsal.scenario, rehearsal.revision);
  const rehearsalId = services.newId();
  services.record.rehearsalStarted({ id: rehearsalId, scenario, locale, seed });
  for (const earlier of rehearsal.turns.slice(0, number - 1)) {
    services.record.turnTaken({ rehearsalId, turn: earlier.number, ledger: earlier.ledger });
  }
  const held = { rehearsal, rehearsalId, hints: 0, clock: null };
  return rewindTo(turn, scenario, held, number - 1, texts(turn.memory.locale)('coach.chat.moment', { turn: number }));
}
