import type { TipId } from '../../content/schema/move.ts';
import type { Debrief } from '../engine/debrief.ts';

/** What the newest message with a source was about; kept until another takes its place. Plain JSON. */
export type Cited =
  | { readonly kind: 'tip'; readonly tip: TipId }
  /** `place`: the part that is shown, as its claims know it; without it the whole tool. */
  | { readonly kind: 'tool'; readonly tool: string; readonly place?: string }
  | { readonly kind: 'debrief'; readonly tip: TipId; readonly sources: readonly string[] };

/** What a debrief rests on: the tip to try next, and the source of each rule that moved the parent, once. */
export function citedInDebrief({ nextStep, prologue, ledger }: Debrief): Cited {
  const sources = [...prologue, ...ledger].map(({ source }) => source);
  return { kind: 'debrief', tip: nextStep.tip, sources: [...new Set(sources)] };
}
