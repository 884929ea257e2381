import { OWN_CASE, ownScenario } from '../../content/ownCase/ownScenario.ts';
import { ownScenarioProblems } from '../../content/ownCase/ownScenarioProblems.ts';
import { resolveScenario } from '../../content/resolveScenario.ts';
import type { Scenario } from '../../content/schema/scenario.ts';
import type { DialogTurn } from '../dialogTurn.ts';
import type { Memory, Rehearsed } from '../memory.ts';
import { plain } from '../rehearse/parentLine.ts';
import { aboutWords } from './aboutWords.ts';
import { kindOf, parentTypeOf } from './exampleFor.ts';
import { nicknameIn, type Plan } from './plan.ts';
import { prepareIn } from './prepareSteps.ts';

/** The parent when the teacher does not know what to expect. */
const USUAL_PARENT = 'frustrated';

/** A teacher's own talk as a scenario; or why there is none: not enough answers, or the checks of scenarios refuse it. */
export type OwnTalk =
  | { readonly kind: 'ready'; readonly scenario: Scenario }
  | { readonly kind: 'none' }
  | { readonly kind: 'refused' };

/** Whether there is enough to make a talk of: what it is about, or what happened. */
export function canBeRehearsed(plan: Plan | null): plan is Plan {
  return plan !== null && ['kind', 'what', 'parent-type'].some((step) => plan.answers[step] !== undefined);
}

/**
 * Makes the scenario of a plan, the newest unless told otherwise. The parent says nothing that the teacher typed but the nickname; what the
 * teacher typed is quoted in the briefing, and helps to hear what the teacher speaks of. Pure: same plan and content,
 * same scenario, same revision.
 */
export function ownTalk(
  { content, memory }: Pick<DialogTurn, 'content' | 'memory'>,
  plan: Plan | null = memory.plan,
): OwnTalk {
  const { locale } = memory;
  if (!canBeRehearsed(plan)) return { kind: 'none' };

  const { any, kinds, personas, anyone, weights } = prepareIn(content);
  const { answers } = plan;
  const made = ownScenario(
    any,
    kinds,
    {
      kind: kindOf(plan),
      parent: parentTypeOf(plan) ?? USUAL_PARENT,
      nickname: nicknameIn(plan),
      what: quoted([answers['kind']?.choice ? undefined : answers['kind']?.words, answers['what']?.words]),
      goal: quoted([answers['goal']?.words]),
      about: aboutWords(content, answers['what']?.words ?? ''),
    },
    locale,
  );
  const persona = personas.find(({ id }) => id === made.scenario.persona);
  if (!persona || ownScenarioProblems(made, { personas, anyone }).length > 0) return { kind: 'refused' };
  return { kind: 'ready', scenario: resolveScenario({ ...made, persona, anyone, weights, moves: content.moves }) };
}

/** The scenario of an earlier rehearsal as it is now: one from the list, or the teacher's own, while its plan is there. */
export function scenarioOfTalk(
  turn: Pick<DialogTurn, 'content' | 'memory'>,
  talk: Pick<Rehearsed, 'scenario' | 'plan'>,
): Scenario | undefined {
  const { content, memory } = turn;
  if (talk.scenario !== OWN_CASE) return content.scenarios.find(({ id }) => id === talk.scenario);
  const own = ownTalk(turn, planOfTalk(memory, talk));
  return own.kind === 'ready' ? own.scenario : undefined;
}

/** The plan that an earlier rehearsal was made from, while it is remembered. */
export function planOfTalk(
  { plan, earlierPlans = [] }: Pick<Memory, 'plan' | 'earlierPlans'>,
  talk: Pick<Rehearsed, 'plan'>,
): Plan | null {
  return [plan, ...earlierPlans].find((one) => one?.id === talk.plan) ?? null;
}

function quoted(parts: readonly (string | undefined)[]): string | null {
  const said = parts.filter((part) => part !== undefined).join(' ');
  return said === '' ? null : plain(said);
}
