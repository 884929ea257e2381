import { describe, expect, it } from '@jest/globals';
import type { Scenario } from '../../../content/schema/scenario.ts';
import { makeDebrief } from '../../../dialogs/engine/makeDebrief.ts';
import { meanOf, standingOf } from '../../../dialogs/workbench/playTeachers.ts';
import { type TeacherName, teachers } from '../../../dialogs/workbench/teachers.ts';
import { early, hold, listener } from '../engine/simulatedTeachers.ts';
import { allScenarios } from '../engine/testContent.ts';

const seeds = Array.from({ length: 30 }, (_, index) => index * 7919);

function standing(scenario: Scenario, name: TeacherName): number {
  return meanOf(seeds.map((seed) => standingOf({ rehearsal: hold(scenario, teachers[name], seed) })));
}

describe.each(allScenarios)('in %s', (_, scenario) => {
  it('an expert does better than a novice, and a novice than chance', () => {
    const [best, middle, worst] = (['expert', 'novice', 'random'] as const).map((name) => standing(scenario, name));

    expect(best).toBeGreaterThan(middle ?? 0);
    expect(middle).toBeGreaterThan(worst ?? 0);
  });

  it('an expert always comes to agreement, whatever the seed', () => {
    expect(seeds.map((seed) => hold(scenario, teachers.expert, seed).ended)).toEqual(seeds.map(() => 'agreed'));
  });

  it('a listener without a plan runs out of turns', () => {
    expect(hold(scenario, listener, 1).ended).toBe('out-of-turns');
  });

  it('a teacher who closes early with a next meeting has disagreed well', () => {
    const wary = { ...scenario, good: { trust: 95, tension: 5 } };

    expect(hold(wary, early, 1).ended).toBe('disagreed-and-meet-again');
  });

  it.each(['appeaser', 'parrot', 'lecturer', 'defender', 'avoider'] as const)('the %s never ends well', (name) => {
    const endings = seeds.map((seed) => makeDebrief(scenario, hold(scenario, teachers[name], seed)).good);

    expect(endings).not.toContain(true);
  });
});
