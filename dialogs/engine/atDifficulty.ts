import type { Scenario } from '../../content/schema/scenario.ts';
import type { Difficulty, Variable } from '../../content/schema/state.ts';
import type { Delta } from '../../content/schema/weight.ts';
import { doesGood, VARIABLES } from './variables.ts';

/**
 * The scenario as it plays at a level: what does harm times `harm`, what does good times `relief`, as in the content.
 * Changes may then be broken numbers; they are made whole once all factors are in.
 */
export function atDifficulty(scenario: Scenario, difficulty: Difficulty): Scenario {
  const ease = scenario.weights.difficulties?.[difficulty];
  if (ease === undefined || (ease.harm === 1 && ease.relief === 1)) return scenario;
  const weights = scenario.weights.weights.map((weight) => ({ ...weight, delta: scaled(weight.delta, ease) }));
  return { ...scenario, weights: { ...scenario.weights, weights } };
}

function scaled(delta: Delta, { harm, relief }: { readonly harm: number; readonly relief: number }): Delta {
  const changes: Partial<Record<Variable, number>> = {};
  for (const variable of VARIABLES) {
    const amount = delta[variable];
    if (amount !== undefined) changes[variable] = amount * (doesGood(variable, amount) ? relief : harm);
  }
  return changes;
}
