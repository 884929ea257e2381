import type { Smell } from './smell.ts';

/** Tension changes by steps that have a cause, and the words are never two steps of heat away from it. */
export const emotionJumps: Smell = {
  id: 'emotion-jumps',
  why: 'A teacher cannot learn from a mood that comes out of nowhere.',
  find: ({ scenario, evidence: { jumps, offHeat } }) => [
    ...[...new Map(jumps.map((jump) => [jump.said, jump])).values()].map(({ said, what, turn, seed }) => ({
      about: { kind: 'scenario', id: scenario.id } as const,
      why: `Tension changes by ${what} in one turn after "${said}" (turn ${turn}, seed ${seed}).`,
      fix: 'lower the sensitivity of the persona to these moves.',
    })),
    ...[...new Set(offHeat.map(({ what }) => what))].map((id) => ({
      about: { kind: 'line', id } as const,
      why: `"${id}" is said two steps of heat away from what it is written for.`,
      fix: 'write the same for the heat in between.',
    })),
  ],
};
