import { describe, expect, it } from '@jest/globals';
import type { Scenario } from '../../../content/schema/scenario.ts';
import { makeDebrief } from '../../../dialogs/engine/makeDebrief.ts';
import {
  appeaser,
  avoider,
  defender,
  early,
  expert,
  hold,
  lecturer,
  listener,
  novice,
  parrot,
  random,
  type Teacher,
} from './simulatedTeachers.ts';
import { allScenarios } from './testContent.ts';
import { stateOf } from './testTalk.ts';

const seeds = Array.from({ length: 30 }, (_, index) => index * 7919);

/** Trust at the end less tension, on average over many talks; from -100 to 100. */
function standing(scenario: Scenario, teacher: Teacher): number {
  const states = seeds.map((seed) => stateOf(hold(scenario, teacher, seed)));
  return states.reduce((sum, { trust, tension }) => sum + trust - tension, 0) / states.length;
}

function endings(scenario: Scenario, teacher: Teacher): readonly boolean[] {
  return seeds.map((seed) => makeDebrief(scenario, hold(scenario, teacher, seed)).good);
}

describe.each(allScenarios)('in %s', (_, scenario) => {
  it('an expert does better than a novice, and a novice than chance', () => {
    const [best, middle, worst] = [expert, novice, random].map((teacher) => standing(scenario, teacher));

    expect(best).toBeGreaterThan(middle ?? 0);
    expect(middle).toBeGreaterThan(worst ?? 0);
  });

  it('an expert always comes to agreement, whatever the seed', () => {
    expect(seeds.map((seed) => hold(scenario, expert, seed).ended)).toEqual(seeds.map(() => 'agreed'));
  });

  it('a listener without a plan runs out of turns', () => {
    expect(hold(scenario, listener, 1).ended).toBe('out-of-turns');
  });

  it('a teacher who closes early with a next meeting has disagreed well', () => {
    const wary = { ...scenario, good: { trust: 95, tension: 5 } };

    expect(hold(wary, early, 1).ended).toBe('disagreed-and-meet-again');
  });

  it.each([
    ['an appeaser', appeaser],
    ['a parrot', parrot],
    ['a lecturer', lecturer],
    ['a defender', defender],
    ['an avoider', avoider],
  ])('%s never comes to a good ending', (__, teacher) => {
    expect(endings(scenario, teacher)).not.toContain(true);
  });
});
