import { z } from 'zod';
import { idSchema } from './locale.ts';

const boundsSchema = z.strictObject({
  formula: z
    .strictObject({
      base: z.number(),
      perWordInSentence: z.number().min(0).describe('Taken off for each word of the average sentence.'),
      perSyllableInWord: z.number().min(0).describe('Taken off for each syllable of the average word.'),
    })
    .describe('Reading ease: 100 is very easy, 0 very hard.'),
  least: z.number().min(0).max(100).describe('A text of at least `from` words must reach this reading ease.'),
  from: z.number().int().min(1).describe('Shorter texts are not measured: a formula says little about one sentence.'),
  wordsInSentence: z.number().int().min(5).describe('The longest sentence.'),
  syllablesInWord: z.number().int().min(3).describe('A word with more counts as long.'),
  longWords: z.number().int().min(0).describe('So many long words may one sentence hold.'),
  easyWords: z.array(z.string().min(1)).describe('Long words that everybody at school knows; they count as short.'),
  conjunctions: z.array(z.string().min(1)).min(1).describe('Words that open a subordinate clause.'),
  clauses: z.number().int().min(1).describe('So many subordinate clauses may one sentence hold.'),
  source: idSchema,
});
export type ReadabilityBounds = Readonly<z.infer<typeof boundsSchema>>;

/** `content/readability.yaml`: from where a text counts as too hard for B1, by language. */
export const readabilitySchema = z.strictObject({ nl: boundsSchema, en: boundsSchema });
export type Readability = Readonly<z.infer<typeof readabilitySchema>>;
