import { describe, expect, it } from '@jest/globals';
import { says } from './testReading.ts';
import { lines, testScenario } from './testScenario.ts';
import { lastTurn, stateOf, talk } from './testTalk.ts';

const plain = testScenario();
const scenario = testScenario({
  lines: [
    ...plain.lines,
    ...lines(
      { id: 'of-child', when: { kind: ['talk'], statement: ['of-child'] }, say: 'Dat zie ik zo voor me.' },
      { id: 'done', when: { kind: ['talk'], statement: ['done'] }, say: 'Dat wist ik nog niet.' },
      { id: 'seen', when: { kind: ['talk'], statement: ['seen'] }, say: 'En dat hoor ik nu?' },
      { id: 'freed', when: { kind: ['talk'], statement: ['freed'] }, say: 'Dat scheelt.' },
      { id: 'own', when: { kind: ['talk'], statement: ['own'] }, say: 'Hm. Nou.' },
      { id: 'school', when: { kind: ['talk'], statement: ['school'] }, say: 'Zo gaat dat hier dus.' },
      { id: 'may-hurt', when: { kind: ['talk'], statement: ['own'], unsure: true }, say: 'O? Is dat zo.' },
      { id: 'hurts', when: { move: ['minimise', 'blame-parent'], unsure: true }, say: 'Dat helpt me nu niet.' },
      {
        id: 'touched',
        when: { kind: ['talk'], touched: true, concern: 'not-called' },
        say: 'Eén telefoontje, ja.',
      },
    ),
  ],
});

type Changes = NonNullable<Parameters<typeof says>[1]>;
const statement = (about: Changes['statement'], changes: Changes = {}) =>
  says([], { words: 8, ...(about && { statement: about }), ...changes });
const sure = (event: ReturnType<typeof says>, confidence: number) => ({
  ...event,
  reading: { ...event.reading, moves: event.reading.moves.map((made) => ({ ...made, confidence })) },
});
const reply = (...events: Parameters<typeof talk>[1]) => lastTurn(talk(scenario, events)).reply.lines;

describe('plain words of which no move is known', () => {
  it('are taken up by what they are about', () => {
    expect(reply(statement('of-child'))).toEqual(['of-child']);
    expect(reply(statement('done'))).toEqual(['done']);
  });

  it('are taken up by the concern in them rather', () => {
    expect(reply(statement('of-child', { concerns: ['not-called'] }))).toEqual(['touched']);
  });

  it('are taken up as kind when they are, whatever concern is in them', () => {
    expect(reply(statement('freed', { concerns: ['not-called'] }))).toEqual(['freed']);
  });

  it('do not count as a statement when they only say yes', () => {
    expect(reply(statement('of-child', { words: 2 }))).not.toContain('of-child');
  });

  it('leave the lead with the teacher, until three replies brought nothing up', () => {
    const spoken = (['of-child', 'done', 'seen', 'own', 'school'] as const).map((about) => statement(about));
    const { turns } = talk(scenario, spoken);

    expect(turns.slice(0, 3).flatMap(({ reply: { lines: said } }) => said)).toEqual(['of-child', 'done', 'seen']);
    expect(turns.slice(3).flatMap(({ reply: { lines: said } }) => said).length).toBeGreaterThan(2);
  });

  it('get words that fit either way when they may hurt, and that is nearly likely', () => {
    const maybe = says('minimise', { words: 8, statement: 'own' });

    expect(reply(sure(maybe, 0.45))).toEqual(['may-hurt']);
    expect(reply(sure(maybe, 0.3))).toEqual(['own']);
  });
});

describe('a bare word of understanding', () => {
  it('is not held against the teacher beside words that are meant well', () => {
    expect(reply(says('show-understanding', { words: 8, statement: 'freed' }))).toEqual(['freed']);
    expect(reply(says('show-understanding', { words: 8, statement: 'own' }))[0]).toMatch(/^formula/);
  });
});

describe('words that hurt', () => {
  it('get an answer that fits any hurt while it is not sure which', () => {
    const blame = says('blame-parent', { words: 8, statement: 'own' });

    expect(reply(sure(blame, 0.6))).toEqual(['hurts']);
  });

  it('get an answer to just that hurt once it is sure', () => {
    expect(reply(sure(says('minimise', { words: 8, statement: 'own' }), 0.9))).toEqual(['minimise-hot']);
  });

  it('do not count beside words that are meant well, unless they surely hurt', () => {
    const kind = says('minimise', { words: 8, statement: 'freed' });
    const talks = [0.6, 0.9].map((confidence) => talk(scenario, [sure(kind, confidence)]));

    expect(talks.map((held) => lastTurn(held).ledger.some(({ move }) => move === 'minimise'))).toEqual([false, true]);
    const [doubted = 0, surely = 0] = talks.map((held) => stateOf(held).tension);
    expect(doubted).toBeLessThan(surely);
  });
});
