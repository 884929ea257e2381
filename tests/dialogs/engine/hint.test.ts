import { describe, expect, it } from '@jest/globals';
import { hint } from '../../../dialogs/engine/hint.ts';
import { says } from './testReading.ts';
import { testScenario, withPersona } from './testScenario.ts';
import { talk } from './testTalk.ts';

const scenario = testScenario();
const hearsAll = [
  says('show-understanding', { concerns: ['not-called'] }),
  says('show-understanding', { concerns: ['cries'] }),
  says('show-understanding', { concerns: ['own-fault'] }),
];
const hintAfter = (...events: Parameters<typeof talk>[1]) => hint(scenario, talk(scenario, events));

describe('a hint', () => {
  it('points at what is on the table first', () => {
    expect(hintAfter()).toEqual({ tip: 'show-understanding', look: 'concern', concern: 'not-called' });
  });

  it('points at the feeling of a parent who is hot', () => {
    const hot = withPersona({ start: { tension: 70, trust: 40, face: 50, agency: 40, clarity: 30 } });

    expect(hint(hot, talk(hot, []))).toMatchObject({ tip: 'show-understanding', look: 'feeling' });
  });

  it('points at repair right after a sentence that did harm', () => {
    expect(hintAfter(says('minimise'))).toMatchObject({ tip: 'show-understanding', look: 'repair' });
  });

  it.each([
    ['role', 'appeal-to-responsibility', []],
    ['expectations', 'explicit-expectations', [says('appeal-responsibility')]],
    ['agreement', 'clear-honest-realistic', [says('appeal-responsibility'), says('explicit-expectations')]],
    [
      'contact',
      'be-reachable',
      [says('appeal-responsibility'), says('explicit-expectations'), says('clear-honest-realistic')],
    ],
  ])('points at %s once everything before it was done', (look, tip, events) => {
    expect(hintAfter(...hearsAll, ...events)).toEqual({ tip, look, concern: null });
  });

  it('points at one room when the talk is in writing', () => {
    const byApp = testScenario({ setting: 'app' });

    expect(hint(byApp, talk(byApp, hearsAll))).toMatchObject({ tip: 'face-to-face', look: 'room' });
  });

  it('points at what the parent knows while the decisive concern is still hidden', () => {
    const why = { nl: 'Schuld.', en: 'Guilt.' };
    const deep = testScenario({
      agendas: [{ id: 'deep', why, concerns: ['not-called', 'own-fault'], decisive: 'own-fault' }],
    });
    const hears = says('show-understanding', { concerns: ['not-called'] });

    expect(hint(deep, talk(deep, [hears]))).toMatchObject({ tip: 'name-expertise', look: 'expertise' });
    expect(hint(deep, talk(deep, [hears, says('name-expertise')]))).toMatchObject({ look: 'question' });
  });

  it('never gives away a concern that the parent has not brought up', () => {
    const wary = withPersona({ start: { tension: 60, trust: 10, face: 50, agency: 40, clarity: 30 } });

    expect(hint(wary, talk(wary, hearsAll.slice(0, 2))).concern).toBeNull();
  });
});
