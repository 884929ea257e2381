import { z } from 'zod';
import { MOVES } from './move.ts';

/** A regular expression that ignores case and knows all letters. */
const expressionSchema = z.string().min(1).refine(isExpression, { error: 'this is no regular expression' });

/** One thing about marked words that can be told without understanding them. */
const labelRuleSchema = z.strictObject({
  move: z.enum(MOVES),
  is: z
    .enum(['needs', 'never', 'never-begins', 'ended-by'])
    .describe(
      '`needs`: words marked with this move hold the expression. `never`: the expression is never all of them. `never-begins`: nor does it begin where they do. `ended-by`: what follows begins with it and carries a move to avoid, so that this move is taken back.',
    ),
  nl: expressionSchema.describe('`<name>` stands for any name of moves/names.yaml but that of the parent’s own child.'),
  en: expressionSchema,
  why: z.string().min(1).describe('What the labelling guide says, as a sentence.'),
});
export type LabelRule = Readonly<z.infer<typeof labelRuleSchema>>;

/** `content/moves/label-rules.yaml`: labels that contradict the guide. */
export const labelRulesFileSchema = z.strictObject({ rules: z.array(labelRuleSchema).min(1) });
export type LabelRules = Readonly<z.infer<typeof labelRulesFileSchema>>;

function isExpression(source: string): boolean {
  try {
    return new RegExp(source.replaceAll('<name>', 'x'), 'iu') instanceof RegExp;
  } catch {
    return false;
  }
}
