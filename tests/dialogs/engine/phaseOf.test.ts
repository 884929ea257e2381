import { describe, expect, it } from '@jest/globals';
import { agendaBySeed } from '../../../dialogs/engine/agendaOf.ts';
import { phaseOf } from '../../../dialogs/engine/phaseOf.ts';
import type { ParentState } from '../../../dialogs/engine/rehearsal.ts';
import { testScenario } from './testScenario.ts';

const scenario = testScenario({ good: { trust: 45, tension: 45 } });
const own = { turn: 1, quote: 'Ik bel u vrijdag.', reach: 'own', cameBack: false } as const;
const beyond = { turn: 1, quote: 'Het stopt.', reach: 'beyond', cameBack: true } as const;

function phase(changes: Partial<ParentState>) {
  const state = {
    tension: 40,
    trust: 50,
    face: 50,
    agency: 50,
    clarity: 50,
    heard: [],
    raised: ['not-called'],
    told: [],
    promises: [],
    ...changes,
  };
  return phaseOf(scenario, agendaBySeed(scenario, 1), state);
}

describe('the phase of a talk', () => {
  it('is opening while only the first concern is there', () => {
    expect(phase({})).toBe('opening');
  });

  it.each([{ told: ['since-when'] }, { raised: ['not-called', 'cries'] }])('is exploring with %j', (state) => {
    expect(phase(state)).toBe('exploring');
  });

  it('is both views once any concern is heard', () => {
    expect(phase({ heard: ['cries'] })).toBe('both-views');
  });

  it.each([{ heard: ['not-called'] }, { heard: ['cries'], promises: [own] }])('is plan with %j', (state) => {
    expect(phase(state)).toBe('plan');
  });

  it('is not plan while the parent is hot', () => {
    expect(phase({ heard: ['not-called'], tension: 70 })).toBe('both-views');
  });

  it('is closing once the decisive concern is heard and there is a promise to keep', () => {
    expect(phase({ heard: ['not-called'], promises: [own] })).toBe('closing');
  });

  it.each([{ tension: 46 }, { trust: 44 }, { promises: [own, beyond] }])('is not closing with %j', (state) => {
    expect(phase({ heard: ['not-called'], promises: [own], ...state })).toBe('plan');
  });
});
