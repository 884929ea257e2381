import { z } from 'zod';
import { LOCALES } from './locale.ts';
import { patternSchema } from './pattern.ts';
import { SIGNS, SIGNS_BETWEEN_VOICES } from './sign.ts';

/**
 * What a question can be about, apart from the facts of a scenario.
 *
 * | topic | as in |
 * | --- | --- |
 * | invitation | tell me; what happened; how is she |
 * | at-home | how is he at home; what do you notice |
 * | feeling | how is that for you |
 * | anything-else | is there anything you would still like to say or ask |
 * | help | what would help |
 * | understood | did I understand you rightly |
 * | agreement | can you live with that; shall we do it like this |
 * | meeting | which day, what time, who comes along |
 * | time | do you have a minute |
 * | permission | may I |
 * | courtesy | coffee, a coat, a chair |
 * | small-talk | the car, the journey, the weekend |
 * | offer | would you like to see where she sits |
 * | view | how do you see it |
 * | how-are-you | how are you yourself |
 * | child | friends, sleep, food, hobbies, what the child likes |
 * | household | brothers and sisters, a partner, work, who picks up |
 * | incident | who, when, where, how often it happened |
 * | past | did it happen before |
 * | others | other children and their parents |
 * | own-school | the parent's own school days |
 * | same-question | what was asked before, now of somebody else: and you? |
 * | aside | anything that has nothing to do with school or child |
 */
export const QUESTION_TOPICS = [
  'invitation',
  'at-home',
  'feeling',
  'view',
  'anything-else',
  'help',
  'understood',
  'agreement',
  'meeting',
  'time',
  'permission',
  'offer',
  'courtesy',
  'small-talk',
  'how-are-you',
  'own-school',
  'past',
  'others',
  'household',
  'incident',
  'child',
  'same-question',
  'aside',
] as const;
export type QuestionTopic = (typeof QUESTION_TOPICS)[number];

/**
 * What plain words that ask nothing are about, whatever they do. A parent can take them up by this alone.
 *
 * | statement | as in |
 * | --- | --- |
 * | put-right | that came out wrong; let me start again |
 * | refused | no, that is not possible |
 * | confirmed | that is right, something did happen |
 * | denied | no, nobody thinks that of you |
 * | freed | you don't have to tell me; that is up to you |
 * | cared | try to sleep a bit yourself |
 * | urged | you do have to understand that I have a life too |
 * | admitted | I had meant to ring; it slipped through |
 * | believed | I believe that at once; I don't blame you |
 * | condition | if the test comes out higher, the advice goes up |
 * | not-seen | I never see her sad |
 * | suggested | you could always wait; maybe put her name in it |
 * | of-you | I can see you would rather not let go; you sound tired |
 * | offered | I can show you what we saw; you can read it here |
 * | praise | she does it well; the funniest boy in my class |
 * | plan | I will be there tomorrow; we would like somebody to watch |
 * | done | I spoke to the group; I told him to stop |
 * | seen | I saw her alone by the fence |
 * | news | there is a shoe missing as well |
 * | to-you | you have got to admit it; that is your good right |
 * | school | we have a programme; the team decides |
 * | own | I have had this class since the summer |
 * | of-others | that boy stays in at break; it is a pity for the group |
 * | of-child | he comes in and goes quietly to his chair |
 * | opinion | anything else: a joke stops being one if only one side laughs |
 */
export const STATEMENTS = [
  'put-right',
  'refused',
  'confirmed',
  'denied',
  'freed',
  'cared',
  'urged',
  'admitted',
  'believed',
  'condition',
  'not-seen',
  'suggested',
  'of-you',
  'offered',
  'praise',
  'plan',
  'done',
  'seen',
  'school',
  'news',
  'to-you',
  'own',
  'of-others',
  'of-child',
  'opinion',
] as const;
export type Statement = (typeof STATEMENTS)[number];

/** Towards which side plain words lean, where no move is sure enough to be named. */
export const LEANS = ['kind', 'harsh'] as const;
export type Lean = (typeof LEANS)[number];

/** A regular expression that ignores case. */
const expressionSchema = z.string().min(1).refine(isExpression, { error: 'this is no regular expression' });

function isExpression(source: string): boolean {
  try {
    return new RegExp(source.replaceAll('<voice>', 'x'), 'iu') instanceof RegExp;
  } catch {
    return false;
  }
}

/** `content/moves/hearing.<locale>.yaml`: what a parent hears in words beside the moves. */
export const hearingFileSchema = z.strictObject({
  locale: z.enum(LOCALES),
  topics: z
    .array(
      z.strictObject({
        topic: z.enum(QUESTION_TOPICS),
        apart: z.boolean().default(false).describe('It is about the talk itself: no fact of the scenario answers it.'),
        say: z.array(patternSchema).min(1),
      }),
    )
    .min(1)
    .describe('What a question is about; of the topics that fit, the first in this file counts.'),
  statements: z
    .array(z.strictObject({ statement: z.enum(STATEMENTS), say: z.array(patternSchema).min(1) }))
    .min(1)
    .describe('What words are about that ask nothing; of those that fit, the first in this file counts.'),
  signs: z
    .array(z.strictObject({ sign: z.enum(SIGNS), say: z.array(patternSchema).min(1) }))
    .min(1)
    .describe('What words show, question or not.'),
  between: z
    .array(z.strictObject({ sign: z.enum(SIGNS_BETWEEN_VOICES), say: z.array(expressionSchema).min(1) }))
    .optional()
    .describe('What words show of one voice to another: regular expressions in which `<voice>` is any voice by name.'),
});
export type Hearing = Readonly<z.infer<typeof hearingFileSchema>>;
