import type { DialogTurn } from '../dialogTurn.ts';
import { nicknameIn, type Plan } from './plan.ts';
import { prepareIn } from './prepareSteps.ts';

/** What the child is called: the nickname, else the usual one. */
export function childIn({ content, memory }: DialogTurn, plan: Plan): string {
  return nicknameIn(plan) ?? prepareIn(content).any.child.nickname[memory.locale];
}
