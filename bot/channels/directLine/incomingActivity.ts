import { randomUUID } from 'node:crypto';
import type { Activity } from 'botframework-schema';
import { z } from 'zod';
import { HttpError } from '../../http/httpError.ts';
import { asObject } from '../../http/jsonBody.ts';
import { localeTagSchema } from '../localeTag.ts';

/** What a posted activity asks for. */
export type Incoming =
  | { readonly kind: 'turn'; readonly activity: Partial<Activity>; readonly dedupeKey: string }
  /** Known to the protocol and nothing to us: answered, not kept. */
  | { readonly kind: 'ignored' };

/** Longer texts are passed on with `channelData.textTooLong`, so that the bot can decline them kindly. */
const MAX_TEXT = 4000;
const MAX_ID = 100;
const DAY = 24 * 60 * 60 * 1000;

/** Only a bot or the service itself may say these. */
const RESERVED_TYPES = new Set([
  'command',
  'commandResult',
  'contactRelationUpdate',
  'conversationUpdate',
  'deleteUserData',
  'endOfConversation',
  'handoff',
  'installationUpdate',
  'invoke',
  'invokeResponse',
  'messageDelete',
  'messageReaction',
  'messageUpdate',
  'suggestion',
  'trace',
]);

const idSchema = z.string().min(1).max(MAX_ID).optional().catch(undefined);

/** Everything that is not named here is dropped. */
const wireSchema = z.object({
  type: z.string(),
  name: z.string().optional().catch(undefined),
  id: idSchema,
  text: z.string().catch(''),
  value: z.unknown().optional(),
  locale: localeTagSchema,
  localTimestamp: z.string().max(40).optional().catch(undefined),
  channelData: z
    .object({ clientActivityID: idSchema, postBack: z.literal(true).optional().catch(undefined) })
    .catch({ clientActivityID: undefined, postBack: undefined }),
});
type Wire = z.infer<typeof wireSchema>;

/**
 * Takes from a posted body what a teacher may say. `from` is not read: it comes from the token.
 *
 * @param events names of events that the bot knows; others are ignored
 * @throws HttpError 400 for what is no activity, or one that clients may not send
 */
export function parseIncoming(body: unknown, events: ReadonlySet<string>, now: Date): Incoming {
  const parsed = wireSchema.safeParse(asObject(body));
  if (!parsed.success) throw new HttpError(400, 'MissingProperty', 'An activity needs a type.');

  const wire = parsed.data;
  if (RESERVED_TYPES.has(wire.type)) throw new HttpError(400, 'BadArgument', 'Clients do not send this type.');
  if (!isForTheBot(wire, events)) return { kind: 'ignored' };
  return { kind: 'turn', activity: activityOf(wire, now), dedupeKey: dedupeKeyOf(wire) };
}

function isForTheBot({ type, name }: Wire, events: ReadonlySet<string>): boolean {
  return type === 'message' || (type === 'event' && name !== undefined && events.has(name));
}

function activityOf(wire: Wire, now: Date): Partial<Activity> {
  const { type, name, text, value, locale, localTimestamp, channelData } = wire;
  const sent = plausible(localTimestamp, now);
  return {
    type,
    ...(type === 'message' ? { text } : { name }),
    ...(value === undefined ? {} : { value }),
    ...(locale === undefined ? {} : { locale }),
    ...(sent === undefined ? {} : { localTimestamp: sent }),
    channelData: {
      ...(channelData.clientActivityID === undefined ? {} : { clientActivityID: channelData.clientActivityID }),
      ...(channelData.postBack ? { postBack: true } : {}),
      ...(text.length > MAX_TEXT ? { textTooLong: true } : {}),
    },
  };
}

/** When the client says it was sent, unless its clock is more than a day off. */
function plausible(text: string | undefined, now: Date): Date | undefined {
  const date = new Date(text ?? '');
  return Math.abs(date.getTime() - now.getTime()) < DAY ? date : undefined;
}

/** Clients resend with the same id of their own; without one nothing can be recognised again. */
function dedupeKeyOf({ id, channelData }: Wire): string {
  if (channelData.clientActivityID !== undefined) return `client:${channelData.clientActivityID}`;
  return id === undefined ? `once:${randomUUID()}` : `id:${id}`;
}
