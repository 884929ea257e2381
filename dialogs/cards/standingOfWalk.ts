import type { Memory } from '../memory.ts';

/** Where a walk stands: the step that its dialog asks. `tool`: which one, where the walk is through a tool. */
export function standingOfWalk(
  { id, state }: { readonly id: string; readonly state?: { readonly tool?: string } },
  { plan, lookingBack, tools }: Memory,
): string {
  const tool = state?.tool ?? '';
  return [id, plan?.id, plan?.at, lookingBack?.step, tool, tools?.[tool]?.at].join(':');
}
