import type { Example } from '../schema/example.ts';
import type { Move } from '../schema/move.ts';
import type { Finding } from './contentCheck.ts';

/** The words of a text in lower case, without marks. */
export function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+(['’][\p{L}\p{N}]+)*/gu) ?? [];
}

/** What each span of the move says; two spans are two. */
export function spansOf({ text, spans }: Example, move: Move): readonly string[] {
  return spans.filter((span) => span.move === move).map(({ start, end }) => text.slice(start, end));
}

/** Where a finding about one turn belongs. */
export function placeOf({ file, line, text }: Example): Pick<Finding, 'in' | 'at' | 'line'> {
  return { in: { file, text }, at: [], line };
}

/** Where a finding about all turns of one language belongs: the top of the first file. */
export function topOf(examples: readonly Example[]): Pick<Finding, 'in' | 'at' | 'line'> {
  const file = examples[0]?.file ?? '';
  return { in: { file, text: '' }, at: [], line: 1 };
}

/** The mean; 0 of nothing. */
export function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
