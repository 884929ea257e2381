import type { ContentCheck } from './contentCheck.ts';

/** A parent starts below the tension at which they leave. */
export const personaStaysAtFirst: ContentCheck = {
  id: 'persona-stays-at-first',
  why: 'The parent would leave before the teacher has said a word.',
  run: (files) => [
    ...files.personas.flatMap((persona) => {
      const { limit, start } = persona.data;
      if (limit > start.tension) return [];
      return [{ in: persona, at: ['limit'], ...explain(start.tension, limit) }];
    }),
    ...files.scenarios.flatMap(({ scenario }) => {
      const limit = files.personas.find(({ data }) => data.id === scenario.data.persona)?.data.limit;
      const tension = scenario.data.start.tension;
      if (limit === undefined || tension === undefined || limit > tension) return [];
      return [{ in: scenario, at: ['start', 'tension'], ...explain(tension, limit) }];
    }),
  ],
};

function explain(tension: number, limit: number): { readonly message: string; readonly fix: string } {
  return {
    message: `The start at tension ${tension} is not below the limit of ${limit}.`,
    fix: 'start lower, or raise the limit.',
  };
}
