import { LOCALES } from '../schema/locale.ts';
import type { ContentCheck, Finding } from './contentCheck.ts';

const FEWEST_FOR_A_FACT = 6;
const FEWEST_OTHER = 20;

/** For every fact there are questions of teachers, and there are questions for no fact at all. */
export const everyFactIsAskedFor: ContentCheck = {
  id: 'every-fact-is-asked-for',
  why: 'A question in other words would get the answer to another question.',
  run: ({ scenarios }) =>
    scenarios.flatMap(({ folder, scenario, questions }): readonly Finding[] => {
      if (!questions) {
        const fix = `write scenarios/${folder}/questions.yaml; the template shows how.`;
        return [{ in: scenario, at: ['facts'], message: 'Nobody has written how teachers ask for the facts.', fix }];
      }
      const { facts, other } = questions.data;
      const known = scenario.data.facts.map(({ id }) => id);
      const few = (asked: typeof other | undefined, fewest: number, at: readonly string[]) =>
        LOCALES.filter((locale) => (asked?.[locale].length ?? 0) < fewest).map((locale) => ({
          in: questions,
          at: asked ? [...at, locale] : [],
          message: `There are fewer than ${fewest} questions (${locale}) for ${at.at(-1)}.`,
          fix: 'write more, each as another teacher would say it.',
        }));
      return [
        ...known.flatMap((id) => few(facts[id], FEWEST_FOR_A_FACT, ['facts', id])),
        ...few(other, FEWEST_OTHER, ['other']),
        ...Object.keys(facts)
          .filter((id) => !known.includes(id))
          .map((id) => ({
            in: questions,
            at: ['facts', id],
            message: `There is no fact "${id}".`,
            fix: 'take the id of a fact in scenario.yaml.',
          })),
      ];
    }),
};
