import { TIPS } from '../../content/schema/move.ts';
import type { DialogTurn } from '../dialogTurn.ts';
import type { Plan, PlannedSentence } from './plan.ts';

/** A plan without answers yet. */
export function begun({ services, at }: DialogTurn): Plan {
  return {
    version: 1,
    id: services.newId(),
    madeAt: at,
    changedAt: at,
    finishedAt: null,
    at: TIPS[0],
    answers: {},
    sentences: [],
    meeting: null,
    agreements: [],
  };
}

/** The plan with this sentence in place of an earlier one. */
export function withSentence({ at }: DialogTurn, plan: Plan, said: PlannedSentence): Plan {
  const others = plan.sentences.filter(({ tip }) => tip !== said.tip);
  const sentences = TIPS.flatMap((tip) => [...others, said].find((one) => one.tip === tip) ?? []);
  return { ...plan, changedAt: at, sentences };
}
