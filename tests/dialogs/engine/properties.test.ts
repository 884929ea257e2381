import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { QUESTION_TOPICS } from '../../../content/schema/hearing.ts';
import { MOVES, type Move, POSITIVE_MOVES } from '../../../content/schema/move.ts';
import type { Scenario } from '../../../content/schema/scenario.ts';
import { SIGNS } from '../../../content/schema/sign.ts';
import { UTTERANCE_KINDS } from '../../../content/schema/state.ts';
import { heatOf } from '../../../dialogs/engine/heatOf.ts';
import { makeDebrief } from '../../../dialogs/engine/makeDebrief.ts';
import type { Reading } from '../../../dialogs/engine/reading.ts';
import type { LedgerLine, Rehearsal } from '../../../dialogs/engine/rehearsal.ts';
import { transition } from '../../../dialogs/engine/transition.ts';
import { VARIABLES, valuesOf } from '../../../dialogs/engine/variables.ts';
import { replay } from './replay.ts';
import { expert, hold } from './simulatedTeachers.ts';
import { allScenarios } from './testContent.ts';
import { stateOf } from './testTalk.ts';

const RUNS = { numRuns: 60 };

/** Any reading that the language side could make for this scenario, sensible or not. */
function anyReading({ concerns, facts }: Scenario): fc.Arbitrary<Reading> {
  return fc
    .record({
      utterance: fc.oneof(fc.string({ maxLength: 40 }), fc.constantFrom('Ik begrijp het.', 'Wat merkt u thuis?', '')),
      kind: fc.oneof({ weight: 4, arbitrary: fc.constant('talk' as const) }, fc.constantFrom(...UTTERANCE_KINDS)),
      labels: fc.oneof(
        { weight: 3, arbitrary: fc.uniqueArray(fc.constantFrom<Move[]>(...POSITIVE_MOVES), { maxLength: 3 }) },
        fc.uniqueArray(fc.constantFrom<Move[]>(...MOVES), { maxLength: 3 }),
      ),
      confidence: fc.double({ min: 0.3, max: 1, noNaN: true }),
      concerns: fc.uniqueArray(fc.constantFrom(...concerns.map(({ id }) => id)), { maxLength: 2 }),
      facts: fc.uniqueArray(fc.constantFrom(...facts.map(({ id }) => id)), { maxLength: 2 }),
      namesFeeling: fc.boolean(),
      asks: fc.boolean(),
      topic: fc.option(fc.constantFrom(...QUESTION_TOPICS)),
      signs: fc.uniqueArray(fc.constantFrom(...SIGNS), { maxLength: 2 }),
    })
    .map(({ labels, confidence, ...rest }) => ({
      ...rest,
      locale: 'nl' as const,
      words: rest.utterance.split(' ').length,
      moves: labels.map((move) => ({ move, confidence, start: 0, end: rest.utterance.length, because: 'any' })),
    }));
}

const anySeed = fc.integer({ min: 0, max: 2_147_483_647 });

function anyTalk(scenario: Scenario): fc.Arbitrary<Rehearsal> {
  return fc
    .tuple(fc.array(anyReading(scenario), { maxLength: 30 }), anySeed)
    .map(([readings, seed]) => replay(scenario, { seed, locale: 'nl' }, readings));
}

function readingsOf({ turns }: Rehearsal): readonly Reading[] {
  return turns.map(({ reading }) => reading);
}

function without(reading: Reading, move: Move): Reading {
  return { ...reading, moves: reading.moves.filter((made) => made.move !== move) };
}

describe.each(allScenarios)('any talk in %s', (_, scenario) => {
  it('is the same again for the same words and seed', () => {
    fc.assert(
      fc.property(anyTalk(scenario), (rehearsal) => {
        const again = replay(scenario, { seed: rehearsal.seed, locale: 'nl' }, readingsOf(rehearsal));

        expect(JSON.stringify(again)).toBe(JSON.stringify(rehearsal));
      }),
      RUNS,
    );
  });

  it('is the same after going back and saying the same', () => {
    fc.assert(
      fc.property(anyTalk(scenario), fc.nat(30), (rehearsal, to) => {
        const [back] = transition(scenario, rehearsal, { type: 'teacher-rewound', to });
        const left = rehearsal.turns.slice(back.turns.length);
        const again = left.reduce<Rehearsal>(
          (talk, { reading }) => transition(scenario, talk, { type: 'teacher-spoke', reading })[0],
          back,
        );

        expect({ ...again, tries: rehearsal.tries }).toEqual(rehearsal);
      }),
      RUNS,
    );
  });

  it('has a state that is the start and the sum of its ledger', () => {
    fc.assert(
      fc.property(anyTalk(scenario), (rehearsal) => {
        const ledger: readonly LedgerLine[] = rehearsal.turns.flatMap((turn) => turn.ledger);
        const state = stateOf(rehearsal);

        for (const variable of VARIABLES) {
          const sum = ledger.reduce((total, { delta }) => total + (delta[variable] ?? 0), rehearsal.start[variable]);
          expect(sum).toBe(state[variable]);
        }
        expect(ledger.flatMap(({ heard }) => heard ?? [])).toEqual(state.heard);
        expect(Object.values(valuesOf(state)).every((value) => value >= 0 && value <= 100)).toBe(true);
      }),
      RUNS,
    );
  });

  it('repeats no line, and always gets an answer', () => {
    fc.assert(
      fc.property(anyTalk(scenario), ({ opening, turns }) => {
        const said = [opening, ...turns.map(({ reply }) => reply)].flatMap(({ lines }) => lines);

        expect(new Set(said).size).toBe(said.length);
        expect(turns.every(({ reply }) => reply.text.length > 0)).toBe(true);
      }),
      RUNS,
    );
  });

  it('uses no line that it has not unlocked', () => {
    const lineOf = (id: string) => scenario.lines.find((line) => line.id === id);
    fc.assert(
      fc.property(anyTalk(scenario), ({ turns, start }) => {
        for (const [index, { reply, state }] of turns.entries()) {
          const before = turns[index - 1]?.state ?? start;
          for (const line of reply.lines.flatMap((id) => lineOf(id) ?? [])) {
            const fact = scenario.facts.find(({ id }) => id === line.tells);
            const concern = scenario.concerns.find(({ id }) => id === line.raises);
            const isNew = concern !== undefined && !before.raised.includes(concern.id);

            expect(state.trust).toBeGreaterThanOrEqual(fact?.trust ?? 0);
            if (!isNew || !concern.hidden) continue;
            expect(state.trust).toBeGreaterThanOrEqual(concern.opens.trust);
            expect(state.heard.length).toBeGreaterThanOrEqual(concern.opens.heard);
          }
        }
      }),
      RUNS,
    );
  });

  it('hears only what has come up, and raises only what is on the agenda', () => {
    fc.assert(
      fc.property(anyTalk(scenario), (rehearsal) => {
        const { heard, raised } = stateOf(rehearsal);
        const agenda = scenario.agendas.find(({ id }) => id === rehearsal.agenda);

        expect(raised).toEqual(expect.arrayContaining([...heard]));
        expect(agenda?.concerns).toEqual(expect.arrayContaining([...raised]));
        expect(new Set(heard).size).toBe(heard.length);
      }),
      RUNS,
    );
  });

  it('ends no later than its last turn, and never agreed on the impossible', () => {
    fc.assert(
      fc.property(anyTalk(scenario), (rehearsal) => {
        const beyond = stateOf(rehearsal).promises.some(
          ({ reach, takenBack }) => reach === 'beyond' && takenBack !== true,
        );

        expect(rehearsal.turns.length).toBeLessThanOrEqual(scenario.maxTurns);
        expect(rehearsal.ended === 'agreed' && beyond).toBe(false);
      }),
      RUNS,
    );
  });

  it('sounds as heated as it is, or one step away', () => {
    const heats = ['cool', 'warm', 'hot'];
    fc.assert(
      fc.property(anyTalk(scenario), ({ turns }) => {
        for (const { reply, state } of turns) {
          for (const { when } of scenario.lines.filter(({ id }) => reply.lines.includes(id))) {
            const steps = (when.heat ?? []).map((heat) =>
              Math.abs(heats.indexOf(heat) - heats.indexOf(heatOf(state.tension))),
            );
            expect(Math.min(...steps, when.heat ? 9 : 0)).toBeLessThanOrEqual(1);
          }
        }
      }),
      RUNS,
    );
  });

  it('can be looked back on', () => {
    fc.assert(
      fc.property(anyTalk(scenario), (rehearsal) => {
        const { tips, curve, ledger } = makeDebrief(scenario, rehearsal);

        expect(tips).toHaveLength(7);
        expect(curve).toHaveLength(rehearsal.turns.length + 1);
        expect(ledger).toHaveLength(rehearsal.turns.flatMap((turn) => turn.ledger).length);
      }),
      RUNS,
    );
  });

  it('ends calmer with understanding than the same talk without it', () => {
    fc.assert(
      fc.property(anySeed, (seed) => {
        const talk = hold(scenario, expert, seed);
        const cold = replay(
          scenario,
          { seed, locale: 'nl' },
          readingsOf(talk).map((reading) => without(reading, 'show-understanding')),
        );

        expect(stateOf(talk).tension).toBeLessThan(stateOf(cold).tension);
      }),
      RUNS,
    );
  });

  it('can come to every concern of the agenda', () => {
    fc.assert(
      fc.property(anySeed, (seed) => {
        const talk = hold(scenario, expert, seed);
        const agenda = scenario.agendas.find(({ id }) => id === talk.agenda);

        expect(stateOf(talk).raised).toContain(agenda?.decisive);
      }),
      RUNS,
    );
  });
});
