import { childGroupOf } from '../../content/schema/childGroup.ts';
import type { Locale } from '../../content/schema/locale.ts';
import type { Scenario } from '../../content/schema/scenario.ts';
import type { Heat } from '../../content/schema/state.ts';
import type { Situation, Tip } from '../../content/schema/tip.ts';

/** The moment in which a sentence must fit. */
export interface Moment {
  readonly heat: Heat;
  readonly locale: Locale;
  /** Another number gives other sentences, where there are more that fit. */
  readonly turn: number;
}

/** The situations that a talk is in by its setting alone; of the others nothing is known. */
const SITUATION_OF: Partial<Record<Scenario['setting'], Situation>> = { door: 'at-the-door', app: 'angry-message' };

/**
 * Two sentences of a tip, fit for the moment, the age of the child and the place and, in a talk that is written, one that
 * is meant for writing first; with the child's name filled in. Fewer only when the tip has fewer.
 */
export function sayingsFor(
  tip: Tip,
  { setting, child }: Pick<Scenario, 'setting' | 'child'>,
  { heat, locale, turn }: Moment,
): readonly string[] {
  const group = childGroupOf(child.age);
  const situation = SITUATION_OF[setting];
  const say = tip.say.filter(
    (one) => (one.group ?? [group]).includes(group) && (one.situation ?? situation) === situation,
  );
  const fitting = say.filter((saying) => saying.moment !== 'in-writing' && (saying.heat ?? [heat]).includes(heat));
  const written = setting === 'app' ? say.filter(({ moment }) => moment === 'in-writing').slice(0, 1) : [];
  const choice = fitting.length >= 2 ? fitting : say;
  const from = (turn * 2) % choice.length;
  const two = [...written, choice[from], choice[(from + 1) % choice.length]].slice(0, 2);
  return two.flatMap((saying) => (saying ? [saying.text[locale].replaceAll('{child}', child.name)] : []));
}
