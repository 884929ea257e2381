import { describe, expect, it } from '@jest/globals';
import type { Example } from '../../content/schema/example.ts';
import type { DevelopmentSet } from './readSets.ts';
import { kindOf, writersTogether } from './writersTogether.ts';

const turn = (text: string): Example => {
  return { locale: 'nl', file: '', line: 1, talk: '', text, spans: [], unlike: null };
};
const set = (name: string, ...texts: readonly string[]): DevelopmentSet => {
  return { locale: 'nl', name, turns: texts.map(turn) };
};

describe('sets by several writers', () => {
  it('are put together by kind', () => {
    const sets = [set('talks', 'Dag.'), set('by-label', 'Vertel eens.'), set('talks-2', 'Goh.', 'Tot dan.')];

    const together = writersTogether(sets);

    expect(together).toEqual([set('talks-all', 'Dag.', 'Goh.', 'Tot dan.')]);
  });

  it('stay apart when they are in different languages', () => {
    const sets: readonly DevelopmentSet[] = [set('talks', 'Dag.'), { ...set('talks-2', 'Hello.'), locale: 'en' }];

    const together = writersTogether(sets);

    expect(together).toEqual([]);
  });

  it('are of one kind, apart and together', () => {
    const kinds = ['by-label', 'by-label-2', 'by-label-all'].map(kindOf);

    expect(kinds).toEqual(['by-label', 'by-label', 'by-label']);
  });
});
