/** Digits without anything between them, and their place. */
export interface DigitGroup {
  readonly start: number;
  readonly end: number;
  readonly digits: string;
}

/** Groups of digits with at most a mark or two between them, as numbers are written. */
export interface DigitRun {
  readonly groups: readonly DigitGroup[];
}

const GROUP = /\d+/g;
const BETWEEN = /^(?:[ \u00a0]?[-–/][ \u00a0]?|\.|[ \u00a0]{1,2}|[ \u00a0]?[()]{1,2}[ \u00a0]?)$/;
const LONGEST_BETWEEN = 3;

/** All runs of digits, in order. A number with a letter right before or behind it is part of a word, and none. */
export function digitRuns(text: string): readonly DigitRun[] {
  const runs: DigitGroup[][] = [];
  let last: DigitGroup | undefined;
  for (const match of text.matchAll(GROUP)) {
    const start = match.index;
    const end = start + match[0].length;
    const group = { start, end, digits: match[0] };
    if (isInWord(text, start, end)) {
      last = undefined;
      continue;
    }
    if (last && joins(text, last.end, start)) runs.at(-1)?.push(group);
    else runs.push([group]);
    last = group;
  }
  return runs.map((groups) => ({ groups }));
}

function joins(text: string, from: number, to: number): boolean {
  return to - from <= LONGEST_BETWEEN && BETWEEN.test(text.slice(from, to));
}

function isInWord(text: string, start: number, end: number): boolean {
  return /\p{L}/u.test(text.charAt(start - 1)) || /\p{L}/u.test(text.charAt(end));
}
