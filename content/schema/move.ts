import { z } from 'zod';
import { localizedSchema } from './locale.ts';

/** The seven tips, in the order of the source article (Munniksma e.a., 2014). */
export const TIPS = [
  'face-to-face',
  'show-understanding',
  'name-expertise',
  'appeal-to-responsibility',
  'explicit-expectations',
  'clear-honest-realistic',
  'be-reachable',
] as const;
export type TipId = (typeof TIPS)[number];

/** What a teacher can do that helps, as labelled in `content/moves/`. */
export const POSITIVE_MOVES = [
  'show-understanding',
  'ask-open-question',
  'appreciate',
  'name-expertise',
  'appeal-responsibility',
  'explicit-expectations',
  'clear-honest-realistic',
  'be-reachable',
  'propose-face-to-face',
] as const;

/** What a teacher does better not to do. */
export const MOVES_TO_AVOID = [
  'defensive',
  'blame-parent',
  'minimise',
  'jargon',
  'overpromise',
  'command-threaten',
  'premature-advice',
  'deflect',
  'closed-leading-question',
  'break-confidentiality',
] as const;

export const MOVES = [...POSITIVE_MOVES, ...MOVES_TO_AVOID] as const;
export type Move = (typeof MOVES)[number];

/** One entry of `content/moves/moves.yaml`: what a label means to a teacher. */
const moveSchema = z.strictObject({
  id: z.enum(MOVES),
  kind: z.enum(['helps', 'avoid']),
  tip: z.enum(TIPS).describe('The tip under which the debrief shows this move.'),
  name: localizedSchema.describe('Short name, as in "toont begrip".'),
  does: localizedSchema.describe('What it does to a parent, in one sentence.'),
});
export type MoveEntry = Readonly<z.infer<typeof moveSchema>>;
export const movesFileSchema = z.strictObject({ moves: z.array(moveSchema).length(MOVES.length) });
