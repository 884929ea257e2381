import type { MarkedSpan } from '../../../content/schema/example.ts';

/** A stretch of a text and what comes in its place; `start` up to, not including, `end`, in UTF-16 units. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A turn as it counts here: its words and the places that carry a move. */
export interface MarkedTurn {
  readonly text: string;
  readonly spans: readonly MarkedSpan[];
}

/** Changes a text and lets the marked places move along. `edits`: in order, none over another. */
export function applyEdits({ text, spans }: MarkedTurn, edits: readonly Edit[]): MarkedTurn {
  let changed = '';
  let last = 0;
  const placeOf = new Int32Array(text.length + 1);
  const keep = (until: number) => {
    for (let at = last; at < until; at += 1) placeOf[at] = changed.length + at - last;
    changed += text.slice(last, until);
  };
  for (const edit of edits) {
    keep(edit.start);
    for (let at = edit.start; at < edit.end; at += 1) {
      placeOf[at] = changed.length + Math.min(at - edit.start, edit.text.length);
    }
    changed += edit.text;
    last = edit.end;
  }
  keep(text.length);
  placeOf[text.length] = changed.length;
  return {
    text: changed,
    spans: spans.map((span) => ({ ...span, start: placeOf[span.start] ?? 0, end: placeOf[span.end] ?? 0 })),
  };
}

/** One edit for each match that is to change; `replace` gives undefined where a match stays as it is. */
export function editsFor(
  text: string,
  pattern: RegExp,
  replace: (match: RegExpExecArray) => string | undefined,
): readonly Edit[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const replaced = replace(match);
    const start = match.index;
    return replaced === undefined || replaced === match[0]
      ? []
      : [{ start, end: start + match[0].length, text: replaced }];
  });
}

/** Gives the replacement the capital of what it replaces. */
export function withCapitalOf(original: string, replacement: string): string {
  const first = original[0] ?? '';
  return first === first.toLowerCase() ? replacement : replacement.slice(0, 1).toUpperCase() + replacement.slice(1);
}
