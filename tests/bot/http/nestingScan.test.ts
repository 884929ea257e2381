import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createNestingScan } from '../../../bot/http/nestingScan.ts';

const holds = (limit: number, ...chunks: readonly string[]) => {
  const scan = createNestingScan(limit);
  return chunks.every((chunk) => scan(Buffer.from(chunk)));
};

describe('the nesting scan', () => {
  it('counts arrays and objects alike', () => {
    expect(holds(3, '[{"a":[]}]')).toBe(true);
    expect(holds(2, '[{"a":[]}]')).toBe(false);
  });

  it('counts how deep, not how many', () => {
    expect(holds(2, `[${'[],'.repeat(1000)}[]]`)).toBe(true);
  });

  it('takes brackets in texts for text', () => {
    expect(holds(1, '["[[[", "\\"[[[", "\\\\"]')).toBe(true);
    expect(holds(1, '["\\\\", []]')).toBe(false);
  });

  it('does not care where the bytes are cut', () => {
    fc.assert(
      fc.property(fc.json(), fc.nat(), (text, seed) => {
        const cut = seed % (text.length + 1);

        expect(holds(2, text.slice(0, cut), text.slice(cut))).toBe(holds(2, text));
      }),
    );
  });
});
