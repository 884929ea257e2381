import type { Activity } from 'botbuilder-core';
import type { Scenario } from '../../content/schema/scenario.ts';
import { guideSays, parentSays } from '../activities.ts';
import type { GivenCommand } from '../commands.ts';
import type { DialogTurn } from '../dialogTurn.ts';
import { hint } from '../engine/hint.ts';
import { makeDebrief } from '../engine/makeDebrief.ts';
import type { Effect, Rehearsal, RehearsalEvent, Reply } from '../engine/rehearsal.ts';
import { startRehearsal } from '../engine/startRehearsal.ts';
import { transition } from '../engine/transition.ts';
import { isNamed } from './chooseScenario.ts';
import { debriefMessages } from './debriefMessages.ts';
import { hintMessage } from './hintMessage.ts';
import type { RehearseState, Talking } from './rehearseState.ts';

/** What one step of the dialog says, and where it then stands; null once the dialog is over. */
export interface TalkStep {
  readonly messages: readonly Partial<Activity>[];
  readonly state: RehearseState | null;
}

/** Begins a talk: the briefing, then the parent's first words. */
export function startTalk(turn: DialogTurn, scenario: Scenario): TalkStep {
  const { memory, services, t } = turn;
  const rehearsalId = services.newId();
  const seed = services.newSeed();
  const [rehearsal] = startRehearsal(scenario, { seed, locale: memory.locale });
  services.record.rehearsalStarted({ id: rehearsalId, scenario, locale: memory.locale, seed });

  const { locale } = memory;
  const briefing = t('dialogs.rehearse.briefing', {
    title: scenario.title[locale],
    briefing: scenario.briefing[locale],
    goal: scenario.goal[locale],
  });
  return {
    messages: [guideSays(locale, 'notice', briefing), parentLine(scenario, rehearsal)],
    state: { step: 'talking', rehearsalId, rehearsal, hints: 0 },
  };
}

/** The teacher speaks to the parent. Who names the scenario once more before saying anything hears where we are. */
export async function speak(turn: DialogTurn, state: Talking, said: string): Promise<TalkStep> {
  const { turns, scenario: id } = state.rehearsal;
  if (turns.length === 0 && isNamed(turn.content.scenarios, id, said)) {
    return { messages: whereWeWere(turn, state), state };
  }
  const scenario = await scenarioOf(turn, state);
  const reading = turn.reader.read(said, scenario, state.rehearsal.locale);
  return happen(turn, scenario, state, { type: 'teacher-spoke', reading });
}

/** The teacher asks something of the rehearsal itself. */
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
    default:
      return { messages: whereWeWere(turn, state), state };
  }
}

/** The notice after a pause or an aside: the talk is still open, and this was said last. */
export function whereWeWere({ memory, t }: DialogTurn, { rehearsal }: Talking): readonly Partial<Activity>[] {
  const text = t('dialogs.rehearse.whereWeWere', { line: quoted(lastReply(rehearsal).text) });
  return [guideSays(memory.locale, 'notice', text)];
}

function happen(turn: DialogTurn, scenario: Scenario, state: Talking, event: RehearsalEvent): TalkStep {
  const [rehearsal, effects] = transition(scenario, state.rehearsal, event);
  const messages = effects.flatMap((effect) => perform(turn, scenario, { ...state, rehearsal }, effect));
  if (rehearsal.phase === 'ended') return { messages, state: null };
  return { messages, state: { ...state, rehearsal, hints: 0 } };
}

function perform(
  turn: DialogTurn,
  scenario: Scenario,
  { rehearsal, rehearsalId }: Talking,
  effect: Effect,
): readonly Partial<Activity>[] {
  switch (effect.type) {
    case 'parent-says':
      return [parentLine(scenario, rehearsal)];
    case 'ledger':
      turn.services.record.turnTaken({ rehearsalId, turn: effect.turn, ledger: effect.lines });
      return [];
    case 'open-debrief':
      return close(turn, scenario, rehearsal, rehearsalId);
  }
}

function close(turn: DialogTurn, scenario: Scenario, rehearsal: Rehearsal, rehearsalId: string) {
  const report = makeDebrief(scenario, rehearsal);
  turn.services.record.rehearsalEnded({ id: rehearsalId, reason: report.ended });
  turn.memory.rehearsed = [
    ...turn.memory.rehearsed,
    {
      rehearsalId,
      scenario: scenario.id,
      endedAt: turn.at,
      ended: report.ended,
      turns: rehearsal.turns.length,
      tension: { from: rehearsal.start.tension, to: lastState(rehearsal).tension },
      tryNext: report.nextStep.tip,
    },
  ].slice(-50);
  return debriefMessages(turn, scenario, rehearsal, report);
}

function rewind(turn: DialogTurn, scenario: Scenario, state: Talking, argument: string): TalkStep {
  const { locale } = turn.memory;
  const taken = state.rehearsal.turns.length;
  if (taken === 0)
    return { messages: [guideSays(locale, 'notice', turn.t('dialogs.rehearse.nothingToRewind'))], state };

  const to = argument ? Number(argument) : taken - 1;
  if (to >= taken) {
    const text = turn.t('dialogs.rehearse.rewindTooFar', { taken, last: taken - 1 });
    return { messages: [guideSays(locale, 'notice', text)], state };
  }
  const [rehearsal] = transition(scenario, state.rehearsal, { type: 'teacher-rewound', to });
  const text = turn.t('dialogs.rehearse.rewound', { turn: to });
  return {
    messages: [guideSays(locale, 'notice', text), parentLine(scenario, rehearsal)],
    state: { ...state, rehearsal, hints: 0 },
  };
}

function giveHint(turn: DialogTurn, scenario: Scenario, state: Talking): TalkStep {
  const message = hintMessage(turn, scenario, state, hint(scenario, state.rehearsal));
  return { messages: [message], state: { ...state, hints: state.hints + 1 } };
}

function thoughtOf({ t, memory }: DialogTurn, scenario: Scenario, { rehearsal }: Talking): Partial<Activity> {
  const { thought } = lastReply(rehearsal);
  if (!thought) return guideSays(memory.locale, 'notice', t('dialogs.rehearse.noThought'));
  return parentSays(rehearsal.locale, scenario.parent.name[rehearsal.locale], thought, {
    kind: 'thought',
    turn: rehearsal.turns.length,
  });
}

function parentLine(scenario: Scenario, rehearsal: Rehearsal): Partial<Activity> {
  const { locale, turns } = rehearsal;
  const { tension, trust, face, agency, clarity, phase } = lastState(rehearsal);
  return parentSays(locale, scenario.parent.name[locale], lastReply(rehearsal).text, {
    kind: 'line',
    turn: turns.length,
    state: { tension, trust, face, agency, clarity, phase },
  });
}

function scenarioOf({ services }: DialogTurn, { rehearsal }: Talking): Promise<Scenario> {
  return services.pinnedScenario(rehearsal.scenario, rehearsal.revision);
}

function lastReply({ turns, opening }: Rehearsal): Reply {
  return turns.at(-1)?.reply ?? opening;
}

function lastState({ turns, start }: Rehearsal) {
  return turns.at(-1)?.state ?? start;
}

function quoted(text: string): string {
  return text
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n');
}
