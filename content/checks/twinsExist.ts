import type { Line } from '../schema/line.ts';
import { HEATS, type Heat } from '../schema/state.ts';
import type { ContentCheck, Finding } from './contentCheck.ts';
import { linesInTalk } from './linesOf.ts';

/**
 * What is written for one case is written for its counterpart too:
 *
 * | where there is | there is also |
 * | --- | --- |
 * | a concern | a reaction to specific understanding of it, at each heat |
 * | a fact that needs trust | an answer that keeps it back |
 * | a promise nobody can keep | an initiative that comes back to it, at each heat |
 * | a talk that goes on and on | a reaction for when the teacher says the same again, at each heat |
 */
export const twinsExist: ContentCheck = {
  id: 'twins-exist',
  why: 'At that moment the parent would say something that fits another.',
  run: (files) =>
    files.scenarios.flatMap((scenario) => {
      const lines = linesInTalk(files, scenario).map(({ line }) => line);
      const { concerns, facts } = scenario.scenario.data;
      const inScenario = (at: Finding['at'], message: string, fix: string) => ({
        in: scenario.scenario,
        at,
        message,
        fix,
      });
      const inLines = (message: string, fix: string) => ({ in: scenario.lines, at: ['lines'], message, fix });
      return [
        ...concerns.flatMap(({ id }, index) => {
          const heats = missingHeats(lines, ({ part, when }) => part === 'reaction' && when.concern === id);
          if (heats.length === 0) return [];
          const when = `{ move: [show-understanding], specific: true, concern: ${id}, heat: [${heats.join(', ')}] }`;
          return [
            inScenario(
              ['concerns', index],
              `Nothing is said when "${id}" is understood and the parent is ${heats.join(' or ')}.`,
              `add a reaction with "when: ${when}".`,
            ),
          ];
        }),
        ...facts.flatMap(({ id, trust }, index) => {
          if (trust === 0 || lines.some((line) => keepsBack(line, id))) return [];
          const fix = `add an answer with "when: { fact: ${id}, trust: { max: ${trust - 1} } }".`;
          return [
            inScenario(['facts', index], `Nothing is said when "${id}" is asked for and trust is below ${trust}.`, fix),
          ];
        }),
        ...missingHeats(lines, ({ part, when }) => part === 'initiative' && when.promised === true).map((heat) =>
          inLines(
            `A promise that nobody can keep does not come back when the parent is ${heat}.`,
            `add an initiative with "when: { promised: true, heat: [${heat}] }".`,
          ),
        ),
        ...missingHeats(lines, ({ part, when }) => part === 'reaction' && when.again === true).map((heat) =>
          inLines(
            `Nothing is said when the teacher says the same again and the parent is ${heat}.`,
            `add a reaction with "when: { again: true, heat: [${heat}] }".`,
          ),
        ),
      ];
    }),
};

function missingHeats(lines: readonly Line[], is: (line: Line) => boolean): readonly Heat[] {
  const some = lines.filter(is);
  return HEATS.filter((heat) => !some.some(({ when }) => when.heat?.includes(heat) ?? true));
}

function keepsBack({ part, when, tells }: Line, fact: string): boolean {
  const isAboutIt = when.fact === fact || when.fact === undefined;
  return part === 'answer' && tells === undefined && isAboutIt && when.trust?.max !== undefined;
}
