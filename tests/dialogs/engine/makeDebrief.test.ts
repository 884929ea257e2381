import { describe, expect, it } from '@jest/globals';
import type { TipId } from '../../../content/schema/move.ts';
import { makeDebrief } from '../../../dialogs/engine/makeDebrief.ts';
import type { RehearsalEvent } from '../../../dialogs/engine/rehearsal.ts';
import { says } from './testReading.ts';
import { testScenario, withPersona } from './testScenario.ts';
import { talk } from './testTalk.ts';

const scenario = testScenario();
const hears = (utterance = 'Niemand belde u, dat steekt.') =>
  says('show-understanding', { concerns: ['not-called'], utterance });
const debriefAfter = (...events: readonly RehearsalEvent[]) => makeDebrief(scenario, talk(scenario, events));
const tipIn = (debrief: ReturnType<typeof debriefAfter>, tip: TipId) =>
  debrief.tips.find((report) => report.tip === tip);

describe('the debrief', () => {
  it('goes through the seven tips in their order', () => {
    expect(debriefAfter().tips.map(({ tip }) => tip)).toEqual([
      'face-to-face',
      'show-understanding',
      'name-expertise',
      'appeal-to-responsibility',
      'explicit-expectations',
      'clear-honest-realistic',
      'be-reachable',
    ]);
  });

  it('shows the start and every turn in the curve', () => {
    const { curve } = debriefAfter(hears(), says('minimise'));

    expect(curve.map(({ tension }) => tension)).toEqual([60, 50, 60]);
  });

  it('lists the ledger with the turn of each line', () => {
    expect(debriefAfter(hears(), says('minimise')).ledger.map(({ turn, weight }) => [turn, weight])).toEqual([
      [1, 'specific'],
      [2, 'minimise'],
    ]);
  });

  it('names what was never heard, the decisive concern first', () => {
    expect(debriefAfter().neverHeard).toEqual(['not-called', 'cries', 'own-fault']);
    expect(debriefAfter(hears()).neverHeard).toEqual(['cries', 'own-fault']);
  });

  it('finds the turn that changed the tension most', () => {
    const turn = debriefAfter(says('name-expertise'), says('minimise', { utterance: 'Het valt wel mee.' }), hears());

    expect(turn.turningPoint).toEqual({ turn: 2, quote: 'Het valt wel mee.', tension: 10 });
  });

  it('takes hearing a concern for the greatest strength', () => {
    expect(debriefAfter(says('name-expertise'), hears('Dat steekt.')).strength).toEqual({
      tip: 'show-understanding',
      turn: 2,
      quote: 'Dat steekt.',
    });
  });

  it('knows no strength where nothing helped', () => {
    expect(debriefAfter(says('minimise')).strength).toBeNull();
  });

  it('goes back to the sentence that did most harm', () => {
    const debrief = debriefAfter(hears(), says('defensive'), says('minimise', { utterance: 'Het valt wel mee.' }));

    expect(debrief.nextStep).toEqual({ tip: 'show-understanding', turn: 3, quote: 'Het valt wel mee.' });
  });

  it('without harm goes back to the first chance that was missed', () => {
    expect(debriefAfter(hears(), says('clear-honest-realistic')).nextStep).toMatchObject({
      tip: 'name-expertise',
      turn: 2,
    });
  });

  it('puts understanding first for a parent who is hot, whatever the harm was', () => {
    const debrief = debriefAfter(says('deflect', { utterance: 'Daar ga ik niet over.' }));

    expect(debrief.curve.at(-1)?.tension).toBeGreaterThanOrEqual(65);
    expect(debrief.nextStep).toMatchObject({ tip: 'show-understanding', quote: 'Daar ga ik niet over.' });
  });

  it('can be made of a talk in which nothing was said', () => {
    const debrief = debriefAfter({ type: 'teacher-stopped' });

    expect(debrief).toMatchObject({ ended: 'stopped', good: false, turningPoint: null, strength: null, ledger: [] });
    expect(debrief.nextStep).toEqual({ tip: 'be-reachable', turn: 0, quote: '' });
  });

  it('calls a talk that ends in disagreement and a next meeting good', () => {
    const wary = testScenario({ good: { trust: 95, tension: 5 } });
    const ended = talk(wary, [hears(), says('be-reachable'), says([], { kind: 'farewell' })]);

    expect(makeDebrief(wary, ended)).toMatchObject({ ended: 'disagreed-and-meet-again', good: true });
  });
});

describe('a tip in the debrief', () => {
  it('is shown with the words that showed it', () => {
    expect(tipIn(debriefAfter(hears('Dat steekt.')), 'show-understanding')).toMatchObject({
      verdict: 'shown',
      shown: [{ turn: 1, quote: 'Dat steekt.' }],
    });
  });

  it('is not shown by understanding that was only said', () => {
    expect(tipIn(debriefAfter(says('show-understanding')), 'show-understanding')).toMatchObject({
      verdict: 'missed',
      missedAt: 1,
    });
  });

  it('is mixed when it came both ways', () => {
    expect(tipIn(debriefAfter(hears(), says('defensive')), 'show-understanding')?.verdict).toBe('mixed');
  });

  it('counts a promise beyond influence against being realistic, though it calmed', () => {
    expect(tipIn(debriefAfter(says('overpromise')), 'clear-honest-realistic')?.verdict).toBe('against');
  });

  it('counts an appeal that came too early against it', () => {
    expect(tipIn(debriefAfter(says('appeal-responsibility')), 'appeal-to-responsibility')?.verdict).toBe('against');
  });

  it('was not needed when the parent was never ready for it', () => {
    expect(tipIn(debriefAfter(says('defensive')), 'appeal-to-responsibility')?.verdict).toBe('not-needed');
  });

  it('was missed from the turn after the parent was first heard', () => {
    expect(tipIn(debriefAfter(hears(), says('defensive')), 'explicit-expectations')).toMatchObject({
      verdict: 'missed',
      missedAt: 2,
    });
  });

  it('is not missed for meeting, in a talk that is a meeting', () => {
    const byApp = testScenario({ setting: 'app' });

    expect(tipIn(debriefAfter(hears()), 'face-to-face')?.verdict).toBe('not-needed');
    expect(tipIn(makeDebrief(byApp, talk(byApp, [hears()])), 'face-to-face')?.verdict).toBe('missed');
  });
});

describe('the instruments', () => {
  it('set reflections against questions', () => {
    const { instruments } = debriefAfter(
      hears(),
      says('ask-open-question', { asks: true }),
      says('closed-leading-question', { asks: true }),
    );

    expect(instruments).toMatchObject({ turns: 3, reflections: 1, questions: 2, openQuestions: 1 });
    expect(instruments.reflectionsPerQuestion).toBe(0.5);
  });

  it('have no ratio without a question', () => {
    expect(debriefAfter(hears()).instruments.reflectionsPerQuestion).toBeNull();
  });

  it('count advice only until the parent is first acknowledged', () => {
    const { instruments } = debriefAfter(says('premature-advice'), hears(), says('premature-advice'));

    expect(instruments.adviceBeforeAcknowledging).toBe(1);
  });

  it('tell promises within reach from those beyond it', () => {
    const patient = withPersona({ limit: 100 });
    const held = talk(patient, [says('be-reachable'), says('overpromise'), says('clear-honest-realistic')]);

    expect(makeDebrief(patient, held).instruments).toMatchObject({ promisesWithin: 2, promisesBeyond: 1 });
  });

  it('weigh the words of the teacher against those of both', () => {
    const { instruments } = debriefAfter(says('minimise', { words: 1000 }));

    expect(instruments.shareOfWords).toBeGreaterThan(0.9);
    expect(instruments.shareOfWords).toBeLessThan(1);
  });
});
