import { describe, expect, it } from '@jest/globals';
import type { Weight } from '../../../content/schema/weight.ts';
import { says } from './testReading.ts';
import { testScenario, withPersona } from './testScenario.ts';
import { lastTurn, stateOf, talk } from './testTalk.ts';
import { testWeights } from './testWeights.ts';

const scenario = testScenario();
const aboutCalling = { concerns: ['not-called'] };

describe('a concern is heard', () => {
  it('when the teacher names it', () => {
    const { state, ledger } = lastTurn(talk(scenario, [says('show-understanding', aboutCalling)]));

    expect(state).toMatchObject({ heard: ['not-called'], tension: 50, trust: 46 });
    expect(ledger).toMatchObject([{ weight: 'specific', heard: 'not-called', delta: { tension: -10, trust: 6 } }]);
  });

  it('when the teacher names the feeling while it is on the table', () => {
    const next = talk(scenario, [says('show-understanding', { namesFeeling: true })]);

    expect(stateOf(next).heard).toEqual(['not-called']);
  });

  it("in the teacher's own words, while it is on the table", () => {
    const next = talk(scenario, [says('show-understanding', { ownWords: true })]);

    expect(stateOf(next).heard).toEqual(['not-called']);
  });

  it('when the teacher owns up to the very thing', () => {
    const owning = says('clear-honest-realistic', { ...aboutCalling, signs: ['owning-up'] });

    expect(stateOf(talk(scenario, [owning])).heard).toEqual(['not-called']);
  });

  it('together with others that the same words acknowledge', () => {
    const next = talk(scenario, [
      says('ask-open-question', { asks: true, facts: ['evenings'] }),
      says('show-understanding', { concerns: ['cries', 'not-called'] }),
    ]);

    expect(stateOf(next).heard).toEqual(['cries', 'not-called']);
    expect(lastTurn(next).ledger.map(({ delta }) => delta)).toEqual([{ tension: -10, trust: 6 }, {}]);
  });

  it('and comes up by it, when the teacher is first to name it', () => {
    const next = talk(scenario, [says('show-understanding', { concerns: ['cries'] })]);

    expect(stateOf(next)).toMatchObject({ heard: ['cries'], raised: ['not-called', 'cries'] });
  });

  it.each([
    ['"I understand" and no more', says('show-understanding')],
    ['a question about it', says('ask-open-question', { ...aboutCalling, asks: true })],
    ['a guess at what is still hidden', says('show-understanding', { concerns: ['own-fault'] })],
  ])('but not by %s', (_, event) => {
    expect(stateOf(talk(scenario, [event])).heard).toEqual([]);
  });

  it('but not by words that were said before', () => {
    const same = { utterance: 'Ik hoor hoe boos u bent', namesFeeling: true };

    const next = talk(scenario, [says('show-understanding', same), says('show-understanding', same)]);

    expect(stateOf(next).heard).toEqual(['not-called']);
    expect(lastTurn(next).ledger[0]).toMatchObject({ weight: 'same', delta: { tension: 4, trust: -4 } });
  });
});

describe('the ledger', () => {
  it('keeps a line for understanding that changed nothing', () => {
    const { ledger } = lastTurn(talk(scenario, [says('show-understanding', { utterance: 'Ik begrijp het.' })]));

    expect(ledger[0]).toMatchObject({ weight: 'bare', delta: {}, quote: 'Ik begrijp het.', tip: 'show-understanding' });
  });

  it('holds only what really changed at the bounds', () => {
    const tense = withPersona({ start: { tension: 97, trust: 3, face: 50, agency: 50, clarity: 50 }, limit: 100 });

    const { ledger } = lastTurn(talk(tense, [says('minimise')]));

    expect(ledger[0]?.delta).toEqual({ tension: 3, trust: -3 });
  });

  it('has one line for a move that is made twice in a sentence', () => {
    const { ledger } = lastTurn(talk(scenario, [says(['minimise', 'minimise'])]));

    expect(ledger).toHaveLength(1);
  });

  it('says when the teacher did not take up what was said', () => {
    const { ledger } = lastTurn(talk(scenario, [says([])]));

    expect(ledger).toMatchObject([{ trigger: 'nothing-acknowledged', delta: { tension: 3 } }]);
  });
});

describe('the order of moves', () => {
  it('makes an appeal before hearing sound like blame', () => {
    const { ledger } = lastTurn(talk(scenario, [says('appeal-responsibility')]));

    expect(ledger[0]).toMatchObject({ weight: 'appeal-early', delta: { tension: 6, face: -6 } });
  });

  it('takes an invitation to tell for no appeal', () => {
    const { ledger } = lastTurn(talk(scenario, [says('appeal-responsibility', { asks: true, topic: 'invitation' })]));

    expect(ledger.map(({ weight }) => weight)).not.toContain('appeal-early');
  });

  it('lets an appeal in the same breath as hearing give a say', () => {
    const { ledger } = lastTurn(talk(scenario, [says(['show-understanding', 'appeal-responsibility'], aboutCalling)]));

    expect(ledger.map(({ weight }) => weight)).toEqual(['specific', 'appeal']);
  });

  it('makes a third question in a row a burden', () => {
    const ask = () => says('ask-open-question', { asks: true });

    const next = talk(scenario, [ask(), ask(), ask()]);

    expect(lastTurn(next).ledger[0]?.weight).toBe('third-question');
  });

  it('lets understanding in between make room for questions again', () => {
    const ask = () => says('ask-open-question', { asks: true });

    const next = talk(scenario, [ask(), ask(), says('show-understanding', aboutCalling), ask()]);

    expect(lastTurn(next).ledger[0]?.weight).toBe('question');
  });
});

describe('a helping move that brings nothing new', () => {
  it('does less each time, and at last does harm', () => {
    const next = talk(
      scenario,
      Array.from({ length: 4 }, () => says('name-expertise')),
    );

    const gains = next.turns.map(({ ledger }) => ledger[0]?.delta.trust ?? 0);
    expect(gains).toEqual([4, 2, 0, -2]);
  });

  it('is as good as new when it makes another concern heard', () => {
    const next = talk(scenario, [
      says('show-understanding', aboutCalling),
      says('show-understanding', { concerns: ['cries'] }),
    ]);

    expect(lastTurn(next).ledger[0]?.delta.tension).toBe(-10);
  });

  it('wears off, while the harm of a move to avoid does not', () => {
    const next = talk(withPersona({ limit: 100 }), [says('defensive'), says('defensive'), says('defensive')]);

    expect(next.turns.map(({ ledger }) => ledger[0]?.delta.trust)).toEqual([-6, -6, -6]);
  });
});

describe('a person', () => {
  it('is touched more by what they are sensitive to', () => {
    const { ledger } = lastTurn(talk(withPersona({ sensitivity: { minimise: 1.5 } }), [says('minimise')]));

    expect(ledger[0]?.delta).toEqual({ tension: 15, trust: -12 });
  });

  it('who recovers slowly calms less, and trusts as before', () => {
    const { ledger } = lastTurn(talk(withPersona({ recovery: 0.5 }), [says('show-understanding', aboutCalling)]));

    expect(ledger[0]?.delta).toEqual({ tension: -5, trust: 6 });
  });
});

describe('relief', () => {
  const calm = withPersona({ start: { tension: 20, trust: 50, face: 50, agency: 50, clarity: 50 }, baseline: 50 });

  it('fades towards the baseline when nothing good was done', () => {
    const { ledger } = lastTurn(talk(calm, [says('show-understanding')]));

    expect(ledger).toMatchObject([{ weight: 'bare' }, { weight: 'decay', quote: '', delta: { tension: 15 } }]);
  });

  it('stays in a turn that did good', () => {
    const { ledger } = lastTurn(talk(calm, [says('name-expertise')]));

    expect(ledger.map(({ weight }) => weight)).toEqual(['expertise']);
  });

  it('stays once everything has been heard', () => {
    const next = talk(calm, [
      says('show-understanding', { concerns: ['not-called', 'cries'] }),
      says('show-understanding', { concerns: ['own-fault'] }),
      says([]),
    ]);

    expect(lastTurn(next).ledger.map(({ weight }) => weight)).toEqual(['ignored']);
  });
});

describe('a promise', () => {
  it('within reach is kept in mind', () => {
    const next = talk(scenario, [says('clear-honest-realistic', { utterance: 'Ik bel u vrijdag.' })]);

    expect(stateOf(next).promises).toEqual([{ turn: 1, quote: 'Ik bel u vrijdag.', reach: 'own', cameBack: false }]);
  });

  it('beyond influence calms, and comes back two or three turns later', () => {
    const next = talk(scenario, [says('overpromise'), says('defensive'), says('defensive'), says('name-expertise')]);

    const back = next.turns.filter(({ ledger }) => ledger.some(({ weight }) => weight === 'promise-back'));
    expect(next.turns[0]?.ledger[0]?.delta).toEqual({ tension: -6 });
    expect(back).toHaveLength(1);
    expect([3, 4]).toContain(back[0]?.number);
    expect(back[0]?.reply.lines).toContain('promise-back');
    expect(stateOf(next).promises).toMatchObject([{ reach: 'beyond', cameBack: true }]);
  });

  it('beyond influence comes back at once when the teacher says goodbye', () => {
    const { ledger } = lastTurn(talk(scenario, [says('overpromise'), says([], { kind: 'farewell' })]));

    expect(ledger).toMatchObject([{ weight: 'promise-back', delta: { tension: 8, trust: -20 } }]);
  });

  it('in the same words is no second promise', () => {
    const same = { utterance: 'Ik bel u vrijdag om vier uur' };

    const next = talk(scenario, [says('be-reachable', same), says('be-reachable', same)]);

    expect(stateOf(next).promises).toHaveLength(1);
  });
});

describe('the rules', () => {
  it('can count how often a move was made in the same way', () => {
    const bare = testWeights.weights.find(({ id }) => id === 'bare');
    const again = bare && { ...bare, id: 'bare-again', when: { specific: false, timesBefore: { min: 1 } } };
    const scenarioWithRule = testScenario({
      weights: { ...testWeights, weights: [...(again ? [again] : []), ...testWeights.weights] },
    });
    const specific = says('show-understanding', aboutCalling);

    const once = talk(scenarioWithRule, [specific, says('show-understanding')]);
    const twice = talk(scenarioWithRule, [specific, says('show-understanding'), says('show-understanding')]);

    expect(lastTurn(once).ledger[0]?.weight).toBe('bare');
    expect(lastTurn(twice).ledger[0]?.weight).toBe('bare-again');
  });

  it('can tell understanding of what is still locked from a bare formula', () => {
    const bare = testWeights.weights.find(({ id }) => id === 'bare');
    const ahead = bare && { ...bare, id: 'ahead', when: { specific: false, ahead: true } };
    const weights = { ...testWeights, weights: [...(ahead ? [ahead] : []), ...testWeights.weights] };
    const scenarioWithRule = testScenario({ weights });

    const ofTheLocked = talk(scenarioWithRule, [says('show-understanding', { concerns: ['own-fault'] })]);
    const ofNothing = talk(scenarioWithRule, [says('show-understanding')]);

    expect(lastTurn(ofTheLocked).ledger[0]).toMatchObject({ weight: 'ahead', heard: null });
    expect(lastTurn(ofNothing).ledger[0]?.weight).toBe('bare');
  });

  it('can hold for a way of talking that is not in one room', () => {
    const rule = testWeights.weights.find(({ id }) => id === 'reachable');
    const onPaper = rule && { ...rule, id: 'in-writing', when: { written: true } };
    const weights = { ...testWeights, weights: [...(onPaper ? [onPaper] : []), ...testWeights.weights] };

    const byApp = talk(testScenario({ weights, setting: 'app' }), [says('be-reachable')]);
    const inRoom = talk(testScenario({ weights, setting: 'room' }), [says('be-reachable')]);

    expect(lastTurn(byApp).ledger[0]?.weight).toBe('in-writing');
    expect(lastTurn(inRoom).ledger[0]?.weight).toBe('reachable');
  });
});

describe('honesty', () => {
  const limit = rule('limit', { on: 'sign:limit', delta: { tension: 1, trust: 3 } });
  const owned = rule('owned', { on: 'sign:owning-up', delta: { tension: -4, trust: 5 } });
  const backed = rule('taken-back', {
    on: 'sign:taking-back',
    when: { promised: true },
    delta: { tension: 2, trust: 3 },
  });
  const honest = testScenario({ weights: { ...testWeights, weights: [limit, owned, backed, ...testWeights.weights] } });

  it.each([
    ['an apology', 'owning-up', 'owned'],
    ['a limit', 'limit', 'limit'],
  ] as const)('that is %s has a rule of its own, and promises nothing', (_, sign, weight) => {
    const next = talk(honest, [says('clear-honest-realistic', { signs: [sign] })]);

    expect(lastTurn(next).ledger.map((line) => line.weight)).toEqual([weight]);
    expect(stateOf(next).promises).toEqual([]);
  });

  it('may own up and agree in one breath', () => {
    const next = talk(honest, [says('clear-honest-realistic', { signs: ['owning-up', 'agreement'] })]);

    expect(lastTurn(next).ledger.map(({ weight }) => weight)).toEqual(['honest', 'owned']);
    expect(stateOf(next).promises).toMatchObject([{ reach: 'own' }]);
  });

  it('takes back a promise beyond influence, which then does not come back', () => {
    const next = talk(honest, [
      says('overpromise'),
      says('clear-honest-realistic', { signs: ['taking-back'] }),
      says('name-expertise'),
      says('name-expertise'),
      says('name-expertise'),
    ]);

    expect(next.turns[1]?.ledger.map(({ weight }) => weight)).toEqual(['taken-back']);
    expect(next.turns.flatMap(({ ledger }) => ledger).map(({ weight }) => weight)).not.toContain('promise-back');
    expect(stateOf(next).promises).toMatchObject([{ reach: 'beyond', takenBack: true }]);
  });

  it('has nothing to take back when nothing was promised', () => {
    const next = talk(honest, [says('clear-honest-realistic', { signs: ['taking-back', 'limit'] })]);

    expect(lastTurn(next).ledger.map(({ weight }) => weight)).toEqual(['limit']);
  });
});

describe('careful wording', () => {
  const open = withPersona({ limit: 100 });

  it('softens the harm of the next turns, and the ledger says so', () => {
    const next = talk(open, [says('name-expertise', { signs: ['receptive'] }), says('minimise')]);

    expect(lastTurn(next).ledger[0]?.delta).toEqual({ tension: 5, trust: -4 });
    expect(lastTurn(next).ledger[0]?.because).toBe('Omdat het zo voelt. Omdat het zo voelt.');
  });

  it('wears off', () => {
    const expert = says('name-expertise');

    const next = talk(open, [says('name-expertise', { signs: ['receptive'] }), expert, expert, says('minimise')]);

    expect(lastTurn(next).ledger[0]?.delta).toEqual({ tension: 10, trust: -8 });
  });
});

describe('doubt about what was said', () => {
  const unsure = (
    move: 'minimise' | 'show-understanding' | 'appeal-responsibility',
    changes: Parameters<typeof says>[1] = aboutCalling,
  ) => {
    const event = says(move, changes);
    return {
      ...event,
      reading: { ...event.reading, moves: event.reading.moves.map((made) => ({ ...made, confidence: 0.5 })) },
    };
  };

  it('never counts against the teacher', () => {
    const { ledger, reply } = lastTurn(talk(scenario, [unsure('minimise')]));

    expect(ledger.map(({ weight }) => weight)).toEqual(['ignored']);
    expect(reply.lines.some((id) => id.startsWith('minimise'))).toBe(false);
  });

  it('takes a question about what the parent knows for no appeal', () => {
    const asked = { asks: true, facts: ['since-when'] };

    const { ledger } = lastTurn(talk(scenario, [unsure('appeal-responsibility', asked)]));

    expect(ledger.map(({ weight }) => weight)).not.toContain('appeal-early');
  });

  it('leaves what helps as it is', () => {
    expect(stateOf(talk(scenario, [unsure('show-understanding')])).heard).toEqual(['not-called']);
  });
});

describe('a plain answer to what the parent asked', () => {
  it('does no harm', () => {
    const answered = rule('answered', {
      on: 'nothing-acknowledged',
      when: { parentAsked: true },
      delta: { clarity: 2 },
    });
    const weights = { ...testWeights, weights: [answered, ...testWeights.weights] };

    const { ledger } = lastTurn(talk(testScenario({ weights }), [says([])]));

    expect(ledger).toMatchObject([{ weight: 'answered', delta: { clarity: 2 } }]);
  });
});

describe('how the parent stands', () => {
  it('can decide which rule holds', () => {
    const judged = rule('judged', { on: 'minimise', when: { face: { max: 30 } }, delta: { tension: 20 } });
    const weights = { ...testWeights, weights: [judged, ...testWeights.weights] };
    const start = { tension: 60, trust: 40, face: 20, agency: 40, clarity: 30 };

    const low = talk(withPersona({ start }, testScenario({ weights })), [says('minimise')]);
    const high = talk(testScenario({ weights }), [says('minimise')]);

    expect(lastTurn(low).ledger[0]?.weight).toBe('judged');
    expect(lastTurn(high).ledger[0]?.weight).toBe('minimise');
  });
});

function rule(id: string, changes: Partial<Weight> & Pick<Weight, 'on' | 'delta'>): Weight {
  const because = { nl: 'Daarom.', en: 'That is why.' };
  return { id, when: {}, hears: false, because, grade: 'C', source: 'expert-consensus', ...changes };
}
