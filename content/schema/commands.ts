import { z } from 'zod';
import { localizedWordsSchema } from './locale.ts';

/** What a teacher can ask for at any moment, by typing it as the whole message. */
export const COMMANDS = [
  'rehearse',
  'prepare',
  'own-case',
  'tip',
  'answer',
  'source',
  'toolbox',
  'make',
  'afterwards',
  'promises',
  'reminders-off',
  'reminders-on',
  'my-rehearsals',
  'help',
  'stop',
  'hint',
  'pause',
  'rewind',
  'thought',
  'again',
  'same-moment',
  'follow-up',
  'harder',
  'easier',
  'timed',
  'swap',
  'next',
  'language',
  'privacy',
  'delete-my-data',
] as const;
export type Command = (typeof COMMANDS)[number];

/**
 * `content/commands.yaml`. A phrase counts only when it is the whole message, after folding case, outer
 * spaces and closing punctuation: "ik wil u helpen" said to a parent is not a cry for help.
 */
export const commandsFileSchema = z.strictObject({
  commands: z.record(z.enum(COMMANDS), localizedWordsSchema),
});
