import { GRADES } from '../schema/source.ts';
import type { ContentCheck } from './contentCheck.ts';

/** No weight claims stronger evidence than its source has. */
export const gradesMatchSources: ContentCheck = {
  id: 'grades-match-sources',
  why: 'The debrief would claim more than is known.',
  run: ({ weights, sources }) => {
    if (!weights || !sources) return [];

    const gradeOf = new Map(sources.data.sources.map(({ id, grade }) => [id, grade]));
    return weights.data.weights.flatMap(({ id, grade, source }, index) => {
      const known = gradeOf.get(source);
      if (known === undefined || GRADES.indexOf(grade) >= GRADES.indexOf(known)) return [];
      const message = `"${id}" claims grade ${grade}, and "${source}" has ${known}.`;
      return [
        {
          in: weights,
          at: ['weights', index, 'grade'],
          message,
          fix: `write "grade: ${known}", or name a stronger source.`,
        },
      ];
    });
  },
};
