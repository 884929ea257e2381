import { POSITIVE_MOVES } from '../../content/schema/move.ts';
import type { Scenario } from '../../content/schema/scenario.ts';
import { makeDebrief } from '../engine/makeDebrief.ts';
import { onTheTable } from '../engine/onTheTable.ts';
import { holdTalk } from './holdTalk.ts';
import { intend, type Teacher } from './intention.ts';
import type { OneTrick } from './smells/smell.ts';
import { stateOf } from './teachers.ts';
import { handMadeVoice } from './voice.ts';

const LEFT_FOR_GOODBYE = 1;

/** For each helping move: a talk that does nothing else, about whatever is on the table, in fresh words, and a goodbye. */
export function oneTricks(scenario: Scenario, seeds: readonly number[]): readonly OneTrick[] {
  return POSITIVE_MOVES.flatMap((move) => {
    const teacher: Teacher = (now) =>
      now.turns.length >= scenario.maxTurns - LEFT_FOR_GOODBYE
        ? intend(['farewell'])
        : intend([move], { concern: onTheTable(stateOf(now)) });
    return seeds.map((seed) => {
      const talk = holdTalk(scenario, { teacher, voice: handMadeVoice }, { seed, locale: 'nl' });
      const { trust, tension } = stateOf(talk);
      return { move, standing: trust - tension, good: makeDebrief(scenario, talk).good };
    });
  });
}
