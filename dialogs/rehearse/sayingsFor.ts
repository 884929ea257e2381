import type { Locale } from '../../content/schema/locale.ts';
import type { Scenario } from '../../content/schema/scenario.ts';
import type { Heat } from '../../content/schema/state.ts';
import type { Tip } from '../../content/schema/tip.ts';

/** The moment in which a sentence must fit. */
export interface Moment {
  readonly heat: Heat;
  readonly locale: Locale;
  /** Another number gives other sentences, where there are more that fit. */
  readonly turn: number;
}

/**
 * Two sentences of a tip, fit for the moment and, in a talk that is written, one that is meant for writing first; with
 * the child's name filled in. Fewer only when the tip has fewer.
 */
export function sayingsFor(
  tip: Tip,
  { setting, child }: Pick<Scenario, 'setting' | 'child'>,
  { heat, locale, turn }: Moment,
): readonly string[] {
  const fitting = tip.say.filter((saying) => saying.moment !== 'in-writing' && (saying.heat ?? [heat]).includes(heat));
  const written = setting === 'app' ? tip.say.filter(({ moment }) => moment === 'in-writing').slice(0, 1) : [];
  const choice = fitting.length >= 2 ? fitting : tip.say;
  const from = (turn * 2) % choice.length;
  const two = [...written, choice[from], choice[(from + 1) % choice.length]].slice(0, 2);
  return two.flatMap((saying) => (saying ? [saying.text[locale].replaceAll('{child}', child.name)] : []));
}
