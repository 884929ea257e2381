import { z } from 'zod';
import type { Hearing } from './hearing.ts';
import { idSchema, LOCALES, type Locale } from './locale.ts';
import { MOVES } from './move.ts';
import { patternSchema } from './pattern.ts';
import { SIGNS } from './sign.ts';

/** One way, or several alike, in which a teacher makes a move. */
const cueSchema = z.strictObject({
  move: z.enum(MOVES),
  why: z.string().min(1).describe('For the reader of the debrief: what these words do.'),
  strength: z
    .number()
    .min(0.1)
    .max(1)
    .default(0.8)
    .describe('How sure this cue alone makes the move; weak cues in one clause add up, and count from 0.5.'),
  question: z.boolean().optional().describe('Only in a question, or only outside one.'),
  with: z.array(patternSchema).optional().describe('One of these must stand in the same sentence.'),
  without: z.array(patternSchema).optional().describe('None of these may stand in the same sentence.'),
  sign: z.enum(SIGNS).optional().describe('What else these words show.'),
  bare: z.boolean().default(false).describe('A formula that names nothing: any "but" cancels it.'),
  negated: z.boolean().default(false).describe('Also counts with "niet" or "geen" inside or right before it.'),
  say: z.array(patternSchema).min(1),
});
export type Cue = Readonly<z.infer<typeof cueSchema>>;

/** `content/moves/cues.<locale>.yaml`. */
export const cuesFileSchema = z.strictObject({ locale: z.enum(LOCALES), cues: z.array(cueSchema).min(1) });

/** Lists that the recognizer's own rules read; a words file may hold more, for its cues. */
export const RULE_LISTS = [
  'abbreviation',
  'action',
  'article',
  'availability',
  'but',
  'clause-start',
  'common-name',
  'confirms',
  'consequence',
  'denial',
  'embedding',
  'explained-by',
  'explains',
  'family',
  'farewell',
  'feeling',
  'feeling-noun',
  'filler',
  'finite',
  'formula',
  'function-word',
  'greeting',
  'imperative',
  'incident',
  'insight',
  'invitation',
  'inverted',
  'joiner',
  'jargon',
  'known-abbreviation',
  'logistics',
  'loose-when',
  'negation',
  'non-verb',
  'not-a-name',
  'past',
  'permission',
  'question-word',
  'reported',
  'request',
  'rude',
  'school-talk',
  'staff',
  'subject',
  'subordinate',
  'tag',
  'we',
  'weak-but',
  'when',
] as const;
export type RuleList = (typeof RULE_LISTS)[number];

/** `content/moves/words.<locale>.yaml`: what the patterns and rules of one language stand on. */
export const wordsFileSchema = z.strictObject({
  locale: z.enum(LOCALES),
  contractions: z
    .record(z.string(), z.string())
    .describe("What a short form stands for: a whole word, or an ending that begins with an apostrophe, as in 'll."),
  reasons: z
    .strictObject({
      agreement: z.string().min(1),
      meeting: z.string().min(1),
      jargon: z.string().min(1),
      name: z.string().min(1),
      open: z.string().min(1),
      closed: z.string().min(1),
      request: z.string().min(1),
      learned: z.string().min(1),
    })
    .describe("What the recognizer's own rules say they saw, for the reader of the debrief."),
  same: z.array(z.array(z.string()).min(2)).describe('Forms that count as one word; a form may stand in several.'),
  lists: z
    .record(idSchema, z.array(patternSchema).min(1))
    .refine((lists) => RULE_LISTS.every((list) => list in lists), {
      error: ({ input }) =>
        `add the lists ${RULE_LISTS.filter((list) => !(list in (input as object))).join(', ')}: the rules read them`,
    })
    .describe('Words and patterns under a name; `<name>` in a pattern stands for any of them.'),
});
export type Words = Readonly<z.infer<typeof wordsFileSchema>>;

/** `content/moves/names.yaml`: first names of pupils, lower case. */
export const namesFileSchema = z.strictObject({ names: z.array(z.string().min(2)).min(1) });

/** All that the recognizer knows of language. */
export interface CueLexicon {
  readonly locales: Readonly<
    Record<Locale, { readonly words: Words; readonly cues: readonly Cue[]; readonly hearing: Hearing }>
  >;
  readonly names: readonly string[];
}
