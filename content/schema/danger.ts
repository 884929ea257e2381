import { z } from 'zod';
import { idSchema, LOCALES, type Locale } from './locale.ts';
import { patternSchema } from './pattern.ts';

/**
 * What is too serious to practise with, in the order in which it is looked for.
 *
 * | kind | as in |
 * | --- | --- |
 * | self-harm | somebody wants to die or hurts themselves: teacher, parent or child |
 * | threat | somebody threatens, attacks or means to attack somebody |
 * | child-safety | a child is abused, neglected, missing or in acute danger |
 */
export const DANGERS = ['self-harm', 'threat', 'child-safety'] as const;
export type Danger = (typeof DANGERS)[number];

const dangerEntrySchema = z.strictObject({
  kind: z.enum(DANGERS),
  why: z.string().min(1).describe('What these words tell.'),
  say: z.array(patternSchema).min(1),
  with: z.array(patternSchema).optional().describe('One of these must stand somewhere in the same message.'),
  without: z.array(patternSchema).optional().describe('None of these may stand in the same sentence.'),
  negated: z.boolean().default(false).describe('Also counts with "niet" or "geen" inside or right before it.'),
});
export type DangerEntry = Readonly<z.infer<typeof dangerEntrySchema>>;

/** `content/safety/danger.<locale>.yaml`: words that tell of danger, and words that only look so. */
export const dangerFileSchema = z.strictObject({
  locale: z.enum(LOCALES),
  lists: z
    .record(idSchema, z.array(patternSchema).min(1))
    .describe(
      'Words and patterns under a name; `<name>` in a pattern stands for any of them. What is learned from examples sees a word by its lists too.',
    ),
  learned: z
    .string()
    .min(1)
    .describe('What words tell that no pattern knows, but that are like the examples of danger.'),
  negation: z.array(z.string().min(1)).min(1).describe('Words that deny what they stand in or right before.'),
  dangers: z.array(dangerEntrySchema).min(1),
  lookAlikes: z
    .array(z.strictObject({ why: z.string().min(1), say: z.array(patternSchema).min(1) }))
    .describe('Figures of speech and the like: what shares a word with one of these is no danger.'),
});
export type DangerWords = Readonly<z.infer<typeof dangerFileSchema>>;

/** What the safety route knows of both languages. */
export type DangerLexicon = Readonly<Record<Locale, DangerWords>>;
