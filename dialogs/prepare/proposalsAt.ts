import type { PlanStep } from '../../content/schema/prepare.ts';
import type { DialogTurn } from '../dialogTurn.ts';
import { withoutName } from '../tips/withoutName.ts';
import { childIn } from './childIn.ts';
import { kindOf, parentTypeOf } from './exampleFor.ts';
import type { Plan } from './plan.ts';
import { prepareIn } from './prepareSteps.ts';

/** What a step proposes to take over: three things to ask in this kind of case, what to do with such a parent. */
export function proposalsAt(turn: DialogTurn, plan: Plan, step: PlanStep): readonly string[] {
  const { locale } = turn.memory;
  const { questions, heated } = prepareIn(turn.content).walk;
  const child = childIn(turn, plan);
  switch (step) {
    case 'questions':
      return (questions[kindOf(plan)] ?? []).map((question) => withoutName(question[locale], child));
    case 'heated':
      return (heated[parentTypeOf(plan) ?? 'frustrated'] ?? []).map((line) => line[locale]);
    default:
      return [];
  }
}
