import type { Activity } from 'botframework-schema';
import type { Logger } from 'pino';
import { cardIn } from '../../../dialogs/cards/withCard.ts';
import type { AuditStore } from '../../coach/reviewPorts.ts';
import { tooMany } from '../../http/rateLimit.ts';
import { noteWho } from '../../http/requestNotes.ts';
import type { HttpReply } from '../../http/route.ts';
import type { LinkByCode } from '../../identity/linking/linkByCode.ts';
import type { ConversationStore, OutboxStore, TurnOutcome, TurnRunner } from '../../ports.ts';
import type { Seals, TeamsAddress } from './address.ts';
import { TEAMS } from './authentication.ts';
import type { Extension } from './extension/createExtension.ts';
import type { Feedback } from './feedback.ts';
import type { TeamsActivity } from './incomingActivity.ts';
import { answerOf, cardInPlace, noticed, unknownInvoke } from './invokeAnswers.ts';
import { withoutCode } from './linkCommand.ts';
import type { OneMessage } from './oneMessage.ts';
import type { Owners } from './owners.ts';
import { TeamsRefusal } from './refusal.ts';
import type { Strangers } from './strangers.ts';
import { saidInCompany, type Wanted, wantedOf, welcomeBefore } from './wanted.ts';

export interface ReceiverOptions {
  readonly runner: Pick<TurnRunner, 'run' | 'heard'>;
  readonly conversations: Pick<ConversationStore, 'revise'>;
  readonly outbox: Pick<OutboxStore, 'forgetAddress'>;
  /** Where it is noted who was not let into whose chat. */
  readonly audit: Pick<AuditStore, 'note'>;
  readonly owners: Owners;
  readonly strangers: Strangers;
  readonly seals: Seals;
  readonly compose: OneMessage;
  readonly feedback: Feedback;
  /** What a code does that somebody typed to link with; left out: nothing. */
  readonly link?: LinkByCode | undefined;
  /** Left out: there is none. */
  readonly extension?: Extension | undefined;
  /** What answers the press of a button when the bot itself does not. */
  readonly done: (locale: string | undefined) => string;
  /** Organisations whose people may use the bot. */
  readonly tenants: ReadonlySet<string>;
  /** Where one can talk to the bot alone. */
  readonly personalChat: string;
  /** Called when something may be due in the outbox. */
  readonly wake: () => void;
  readonly log: Logger;
  readonly now: () => Date;
}

/** A chat or channel belongs to nobody in particular. */
const COMPANY = 'in-company';
const OK: HttpReply = { status: 200, body: {} };

/** Does what an activity asks, and answers when it has been kept. */
export function createReceiver(options: ReceiverOptions): (activity: TeamsActivity) => Promise<HttpReply> {
  return async (activity) => {
    if (!options.tenants.has(activity.tenant)) return options.strangers.turnAway(activity);

    const wanted = wantedOf(activity);
    switch (wanted.kind) {
      case 'turn':
        return answerOf(activity, await teachersTurn(options, activity, wanted));
      case 'company':
        await answerInCompany(options, activity, wanted);
        return OK;
      case 'revision':
        await revise(options, activity, wanted);
        return OK;
      case 'farewell':
        await options.outbox.forgetAddress(activity.tenant, conversationIdOf(activity));
        return OK;
      case 'extension':
        if (!options.extension) return unknownInvoke();
        return { status: 200, body: options.extension(wanted.asked, activity.locale) };
      case 'feedback':
        return options.feedback.answer(activity, wanted.feedback);
      case 'unknown-invoke':
        return unknownInvoke();
      case 'nothing':
        return OK;
    }
  };
}

type Turn = Extract<Wanted, { kind: 'turn' }>;

async function teachersTurn(options: ReceiverOptions, activity: TeamsActivity, wanted: Turn): Promise<TurnOutcome> {
  const { tenant } = activity;
  noteWho({ tenant, userId: wanted.userId });
  const known = await options.owners.of(tenant, conversationIdOf(activity));
  if (known && known.userId !== wanted.userId) return refuseAnother(options, activity, known.userId, wanted.userId);
  if (!known?.hasBegun && !wanted.isWelcome) {
    await take(options, activity, wanted.userId, welcomeBefore(wanted));
  }
  const person = { tenant, userId: wanted.userId };
  return take(options, activity, wanted.userId, {
    ...wanted,
    activity: await withoutCode(options.link, person, wanted.activity),
  });
}

/** A personal chat has one teacher for good; whoever else speaks there is not let in. */
async function refuseAnother(
  { audit, log, now }: ReceiverOptions,
  { tenant, conversation }: TeamsActivity,
  owner: string,
  speaker: string,
): Promise<never> {
  const seen = { audit: 'another-person', tenant, conversation: conversation.id, owner, speaker };
  log.warn(seen, 'Teams: somebody else spoke in a personal chat');
  const at = now().toISOString();
  await audit.note({ tenant, at, actor: speaker, action: 'refused', rehearsalId: null, shareId: null, owner });
  throw new TeamsRefusal(403, 'another person');
}

async function answerInCompany(
  options: ReceiverOptions,
  activity: TeamsActivity,
  wanted: Extract<Wanted, { kind: 'company' }>,
): Promise<void> {
  const { dedupeKey } = wanted;
  await take(options, activity, COMPANY, {
    activity: saidInCompany(activity, wanted, options.personalChat),
    dedupeKey,
  });
}

/** One turn; its replies leave as one message. */
async function take(
  { runner, owners, seals, compose, done, wake }: ReceiverOptions,
  activity: TeamsActivity,
  userId: string,
  turn: { readonly activity: Partial<Activity>; readonly dedupeKey: string; readonly isInPlace?: boolean },
): Promise<TurnOutcome> {
  const { tenant } = activity;
  const conversationId = conversationIdOf(activity);
  const address = addressOf(activity);
  const noted = (replies: readonly Activity[]) => noticed(done(replies.at(-1)?.locale ?? activity.locale));
  const outcome = await runner.run({
    tenant,
    conversationId,
    userId,
    channel: TEAMS,
    activity: turn.activity,
    dedupeKey: turn.dedupeKey,
    delivery: {
      address: seals.seal(address, tenant, conversationId),
      compose: (replies) => compose(turn.isInPlace ? replies.filter((reply) => !cardIn(reply)) : replies, address),
      // Who typed waits for nothing.
      ...(activity.type === 'invoke'
        ? { answer: (replies) => (turn.isInPlace && cardInPlace(replies)) || noted(replies) }
        : {}),
    },
  });
  if (outcome.status === 'busy') throw tooMany(1);
  owners.begun(tenant, conversationId, userId);
  wake();
  return outcome;
}

async function revise(
  { runner, conversations, owners, log, now }: ReceiverOptions,
  activity: TeamsActivity,
  { dedupeKey, text }: Extract<Wanted, { kind: 'revision' }>,
): Promise<void> {
  const { tenant, from } = activity;
  const conversationId = conversationIdOf(activity);
  const owner = await owners.of(tenant, conversationId);
  if (owner?.userId !== from.aadObjectId?.toLowerCase()) return;

  const at = now().toISOString();
  const heard = text === null ? null : await runner.heard({ tenant, conversationId, text });
  const isKnown = await conversations.revise({ tenant, conversationId, dedupeKey, text: heard, at });
  const audit = text === null ? 'message-taken-back' : 'message-changed';
  if (isKnown) log.info({ audit, tenant, conversation: conversationId, at }, 'Teams: a message of before');
}

/**
 * Threads of a channel have its id and `;messageid=`: the channel is one conversation for us.
 * Source: Channel and group chat conversations with a bot (Microsoft Teams developer documentation).
 */
function conversationIdOf({ conversation: { id } }: TeamsActivity): string {
  return id.split(';messageid=', 1)[0] ?? id;
}

function addressOf({ serviceUrl, scope, conversation, recipient, from, type, id }: TeamsActivity): TeamsAddress {
  return {
    serviceUrl,
    scope,
    conversation: conversation.id,
    bot: recipient.id,
    user: from.id,
    ...(type === 'message' ? { replyToId: id } : {}),
  };
}
