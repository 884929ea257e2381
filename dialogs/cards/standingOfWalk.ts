import type { Memory } from '../memory.ts';

/** Where a walk stands: the step that its dialog asks. */
export function standingOfWalk(dialog: string, { plan, lookingBack }: Memory): string {
  return [dialog, plan?.id, plan?.at, lookingBack?.step].join(':');
}
