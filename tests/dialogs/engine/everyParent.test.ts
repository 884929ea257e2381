import { describe, expect, it } from '@jest/globals';
import { LOCALES } from '../../../content/schema/locale.ts';
import { DIFFICULTIES, FOLLOW_UPS, type FollowUp } from '../../../content/schema/state.ts';
import { followUpsOf } from '../../../dialogs/engine/beforeOf.ts';
import type { Before, Rehearsal } from '../../../dialogs/engine/rehearsal.ts';
import { startRehearsal } from '../../../dialogs/engine/startRehearsal.ts';
import { theContent } from '../../theContent.ts';

const { scenarios } = theContent();
const quiet: Before = {
  ended: 'parted',
  tension: 60,
  trust: 35,
  heard: [],
  promisedBeyond: [],
  agreed: [],
  contact: null,
};
const BEFORE: Readonly<Record<FollowUp, Before>> = {
  'broken-promise': { ...quiet, promisedBeyond: ['Het gebeurt nooit meer.'] },
  left: { ...quiet, ended: 'parent-left', tension: 97, trust: 5 },
  'kept-contact': { ...quiet, ended: 'agreed', tension: 35, trust: 60, contact: 'Ik bel u vrijdag.' },
  'kept-agreement': { ...quiet, ended: 'agreed', tension: 35, trust: 60, agreed: ['Ik kijk morgen mee.'] },
  'nothing-settled': quiet,
};

function expectWholeSum({ prologue, start }: Rehearsal, usual: Readonly<Record<'tension' | 'trust', number>>): void {
  for (const variable of ['tension', 'trust'] as const) {
    const changed = prologue.reduce((sum, { delta }) => sum + (delta[variable] ?? 0), 0);
    expect(start[variable]).toBe(usual[variable] + changed);
  }
}

describe.each(scenarios.map((scenario) => [scenario.id, scenario] as const))('the parent of %s', (_, scenario) => {
  const usual = { ...scenario.persona.start, ...scenario.start };

  it.each(FOLLOW_UPS)('takes up the last talk after: %s', (followUp) => {
    const before = BEFORE[followUp];

    const talks = LOCALES.map((locale) => startRehearsal(scenario, { seed: 3, locale, before })[0]);

    expect(followUpsOf(before)[0]).toBe(followUp);
    for (const talk of talks) {
      expect(talk.opening.lines[0]).toContain('opening-next');
      expectWholeSum(talk, usual);
    }
  });

  it('starts calmer after kept contact than after a broken promise or after walking out', () => {
    const tension = (followUp: FollowUp) =>
      startRehearsal(scenario, { seed: 3, locale: 'nl', before: BEFORE[followUp] })[0].start.tension;

    expect(tension('kept-contact')).toBeLessThan(tension('broken-promise'));
    expect(tension('kept-contact')).toBeLessThan(tension('left'));
  });

  it('never starts at the point of leaving, however hard it is made', () => {
    for (const difficulty of DIFFICULTIES) {
      for (const followUp of FOLLOW_UPS) {
        const [talk] = startRehearsal(scenario, { seed: 3, locale: 'nl', difficulty, before: BEFORE[followUp] });

        expect(talk.start.tension).toBeLessThan(scenario.persona.limit - 5);
        expectWholeSum(talk, usual);
      }
    }
  });
});
