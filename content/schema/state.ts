import { z } from 'zod';

/** The five bounded variables of a simulated parent, each a whole number from 0 to 100. */
const VARIABLES = ['tension', 'trust', 'face', 'agency', 'clarity'] as const;
export type Variable = (typeof VARIABLES)[number];

/** Where a talk stands; derived from the state, never set by hand. */
export const PHASES = ['opening', 'exploring', 'both-views', 'plan', 'closing'] as const;
export type Phase = (typeof PHASES)[number];

/** How heated the parent sounds: hot from tension 65, warm from 40, cool below. */
export const HEATS = ['hot', 'warm', 'cool'] as const;
export type Heat = (typeof HEATS)[number];

/** What a parent is like under pressure. */
export const PERSONA_TYPES = ['frustrated', 'coercive', 'anxious', 'ashamed', 'silent'] as const;
export type PersonaType = (typeof PERSONA_TYPES)[number];

/**
 * Why a rehearsal ended. `agreed` and `disagreed-and-meet-again` are successes; so is `time-is-up` when something was
 * heard and a moment was agreed.
 */
export const END_REASONS = [
  'agreed',
  'disagreed-and-meet-again',
  'parted',
  'parent-left',
  'stopped',
  'out-of-turns',
  'time-is-up',
] as const;
export type EndReason = (typeof END_REASONS)[number];

/** How easily this parent is hurt and calmed; `normal` is the person as written. */
export const DIFFICULTIES = ['gentle', 'normal', 'hard'] as const;
export type Difficulty = (typeof DIFFICULTIES)[number];

/** What came of an earlier talk with this parent. The first that holds sets the tone of the next one. */
export const FOLLOW_UPS = ['broken-promise', 'left', 'kept-contact', 'kept-agreement', 'nothing-settled'] as const;
export type FollowUp = (typeof FOLLOW_UPS)[number];

/** What an utterance is, apart from its moves. */
export const UTTERANCE_KINDS = [
  'talk',
  'empty',
  'nonsense',
  'foreign',
  'rude',
  'off-topic',
  'greeting',
  'farewell',
] as const;
export type UtteranceKind = (typeof UTTERANCE_KINDS)[number];

export const scoreSchema = z.number().int().min(0).max(100);

/** From `min` up to and including `max`; a bound that is left out does not count. */
export const boundsSchema = z.strictObject({ min: scoreSchema.optional(), max: scoreSchema.optional() });
export type Bounds = Readonly<z.infer<typeof boundsSchema>>;

/** A full starting state. */
export const startSchema = z.strictObject({
  tension: scoreSchema,
  trust: scoreSchema,
  face: scoreSchema,
  agency: scoreSchema,
  clarity: scoreSchema,
});
export type Start = Readonly<z.infer<typeof startSchema>>;
