import { describe, expect, it } from '@jest/globals';
import type { Agenda } from '../../../content/schema/scenario.ts';
import { startRehearsal } from '../../../dialogs/engine/startRehearsal.ts';
import { testScenario, withPersona } from './testScenario.ts';

const why = { nl: 'Daarom.', en: 'That is why.' };
const agendas: readonly Agenda[] = [
  { id: 'one', why, concerns: ['not-called'], decisive: 'not-called' },
  { id: 'two', why, concerns: ['not-called', 'cries'], decisive: 'cries' },
];

describe('the start of a rehearsal', () => {
  it('is the first line of the parent, as turn 0', () => {
    const [rehearsal, effects] = startRehearsal(testScenario(), { seed: 1, locale: 'nl' });

    const text = '(Ze gaat zitten.) Waarom heeft niemand mij gebeld over Noor?';
    expect(rehearsal).toMatchObject({
      phase: 'talking',
      ended: null,
      turns: [],
      opening: { text, lines: ['opening'] },
    });
    expect(effects).toEqual([{ type: 'parent-says', text, turn: 0 }]);
  });

  it('puts the concern of the first line on the table', () => {
    const [rehearsal] = startRehearsal(testScenario(), { seed: 1, locale: 'nl' });

    expect(rehearsal.start).toMatchObject({ raised: ['not-called'], heard: [], told: [], phase: 'opening' });
  });

  it('takes the values of the persona, with those of the scenario over them', () => {
    const scenario = withPersona(
      { start: { tension: 50, trust: 50, face: 50, agency: 50, clarity: 50 } },
      testScenario({ start: { tension: 72 } }),
    );

    const [rehearsal] = startRehearsal(scenario, { seed: 1, locale: 'nl' });

    expect(rehearsal.start).toMatchObject({ tension: 72, trust: 50 });
  });

  it('picks the agenda by the seed, and every agenda by some seed', () => {
    const scenario = testScenario({ agendas: [...agendas] });
    const agendaOf = (seed: number) => startRehearsal(scenario, { seed, locale: 'nl' })[0].agenda;

    const picked = Array.from({ length: 40 }, (_, seed) => agendaOf(seed));

    expect(picked).toEqual(Array.from({ length: 40 }, (_, seed) => agendaOf(seed)));
    expect(new Set(picked)).toEqual(new Set(['one', 'two']));
  });
});
