import type { ContentCheck } from './contentCheck.ts';
import { linesInTalk } from './linesOf.ts';

/** The parent can tell every fact when asked about it. */
export const everyFactHasAnAnswer: ContentCheck = {
  id: 'every-fact-has-an-answer',
  why: 'A question about it would get an answer about something else.',
  run: (files) =>
    files.scenarios.flatMap((scenario) => {
      const told = new Set(linesInTalk(files, scenario).map(({ line }) => line.part === 'answer' && line.tells));
      return scenario.scenario.data.facts.flatMap(({ id }, index) =>
        told.has(id)
          ? []
          : [
              {
                in: scenario.scenario,
                at: ['facts', index],
                message: `No answer tells "${id}".`,
                fix: `add a line with "part: answer" and "tells: ${id}".`,
              },
            ],
      );
    }),
};
