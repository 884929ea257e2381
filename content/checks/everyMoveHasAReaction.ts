import type { Line } from '../schema/line.ts';
import { MOVES } from '../schema/move.ts';
import { HEATS } from '../schema/state.ts';
import type { ContentCheck } from './contentCheck.ts';
import { linesInTalk } from './linesOf.ts';

/** For each move the parent has a reaction at each heat that fits whatever else has been said. */
export const everyMoveHasAReaction: ContentCheck = {
  id: 'every-move-has-a-reaction',
  why: 'The parent would talk past what the teacher just did.',
  run: (files) =>
    files.scenarios.flatMap((scenario) => {
      const reactions = linesInTalk(files, scenario)
        .map(({ line }) => line)
        .filter(alwaysFits);
      return MOVES.flatMap((move) => {
        const missing = HEATS.filter((heat) => !reactions.some((line) => answers(line, move, heat)));
        if (missing.length === 0) return [];

        const message = `There is no reaction to "${move}" when ${missing.join(' or ')}.`;
        const fix = `add one with "when: { move: [${move}], heat: [${missing.join(', ')}] }" and no further conditions.`;
        return [{ in: scenario.lines, at: ['lines'], message, fix }];
      });
    }),
};

function answers({ when }: Line, move: (typeof MOVES)[number], heat: (typeof HEATS)[number]): boolean {
  return when.move?.includes(move) === true && (when.heat?.includes(heat) ?? true);
}

function alwaysFits({ part, when: { move, heat, specific, ...others } }: Line): boolean {
  return part === 'reaction' && Object.values(others).every((condition) => condition === undefined);
}
