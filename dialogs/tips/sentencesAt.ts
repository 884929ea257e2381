import type { Saying, Tip, TipMoment } from '../../content/schema/tip.ts';

const AT_ONCE = 2;

/**
 * Two sentences of a tip for a moment; `page` from 0 gives the next two, and begins again after the last. First those
 * that are for that moment and anybody, then those for some children or situations, then those for any moment.
 */
export function sentencesAt({ say }: Tip, moment: TipMoment, page: number): readonly Saying[] {
  const own = say.filter((saying) => saying.moment === moment);
  const isForAnybody = ({ group, situation }: Saying) => group === undefined && situation === undefined;
  const all = [
    ...own.filter(isForAnybody),
    ...own.filter((saying) => !isForAnybody(saying)),
    ...say.filter((saying) => saying.moment === 'any'),
  ];
  const from = (page * AT_ONCE) % all.length;
  return [...all.slice(from), ...all.slice(0, from)].slice(0, AT_ONCE);
}
