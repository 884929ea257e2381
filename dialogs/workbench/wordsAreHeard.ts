import { LOCALES } from '../../content/schema/locale.ts';
import type { Scenario } from '../../content/schema/scenario.ts';
import type { ScenarioTeacher } from '../../content/schema/teacher.ts';
import type { Reader } from '../ports.ts';
import type { WorkbenchFinding } from './workbenchFinding.ts';

/** Whether the words with which a good teacher takes up each concern are read as understanding of exactly that. */
export function wordsAreHeard(
  scenario: Scenario,
  understands: ScenarioTeacher['understands'],
  reader: Reader,
): readonly WorkbenchFinding[] {
  return Object.entries(understands).flatMap(([id, words]) =>
    LOCALES.flatMap((locale) =>
      words[locale].flatMap((sentence) => {
        const { moves, concerns } = reader.read(sentence, scenario, locale);
        const shows = moves.map(({ move }) => move);
        const finding = { rule: 'words-are-heard', scenario: scenario.id, about: { kind: 'concern', id } as const };
        if (!concerns.includes(id)) {
          const why = `In teacher.yaml (${locale}): "${sentence}" is not taken to be about "${id}".`;
          return [{ ...finding, why, fix: `add words of it to "about" (${locale}).` }];
        }
        if (shows.includes('show-understanding')) return [];
        const why = `In teacher.yaml (${locale}): "${sentence}" is not read as understanding but as ${shows.join(', ') || 'no move'}.`;
        return [{ ...finding, why, fix: 'say it more plainly: name the feeling and what it is about.' }];
      }),
    ),
  );
}
