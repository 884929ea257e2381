import type { ToolStep } from '../../content/schema/toolWalk.ts';
import type { ToolAnswer } from './toolAnswers.ts';

/** Who sees a signal, and what was said with it. */
export interface SeenBy {
  readonly school: boolean;
  readonly home: boolean;
  readonly note: string;
}

/**
 * Reads an answer to one signal: a choice, or own words that begin with one, as in `thuis, sinds de herfst`. Other words
 * are a note that says nothing about who sees it.
 */
export function seenBy(step: ToolStep, { words, choice }: ToolAnswer): SeenBy {
  if (choice) return { ...sides([choice]), note: '' };

  const [lead = ''] = words.split(/[,:;.–-]/u);
  const first = lead === words ? (words.split(/\s+/u)[0] ?? '') : lead;
  const said = new Set(first.toLowerCase().split(/\P{L}+/u));
  const named = (step.choices ?? []).filter(({ label }) =>
    [label.nl, label.en].some((one) => said.has(one.toLowerCase())),
  );
  return { ...sides(named.map(({ id }) => id)), note: words };
}

function sides(ids: readonly string[]): Omit<SeenBy, 'note'> {
  const isBoth = ids.includes('both');
  return { school: isBoth || ids.includes('school'), home: isBoth || ids.includes('home') };
}
