import type { Line } from '../../content/schema/line.ts';
import type { Scenario } from '../../content/schema/scenario.ts';

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

const forAnyone = new WeakMap<readonly Line[], ReadonlySet<string>>();

/** Ids of the lines that any parent could say: they come after those of the persona. */
export function anyonesLines({ lines, persona }: Pick<Scenario, 'lines' | 'persona'>): ReadonlySet<string> {
  const known = forAnyone.get(lines);
  if (known !== undefined) return known;
  const last = persona.lines.at(-1)?.id;
  const from = last === undefined ? lines.length : lines.findIndex(({ id }) => id === last) + 1;
  const ids = new Set(lines.slice(from).map(({ id }) => id));
  forAnyone.set(lines, ids);
  return ids;
}
