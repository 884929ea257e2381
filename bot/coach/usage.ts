import type { Usage } from './reviewPorts.ts';

/** In a smaller group a figure could be somebody. */
const FEWEST_TEACHERS = 5;

/** What may be told of a month: nothing in figures where so few practised that it could be somebody. */
export function asReported({
  month,
  teachers,
  rehearsals,
}: {
  readonly month: string;
  readonly teachers: number;
  readonly rehearsals: number;
}): Usage {
  const isTold = teachers >= FEWEST_TEACHERS;
  return { month, teachers: isTold ? teachers : null, rehearsals: isTold ? rehearsals : null };
}
