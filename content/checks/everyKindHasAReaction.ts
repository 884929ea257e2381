import { UTTERANCE_KINDS } from '../schema/state.ts';
import type { ContentCheck } from './contentCheck.ts';
import { linesInTalk } from './linesOf.ts';

/** The parent has a reaction to whatever is not plain talk: nothing, nonsense, another language, rudeness … */
export const everyKindHasAReaction: ContentCheck = {
  id: 'every-kind-has-a-reaction',
  why: 'The parent would answer as if nothing odd had been typed.',
  run: (files) =>
    files.scenarios.flatMap((scenario) => {
      const reactions = linesInTalk(files, scenario).filter(({ line }) => line.part === 'reaction');
      return UTTERANCE_KINDS.filter((kind) => kind !== 'talk')
        .filter((kind) => !reactions.some(({ line }) => line.when.kind?.includes(kind)))
        .map((kind) => ({
          in: scenario.scenario,
          at: ['persona'],
          message: `There is no reaction to an utterance that is "${kind}".`,
          fix: `add one with "when: { kind: [${kind}] }" to the persona or the scenario.`,
        }));
    }),
};
