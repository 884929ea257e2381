import { HEATS } from '../schema/state.ts';
import type { ContentCheck } from './contentCheck.ts';

const MOMENTS = ['opening', 'heated', 'agreement'] as const;
const AT_EACH_HEAT = 2;

/** Each tip has a sentence for the start, for a heated moment and for the agreement, and two for every heat. */
export const tipsCoverMoments: ContentCheck = {
  id: 'tips-cover-moments',
  why: 'A teacher who asks for a hint at that moment would get nothing that fits.',
  run: ({ tips }) =>
    tips.flatMap((tip) => [
      ...MOMENTS.filter((moment) => !tip.data.say.some((saying) => saying.moment === moment)).map((moment) => ({
        in: tip,
        at: ['say'],
        message: `No sentence is for the moment "${moment}".`,
        fix: `add one with "moment: ${moment}".`,
      })),
      ...HEATS.filter((heat) => fitting(tip.data.say, heat) < AT_EACH_HEAT).map((heat) => ({
        in: tip,
        at: ['say'],
        message: `Fewer than ${AT_EACH_HEAT} sentences can be said to a parent who is ${heat}.`,
        fix: `add one with "heat: [${heat}]".`,
      })),
    ]),
};

function fitting(say: readonly { readonly heat?: readonly string[] | undefined }[], heat: string): number {
  return say.filter((saying) => saying.heat?.includes(heat) ?? true).length;
}
