import { describe, expect, it } from '@jest/globals';
import { CHILD_GROUPS, childGroupOf } from '../../../content/schema/childGroup.ts';
import type { Scenario } from '../../../content/schema/scenario.ts';
import { sayingsFor } from '../../../dialogs/rehearse/sayingsFor.ts';
import { content } from '../chat.ts';

const AGE_OF = { 'younger-kindergartners': 4, 'older-kindergartners': 5, middle: 7, older: 11 } as const;

function everyHint(age: number, setting: Scenario['setting'] = 'room'): readonly string[] {
  const child = { name: '{child}', age, group: { nl: 'groep', en: 'group' } };
  return content.tips.flatMap((tip) =>
    (['hot', 'warm', 'cool'] as const).flatMap((heat) =>
      Array.from({ length: 12 }, (_, turn) => sayingsFor(tip, { setting, child }, { heat, locale: 'nl', turn })).flat(),
    ),
  );
}

describe('the sentences of a hint', () => {
  it.each(CHILD_GROUPS)('are never meant for children of another age (%s)', (group) => {
    const hints = everyHint(AGE_OF[group]);

    const others = content.tips
      .flatMap(({ say }) => say)
      .filter((saying) => saying.group && !saying.group.includes(group));
    expect(hints.filter((hint) => others.some(({ text }) => text.nl === hint))).toEqual([]);
  });

  it('are for the door at the door only', () => {
    const atTheDoor = content.tips.flatMap(({ say }) => say).filter(({ situation }) => situation === 'at-the-door');

    const isHinted = (setting: Scenario['setting']) =>
      atTheDoor.filter(({ text }) => everyHint(7, setting).includes(text.nl)).length;

    expect([isHinted('room'), isHinted('phone')]).toEqual([0, 0]);
    expect(isHinted('door')).toBeGreaterThan(0);
  });
});

describe('the group of a child', () => {
  it.each([
    [3, 'younger-kindergartners'],
    [4, 'younger-kindergartners'],
    [5, 'older-kindergartners'],
    [6, 'middle'],
    [8, 'middle'],
    [9, 'older'],
    [12, 'older'],
  ])('follows from the age: %i years is %s', (age, group) => {
    expect(childGroupOf(age)).toBe(group);
  });
});
