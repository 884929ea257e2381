import { describe, expect, it } from '@jest/globals';
import type { Weights } from '../../../content/schema/weight.ts';
import { beforeOf, followUpsOf } from '../../../dialogs/engine/beforeOf.ts';
import type { Begin, Rehearsal } from '../../../dialogs/engine/rehearsal.ts';
import { startRehearsal } from '../../../dialogs/engine/startRehearsal.ts';
import { transition } from '../../../dialogs/engine/transition.ts';
import { testLines } from './testLines.ts';
import { says } from './testReading.ts';
import { lines, testScenario } from './testScenario.ts';
import { talk } from './testTalk.ts';
import { testWeights } from './testWeights.ts';

const rule = { because: { nl: 'Omdat.', en: 'Because.' }, grade: 'C', source: 'expert-consensus' } as const;
const weights: Weights = {
  ...testWeights,
  difficulties: {
    gentle: { ...rule, start: { tension: -10 }, harm: 0.5, relief: 1.5 },
    hard: { ...rule, start: { tension: 10, trust: -5 }, harm: 2, relief: 0.5 },
  },
  carry: { ...rule, tension: 0.5, trust: 0.5 },
  followUps: [
    { ...rule, on: 'broken-promise', delta: { tension: 10, trust: -20 } },
    { ...rule, on: 'left', delta: { tension: 8 } },
    { ...rule, on: 'kept-contact', delta: { tension: -10 } },
    { ...rule, on: 'kept-agreement', delta: { trust: 6 } },
    { ...rule, on: 'nothing-settled', delta: { trust: -3 } },
  ],
};
const scenario = testScenario({
  weights,
  lines: [
    ...testLines,
    ...lines({ id: 'open-broken', part: 'opening', when: { followUp: ['broken-promise'] }, say: 'Het was weer raak.' }),
  ],
});
const begin = (more: Partial<Begin> = {}): Rehearsal => startRehearsal(scenario, { seed: 1, locale: 'nl', ...more })[0];
const hears = () => says('show-understanding', { concerns: ['not-called'] });
const whatIsLeftOf = (...events: Parameters<typeof talk>[1]) =>
  beforeOf(talk(scenario, [...events, { type: 'teacher-stopped' }]));

function sums({ prologue, start }: Rehearsal): void {
  const usual = scenario.persona.start;
  for (const variable of ['tension', 'trust', 'face', 'agency', 'clarity'] as const) {
    const sum = prologue.reduce((total, { delta }) => total + (delta[variable] ?? 0), usual[variable]);
    expect(start[variable]).toBe(sum);
  }
}

describe('the next talk with the same parent', () => {
  it('starts worse after a promise that nobody can keep, and says so with the words', () => {
    const next = begin({
      before: whatIsLeftOf(hears(), says('overpromise', { utterance: 'Dit gebeurt nooit meer.' })),
    });

    const line = next.prologue.find(({ weight }) => weight === 'follow-up-broken-promise');
    expect(line).toMatchObject({ quote: 'Dit gebeurt nooit meer.', delta: { tension: 10, trust: -20 } });
    expect(next.start.trust).toBeLessThan(begin().start.trust);
    sums(next);
  });

  it('opens with what came of the last one', () => {
    const next = begin({ before: whatIsLeftOf(says('overpromise')) });

    expect(next.opening.text).toContain('Het was weer raak.');
    expect(next.before?.promisedBeyond).toHaveLength(1);
  });

  it('opens as the first did when the parent has no words for it', () => {
    expect(begin({ before: whatIsLeftOf(says('be-reachable')) }).opening.lines).toEqual(begin().opening.lines);
  });

  it('starts calmer when contact was offered', () => {
    const next = begin({ before: whatIsLeftOf(says('be-reachable')) });

    expect(next.start.tension).toBeLessThan(begin().start.tension);
    sums(next);
  });

  it('need not hear again what was heard, except what it is really about', () => {
    const before = whatIsLeftOf(hears(), says('show-understanding', { concerns: ['cries'] }), says('be-reachable'));

    expect(begin({ before }).start.heard).toEqual(['cries']);
  });

  it('starts unheard when the parent had walked out', () => {
    const before = {
      ...whatIsLeftOf(hears(), says('show-understanding', { concerns: ['cries'] })),
      ended: 'parent-left' as const,
    };

    expect(followUpsOf(before)).toEqual(['left']);
    expect(begin({ before }).start.heard).toEqual([]);
  });

  it('never starts so tense that the parent is about to leave', () => {
    const before = { ...whatIsLeftOf(says('overpromise')), ended: 'parent-left' as const, tension: 100, trust: 0 };

    const next = begin({ before, difficulty: 'hard' });

    expect(next.start.tension).toBeLessThan(scenario.persona.limit);
    sums(next);
  });
});

describe('a level of difficulty', () => {
  const tensionAfter = (difficulty: Begin['difficulty'], move: 'minimise' | 'show-understanding') => {
    const begun = begin(difficulty === undefined ? {} : { difficulty });
    const [next] = transition(scenario, begun, says(move, { concerns: ['not-called'] }));
    return (next.turns[0]?.state.tension ?? 0) - begun.start.tension;
  };

  it('moves the start, with a ledger line for it', () => {
    const hard = begin({ difficulty: 'hard' });

    expect(hard.prologue.map(({ weight }) => weight)).toEqual(['difficulty-hard']);
    expect(hard.start.tension).toBe(begin().start.tension + 10);
    sums(hard);
  });

  it('makes harm count more and good count less when hard', () => {
    expect(tensionAfter('hard', 'minimise')).toBe(20);
    expect(tensionAfter('hard', 'show-understanding')).toBe(-5);
  });

  it('makes harm count less and good count more when gentle', () => {
    expect(tensionAfter('gentle', 'minimise')).toBe(5);
    expect(tensionAfter('gentle', 'show-understanding')).toBe(-15);
  });

  it('leaves the parent as written when nothing is chosen', () => {
    expect(begin().prologue).toEqual([]);
    expect(tensionAfter(undefined, 'minimise')).toBe(10);
  });

  it('stays with the talk when it is taken back', () => {
    const [back] = transition(scenario, begin({ difficulty: 'hard' }), { type: 'teacher-rewound', to: 0 });

    expect(back.difficulty).toBe('hard');
  });
});

describe('a timed talk', () => {
  const at = (seconds: number, move: Parameters<typeof says>[0] = 'name-expertise') => ({ ...says(move), seconds });

  it('ends with the sentence at which the time is up', () => {
    const begun = begin({ minutes: 3 });

    const [going] = transition(scenario, begun, at(100));
    const [over, effects] = transition(scenario, going, at(180));

    expect(going.phase).toBe('talking');
    expect(over).toMatchObject({ phase: 'ended', ended: 'time-is-up' });
    expect(effects.at(-1)).toEqual({ type: 'open-debrief', reason: 'time-is-up' });
  });

  it('ends in agreement rather than by the bell when goodbye was said in time for it', () => {
    const [over] = transition(scenario, begin({ minutes: 3 }), { ...says([], { kind: 'farewell' }), seconds: 200 });

    expect(over.ended).toBe('parted');
  });

  it('knows no end of time without a clock', () => {
    const [next] = transition(scenario, begin(), at(9999));

    expect(next.phase).toBe('talking');
  });
});
