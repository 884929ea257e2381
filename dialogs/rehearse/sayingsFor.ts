import type { Locale } from '../../content/schema/locale.ts';
import type { Heat } from '../../content/schema/state.ts';
import type { Tip } from '../../content/schema/tip.ts';

/** The moment in which a sentence must fit. */
export interface Moment {
  readonly heat: Heat;
  readonly child: string;
  readonly locale: Locale;
  /** Another number gives other sentences, where there are more that fit. */
  readonly turn: number;
}

/** Two sentences of a tip, fit for the moment, with the child's name filled in. Fewer only when the tip has fewer. */
export function sayingsFor(tip: Tip, { heat, child, locale, turn }: Moment): readonly string[] {
  const fitting = tip.say.filter((saying) => saying.moment !== 'in-writing' && (saying.heat ?? [heat]).includes(heat));
  const choice = fitting.length >= 2 ? fitting : tip.say;
  const from = (turn * 2) % choice.length;
  const two = [choice[from], choice[(from + 1) % choice.length]];
  return two.flatMap((saying) => (saying ? [saying.text[locale].replaceAll('{child}', child)] : []));
}
