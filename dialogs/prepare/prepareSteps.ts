import type { Content, PrepareContent } from '../../content/schema/content.ts';
import type { Localized } from '../../content/schema/locale.ts';
import { TIPS, type TipId } from '../../content/schema/move.ts';
import { PLAN_STEPS, type PlanStep, type PrepareTip } from '../../content/schema/prepare.ts';
import type { ToolStep } from '../../content/schema/toolWalk.ts';

/** A step as it is asked: a question of the walk, or the sentence at a tip. */
export interface AskedStep extends Omit<ToolStep, 'id'> {
  readonly id: PlanStep;
  /** Said to who does not know. */
  readonly help: Localized;
  readonly tip: TipId | null;
}

/** What a plan is made of. Throws where content has no folder for it. */
export function prepareIn({ prepare }: Pick<Content, 'prepare'>): PrepareContent {
  if (!prepare) throw new Error('Content holds no walk to a plan.');
  return prepare;
}

/** The step with this id; the first when there is none, as in a plan of an older walk. */
export function stepNamed(content: Pick<Content, 'prepare'>, id: string): AskedStep {
  const { walk } = prepareIn(content);
  const tip = TIPS.find((known) => known === id);
  if (tip) return tipStep(tipOf(content, tip));
  const step = walk.steps.find((known) => known.id === id) ?? walk.steps[0];
  if (!step) throw new Error('The walk to a plan has no steps.');
  return { ...step, tip: null };
}

/** What is asked at this tip. */
export function tipOf(content: Pick<Content, 'prepare'>, id: TipId): PrepareTip {
  const found = prepareIn(content).walk.tips.find(({ tip }) => tip === id);
  if (!found) throw new Error(`The walk to a plan has no tip ${id}.`);
  return found;
}

/** From 1. */
export function placeOf(id: PlanStep): number {
  return PLAN_STEPS.indexOf(id) + 1;
}

/** Null after the last. */
export function stepAfter(id: PlanStep): PlanStep | null {
  return PLAN_STEPS[PLAN_STEPS.indexOf(id) + 1] ?? null;
}

/** The first stays. */
export function stepBefore(id: PlanStep): PlanStep {
  return PLAN_STEPS[PLAN_STEPS.indexOf(id) - 1] ?? id;
}

function tipStep({ tip, ask, heading, help }: PrepareTip): AskedStep {
  return { id: tip, tip, kind: 'ask', ask, heading, help, open: false };
}
