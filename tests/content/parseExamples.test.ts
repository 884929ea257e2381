import { describe, expect, it } from '@jest/globals';
import { parseExamples } from '../../content/parseExamples.ts';

const origin = { locale: 'nl', file: 'moves/examples/nl/talks-1.txt' } as const;

/** The one turn in these lines, with the words that each move stands on. */
function turnIn(source: string) {
  const [turn] = parseExamples(source, origin).examples;
  return turn && { ...turn, marked: turn.spans.map(({ move, start, end }) => [move, turn.text.slice(start, end)]) };
}

describe('a line with a labelled turn', () => {
  it('marks the words that carry a move and keeps the rest', () => {
    const turn = turnIn('[show-understanding|Wat naar.] Ik pak even een stoel.');

    expect(turn?.text).toBe('Wat naar. Ik pak even een stoel.');
    expect(turn?.marked).toEqual([['show-understanding', 'Wat naar.']]);
  });

  it('may give the same words two moves', () => {
    const turn = turnIn('[be-reachable,clear-honest-realistic|Ik bel u vrijdag.]');

    expect(turn?.marked).toEqual([
      ['be-reachable', 'Ik bel u vrijdag.'],
      ['clear-honest-realistic', 'Ik bel u vrijdag.'],
    ]);
  });

  it('without marks carries no move', () => {
    const turn = turnIn('De gymles is op dinsdag.');

    expect(turn?.spans).toEqual([]);
    expect(turn?.unlike).toBeNull();
  });

  it('with an exclamation mark in front looks like a move and is not', () => {
    const turn = turnIn('!blame-parent Ik zeg niet dat het aan u ligt.');

    expect(turn?.text).toBe('Ik zeg niet dat het aan u ligt.');
    expect(turn?.unlike).toBe('blame-parent');
  });

  it('belongs to the imagined talk of the heading above it', () => {
    const { examples } = parseExamples('Los.\n# de moeder van Noor\nKom binnen.\n\nGa zitten.', origin);

    expect(examples.map(({ talk }) => talk)).toEqual(['', 'de moeder van Noor', 'de moeder van Noor']);
  });

  it('is known by its file and line, whatever ends the lines', () => {
    const { examples } = parseExamples('# kop\r\n\r\nKom binnen.\r\nGa zitten.\r\n', origin);

    expect(examples.map(({ file, line }) => `${file}:${line}`)).toEqual([`${origin.file}:3`, `${origin.file}:4`]);
  });
});

describe('a line that cannot be read', () => {
  it.each([
    ['a move that there is not', 'Dag.\n[comfort|Wat naar.]', '“comfort” is no move.'],
    ['a hard negative of no move', 'Dag.\n!comfort Wat naar.', '“comfort” is no move.'],
    ['a bracket without an end', 'Dag.\n[minimise|Ach, kom.', 'A bracket is not closed.'],
    ['a bracket within a bracket', 'Dag.\n[minimise|Ach, [deflect|bel maar.]]', 'A bracket is not closed.'],
  ])('is named with its line and a remedy: %s', (_, source, why) => {
    const { examples, problems } = parseExamples(source, origin);

    expect(examples).toHaveLength(1);
    expect(problems).toEqual([{ file: origin.file, line: 2, at: '', why, fix: expect.stringMatching(/^write /) }]);
  });
});
