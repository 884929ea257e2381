import { z } from 'zod';
import { localeTagSchema } from '../localeTag.ts';
import { TeamsRefusal } from './refusal.ts';

/** Where something was said: to the bot alone, in a chat with others, or in a channel of a team. */
export type Scope = 'personal' | 'groupChat' | 'channel';

const MAX_ID = 500;
const id = z.string().min(1).max(MAX_ID);
const word = z.string().max(MAX_ID).optional().catch(undefined);

const accountSchema = z.object({ id, aadObjectId: word });
const mentionSchema = z.object({
  type: z.literal('mention'),
  mentioned: z.object({ id: word }).catch({ id: undefined }),
  text: z.string().catch(''),
});

/**
 * What is read of an activity; the rest is dropped.
 * Source: Messages in bot conversations; Conversation events in your Teams bot (Microsoft Teams developer documentation).
 */
const wireSchema = z.object({
  type: z.string().max(MAX_ID),
  id,
  name: word,
  action: word,
  replyToId: word,
  serviceUrl: z.string(),
  from: accountSchema,
  recipient: accountSchema,
  conversation: z.object({
    id,
    conversationType: z.enum(['personal', 'groupChat', 'channel']).optional().catch(undefined),
    isGroup: z.boolean().optional().catch(undefined),
    tenantId: word,
  }),
  channelData: z
    .object({ tenant: z.object({ id: word }).optional().catch(undefined), eventType: word })
    .catch({ tenant: undefined, eventType: undefined }),
  text: z.string().catch(''),
  value: z.unknown().optional(),
  locale: localeTagSchema,
  membersAdded: z.array(accountSchema).max(1000).catch([]),
  entities: z.array(z.unknown()).max(200).catch([]),
});

/** An activity from Teams, reduced to what we use of it. */
export interface TeamsActivity extends Omit<z.infer<typeof wireSchema>, 'entities' | 'text'> {
  /** Organisation of the person who acts. */
  readonly tenant: string;
  readonly scope: Scope;
  /** Without the mention of the bot. */
  readonly text: string;
}

/**
 * Reads an activity that has been let in. Conversation and channel data must name one and the same organisation.
 * @throws TeamsRefusal 400 for what is no activity, or one that does not say whose it is
 */
export function readActivity(body: unknown): TeamsActivity {
  const parsed = wireSchema.safeParse(body);
  if (!parsed.success) throw new TeamsRefusal(400, 'no activity');

  const { entities, ...wire } = parsed.data;
  const tenants = new Set([wire.channelData.tenant?.id, wire.conversation.tenantId].filter((tenant) => tenant));
  const [tenant] = tenants;
  if (tenant === undefined || tenants.size > 1) throw new TeamsRefusal(400, 'no organisation, or two');
  return { ...wire, tenant: tenant.toLowerCase(), scope: scopeOf(wire.conversation), text: spoken(parsed.data) };
}

function scopeOf({ conversationType, isGroup }: z.infer<typeof wireSchema>['conversation']): Scope {
  return conversationType ?? (isGroup ? 'channel' : 'personal');
}

/**
 * What was said, without the mention of the bot; other people's mentions become their names. Who is mentioned is read
 * from the entities: the text between the tags can be anything.
 * Source: Channel and group chat conversations with a bot, Work with mentions (Microsoft Teams developer documentation).
 */
function spoken({ text, recipient, entities }: z.infer<typeof wireSchema>): string {
  let said = text;
  for (const entity of entities) {
    const mention = mentionSchema.safeParse(entity);
    if (mention.success && mention.data.text !== '' && mention.data.mentioned.id === recipient.id) {
      said = said.replace(mention.data.text, ' ');
    }
  }
  return said
    .replaceAll('&nbsp;', ' ')
    .replaceAll(/<\/?at(?: [^<>]{0,100})?>/g, '')
    .replaceAll('\u00a0', ' ')
    .trim();
}
