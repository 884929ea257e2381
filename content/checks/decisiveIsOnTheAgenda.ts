import type { ContentCheck } from './contentCheck.ts';

/** The concern that decides is among the concerns that the agenda brings up. */
export const decisiveIsOnTheAgenda: ContentCheck = {
  id: 'decisive-is-on-the-agenda',
  why: 'The parent would hold back an agreement for something that never comes up.',
  run: (files) =>
    files.scenarios.flatMap(({ scenario }) =>
      scenario.data.agendas.flatMap(({ id, concerns, decisive }, index) =>
        concerns.includes(decisive)
          ? []
          : [
              {
                in: scenario,
                at: ['agendas', index, 'decisive'],
                message: `"${decisive}" decides in the agenda "${id}" but is not one of its concerns.`,
                fix: `add "${decisive}" to its concerns, or choose one that is there.`,
              },
            ],
      ),
    ),
};
