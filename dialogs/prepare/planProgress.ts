import { TIPS } from '../../content/schema/move.ts';
import { PLAN_STEPS, type PlanStep } from '../../content/schema/prepare.ts';
import type { DialogTurn } from '../dialogTurn.ts';
import type { ToolAnswer } from '../toolbox/toolAnswers.ts';
import { agreementsIn } from './agreementsIn.ts';
import type { Plan } from './plan.ts';

/** More plans than this, or more characters of JSON, are not remembered beside the newest: each turn commits them. */
const MOST_REMEMBERED = 20;
const MOST_CHARACTERS = 200_000;

/** A plan without answers yet. */
export function begun({ services, at }: DialogTurn): Plan {
  return {
    version: 1,
    id: services.newId(),
    madeAt: at,
    changedAt: at,
    finishedAt: null,
    at: PLAN_STEPS[0],
    answers: {},
    sentences: [],
    meeting: null,
    agreements: [],
  };
}

/** A new plan; the one there was, unless nothing was answered in it, goes to the earlier ones. */
export function beginAnew(turn: DialogTurn): Plan {
  const { memory } = turn;
  const { plan, earlierPlans = [] } = memory;
  if (plan && hasAnswers(plan)) memory.earlierPlans = newest([...earlierPlans, plan]);
  return begun(turn);
}

function newest(plans: readonly Plan[]): readonly Plan[] {
  const some = plans.slice(-MOST_REMEMBERED);
  const isTooMuch = some.length > 1 && JSON.stringify(some).length > MOST_CHARACTERS;
  return isTooMuch ? newest(some.slice(1)) : some;
}

/** Whether anything was answered. */
export function hasAnswers({ answers }: Plan): boolean {
  return Object.keys(answers).length > 0;
}

/** The plan with this answer in place of an earlier one, and with what is understood of it. */
export function withAnswer({ at }: DialogTurn, plan: Plan, step: PlanStep, answer: ToolAnswer): Plan {
  const answers = { ...plan.answers, [step]: answer };
  return {
    ...plan,
    changedAt: at,
    answers,
    sentences: TIPS.flatMap((tip) => {
      const sentence = answers[tip]?.words;
      return sentence ? [{ tip, sentence }] : [];
    }),
    agreements: agreementsIn(answers['agreements']),
  };
}
