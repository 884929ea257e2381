/** Groups of children, youngest first: kindergartners in their first and second year, then ages 6 to 8, then 9 and up. */
export const CHILD_GROUPS = ['younger-kindergartners', 'older-kindergartners', 'middle', 'older'] as const;
export type ChildGroup = (typeof CHILD_GROUPS)[number];

/** From which age, in years, a child belongs to a group. */
const FROM_AGE = { older: 9, middle: 6, 'older-kindergartners': 5 } as const;

/** The group of a child of this age, in whole years. */
export function childGroupOf(age: number): ChildGroup {
  if (age >= FROM_AGE.older) return 'older';
  if (age >= FROM_AGE.middle) return 'middle';
  return age >= FROM_AGE['older-kindergartners'] ? 'older-kindergartners' : 'younger-kindergartners';
}
