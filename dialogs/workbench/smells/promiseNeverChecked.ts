import type { Smell } from './smell.ts';

/** A promise that nobody can keep comes back in the same talk, in words. */
export const promiseNeverChecked: Smell = {
  id: 'promise-never-checked',
  why: 'It would teach that a great promise is an easy way out.',
  find: ({ scenario, evidence: { unchecked } }) =>
    [...new Map(unchecked.map((one) => [one.what, one])).values()].slice(0, 3).map(({ turn, seed, what, said }) => ({
      about: { kind: 'scenario', id: scenario.id },
      why: `A promise beyond influence is not taken up by turn ${turn} (seed ${seed}, after "${said}"): ${what}.`,
      fix: 'add initiatives with "when: { promised: true }" that fit each heat.',
    })),
};
