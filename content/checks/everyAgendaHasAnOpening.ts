import type { ContentCheck } from './contentCheck.ts';
import { linesInTalk } from './linesOf.ts';

/** Whatever the parent is after, there are first words for it. */
export const everyAgendaHasAnOpening: ContentCheck = {
  id: 'every-agenda-has-an-opening',
  why: 'The parent would start without saying anything.',
  run: (files) =>
    files.scenarios.flatMap((scenario) => {
      const openings = linesInTalk(files, scenario).filter(
        ({ line }) => line.part === 'opening' && line.when.followUp === undefined,
      );
      return scenario.scenario.data.agendas.flatMap(({ id }, index) =>
        openings.some(({ line }) => line.when.agenda?.includes(id) ?? true)
          ? []
          : [
              {
                in: scenario.scenario,
                at: ['agendas', index],
                message: `The agenda "${id}" has no opening.`,
                fix: `add a line with "part: opening" and "when: { agenda: [${id}] }".`,
              },
            ],
      );
    }),
};
