import type { Activity } from 'botbuilder-core';
import type { Scenario } from '../../content/schema/scenario.ts';
import type { Difficulty } from '../../content/schema/state.ts';
import { guideSays } from '../activities.ts';
import type { GivenCommand } from '../commands.ts';
import type { DialogTurn } from '../dialogTurn.ts';
import { beforeOf } from '../engine/beforeOf.ts';
import { makeDebrief } from '../engine/makeDebrief.ts';
import { menuMessage } from '../menu/menuMessages.ts';
import { chooseScenario } from './chooseScenario.ts';
import { debriefInPages, debriefPageMessage } from './debriefInPages.ts';
import { debriefMessages } from './debriefMessages.ts';
import { debriefPageIn } from './debriefPage.ts';
import { keptRehearsal } from './keptRehearsal.ts';
import { levelNow, nextLevel } from './levels.ts';
import type { Debriefed, Estimating, Held, Swapped } from './rehearseState.ts';
import { rewindTo } from './rewindTo.ts';
import { nextFromThere, standUp, swapSeats } from './swapSeats.ts';
import { scenarioOf, startTalk } from './talk.ts';
import type { TalkStep } from './talkStep.ts';
import { whatNow } from './whatNow.ts';

/** The teacher's own estimate, or a word that passes it by: then comes the debrief, unless the word asks for more. */
export async function takeEstimate(turn: DialogTurn, state: Estimating, said: string): Promise<TalkStep> {
  const scenario = await scenarioOf(turn, state);
  const asked = turn.command && (await goOn(turn, scenario, state, turn.command));
  if (asked) return asked;
  const estimate = turn.command || said.trim() === '' ? null : said.trim();
  keepWithDebrief(turn, scenario, state, estimate);
  const debriefed: Debriefed = { ...state, step: 'debriefed', estimate };
  const messages = turn.services.cards
    ? [debriefInPages(turn, scenario, debriefed)]
    : debriefMessages(turn, scenario, state, estimate);
  return { messages, state: debriefed };
}

/** The debrief belongs to the talk: it is kept with it, with what the teacher said first. */
function keepWithDebrief(
  turn: DialogTurn,
  scenario: Scenario,
  { rehearsal, rehearsalId: id }: Held,
  estimate: string | null,
): void {
  const report = makeDebrief(scenario, rehearsal);
  const kept = keptRehearsal(scenario, rehearsal, report, estimate);
  turn.services.record.rehearsalEnded({ id, reason: report.ended, kept });
}

/** After the debrief: on from here, or nothing that is understood. */
export async function afterDebrief(turn: DialogTurn, state: Debriefed, said: string): Promise<TalkStep> {
  const scenario = await scenarioOf(turn, state);
  if (turn.command?.command === 'stop') {
    const key = state.rehearsal.turns.length > 0 ? 'dialogs.rehearse.bye' : 'dialogs.rehearse.notNow';
    return { messages: [menuMessage(turn, key)], state: null };
  }
  const asked = turn.command && (await goOn(turn, scenario, state, turn.command));
  if (asked) return asked;
  const page = state.rehearsal.turns.length > 0 ? debriefPageIn(turn.texts, said) : undefined;
  if (page) return { messages: [debriefPageMessage(turn, scenario, state, page)], state };
  const other = turn.command || turn.content.scenarios.length < 2 ? null : chooseScenario(turn.content.scenarios, said);
  return other ? startTalk(turn, other) : { messages: [talkIsOver(turn, state)], state };
}

/** In the parent's chair: the next turn, or back to one's own. */
export async function inTheirChair(turn: DialogTurn, state: Swapped): Promise<TalkStep> {
  const command = turn.command?.command;
  if (command === 'next' || command === undefined) return nextFromThere(turn, state);
  const scenario = await scenarioOf(turn, state);
  const asked = state.from === 'debriefed' && turn.command && (await goOn(turn, scenario, state, turn.command));
  return asked || standUp(turn, state);
}

/** That the talk is over, and what one can do now. */
function talkIsOver(turn: DialogTurn, held: Held): Partial<Activity> {
  const suggestions = whatNow(turn, held).filter(({ needsTurns }) => !needsTurns || held.rehearsal.turns.length > 0);
  return guideSays(turn.memory.locale, 'notice', turn.t('dialogs.rehearse.isOver'), { suggestions });
}

/** What a word begins once the talk is over; null when it begins nothing. */
async function goOn(
  turn: DialogTurn,
  scenario: Scenario,
  held: Held,
  { command, argument }: GivenCommand,
): Promise<TalkStep | null> {
  const { rehearsal } = held;
  const { difficulty, turns } = rehearsal;
  const fresh = turn.content.scenarios.find(({ id }) => id === scenario.id) ?? scenario;
  switch (command) {
    case 'same-moment':
      return sameMoment(turn, scenario, held);
    case 'rewind':
      return rewindTo(turn, scenario, held, argument ? Number(argument) : turns.length - 1);
    case 'follow-up':
      return startTalk(turn, fresh, { difficulty, before: beforeOf(rehearsal) });
    case 'again':
      return startTalk(turn, fresh, { difficulty });
    case 'harder':
    case 'easier':
      return atLevel(turn, fresh, nextLevel(difficulty, command));
    case 'swap':
      return swapSeats(turn, scenario, held);
    default:
      return null;
  }
}

/** The same scenario at another level, which is said. */
function atLevel(turn: DialogTurn, scenario: Scenario, difficulty: Difficulty): TalkStep {
  const step = startTalk(turn, scenario, { difficulty });
  return { ...step, messages: [levelNow(turn, difficulty), ...step.messages] };
}

/** Back to just before the sentence that the debrief would try otherwise. */
function sameMoment(turn: DialogTurn, scenario: Scenario, held: Held): TalkStep {
  const { nextStep } = makeDebrief(scenario, held.rehearsal);
  const { locale } = turn.memory;
  const tip = turn.content.tips.find(({ id }) => id === nextStep.tip)?.name[locale] ?? nextStep.tip;
  const lead = turn.t('dialogs.rehearse.sameMoment', { tip });
  return rewindTo(turn, scenario, held, Math.max(0, nextStep.turn - 1), lead);
}
