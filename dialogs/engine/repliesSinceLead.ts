import type { Scenario } from '../../content/schema/scenario.ts';
import { linesOf } from './linesOf.ts';
import type { Reply } from './rehearsal.ts';

/** Kept per scenario in memory: asked at every turn. */
const initiatives = new WeakMap<Scenario['lines'], ReadonlySet<string>>();

/**
 * How many replies ago the parent last brought something up, or came back to it: 0 when in the last one. The first reply is
 * the opening, and counts as bringing something up.
 */
export function repliesSinceLead(replies: readonly Reply[], { lines }: Scenario): number {
  const known = initiatives.get(lines) ?? new Set(linesOf(lines, 'initiative').map(({ id }) => id));
  initiatives.set(lines, known);
  const last = replies.findLastIndex((reply) => reply.lines.some((id) => known.has(id)));
  return replies.length - 1 - Math.max(0, last);
}
