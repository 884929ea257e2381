import type { TipId } from '../../content/schema/move.ts';
import { CASE_KINDS, type CaseKind } from '../../content/schema/ownCase.ts';
import { PARENT_FEELINGS, type ParentFeeling, type PrepareExample } from '../../content/schema/prepare.ts';
import { PERSONA_TYPES, type PersonaType } from '../../content/schema/state.ts';
import type { Plan } from './plan.ts';

/** What kind of talk this is, by the choices in the plan; own words at `kind` are `other`. */
export function kindOf({ answers }: Plan): CaseKind {
  return CASE_KINDS.find((kind) => kind === answers['kind']?.choice) ?? 'other';
}

/** What the parent may feel, when it was chosen. */
export function feelingOf({ answers }: Plan): ParentFeeling | null {
  return PARENT_FEELINGS.find((feeling) => feeling === answers['parent-feels']?.choice) ?? null;
}

/** What the parent is expected to be like; null when nothing was chosen. */
export function parentTypeOf({ answers }: Plan): PersonaType | null {
  return PERSONA_TYPES.find((type) => type === answers['parent-type']?.choice) ?? null;
}

/** The examples at a tip that fit this talk: for its kind, and where there is one for what the parent may feel. */
export function examplesFor(examples: readonly PrepareExample[], tip: TipId, plan: Plan): readonly PrepareExample[] {
  const [kind, feeling] = [kindOf(plan), feelingOf(plan)];
  const here = examples.filter((example) => example.tip === tip);
  const byKind =
    here.find((example) => example.kind === kind) ??
    here.find((one) => one.kind === undefined && one.feeling === undefined);
  const byFeeling = here.find((example) => feeling !== null && example.feeling === feeling);
  return [byKind, byFeeling].filter((example) => example !== undefined);
}
