import type { MarkedSpan } from '../../content/schema/example.ts';
import { element, escaped, type Markup } from '../../dialogs/rehearse/curve/markup.ts';
import { shownMarks } from '../exports/shownMarks.ts';
import type { Comment } from './review.ts';

/** A stretch of what was said, with what lies on it. */
interface Stretch {
  readonly text: string;
  readonly hasMove: boolean;
  readonly hasComment: boolean;
}

/** What the teacher said, with the words marked that carry a move and those that a comment is about. */
export function markedUtterance(
  utterance: string,
  spans: readonly MarkedSpan[],
  comments: readonly Pick<Comment, 'place'>[],
): readonly Markup[] {
  return stretchesIn(utterance, spans, comments).map(({ text, hasMove, hasComment }) => {
    const words = escaped(shownMarks(text));
    const moved = hasMove ? element('mark', { class: 'evidence' }, words) : words;
    return hasComment ? element('mark', { class: 'about' }, moved) : moved;
  });
}

function stretchesIn(
  utterance: string,
  spans: readonly MarkedSpan[],
  comments: readonly Pick<Comment, 'place'>[],
): readonly Stretch[] {
  const places = comments.flatMap(({ place }) => (place === null ? [] : [place]));
  const bounds = [...spans, ...places].flatMap(({ start, end }) => [start, end]);
  const cuts = [...new Set([0, ...bounds.filter((at) => at > 0 && at < utterance.length), utterance.length])].toSorted(
    (a, b) => a - b,
  );
  return cuts.slice(0, -1).map((from, index) => {
    const to = cuts[index + 1] ?? utterance.length;
    const covers = ({ start, end }: { readonly start: number; readonly end: number }) => start <= from && to <= end;
    return {
      text: utterance.slice(from, to),
      hasMove: spans.some(covers),
      hasComment: places.some(covers),
    };
  });
}
