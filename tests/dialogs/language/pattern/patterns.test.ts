import { describe, expect, it } from '@jest/globals';
import { createPatternCompiler } from '../../../../dialogs/language/pattern/compilePatterns.ts';
import { emptyBits, matchAt, setBit, type WordField } from '../../../../dialogs/language/pattern/matchPatterns.ts';
import { createWordKeys } from '../../../../dialogs/language/pattern/wordKeys.ts';
import { tokenize } from '../../../../dialogs/language/tokenize.ts';

const contractions = { "n't": 'not' };
const keys = createWordKeys(
  [
    ['u', 'je', 'ge'],
    ['uw', 'je'],
  ],
  'nl',
);

/** The words that the pattern matches at the earliest place, or null. */
function match(pattern: string, sentence: string): string | null {
  const compiler = createPatternCompiler({
    contractions,
    lists: { feeling: ['boos', 'in de war'], deep: ['<feeling>', 'blij'] },
    keysOf: keys.ofAsked,
  });
  const program = compiler.compile(pattern);
  const tokens = tokenize(sentence, contractions);
  const bits: (Uint32Array | undefined)[] = [];
  tokens.forEach(({ form }, position) => {
    for (const terminal of compiler.terminals.holding(form, keys.ofSpoken(form))) {
      bits[terminal] ??= emptyBits(tokens.length);
      setBit(bits[terminal], position);
    }
  });
  const clauseStarts = emptyBits(tokens.length);
  const clauseEnds = emptyBits(tokens.length);
  setBit(clauseStarts, 0);
  setBit(clauseEnds, tokens.length);
  const field: WordField = { length: tokens.length, bits, terminals: [], clauseStarts, clauseEnds };
  for (let start = 0; start < tokens.length; start += 1) {
    const end = matchAt(program, field, start, tokens.length);
    if (end > 0)
      return tokens
        .slice(start, end)
        .map(({ form }) => form)
        .join(' ');
  }
  return null;
}

describe('a pattern', () => {
  it('matches a word in any form, and an exact word in one', () => {
    expect(match('hoor', 'zij horen het')).toBe('horen');
    expect(match('=hoor', 'zij horen het')).toBeNull();
  });

  it('reads "u" for "je" and "ge", and keeps "uw" apart', () => {
    expect(match('u bent', 'ge bent')).toBe('ge bent');
    expect(match('uw kind', 'je kind')).toBe('je kind');
    expect(match('u', 'uw')).toBeNull();
  });

  it('chooses between alternatives of one word or more', () => {
    expect(match('(heel|erg in) boos', 'ik ben heel boos')).toBe('heel boos');
    expect(match('(heel|erg in) de', 'erg in de war')).toBe('erg in de');
  });

  it('leaves out what stands between square brackets', () => {
    expect(match('ik ben [erg] boos', 'ik ben boos')).toBe('ik ben boos');
  });

  it('skips at most as many words as the gap allows', () => {
    expect(match('u ~2 boos', 'u bent zo boos')).toBe('u bent zo boos');
    expect(match('u ~1 boos', 'u bent zo boos')).toBeNull();
  });

  it('takes lists in lists, with phrases', () => {
    expect(match('u bent <deep>', 'u bent in de war')).toBe('u bent in de war');
  });

  it('looks where a word does not stand', () => {
    expect(match('u !bent', 'u bent')).toBeNull();
    expect(match('u !bent', 'u was')).toBe('u');
  });

  it('knows the start and the end of a clause', () => {
    expect(match('^ boos', 'u bent boos')).toBeNull();
    expect(match('boos $', 'u bent boos')).toBe('boos');
  });

  it('matches what begins alike', () => {
    expect(match('maandag*', 'op maandagochtend')).toBe('maandagochtend');
  });

  it('takes contractions apart', () => {
    expect(match("don't", 'I do not')).toBe('do not');
    expect(match('not', 'I don’t')).toBe('not');
  });

  it.each([
    ['(a|b', 'expected )'],
    ['a)', '")" is not a word'],
    ['(a|)', 'an alternative is empty'],
    ['<nowhere>', 'there is no list <nowhere>'],
    ['~99 a', 'a gap is 1 to 12 words'],
    ['[a]', 'needs at least one word that must be there'],
  ])('that cannot be read says why: %s', (pattern, problem) => {
    expect(() => match(pattern, 'a')).toThrow(problem);
  });
});
