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

/** Why a rehearsal ended. `disagreed-and-meet-again` is a success; so is `agreed`. */
export const END_REASONS = [
  'agreed',
  'disagreed-and-meet-again',
  'parted',
  'parent-left',
  'stopped',
  'out-of-turns',
] as const;
export type EndReason = (typeof END_REASONS)[number];

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

/** A full starting state. */
export const startSchema = z.strictObject({
  tension: scoreSchema,
  trust: scoreSchema,
  face: scoreSchema,
  agency: scoreSchema,
  clarity: scoreSchema,
});
export type Start = Readonly<z.infer<typeof startSchema>>;
