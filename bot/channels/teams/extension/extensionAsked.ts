import { z } from 'zod';
import { plainText } from './plainText.ts';

/** What somebody asks while writing, or about a message. */
export type ExtensionAsked =
  /** Tips by a question; an empty one asks what there is. */
  | { readonly kind: 'search'; readonly question: string; readonly isFirstPage: boolean }
  /** Help with this message; `sentAt` in ISO 8601, where Teams says so; `isNoDanger`: as the teacher says who saw the route. */
  | { readonly kind: 'help'; readonly message: string; readonly sentAt?: string; readonly isNoDanger?: true }
  /** To put this reply into what they are writing. */
  | { readonly kind: 'insert'; readonly text: string };

/** The commands as they stand in the manifest (`deployment/teams/appManifest.ts`). */
const SEARCH = 'tips';
const ANSWER = 'answer';
/** The number of a reply; with that number behind it the field in which it can be changed, which a client may leave out while it is closed. */
export const REPLY_FIELD = 'reply';

/** Field of a button that goes on after the route: the message that is no danger. */
export const NO_DANGER = 'noDanger';
/** What of a message goes along with that button, in characters. */
export const LONGEST_MESSAGE = 4_000;

const LONGEST_QUESTION = 400;
const LONGEST_REPLY = 4_000;
const LONGEST_BODY = 200_000;

const searchSchema = z.object({
  commandId: z.literal(SEARCH),
  parameters: z
    .array(z.object({ name: z.string(), value: z.unknown() }))
    .max(5)
    .catch([]),
  queryOptions: z.object({ skip: z.number().catch(0) }).catch({ skip: 0 }),
});
const helpSchema = z.object({
  commandId: z.literal(ANSWER),
  messagePayload: z.object({
    createdDateTime: z.iso.datetime({ offset: true }).optional().catch(undefined),
    body: z.object({
      contentType: z.enum(['html', 'text']).catch('html'),
      content: z.string().max(LONGEST_BODY).catch(''),
    }),
  }),
});
const insertSchema = z.object({
  commandId: z.literal(ANSWER),
  data: z.object({ [REPLY_FIELD]: z.number().int().min(0).max(9), text: z.string().catch('') }).catchall(z.unknown()),
});

const goOnSchema = z.object({
  commandId: z.literal(ANSWER),
  data: z.object({ [NO_DANGER]: z.string().max(LONGEST_MESSAGE) }),
});

/**
 * What an invoke of the message extension asks; null when it is none of ours. Nothing of a message is read but its words
 * and when it was sent: not who wrote it.
 * Sources: Respond to search command; Create and send dialogs; Respond to dialog submit action (Microsoft Teams developer
 * documentation).
 */
export function readExtension(name: string | undefined, value: unknown): ExtensionAsked | null {
  switch (name) {
    case 'composeExtension/query':
      return readSearch(value);
    case 'composeExtension/fetchTask':
      return readHelp(value);
    case 'composeExtension/submitAction':
      return readInsert(value);
    default:
      return null;
  }
}

function readSearch(value: unknown): ExtensionAsked | null {
  const read = searchSchema.safeParse(value);
  if (!read.success) return null;
  const { parameters, queryOptions } = read.data;
  const isInitial = parameters.some((parameter) => parameter.name === 'initialRun');
  const [first] = parameters;
  const question = isInitial || typeof first?.value !== 'string' ? '' : first.value;
  return { kind: 'search', question: question.slice(0, LONGEST_QUESTION).trim(), isFirstPage: queryOptions.skip === 0 };
}

function readHelp(value: unknown): ExtensionAsked | null {
  const read = helpSchema.safeParse(value);
  if (!read.success) return null;
  const { body, createdDateTime: sentAt } = read.data.messagePayload;
  const message = body.contentType === 'text' ? body.content.trim() : plainText(body.content);
  return { kind: 'help', message, ...(sentAt === undefined ? {} : { sentAt }) };
}

function readInsert(value: unknown): ExtensionAsked | null {
  const goOn = goOnSchema.safeParse(value);
  if (goOn.success) return { kind: 'help', message: goOn.data.data[NO_DANGER], isNoDanger: true };
  const read = insertSchema.safeParse(value);
  if (!read.success) return null;
  const { data } = read.data;
  const changed = data[`${REPLY_FIELD}${data[REPLY_FIELD]}`];
  const text = typeof changed === 'string' ? changed : data.text;
  return { kind: 'insert', text: text.slice(0, LONGEST_REPLY).trim() };
}
