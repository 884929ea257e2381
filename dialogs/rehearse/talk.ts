import type { Activity } from 'botbuilder-core';
import type { Scenario } from '../../content/schema/scenario.ts';
import { guideSays, parentSays } from '../activities.ts';
import type { DialogTurn } from '../dialogTurn.ts';
import type { Begin, Effect, RehearsalEvent } from '../engine/rehearsal.ts';
import { startRehearsal } from '../engine/startRehearsal.ts';
import { transition } from '../engine/transition.ts';
import { isNamed } from './chooseScenario.ts';
import { runningClock, secondsOn, stoppedClock } from './clock.ts';
import { closeTalk } from './closeTalk.ts';
import { newTry, timeLeft } from './inBetween.ts';
import { changeInWords } from './ledgerWords.ts';
import { lastReply, parentLine, quotedReply } from './parentLine.ts';
import type { Held, Talking } from './rehearseState.ts';
import type { TalkStep } from './talkStep.ts';

/** Begins a talk: the briefing, what is different this time, then the parent's first words. */
export function startTalk(
  turn: DialogTurn,
  scenario: Scenario,
  more: Pick<Begin, 'difficulty' | 'before'> = {},
): TalkStep {
  const { memory, services, t } = turn;
  const { locale } = memory;
  const rehearsalId = services.newId();
  const seed = services.newSeed();
  const [rehearsal] = startRehearsal(scenario, { seed, locale, ...more });
  services.record.rehearsalStarted({ id: rehearsalId, scenario, locale, seed });

  const briefing = t(more.before ? 'dialogs.rehearse.nextBriefing' : 'dialogs.rehearse.briefing', {
    title: scenario.title[locale],
    briefing: scenario.briefing[locale],
    goal: scenario.goal[locale],
  });
  const different = rehearsal.prologue
    .filter(({ delta }) => Object.values(delta).some((change) => change !== 0))
    .map((line) => `- ${line.because} (${changeInWords([line], t)})`)
    .join('\n');
  return {
    messages: [
      guideSays(locale, 'notice', [briefing, different].filter(Boolean).join('\n\n')),
      parentLine(scenario, rehearsal),
    ],
    state: { step: 'talking', rehearsalId, rehearsal, hints: 0, clock: null },
  };
}

/** The teacher speaks to the parent. Who names the scenario once more before saying anything hears where we are. */
export async function speak(turn: DialogTurn, state: Talking, said: string): Promise<TalkStep> {
  const { turns, scenario: id, locale } = state.rehearsal;
  if (turns.length === 0 && isNamed(turn.content.scenarios, id, said)) {
    return { messages: whereWeWere(turn, state), state };
  }
  const scenario = await scenarioOf(turn, state);
  const reading = turn.reader.read(said, scenario, locale);
  const clock = state.clock && runningClock(turn.at, secondsOn(state.clock, turn.at));
  return happen(
    turn,
    scenario,
    { ...state, clock },
    { type: 'teacher-spoke', reading, ...(clock && { seconds: clock.ran }) },
  );
}

/** The notice after a pause or an aside: the talk is still open, and this was said last. `lead`: what is said before it. */
export function whereWeWere({ memory, t }: DialogTurn, { rehearsal }: Held, lead = ''): readonly Partial<Activity>[] {
  const text = t('dialogs.rehearse.whereWeWere', { line: quotedReply(lastReply(rehearsal)) });
  return [guideSays(memory.locale, 'notice', [lead, text].filter(Boolean).join(' '))];
}

/** The talk waits; its clock stands still until the teacher speaks. */
export function pauseTalk(turn: DialogTurn, state: Talking): TalkStep {
  const clock = state.clock && stoppedClock(state.clock, turn.at);
  return { messages: whereWeWere(turn, state, turn.t('dialogs.rehearse.pause')), state: { ...state, clock } };
}

/** Lets one thing happen in the talk, and says and keeps what comes of it. */
export function happen(turn: DialogTurn, scenario: Scenario, state: Talking, event: RehearsalEvent): TalkStep {
  const [rehearsal, effects] = transition(scenario, state.rehearsal, event);
  const next: Talking = { ...state, rehearsal, hints: 0 };
  const messages = effects.flatMap((effect) => perform(turn, scenario, next, effect));
  if (rehearsal.phase === 'ended') {
    const closed = closeTalk(turn, scenario, next);
    return { ...closed, messages: [...messages, ...closed.messages] };
  }
  return { messages: [...messages, ...newTry(turn, rehearsal), ...timeLeft(turn, rehearsal)], state: next };
}

/** The parent's inner line about what was said last. */
export function thoughtOf({ t, memory }: DialogTurn, scenario: Scenario, { rehearsal }: Held): Partial<Activity> {
  const { thought } = lastReply(rehearsal);
  if (!thought) return guideSays(memory.locale, 'notice', t('dialogs.rehearse.noThought'));
  return parentSays(rehearsal.locale, scenario.parent.name[rehearsal.locale], thought, {
    kind: 'thought',
    turn: rehearsal.turns.length,
  });
}

/** The scenario as it was when this rehearsal began. */
export function scenarioOf({ services }: DialogTurn, { rehearsal }: Held): Promise<Scenario> {
  return services.pinnedScenario(rehearsal.scenario, rehearsal.revision);
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
      return [];
  }
}
