import type { Command } from '../../content/schema/commands.ts';
import type { Scenario } from '../../content/schema/scenario.ts';
import { guideSays } from '../activities.ts';
import type { GivenCommand } from '../commands.ts';
import type { DialogTurn } from '../dialogTurn.ts';
import { hint } from '../engine/hint.ts';
import type { Begin } from '../engine/rehearsal.ts';
import { startRehearsal } from '../engine/startRehearsal.ts';
import { runningClock } from './clock.ts';
import { hintMessage } from './hintMessage.ts';
import { levelNow, nextLevel } from './levels.ts';
import { parentLine } from './parentLine.ts';
import type { Talking } from './rehearseState.ts';
import { rewindTo } from './rewindTo.ts';
import { swapSeats } from './swapSeats.ts';
import { happen, pauseTalk, scenarioOf, thoughtOf, whereWeWere } from './talk.ts';
import type { TalkStep } from './talkStep.ts';

/** Words that mean something to the rehearsal only before the first sentence; later they are said to the parent. */
const ONLY_AT_FIRST: readonly Command[] = ['timed'];

/** Whether a word, typed in the middle of a talk, is for the rehearsal and not said to the parent. */
export function isForTheRehearsal({ command }: GivenCommand, { rehearsal }: Talking): boolean {
  return command !== 'next' && (rehearsal.turns.length === 0 || !ONLY_AT_FIRST.includes(command));
}

/** The teacher asks something of the rehearsal while the talk goes on. */
export async function obey(turn: DialogTurn, state: Talking, given: GivenCommand): Promise<TalkStep> {
  const scenario = await scenarioOf(turn, state);
  switch (given.command) {
    case 'stop':
      return happen(turn, scenario, state, { type: 'teacher-stopped' });
    case 'rewind':
      return rewind(turn, scenario, state, given.argument);
    case 'hint':
      return giveHint(turn, scenario, state);
    case 'thought':
      return { messages: [thoughtOf(turn, scenario, state)], state };
    case 'timed':
      return setClock(turn, scenario, state);
    case 'harder':
    case 'easier':
      return otherLevel(turn, scenario, state, given.command);
    case 'swap':
      return swapSeats(turn, scenario, state);
    case 'pause':
      return pauseTalk(turn, state);
    default:
      return { messages: whereWeWere(turn, state, turn.t('dialogs.stillOpen')), state };
  }
}

function otherLevel(turn: DialogTurn, scenario: Scenario, state: Talking, way: 'harder' | 'easier'): TalkStep {
  const { turns, difficulty } = state.rehearsal;
  if (turns.length > 0) return { messages: [say(turn, 'dialogs.rehearse.levelLater')], state };
  return startOver(turn, scenario, state, { difficulty: nextLevel(difficulty, way) });
}

function rewind(turn: DialogTurn, scenario: Scenario, state: Talking, argument: string): TalkStep {
  const taken = state.rehearsal.turns.length;
  if (taken === 0) return { messages: [say(turn, 'dialogs.rehearse.nothingToRewind')], state };
  const to = argument ? Number(argument) : taken - 1;
  if (to < taken) return rewindTo(turn, scenario, state, to);
  return { messages: [say(turn, 'dialogs.rehearse.rewindTooFar', { taken, last: taken - 1 })], state };
}

/** A hint costs no time: the clock goes on from where it was when the parent had spoken. */
function giveHint(turn: DialogTurn, scenario: Scenario, state: Talking): TalkStep {
  const message = hintMessage(turn, scenario, state, hint(scenario, state.rehearsal));
  const isRunning = state.clock?.since != null;
  const clock = state.clock && isRunning ? runningClock(turn.at, state.clock.ran) : state.clock;
  return { messages: [message], state: { ...state, hints: state.hints + 1, clock } };
}

function setClock(turn: DialogTurn, scenario: Scenario, state: Talking): TalkStep {
  const { minutes } = scenario;
  if (minutes === undefined) return { messages: [say(turn, 'dialogs.timed.none')], state };
  const begun = startOver(turn, scenario, { ...state, clock: runningClock(turn.at) }, { minutes });
  return { ...begun, messages: [say(turn, 'dialogs.timed.begin', { minutes }), ...begun.messages] };
}

/** The same talk from its opening, begun otherwise; nothing has been said yet. */
function startOver(
  turn: DialogTurn,
  scenario: Scenario,
  state: Talking,
  more: Pick<Begin, 'difficulty' | 'minutes'>,
): TalkStep {
  const { seed, locale, difficulty, minutes, before } = state.rehearsal;
  const [rehearsal] = startRehearsal(scenario, { seed, locale, difficulty, minutes, before, ...more });
  const notices = more.difficulty === undefined ? [] : [levelNow(turn, more.difficulty)];
  return { messages: [...notices, parentLine(scenario, rehearsal)], state: { ...state, rehearsal, hints: 0 } };
}

function say({ memory, t }: DialogTurn, key: string, slots?: Readonly<Record<string, number>>) {
  return guideSays(memory.locale, 'notice', t(key, slots));
}
