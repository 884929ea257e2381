import { describe, expect, it } from '@jest/globals';
import { idsInTests, readCases, readLeftOut } from './cases.ts';

describe('the list of what must hold', () => {
  const cases = readCases();
  const leftOut = readLeftOut();
  const tested = idsInTests();

  it('is read whole', () => {
    expect(cases).toHaveLength(211);
    expect(cases.every(({ id, input, expected }) => /^[A-Z]\d{2}$/.test(id) && input !== '' && expected !== '')).toBe(
      true,
    );
  });

  it('has for each case a test that carries its id, or a reason why there is none', () => {
    const open = cases.filter(({ id }) => !tested.has(id) && !(id in leftOut)).map(({ id, input }) => `${id} ${input}`);

    expect(open).toEqual([]);
  });

  it('gives no reason for a case that has a test, nor for one that is not on it', () => {
    const known = new Set(cases.map(({ id }) => id));

    expect(Object.keys(leftOut).filter((id) => tested.has(id) || !known.has(id))).toEqual([]);
  });
});
