import { z } from 'zod';
import { idSchema, localizedSchema, localizedWordsSchema } from './locale.ts';

/** What a message of a parent can carry; several may hold at once. In the order in which they are told. */
export const MESSAGE_KINDS = [
  'blame-school',
  'threatens',
  'broken-trust',
  'demand',
  'accuses-child',
  'unequal',
  'defends-child',
  'sarcasm',
  'late-and-long',
  'worry',
  'shame',
  'asks-talk',
  'asks-facts',
  'practical',
  'thanks',
  'unclear',
] as const;
export type MessageKindId = (typeof MESSAGE_KINDS)[number];

/** The tips that a written reply can follow: move it to the table, name what is felt, stay within reach. */
export const REPLY_TIPS = ['face-to-face', 'show-understanding', 'be-reachable'] as const;

/** How a reply sounds, so that a teacher finds one of their own. */
export const REPLY_TONES = ['warm', 'short', 'plain', 'asking'] as const;
export type ReplyTone = (typeof REPLY_TONES)[number];

const replySchema = z.strictObject({
  tone: z.enum(REPLY_TONES),
  tips: z.array(z.enum(REPLY_TIPS)).min(1),
  text: localizedSchema.describe(
    'To send as it stands. `{child}` becomes the name that the parent gave, else "uw kind".',
  ),
});
export type MessageReply = Readonly<z.infer<typeof replySchema>>;

/** `content/answering/<id>.yaml`: one thing that a message can carry, and how to answer it in writing. */
export const messageKindSchema = z.strictObject({
  id: z.enum(MESSAGE_KINDS),
  name: localizedSchema.describe('As in "boosheid op school"; it stands in the middle of a sentence.'),
  read: localizedSchema.describe('What to hear in it, in one or two sentences, for the teacher.'),
  weight: z.enum(['heavy', 'light']).describe('Heavy is not to be settled in writing.'),
  heat: z.number().int().min(0).max(2).describe('How heated it is by itself.'),
  replies: z.array(replySchema).min(4),
  avoid: z.array(z.strictObject({ text: localizedSchema, because: localizedSchema })).min(2),
  sources: z.array(idSchema).min(1),
});
export type MessageKind = Readonly<z.infer<typeof messageKindSchema>>;

/** `content/answering/words.yaml`: what parents write about; `strong` is what makes any message hotter. */
export const messageWordsSchema = z.strictObject({
  words: z
    .record(idSchema, localizedWordsSchema)
    .refine((words) => 'strong' in words, '"strong" must be among them')
    .describe('Words, or some words in a row, by what they are about; `*` at the end stands for any ending.'),
  childFollows: localizedWordsSchema.describe('Words behind which a parent names their own child.'),
});
export type MessageWords = Readonly<z.infer<typeof messageWordsSchema>>;

/** A message as a parent would write it, one line of `content/answering/examples/<locale>/<kind>.txt`. */
export interface ParentMessage {
  /** What it carries most, and first; then what it carries as well. */
  readonly kinds: readonly MessageKindId[];
  readonly text: string;
}
