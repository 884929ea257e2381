import type { EndReason } from '../../../content/schema/state.ts';
import type { Smell } from './smell.ts';

/** The endings that words alone can bring about. */
const BY_TALKING: readonly EndReason[] = [
  'agreed',
  'disagreed-and-meet-again',
  'parted',
  'parent-left',
  'out-of-turns',
];

/** Every ending is reached, every concern heard and every fact told in some talk. */
export const neverReached: Smell = {
  id: 'never-reached',
  why: 'The author wrote it and no teacher would ever meet it.',
  find: ({ scenario, evidence: { endings, heard, told } }) => [
    ...BY_TALKING.filter((ending) => !endings.has(ending)).map((ending) => ({
      about: { kind: 'scenario', id: scenario.id } as const,
      why: `No talk ended "${ending}".`,
      fix: 'look at the limit of the persona, at "good" and at "maxTurns".',
    })),
    ...scenario.concerns
      .filter(({ id }) => !heard.has(id))
      .map(({ id }) => ({
        about: { kind: 'concern', id } as const,
        why: `The concern "${id}" was heard in no talk.`,
        fix: 'give it a place in an agenda, a line that raises it, and an "opens" within reach.',
      })),
    ...scenario.facts
      .filter(({ id }) => !told.has(id))
      .map(({ id }) => ({
        about: { kind: 'fact', id } as const,
        why: `The fact "${id}" was told in no talk.`,
        fix: 'lower its trust, or let a line with "part: answer" and "tells" fit more moments.',
      })),
  ],
};
