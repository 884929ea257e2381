import { describe, expect, it } from '@jest/globals';
import { transition } from '../../../dialogs/engine/transition.ts';
import { says } from './testReading.ts';
import { testScenario, withPersona } from './testScenario.ts';
import { lastTurn, talk } from './testTalk.ts';

const scenario = testScenario();
const hears = () => says('show-understanding', { concerns: ['not-called'] });
const agrees = () => says('clear-honest-realistic');
const offersContact = () => says('be-reachable');
const farewell = () => says([], { kind: 'farewell' });

describe('a turn', () => {
  it('gives the answer, the ledger and no more while the talk goes on', () => {
    const begun = talk(scenario, []);

    const [next, effects] = transition(scenario, begun, hears());

    const { reply, ledger } = lastTurn(next);
    expect(next.phase).toBe('talking');
    expect(effects).toEqual([
      { type: 'parent-says', text: reply.text, turn: 1 },
      { type: 'ledger', turn: 1, lines: ledger },
    ]);
  });

  it('leaves its arguments as they were', () => {
    const begun = talk(scenario, []);
    const before = structuredClone(begun);

    transition(scenario, begun, hears());

    expect(begun).toEqual(before);
  });

  it('is refused on another revision of the scenario', () => {
    const begun = talk(scenario, []);

    expect(() => transition({ ...scenario, revision: 'other' }, begun, hears())).toThrow('not one of other');
  });
});

describe('a talk ends', () => {
  it('when the tension reaches the limit: the parent leaves', () => {
    const touchy = withPersona({ limit: 70 });
    const begun = talk(touchy, []);

    const [next, effects] = transition(touchy, begun, says('minimise'));

    expect(next).toMatchObject({ phase: 'ended', ended: 'parent-left' });
    expect(lastTurn(next).reply.lines.at(-1)).toBe('end-left');
    expect(effects.at(-1)).toEqual({ type: 'open-debrief', reason: 'parent-left' });
  });

  it('in agreement when the teacher says goodbye after a plan', () => {
    const ended = talk(scenario, [
      hears(),
      hears(),
      says('show-understanding', { namesFeeling: true }),
      agrees(),
      farewell(),
    ]);

    expect(ended.ended).toBe('agreed');
    expect(lastTurn(ended).reply.text).toBe('Goed. Zo doen we het.');
  });

  it('in agreement by the parent, once nothing is left to say', () => {
    const settled = withPersona({ start: { tension: 40, trust: 50, face: 50, agency: 50, clarity: 50 } });

    const ended = talk(settled, [
      hears(),
      says('show-understanding', { concerns: ['cries'] }),
      says('show-understanding', { concerns: ['own-fault'] }),
      agrees(),
      offersContact(),
    ]);

    expect(ended.ended).toBe('agreed');
  });

  it('in disagreement with a next meeting when contact was offered', () => {
    const wary = testScenario({ good: { trust: 95, tension: 5 } });

    const ended = talk(wary, [hears(), offersContact(), farewell()]);

    expect(ended.ended).toBe('disagreed-and-meet-again');
  });

  it.each([
    ['nothing was offered', [hears(), farewell()]],
    ['nothing was heard', [offersContact(), farewell()]],
    ['trust was lost', [hears(), offersContact(), says('defensive'), says('defensive'), says('defensive'), farewell()]],
    ['the impossible was promised', [hears(), agrees(), offersContact(), says('overpromise'), farewell()]],
  ])('without anything when %s', (_, events) => {
    const patient = withPersona({ limit: 100 });

    expect(talk(patient, events).ended).toBe('parted');
  });

  it('when there are no turns left', () => {
    const ended = talk(
      testScenario({ maxTurns: 6 }),
      Array.from({ length: 6 }, () => says('name-expertise')),
    );

    expect(ended.ended).toBe('out-of-turns');
    expect(lastTurn(ended).reply.text).toContain('Ik moet nu echt weg.');
  });

  it('when the teacher stops, without a word of the parent', () => {
    const [next, effects] = transition(scenario, talk(scenario, [hears()]), { type: 'teacher-stopped' });

    expect(next).toMatchObject({ phase: 'ended', ended: 'stopped' });
    expect(effects).toEqual([{ type: 'open-debrief', reason: 'stopped' }]);
  });

  it('only once: after it nothing that is said has effect', () => {
    const ended = talk(scenario, [hears(), { type: 'teacher-stopped' }]);

    expect(transition(scenario, ended, hears())).toEqual([ended, []]);
    expect(transition(scenario, ended, { type: 'teacher-stopped' })).toEqual([ended, []]);
  });
});

describe('going back', () => {
  const three = talk(scenario, [hears(), says('minimise'), says('defensive')]);

  it('leads to the talk as it stood after that turn', () => {
    const [back, effects] = transition(scenario, three, { type: 'teacher-rewound', to: 1 });

    expect(back.turns).toEqual(three.turns.slice(0, 1));
    expect(effects).toEqual([{ type: 'parent-says', text: three.turns[0]?.reply.text, turn: 1 }]);
  });

  it('to turn 0 is the opening again', () => {
    const [back, effects] = transition(scenario, three, { type: 'teacher-rewound', to: 0 });

    expect({ ...back, tries: [] }).toEqual(talk(scenario, []));
    expect(effects).toEqual([{ type: 'parent-says', text: back.opening.text, turn: 0 }]);
  });

  it('opens a talk that was stopped', () => {
    const stopped = talk(scenario, [hears(), { type: 'teacher-stopped' }]);

    const [back] = transition(scenario, stopped, { type: 'teacher-rewound', to: 1 });

    expect(back).toMatchObject({ phase: 'talking', ended: null });
    expect(back.turns).toHaveLength(1);
  });

  it('never lands on the turn that ended the talk, but just before', () => {
    const ended = talk(scenario, [hears(), says('minimise'), farewell()]);

    const [back] = transition(scenario, ended, { type: 'teacher-rewound', to: 3 });

    expect(back.phase).toBe('talking');
    expect(back.turns).toHaveLength(2);
  });

  it.each([-1, 99, 1.5])('takes %d as the nearest turn there is', (to) => {
    const [back] = transition(scenario, three, { type: 'teacher-rewound', to });

    expect(three.turns).toEqual(expect.arrayContaining([...back.turns]));
  });
});

describe('what was tried before going back', () => {
  const events = [hears(), says('minimise'), says('defensive'), { type: 'teacher-rewound', to: 1 } as const];

  it('is kept with its curve from that turn on and the words', () => {
    const three = talk(scenario, events.slice(0, 3));

    const back = talk(scenario, events);

    const curve = three.turns.map(({ state: { tension, trust } }) => ({ tension, trust }));
    const quotes = three.turns.slice(1).map(({ number, reading }) => ({ turn: number, quote: reading.utterance }));
    expect(back.tries).toEqual([{ from: 1, curve, quotes, ended: null }]);
  });

  it('stays kept while the talk goes on', () => {
    const on = talk(scenario, [...events, hears(), { type: 'teacher-stopped' }]);

    expect(on.tries).toHaveLength(1);
    expect(on.turns).toHaveLength(2);
  });

  it('says how that try had ended', () => {
    const back = talk(scenario, [hears(), farewell(), { type: 'teacher-rewound', to: 1 }]);

    expect(back.tries.at(-1)?.ended).toBe('parted');
  });

  it('holds no more than the last five', () => {
    const again = Array.from({ length: 7 }, () => [hears(), { type: 'teacher-rewound', to: 0 } as const]).flat();

    expect(talk(scenario, again).tries).toHaveLength(5);
  });

  it('is nothing when nothing was taken back', () => {
    const back = talk(scenario, [hears(), { type: 'teacher-stopped' }, { type: 'teacher-rewound', to: 1 }]);

    expect(back.tries).toEqual([]);
  });

  it('comes back byte for byte from the same events', () => {
    expect(JSON.stringify(talk(scenario, events))).toBe(JSON.stringify(talk(scenario, events)));
  });
});
