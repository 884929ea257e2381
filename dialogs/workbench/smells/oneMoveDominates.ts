import { meanOf, standingOf } from '../playTeachers.ts';
import type { Smell } from './smell.ts';

/** No move wins by itself, whatever the state; and what scores best every turn does not beat a good talk without being one. */
export const oneMoveDominates: Smell = {
  id: 'one-move-dominates',
  why: 'A teacher would learn a trick instead of a talk.',
  find: ({ scenario, talks, oneTricks, greedy }) => {
    const about = { kind: 'scenario', id: scenario.id } as const;
    const expert = meanOf(talks.filter(({ teacher }) => teacher === 'expert').map(standingOf));
    return [
      ...oneTricks
        .filter(({ good, standing }) => good || standing > expert)
        .map(({ move, standing, good }) => ({
          about,
          why: `Nothing but "${move}", again and again, ends ${good ? 'well' : `at ${standing}, above the expert's ${Math.round(expert)}`}.`,
          fix: `lower the sensitivity of the persona to "${move}", or look at "repetition" in weights.yaml.`,
        })),
      ...(greedy.standing > expert + BETTER_BY && !greedy.good
        ? [
            {
              about,
              why: `Taking what scores best every turn ends at ${greedy.standing} (the expert at ${Math.round(expert)}), and yet not well: the best score is not the best path.`,
              fix: 'look at what "good" asks, and whether the decisive concern can be heard on that path.',
            },
          ]
        : []),
    ];
  },
};

const BETTER_BY = 25;
