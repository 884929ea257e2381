import { describe, expect, it } from '@jest/globals';
import type { Danger } from '../../../../content/schema/danger.ts';
import { findDanger } from './detector.ts';

const told: readonly (readonly [kind: Danger, words: string])[] = [
  ['threat', 'Een vader zei dat hij me vermoordt.'],
  ['threat', 'He said he would kill me.'],
  ['threat', 'Ik word bedreigd door een ouder.'],
  ['threat', 'A father is at the gate with a knife.'],
  ['threat', 'Een moeder heeft mijn collega in het gezicht geslagen.'],
  ['threat', 'Ik sla u op uw bek.'],
  ['threat', "There's been a bomb threat at school."],
  ['child-safety', 'Papa slaat hem met een riem.'],
  ['child-safety', 'She says grandad touches her down there.'],
  ['child-safety', 'Ik denk dat ze thuis mishandeld wordt.'],
  ['child-safety', 'He gets no food at home and steals sandwiches from the others.'],
  ['child-safety', 'Er is een kleuter weg, we hebben overal gezocht.'],
  ['child-safety', 'Their dad beats their mum.'],
  ['child-safety', 'Hij zit op het dak.'],
  ['self-harm', 'Ik wil dood.'],
  ['self-harm', 'She cuts herself.'],
  ['self-harm', 'Een moeder zei dat ze een eind aan haar leven maakt.'],
  ['self-harm', "They'd be better off without me."],
  ['self-harm', 'Hij wil voor de trein springen.'],
];

const harmless: readonly (readonly [why: string, words: string])[] = [
  ['a way of speaking', 'Ik kan hem wel schieten.'],
  ['a way of speaking', 'Die toets was moord.'],
  ['a way of speaking', 'Ze vermoorden me als dit uitlekt.'],
  ['a way of speaking', 'I could murder a cup of tea.'],
  ['a way of speaking', 'They will kill me if this gets out.'],
  ['another meaning of the word', 'Ik sla de vergadering over.'],
  ['another meaning of the word', 'He hit the nail on the head.'],
  ['a playground quarrel', 'Hij sloeg een ander kind.'],
  ['a playground quarrel', 'He kicked a boy at break.'],
  ['bullying', 'Ze wordt al weken gepest en buitengesloten.'],
  ['bullying', 'She is being bullied by three girls.'],
  ['a story', 'In het boek wordt de prins vermoord door zijn broer.'],
  ['an accident', 'Sam had a bruise from the climbing frame.'],
  ['a death in the family', 'Haar opa is vorige maand overleden.'],
  ['a denial', 'Niemand heeft hem geslagen, hij is gestruikeld.'],
  ['an angry parent', 'Vader liep boos weg en sloeg de deur dicht.'],
  ['a thing that is gone', 'Hij is zijn jas kwijt, we hebben overal gezocht.'],
];

describe('danger', () => {
  it.each(told)('is found, as %s, in: %s', (kind, words) => {
    expect(findDanger(words)?.kind).toBe(kind);
  });

  it.each(harmless)('is not seen in %s: %s', (_, words) => {
    expect(findDanger(words)).toBeNull();
  });

  it('names the words that tell of it, and why', () => {
    const text = 'Goed dat u er bent. Ik word bedreigd door een vader.';

    const found = findDanger(text);

    expect(text.slice(found?.start, found?.end)).toBe('bedreigd');
    expect(found?.why).toBe('Iemand wordt bedreigd.');
  });

  it('is found with slips of the finger, without capitals or marks', () => {
    expect(findDanger('volgens mij word ze mishandelt thuis')?.kind).toBe('child-safety');
    expect(findDanger('im being threatend by a parent')?.kind).toBe('threat');
  });

  it('is found in either language, whatever language the talk is in', () => {
    expect(findDanger('Sorry, ik weet even niet meer. I want to die.')?.kind).toBe('self-harm');
  });

  it('is found at the end of a long message', () => {
    const text = `${'Het was een gewone dag op school. '.repeat(80)}Ik wil dood.`;

    expect(findDanger(text)?.kind).toBe('self-harm');
  });

  it('is not found in nothing, and in no text whatever does looking for it fail', () => {
    expect(findDanger('')).toBeNull();
    expect(findDanger('😀 … ((([[[ <b> ')).toBeNull();
    expect(() => findDanger('\uD800 a\u0000b '.repeat(2000))).not.toThrow();
  });
});
