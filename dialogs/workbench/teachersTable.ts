import type { EndReason } from '../../content/schema/state.ts';
import { meanOf, type PlayedTalk } from './playTeachers.ts';
import { stateOf, TEACHER_NAMES } from './teachers.ts';

const SHORT: Partial<Record<EndReason, string>> = {
  'disagreed-and-meet-again': 'again',
  'parent-left': 'left',
  'out-of-turns': 'out',
};
const WIDTH = 17;

/**
 * The talks as a table for a terminal: a row per scenario, a column per teacher. A cell holds the most frequent ending
 * with `+` where every talk and `~` where some talks ended well, the mean tension and trust at the end, and the mean number
 * of concerns heard.
 */
export function teachersTable(scenarios: readonly string[], talks: readonly PlayedTalk[]): string {
  const first = Math.max(...scenarios.map((id) => id.length)) + 1;
  const head = `${''.padEnd(first)}${TEACHER_NAMES.map((name) => name.padEnd(WIDTH)).join('')}`;
  const rows = scenarios.map((id) => {
    const cells = TEACHER_NAMES.map((name) =>
      cell(talks.filter(({ scenario, teacher }) => scenario === id && teacher === name)).padEnd(WIDTH),
    );
    return `${id.padEnd(first)}${cells.join('')}`;
  });
  return [head, ...rows].map((row) => row.trimEnd()).join('\n');
}

function cell(talks: readonly PlayedTalk[]): string {
  const endings = Map.groupBy(talks, ({ rehearsal }) => rehearsal.ended ?? 'stopped');
  const [[most] = ['stopped' as const]] = [...endings].toSorted((a, b) => b[1].length - a[1].length);
  const good = talks.filter((talk) => talk.good).length;
  const mark = good === 0 ? '' : good === talks.length ? '+' : '~';
  const states = talks.map(({ rehearsal }) => stateOf(rehearsal));
  const mean = (of: (state: ReturnType<typeof stateOf>) => number) => meanOf(states.map(of));
  const figures = `${Math.round(mean(({ tension }) => tension))}/${Math.round(mean(({ trust }) => trust))}`;
  return `${SHORT[most] ?? most}${mark} ${figures} ${mean(({ heard }) => heard.length).toFixed(1)}`;
}
