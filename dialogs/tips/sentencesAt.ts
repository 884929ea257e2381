import type { Saying, Tip, TipMoment } from '../../content/schema/tip.ts';

const AT_ONCE = 2;

/** Some sentences of a tip, and whether there are others for the same moment. */
export interface SentencesAt {
  readonly sentences: readonly Saying[];
  readonly hasOthers: boolean;
}

/**
 * Two sentences of a tip for a moment. `page` from 0 gives the next two, the last page perhaps one, and then it begins
 * again. First those for anybody, then those for some children or situations, then those that fit at any moment.
 */
export function sentencesAt({ say }: Tip, moment: TipMoment, page: number): SentencesAt {
  const own = say.filter((saying) => saying.moment === moment);
  const all = [
    ...own.filter(isForAnybody),
    ...own.filter((saying) => !isForAnybody(saying)),
    ...say.filter((saying) => saying.moment === 'any' && fits(saying, moment)),
  ];
  const pages = Math.ceil(all.length / AT_ONCE);
  const from = (page % pages) * AT_ONCE;
  return { sentences: all.slice(from, from + AT_ONCE), hasOthers: pages > 1 };
}

function isForAnybody({ group, situation }: Saying): boolean {
  return group === undefined && situation === undefined;
}

/** What is good at any moment is spoken, and not said to a heated parent unless it may be. */
function fits({ heat }: Saying, moment: TipMoment): boolean {
  return moment !== 'in-writing' && (moment !== 'heated' || (heat?.includes('hot') ?? true));
}
