import type { ContentCheck } from './contentCheck.ts';
import { linesInTalk } from './linesOf.ts';

/** The parent can bring up every concern, and has something to say once the teacher touches it. */
export const everyConcernCanBeHeard: ContentCheck = {
  id: 'every-concern-can-be-heard',
  why: 'A teacher could do everything right and still miss it.',
  run: (files) =>
    files.scenarios.flatMap((scenario) => {
      const lines = linesInTalk(files, scenario).map(({ line }) => line);
      return scenario.scenario.data.concerns.flatMap(({ id }, index) => {
        const at = ['concerns', index];
        const raised = lines.some(({ raises }) => raises === id);
        const answered = lines.some(({ part, when }) => part === 'reaction' && when.concern === id);
        return [
          ...(raised ? [] : [{ message: `No line raises "${id}".`, fix: `add a line with "raises: ${id}".` }]),
          ...(answered
            ? []
            : [{ message: `No reaction is about "${id}".`, fix: `add one with "when: { concern: ${id} }".` }]),
        ].map((finding) => ({ in: scenario.scenario, at, ...finding }));
      });
    }),
};
