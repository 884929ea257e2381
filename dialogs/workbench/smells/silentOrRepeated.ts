import type { Noticed } from '../evidence.ts';
import type { Smell } from './smell.ts';

/** The parent always has words, and never the same twice. */
export const silentOrRepeated: Smell = {
  id: 'silent-or-repeated',
  why: 'The parent would seem to be a machine that ran out of text.',
  find: ({ scenario, evidence: { silent, repeated } }) => {
    const about = { kind: 'scenario', id: scenario.id } as const;
    return [
      ...grouped(silent).map(([said, all]) => ({
        about,
        why: `The parent has nothing to say to "${said}" (${all.length} times; turn ${all[0]?.turn}, seed ${all[0]?.seed}).`,
        fix: 'add reactions that fit it, and some with "again: true" for when all is said.',
      })),
      ...grouped(repeated).map(([said, all]) => ({
        about,
        why: `After "${said}" the parent says again what was said before: ${all[0]?.what}`,
        fix: 'add another line for that moment.',
      })),
    ];
  },
};

function grouped(all: readonly Noticed[]): readonly (readonly [said: string, all: readonly Noticed[]])[] {
  return [...Map.groupBy(all, ({ said }) => said)];
}
