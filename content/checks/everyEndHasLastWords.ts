import { END_REASONS } from '../schema/state.ts';
import type { ContentCheck } from './contentCheck.ts';
import { linesInTalk } from './linesOf.ts';

/** For each way a talk can end, the parent has last words that fit every agenda. */
export const everyEndHasLastWords: ContentCheck = {
  id: 'every-end-has-last-words',
  why: 'The talk would break off without a word.',
  run: (files) =>
    files.scenarios.flatMap((scenario) => {
      const endings = linesInTalk(files, scenario).filter(({ line }) => line.part === 'ending');
      const reasons = END_REASONS.filter(
        (reason) => reason !== 'time-is-up' || scenario.scenario.data.minutes !== undefined,
      );
      return reasons
        .filter((reason) => !endings.some(({ line }) => (line.when.ending ?? reason) === reason))
        .map((reason) => ({
          in: scenario.lines,
          at: ['lines'],
          message: `There are no last words for "${reason}".`,
          fix: `add a line with "part: ending" and "when: { ending: ${reason} }".`,
        }));
    }),
};
