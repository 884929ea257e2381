import { describe, expect, it } from '@jest/globals';
import type { Reading } from '../../../dialogs/engine/reading.ts';
import { says } from './testReading.ts';
import { lines, testScenario } from './testScenario.ts';
import { lastTurn, talk } from './testTalk.ts';

const both = (text: string) => ({ nl: text, en: text });
const words = (...list: string[]) => ({ nl: list, en: list });
const concern = (id: string, voice?: string) => ({
  id,
  voice,
  name: both(id),
  about: words(id),
  hidden: false,
  opens: { trust: 0, heard: 0 },
});

const alone = testScenario();
const oneSide = {
  id: 'one-side',
  on: 'one-side-taken',
  when: {},
  delta: { tension: 5 },
  hears: false,
  because: both('Je stond aan één kant.'),
  grade: 'C',
  source: 'expert-consensus',
} as const;

/** A mother and a father, each with a concern of their own, and one that they share. */
const scenario = testScenario({
  voices: [
    { id: 'mother', name: both('Moeder'), firstName: 'Ilse', called: words('mevrouw') },
    { id: 'father', name: both('Vader'), firstName: 'Jeroen', called: words('meneer') },
  ],
  concerns: [concern('load', 'mother'), concern('news', 'father'), concern('monday')],
  facts: [{ id: 'sleep', topic: 'home', about: words('slaapt'), trust: 0 }],
  agendas: [
    { id: 'between', why: both('Noor staat ertussen.'), concerns: ['monday', 'load', 'news'], decisive: 'monday' },
  ],
  lines: [
    ...lines(
      { id: 'reply', part: 'opening', voice: 'mother', say: 'Daar gaan we weer.' },
      { id: 'first', part: 'opening', voice: 'father', raises: 'monday', say: 'Elke maandag buikpijn.' },
      { id: 'sleep-m', part: 'answer', tells: 'sleep', voice: 'mother', when: { fact: 'sleep' }, say: 'Bij mij laat.' },
      { id: 'sleep-f', part: 'answer', tells: 'sleep', voice: 'father', when: { fact: 'sleep' }, say: 'Bij mij goed.' },
      { id: 'in-m', part: 'initiative', voice: 'mother', when: { overlooked: ['mother'] }, say: 'En ik dan?' },
      { id: 'in-f', part: 'initiative', voice: 'father', when: { overlooked: ['father'] }, say: 'Ik zit hier ook.' },
      {
        id: 'turned',
        voice: 'father',
        when: { move: ['ask-open-question'], addressed: ['father'] },
        say: 'Mijn kant dan.',
      },
      { id: 'spoken', voice: 'father', when: { kind: ['talk'], addressed: ['father'] }, say: 'Dat is voor mij.' },
      { id: 'bye-f', part: 'ending', voice: 'father', when: { ending: 'parted' }, say: 'Ik ga ook.' },
      { id: 'bye-m', part: 'ending', voice: 'mother', when: { ending: 'parted' }, say: 'Dan ga ik.' },
    ),
    ...alone.lines.filter(({ part, when, raises }) => part === 'reaction' && !when.concern && !raises),
  ],
  weights: { ...alone.weights, weights: [...alone.weights.weights, oneSide] },
});

const hearing = (id: string, changes: Partial<Omit<Reading, 'moves'>> = {}) =>
  says('show-understanding', { concerns: [id], ...changes });
const asking = (addressed: readonly string[]) => says('ask-open-question', { facts: ['sleep'], asks: true, addressed });

describe('a talk with two parents', () => {
  it('is opened by the one who has something, and answered by the other', () => {
    const { opening } = talk(scenario, []);

    expect(opening.text).toBe('Vader: Elke maandag buikpijn.\nMoeder: Daar gaan we weer.');
    expect(opening.parts).toEqual([
      { voice: 'father', name: 'Vader', text: 'Elke maandag buikpijn.' },
      { voice: 'mother', name: 'Moeder', text: 'Daar gaan we weer.' },
    ]);
  });

  it.each([
    ['mother', 'sleep-m', 'Moeder: '],
    ['father', 'sleep-f', 'Vader: '],
  ])('gets its answer from the %s, when the teacher turns there', (voice, line, start) => {
    const { reply } = lastTurn(talk(scenario, [asking([voice])]));

    expect(reply.lines.at(-1)).toBe(line);
    expect(reply.text.startsWith(start)).toBe(true);
  });

  it('gets an answer from each of them, when the teacher asks both', () => {
    const { reply } = lastTurn(talk(scenario, [asking(['mother', 'father'])]));

    expect(reply.lines).toEqual(expect.arrayContaining(['sleep-m', 'sleep-f']));
  });

  it('keeps words for one who is turned to from a question to both', () => {
    const toBoth = talk(scenario, [asking(['mother', 'father'])]);

    expect(lastTurn(toBoth).reply.lines).not.toContain('turned');
  });

  it('has the one who is spoken to answer before anyone goes on', () => {
    const seeds = [1, 2, 3, 4, 5, 6];

    const firstLines = seeds.map(
      (seed) => lastTurn(talk(scenario, [says([], { addressed: ['father'] })], seed)).reply.lines[0],
    );

    expect(new Set(firstLines)).toEqual(new Set(['spoken']));
  });

  it('ends with last words of both, in the order in which they sit', () => {
    const { reply } = lastTurn(talk(scenario, [says([], { kind: 'farewell' })]));

    expect(reply.lines).toEqual(['bye-m', 'bye-f']);
  });

  it('names nobody when the parent is alone', () => {
    const { opening } = talk(alone, []);

    expect(opening).not.toHaveProperty('parts');
    expect(opening.text).toBe('(Ze gaat zitten.) Waarom heeft niemand mij gebeld over Noor?');
  });
});

describe('understanding of one who is called by name', () => {
  const feelingWith = (voice: string) => says('show-understanding', { namesFeeling: true, addressed: [voice] });

  it('is about what weighs on that one, also when something else is on the table', () => {
    const { state } = lastTurn(talk(scenario, [feelingWith('father')]));

    expect(state.heard).toEqual(['news']);
  });

  it('leaves what weighs on the other unheard', () => {
    const { state } = lastTurn(talk(scenario, [hearing('monday'), feelingWith('mother'), feelingWith('mother')]));

    expect(state.heard).not.toContain('news');
  });
});

describe('taking one side', () => {
  const weightsOf = (...events: Parameters<typeof talk>[1]) =>
    lastTurn(talk(scenario, events)).ledger.map(({ weight }) => weight);
  const thanking = (voice: string) => says('appreciate', { addressed: [voice] });

  it('is noticed at the third turn in a row, and the other one speaks up', () => {
    const rehearsal = talk(scenario, [hearing('load'), thanking('mother'), thanking('mother')]);

    expect(lastTurn(rehearsal).ledger.map(({ weight }) => weight)).toContain('one-side');
    expect(lastTurn(rehearsal).reply.parts?.at(-1)).toEqual({
      voice: 'father',
      name: 'Vader',
      text: 'Ik zit hier ook.',
    });
  });

  it('is not noticed before that', () => {
    expect(weightsOf(hearing('load'), thanking('mother'))).not.toContain('one-side');
  });

  it('includes blaming the other', () => {
    const blaming = says('blame-parent', { addressed: ['father'] });

    expect(weightsOf(hearing('load'), thanking('mother'), blaming)).toContain('one-side');
  });

  it.each([
    ['the other is heard in between', hearing('news')],
    ['what weighs on both is heard in between', hearing('monday')],
    ['both are thanked in between', says('appreciate', { addressed: ['mother', 'father'] })],
  ])('begins anew when %s', (_, between) => {
    expect(weightsOf(hearing('load'), thanking('mother'), between, thanking('mother'))).not.toContain('one-side');
  });

  it('does not count turns that take nobody’s part', () => {
    expect(weightsOf(hearing('load'), thanking('mother'), asking(['father']), thanking('mother'))).toContain(
      'one-side',
    );
  });
});
