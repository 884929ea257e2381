import type { MarkedSpan } from '../../content/schema/example.ts';
import type { Locale } from '../../content/schema/locale.ts';
import type { Rehearsal } from '../../dialogs/engine/rehearsal.ts';
import type { Review } from './review.ts';

/** Masks names and numbers that belong to people, but for those that are known; the words between stay as they are. */
export type Mask = (
  text: string,
  locale: Locale,
  known?: readonly string[],
) => { readonly masked: string; readonly spans: readonly { readonly start: number; readonly end: number }[] };

/** A turn as a coach labelled it: one line of what `npm run eval -- --with <file>` reads. */
export interface CorrectedTurn {
  readonly lang: Locale;
  readonly text: string;
  readonly moves: readonly MarkedSpan[];
}

/** The turns that a coach coded, with names and numbers masked and the places moved along. */
export function correctedTurns({ coded }: Review, { turns, locale }: Rehearsal, mask: Mask): readonly CorrectedTurn[] {
  return coded.flatMap(({ turn, spans }) => {
    const text = turns.find(({ number }) => number === turn)?.reading.utterance;
    return text === undefined ? [] : [masked(text, spans, locale, mask)];
  });
}

function masked(text: string, spans: readonly MarkedSpan[], lang: Locale, mask: Mask): CorrectedTurn {
  const hidden = mask(text, lang);
  const pieces = piecesOf(hidden.masked, hidden.spans, text.length);
  const moves = spans.map(({ move, start, end }) => ({
    move,
    start: placeIn(pieces, start, 'start'),
    end: placeIn(pieces, end, 'end'),
  }));
  return { lang, text: hidden.masked, moves: moves.filter(({ start, end }) => start < end) };
}

/** Where a stretch of the text came to stand; `isMasked`: as a placeholder of another length. */
interface Piece {
  readonly from: number;
  readonly to: number;
  readonly at: number;
  readonly until: number;
  readonly isMasked: boolean;
}

/** The text is placeholders, each ending in `]`, and between them the same words as before. */
function piecesOf(
  text: string,
  spans: readonly { readonly start: number; readonly end: number }[],
  length: number,
): readonly Piece[] {
  const pieces: Piece[] = [];
  let [from, at] = [0, 0];
  for (const { start, end } of spans) {
    const placeholder = at + start - from;
    const behind = text.indexOf(']', placeholder) + 1;
    pieces.push({ from, to: start, at, until: placeholder, isMasked: false });
    pieces.push({ from: start, to: end, at: placeholder, until: behind, isMasked: true });
    [from, at] = [end, behind];
  }
  return [...pieces, { from, to: length, at, until: text.length, isMasked: false }];
}

/** A label that begins or ends within a masked name holds the whole placeholder. */
function placeIn(pieces: readonly Piece[], place: number, side: 'start' | 'end'): number {
  const piece =
    side === 'start'
      ? pieces.find(({ from, to }) => from <= place && place < to)
      : pieces.find(({ from, to }) => from < place && place <= to);
  if (!piece) return side === 'start' ? (pieces.at(-1)?.until ?? 0) : 0;
  if (piece.isMasked) return side === 'start' ? piece.at : piece.until;
  return piece.at + place - piece.from;
}
