import { LOCALES } from '../schema/locale.ts';
import type { ContentCheck } from './contentCheck.ts';

const NAMES = ['good', 'mixed', 'poor'] as const;

/** Each scenario has a good, a mixed and a poor golden talk in each language. */
export const goldenTalksAreComplete: ContentCheck = {
  id: 'golden-talks-are-complete',
  why: 'Nobody would notice when this scenario starts to teach the wrong thing.',
  run: ({ scenarios }, { goldenTalks }) =>
    scenarios.flatMap(({ folder, scenario }) =>
      NAMES.flatMap((name) =>
        LOCALES.filter(
          (locale) =>
            !goldenTalks.some((talk) => talk.scenario === folder && talk.name === name && talk.data.locale === locale),
        ).map((locale) => ({
          in: scenario,
          at: ['id'],
          message: `There is no rehearsals/${name}.${locale}.yaml.`,
          fix: 'copy one of "_template" and write six to twelve sentences of a teacher.',
        })),
      ),
    ),
};
