import { HEATS } from '../schema/state.ts';
import { type Saying, TIP_MOMENTS } from '../schema/tip.ts';
import type { ContentCheck } from './contentCheck.ts';

const AT_EACH_HEAT = 2;

/** Each tip has, for anybody, a sentence for every moment of a talk, and two for every heat. */
export const tipsCoverMoments: ContentCheck = {
  id: 'tips-cover-moments',
  why: 'A teacher who asks for a sentence at that moment would get nothing that fits.',
  run: ({ tips }) =>
    tips.flatMap((tip) => {
      const forAnybody = tip.data.say.filter(({ group, situation }) => group === undefined && situation === undefined);
      return [
        ...TIP_MOMENTS.filter((moment) => !forAnybody.some((saying) => saying.moment === moment)).map((moment) => ({
          in: tip,
          at: ['say'],
          message: `No sentence is for the moment "${moment}", whatever the child and the situation.`,
          fix: `add one with "moment: ${moment}", and without "group" or "situation".`,
        })),
        ...HEATS.filter((heat) => fitting(forAnybody, heat) < AT_EACH_HEAT).map((heat) => ({
          in: tip,
          at: ['say'],
          message: `Fewer than ${AT_EACH_HEAT} sentences can be said to a parent who is ${heat}.`,
          fix: `add one with "heat: [${heat}]".`,
        })),
      ];
    }),
};

function fitting(say: readonly Saying[], heat: (typeof HEATS)[number]): number {
  return say.filter((saying) => saying.moment !== 'in-writing' && (saying.heat?.includes(heat) ?? true)).length;
}
