import type { Move } from '../../content/schema/move.ts';
import { SAYINGS } from '../../content/schema/teacher.ts';
import { chance } from '../engine/chance.ts';
import { makes } from '../engine/occasion.ts';
import { onTheTable } from '../engine/onTheTable.ts';
import type { ParentState, Rehearsal } from '../engine/rehearsal.ts';
import { intend, type Teacher } from './intention.ts';

/** The simulated teachers of the check, in the order of its table. */
export const TEACHER_NAMES = [
  'expert',
  'novice',
  'random',
  'appeaser',
  'parrot',
  'lecturer',
  'defender',
  'avoider',
] as const;
export type TeacherName = (typeof TEACHER_NAMES)[number];

const LAST_TURN = 8;
const NOVICE_LAST_TURN = 12;
const TRIES_PER_CONCERN = 2;

/** Takes up what is on the table, asks when nothing is, and plans once the decisive concern is heard. */
const expert: Teacher = (rehearsal, scenario) => {
  const state = stateOf(rehearsal);
  const made = (move: Move) => rehearsal.turns.some(({ reading }) => makes(reading, move));
  const decisive = scenario.agendas.find(({ id }) => id === rehearsal.agenda)?.decisive ?? '';
  const concern = onTheTable(state);
  if (concern !== null && triesAt(concern, rehearsal) < TRIES_PER_CONCERN) {
    return intend(['show-understanding'], { concern });
  }
  if (!made('name-expertise')) return intend(['name-expertise', 'ask-open-question']);
  if (!state.heard.includes(decisive)) return intend(['appreciate', 'ask-open-question']);
  if (!made('appeal-responsibility')) return intend(['appeal-responsibility']);
  if (!made('explicit-expectations')) return intend(['explicit-expectations']);
  if (!made('clear-honest-realistic')) return intend(['clear-honest-realistic']);
  if (!made('be-reachable')) return intend(['be-reachable']);
  return intend(['farewell']);
};

/** Means well: some understanding, often bare; questions that push; a tip and an excuse now and then. */
const novice: Teacher = (rehearsal) => {
  const concern = onTheTable(stateOf(rehearsal));
  switch (rehearsal.turns.length % 7) {
    case 0:
      return intend(['appreciate', 'closed-leading-question']);
    case 1:
      return intend(['bare-understanding']);
    case 2:
      return intend(['ask-open-question']);
    case 3:
      return intend(['premature-advice']);
    case 4:
      return concern === null ? intend(['bare-understanding']) : intend(['show-understanding'], { concern });
    case 5:
      return intend(['clear-honest-realistic']);
    default:
      return rehearsal.turns.length > NOVICE_LAST_TURN
        ? intend(['farewell'])
        : intend(['defensive', 'ask-open-question']);
  }
};

/** Says anything at all. */
const random: Teacher = ({ seed, turns }) => {
  const saying = SAYINGS[Math.floor(chance(seed, `${turns.length}/random`) * SAYINGS.length)];
  return intend(saying === undefined ? [] : [saying]);
};

/** Agrees with everything and promises everything. */
const appeaser: Teacher = (rehearsal) =>
  rehearsal.turns.length > LAST_TURN
    ? intend(['be-reachable', 'farewell'])
    : intend(['show-understanding', 'overpromise'], { concern: onTheTable(stateOf(rehearsal)) });

/** Has one good phrase, which also offers contact, and says it over and over. */
const parrot: Teacher = ({ turns }) =>
  intend(['show-understanding', 'be-reachable', ...(turns.length > LAST_TURN ? (['farewell'] as const) : [])], {
    sameWords: true,
  });

/** Knows what should be done, at home and by whom. */
const lecturer: Teacher = ({ turns }) =>
  turns.length > LAST_TURN
    ? intend(['be-reachable', 'farewell'])
    : intend(['premature-advice', 'clear-honest-realistic']);

/** Explains why it is not the school, however much was understood. */
const defender: Teacher = (rehearsal) => {
  if (rehearsal.turns.length > LAST_TURN) return intend(['be-reachable', 'farewell']);
  return rehearsal.turns.length % 3 === 2
    ? intend(['show-understanding'], { concern: onTheTable(stateOf(rehearsal)) })
    : intend(['defensive']);
};

/** Puts it off, sends it on, and talks of something else. */
const avoider: Teacher = ({ turns }) => {
  if (turns.length > LAST_TURN) return intend(['be-reachable', 'farewell']);
  return turns.length % 2 === 0 ? intend(['deflect', 'be-reachable']) : intend(['off-topic']);
};

/** How each simulated teacher holds a talk. */
export const teachers: Readonly<Record<TeacherName, Teacher>> = {
  expert,
  novice,
  random,
  appeaser,
  parrot,
  lecturer,
  defender,
  avoider,
};

/** Where the parent stands now. */
export function stateOf({ turns, start }: Rehearsal): ParentState {
  return turns.at(-1)?.state ?? start;
}

function triesAt(concern: string, { turns, start }: Rehearsal): number {
  return turns.filter(
    ({ reading }, index) =>
      makes(reading, 'show-understanding') && onTheTable(turns[index - 1]?.state ?? start) === concern,
  ).length;
}
