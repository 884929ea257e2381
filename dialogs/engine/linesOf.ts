import type { Line } from '../../content/schema/line.ts';

type ByPart = ReadonlyMap<Line['part'], readonly Line[]>;

/** Sorted once per scenario in memory: every reply looks through them several times. */
const sorted = new WeakMap<readonly Line[], ByPart>();

/** The lines that can stand in this part of a reply, in the order of the scenario. */
export function linesOf(lines: readonly Line[], part: Line['part']): readonly Line[] {
  const known = sorted.get(lines);
  if (known !== undefined) return known.get(part) ?? [];
  const byPart = Map.groupBy(lines, (line) => line.part);
  sorted.set(lines, byPart);
  return byPart.get(part) ?? [];
}
