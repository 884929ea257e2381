import type { TipId } from '../../content/schema/move.ts';

/** How a tip went in a real talk, as the teacher saw it. */
export const WENT = ['well', 'half', 'not', 'unused'] as const;
export type Went = (typeof WENT)[number];

/** Who does what was agreed. */
export const DOERS = ['me', 'parent', 'both', 'other'] as const;
export type Doer = (typeof DOERS)[number];

/** Something that was agreed in a real talk. */
export interface Agreement {
  /** In the teacher's own words. */
  readonly what: string;
  readonly who: Doer | null;
  /** `2026-11-27`, on the calendar of the Netherlands; null when no day was named. */
  readonly due: string | null;
}

/** What was answered so far; every part may be missing. */
interface Answered {
  /** What the teacher calls the talk; null when it has no name. */
  readonly talk: string | null;
  /** The plan that was made for it. */
  readonly planId: string | null;
  readonly tips: Readonly<Partial<Record<TipId, Went>>>;
  readonly agreements: readonly Agreement[];
  /** What the teacher would try next time, in own words. */
  readonly next: string | null;
}

/** A look back on a real talk. Plain JSON. */
export interface LookBack extends Answered {
  readonly version: 1;
  readonly id: string;
  /** When it was made, ISO 8601. */
  readonly at: string;
}

/** A look back that is being made; kept after every step. Plain JSON. */
export interface LookingBack extends Answered {
  readonly version: 1;
  /** What is asked now: see `steps.ts`. */
  readonly step: string;
  /** An agreement or promise of which something is still asked. */
  readonly open: Agreement | null;
  /** What the teacher promised beside the agreements, and small moments of contact to come. */
  readonly promises: readonly Pick<Agreement, 'what' | 'due'>[];
}

/** A look back of which nothing was asked yet. */
export const FRESH: LookingBack = {
  version: 1,
  step: 'talk',
  talk: null,
  planId: null,
  tips: {},
  agreements: [],
  next: null,
  open: null,
  promises: [],
};
