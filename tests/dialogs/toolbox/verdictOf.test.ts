import { describe, expect, it } from '@jest/globals';
import type { ToolAnswers } from '../../../dialogs/toolbox/toolAnswers.ts';
import { verdictOf } from '../../../dialogs/toolbox/verdictOf.ts';

const UNKNOWN = ['unsure', undefined];

function answers(repeated?: string, onPurpose?: string, defend?: string): ToolAnswers {
  const given = { repeated, 'on-purpose': onPurpose, defend };
  return Object.fromEntries(
    Object.entries(given).flatMap(([id, choice]) => (choice ? [[id, { words: choice, choice }]] : [])),
  );
}

describe('the sorter', () => {
  it('calls it bullying only when all three marks are there', () => {
    expect(verdictOf(answers('yes', 'yes', 'no'))).toBe('bullying');
    for (const other of [answers('no', 'yes', 'no'), answers('yes', 'no', 'no'), answers('yes', 'yes', 'yes')]) {
      expect(verdictOf(other)).not.toBe('bullying');
    }
  });

  it('never calls it bullying while one mark is not known', () => {
    for (const unknown of UNKNOWN) {
      expect(verdictOf(answers(unknown, 'yes', 'no'))).toBe('unclear');
      expect(verdictOf(answers('yes', unknown, 'no'))).toBe('unclear');
      expect(verdictOf(answers('yes', 'yes', unknown))).toBe('unclear');
    }
  });

  it('tells teasing by children who are a match for each other', () => {
    expect(verdictOf(answers('yes', 'yes', 'yes'))).toBe('teasing');
    expect(verdictOf(answers('yes', 'no', 'yes'))).toBe('teasing');
  });

  it('tells a quarrel by children who are a match, and no long history', () => {
    expect(verdictOf(answers('no', 'yes', 'yes'))).toBe('quarrel');
  });

  it('leaves teasing or a quarrel open when nobody knows how often', () => {
    for (const unknown of UNKNOWN) expect(verdictOf(answers(unknown, 'yes', 'yes'))).toBe('equal');
  });

  it('has a word of its own for what hurts once, or without meaning to', () => {
    expect(verdictOf(answers('no', 'yes', 'no'))).toBe('once');
    expect(verdictOf(answers('yes', 'no', 'no'))).toBe('unmeant');
  });
});
