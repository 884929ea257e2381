import type { ContentCheck } from './contentCheck.ts';

/** For each concern `teacher.yaml` has a sentence in which a good teacher takes it up, and for nothing else. */
export const teacherTakesUpEveryConcern: ContentCheck = {
  id: 'teacher-takes-up-every-concern',
  why: 'The simulated teachers could not show that it can be heard in plain words.',
  run: ({ scenarios }, { scenarioTeachers }) =>
    scenarios.flatMap(({ folder, scenario }) => {
      const teacher = scenarioTeachers.get(folder);
      const known = scenario.data.concerns.map(({ id }) => id);
      const words = Object.keys(teacher?.data.understands ?? {});
      return [
        ...known
          .filter((id) => !words.includes(id))
          .map((id) => ({
            in: scenario,
            at: ['concerns', known.indexOf(id)],
            message: `teacher.yaml has no sentence for "${id}".`,
            fix: `add "${id}" under "understands" in scenarios/${folder}/teacher.yaml, in both languages.`,
          })),
        ...words
          .filter((id) => !known.includes(id))
          .flatMap((id) =>
            teacher
              ? [
                  {
                    in: teacher,
                    at: ['understands', id],
                    message: `There is no concern "${id}".`,
                    fix: `use one of: ${known.join(', ')}.`,
                  },
                ]
              : [],
          ),
      ];
    }),
};
