import type { Move } from '../../../content/schema/move.ts';
import type { Scenario } from '../../../content/schema/scenario.ts';
import { chance } from '../../../dialogs/engine/chance.ts';
import { onTheTable } from '../../../dialogs/engine/onTheTable.ts';
import type { Reading } from '../../../dialogs/engine/reading.ts';
import type { Rehearsal } from '../../../dialogs/engine/rehearsal.ts';
import { startRehearsal } from '../../../dialogs/engine/startRehearsal.ts';
import { transition } from '../../../dialogs/engine/transition.ts';
import { stateOf } from './testTalk.ts';

/** What a simulated teacher says next, as the recognizer would read it. */
export type Teacher = (rehearsal: Rehearsal, scenario: Scenario) => Reading;

/** Lets a simulated teacher hold a whole talk. */
export function hold(scenario: Scenario, teacher: Teacher, seed: number): Rehearsal {
  let [rehearsal] = startRehearsal(scenario, { seed, locale: 'nl' });
  while (rehearsal.phase === 'talking') {
    const event = { type: 'teacher-spoke', reading: teacher(rehearsal, scenario) } as const;
    [rehearsal] = transition(scenario, rehearsal, event);
  }
  return rehearsal;
}

/** Takes up what is on the table, asks when nothing is, and plans once the decisive concern is heard. */
export const expert: Teacher = (rehearsal, scenario) => {
  const state = stateOf(rehearsal);
  const made = (move: Move) => rehearsal.turns.some(({ reading }) => reading.moves.some((one) => one.move === move));
  const decisive = scenario.agendas.find(({ id }) => id === rehearsal.agenda)?.decisive ?? '';
  const concern = onTheTable(state);
  const mayPlan = state.heard.includes(decisive);
  if (concern !== null) return speak(rehearsal, ['show-understanding'], { concerns: [concern] });
  if (!made('name-expertise')) return speak(rehearsal, ['name-expertise', 'ask-open-question'], { asks: true });
  if (!mayPlan) return speak(rehearsal, ['ask-open-question', 'appreciate'], { asks: true });
  if (!made('appeal-responsibility')) return speak(rehearsal, ['appeal-responsibility'], { asks: true });
  if (!made('explicit-expectations')) return speak(rehearsal, ['explicit-expectations'], { asks: true });
  if (!made('clear-honest-realistic')) return speak(rehearsal, ['clear-honest-realistic']);
  if (!made('be-reachable')) return speak(rehearsal, ['be-reachable']);
  return speak(rehearsal, [], { kind: 'farewell' });
};

/** Means well: some understanding, often bare; questions that push; a tip and an excuse now and then. */
export const novice: Teacher = (rehearsal) => {
  const concern = onTheTable(stateOf(rehearsal));
  const concerns = concern === null ? [] : [concern];
  switch (rehearsal.turns.length % 7) {
    case 0:
      return speak(rehearsal, ['appreciate', 'closed-leading-question'], { asks: true });
    case 1:
      return speak(rehearsal, ['show-understanding']);
    case 2:
      return speak(rehearsal, ['ask-open-question'], { asks: true });
    case 3:
      return speak(rehearsal, ['premature-advice']);
    case 4:
      return speak(rehearsal, ['show-understanding'], { concerns });
    case 5:
      return speak(rehearsal, ['clear-honest-realistic']);
    default:
      return rehearsal.turns.length > 12
        ? speak(rehearsal, [], { kind: 'farewell' })
        : speak(rehearsal, ['defensive', 'ask-open-question'], { asks: true });
  }
};

/** Says anything at all. */
export const random: Teacher = (rehearsal, scenario) => {
  const moves = scenario.moves.map(({ id }) => id);
  const move = moves[Math.floor(chance(rehearsal.seed, `${rehearsal.turns.length}/random`) * moves.length)];
  return speak(rehearsal, move === undefined ? [] : [move]);
};

/** Agrees with everything and promises everything. */
export const appeaser: Teacher = (rehearsal) => {
  const concern = onTheTable(stateOf(rehearsal));
  const concerns = concern === null ? [] : [concern];
  if (rehearsal.turns.length > 8) return speak(rehearsal, ['be-reachable'], { kind: 'farewell' });
  return speak(rehearsal, ['show-understanding', 'overpromise'], { concerns });
};

/** Has one good sentence, which also offers contact, and says it over and over. */
export const parrot: Teacher = (rehearsal) =>
  speak(rehearsal, ['show-understanding', 'be-reachable'], {
    utterance: 'Ik hoor hoe bezorgd u bent, u mag me altijd bellen.',
    namesFeeling: true,
    kind: rehearsal.turns.length > 8 ? 'farewell' : 'talk',
  });

/** Knows what should be done at home. */
export const lecturer: Teacher = (rehearsal) =>
  rehearsal.turns.length > 8
    ? speak(rehearsal, ['be-reachable'], { kind: 'farewell' })
    : speak(rehearsal, ['premature-advice', 'clear-honest-realistic']);

/** Explains why it is not the school, however much was understood. */
export const defender: Teacher = (rehearsal) => {
  const concern = onTheTable(stateOf(rehearsal));
  const concerns = concern === null ? [] : [concern];
  if (rehearsal.turns.length > 8) return speak(rehearsal, ['be-reachable'], { kind: 'farewell' });
  return rehearsal.turns.length % 3 === 2
    ? speak(rehearsal, ['show-understanding'], { concerns })
    : speak(rehearsal, ['defensive']);
};

/** Puts it off, sends it on, and talks of something else. */
export const avoider: Teacher = (rehearsal) => {
  if (rehearsal.turns.length > 8) return speak(rehearsal, ['be-reachable'], { kind: 'farewell' });
  return rehearsal.turns.length % 2 === 0
    ? speak(rehearsal, ['deflect', 'be-reachable'])
    : speak(rehearsal, [], { kind: 'off-topic' });
};

/** Listens well, and never comes to a plan. */
export const listener: Teacher = (rehearsal) => {
  const concern = onTheTable(stateOf(rehearsal));
  return concern === null
    ? speak(rehearsal, ['ask-open-question'], { asks: true })
    : speak(rehearsal, ['show-understanding'], { concerns: [concern] });
};

/** Hears one thing, offers to meet again, and closes. */
export const early: Teacher = (rehearsal, scenario) => {
  if (rehearsal.turns.length < 2) return listener(rehearsal, scenario);
  return rehearsal.turns.length === 2
    ? speak(rehearsal, ['propose-face-to-face'])
    : speak(rehearsal, [], { kind: 'farewell' });
};

function speak({ turns }: Rehearsal, moves: readonly Move[], changes: Partial<Omit<Reading, 'moves'>> = {}): Reading {
  const utterance = changes.utterance ?? `Zin${turns.length} woord${turns.length}`;
  return {
    utterance,
    locale: 'nl',
    kind: 'talk',
    moves: moves.map((move) => ({ move, confidence: 0.9, start: 0, end: utterance.length, because: 'simulated' })),
    concerns: [],
    facts: [],
    namesFeeling: false,
    asks: false,
    words: 8,
    ...changes,
  };
}
