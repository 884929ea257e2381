import { describe, expect, it } from '@jest/globals';
import { pickedItems } from '../../../dialogs/toolbox/pickedItems.ts';

const ITEMS = ['een', 'twee', 'drie', 'vier'];

describe('items picked from a list', () => {
  it.each([
    ['1, 3', ['een', 'drie']],
    ['3 1', ['een', 'drie']],
    ['2 en 4', ['twee', 'vier']],
    ['2 and 4.', ['twee', 'vier']],
    ['4', ['vier']],
  ])('are those of the numbers in “%s”', (answer, picked) => {
    expect(pickedItems(ITEMS, answer)).toEqual(picked);
  });

  it('are all of them when skipped, or when no number fits', () => {
    expect(pickedItems(ITEMS, undefined)).toEqual(ITEMS);
    expect(pickedItems(ITEMS, '9')).toEqual(ITEMS);
  });

  it('are the words themselves when they are no numbers', () => {
    expect(pickedItems(ITEMS, 'Wat deed je om 10 uur?')).toEqual(['Wat deed je om 10 uur?']);
  });
});
