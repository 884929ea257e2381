import type { Logger } from 'pino';
import type { Content } from '../../../content/schema/content.ts';
import { nearestLocale } from '../../../content/schema/locale.ts';
import { createTexts } from '../../../dialogs/texts.ts';
import type { Route } from '../../http/route.ts';
import type { LinkByCode } from '../../identity/linking/linkByCode.ts';
import type { KeyRing } from '../../keys/keyRing.ts';
import type { OutgoingMessage, Storage, TurnRunner } from '../../ports.ts';
import { tracedSend } from '../../tracing/traced.ts';
import type { Tracing } from '../../tracing/tracing.ts';
import { createSeals, type Seals } from './address.ts';
import { createAppToken } from './appToken.ts';
import { createAuthentication } from './authentication.ts';
import { type Connector, createConnector, type SendOutcome } from './connector.ts';
import { Deliverer, type DelivererOptions } from './deliverer.ts';
import { createExtension, type ExtensionParts } from './extension/createExtension.ts';
import { type CountFeedback, Feedback } from './feedback.ts';
import { messagesRoute } from './messagesRoute.ts';
import { aboutTip } from './oneCard.ts';
import { oneMessage } from './oneMessage.ts';
import { Owners } from './owners.ts';
import { createProactive, type Proactive } from './proactive.ts';
import { createReceiver } from './receiver.ts';
import { allowedServices } from './serviceUrl.ts';
import { createSigningKeys } from './signingKeys.ts';
import { createStrangers } from './strangers.ts';
import type { TeamsConfig } from './teamsConfig.ts';

export interface TeamsOptions {
  readonly config: TeamsConfig;
  readonly storage: Pick<Storage, 'conversations' | 'outbox' | 'oneTimes'> & {
    readonly audit: Pick<Storage['audit'], 'note'>;
  };
  readonly runner: Pick<TurnRunner, 'run' | 'heard'>;
  /** Of at least 32 random bytes each, kept: an address that none of them sealed is not believed. */
  readonly ring: KeyRing;
  readonly messages: Content['messages'];
  /** What the message extension stands on; left out: it answers nothing. */
  readonly extension?: Omit<ExtensionParts, 'personalChat' | 'now'>;
  /** What a code does that somebody typed to link with; left out: nothing. */
  readonly link?: LinkByCode;
  readonly log: Logger;
  /** Left out: nobody wants traces. */
  readonly tracing?: Tracing | null;
  /** Told of every message that was offered. */
  readonly observe?: DelivererOptions['observe'];
  /** Told of every thumb under a tip. */
  readonly countFeedback?: CountFeedback;
  readonly now?: () => Date;
}

/** Microsoft Teams: what comes in, and what goes out. */
export interface Teams {
  readonly routes: readonly Route[];
  readonly deliverer: Deliverer;
  readonly proactive: Proactive;
}

/** The channel; its deliverer is to be started, and stopped, by who makes it. */
export function createTeams(options: TeamsOptions): Teams {
  const { config, storage, runner, log, now = () => new Date() } = options;
  const { conversations, outbox } = storage;
  const texts = createTexts(options.messages);
  const isAllowedService = allowedServices(config.serviceHosts);
  const connector = createConnector({ appToken: createAppToken(config, now), isAllowedService });
  const seals = createSeals(options.ring);
  const compose = oneMessage(texts);
  const tenants = new Set(config.tenants);
  const feedback = new Feedback(options.countFeedback ?? (() => undefined), (locale) => texts(nearestLocale(locale)));
  const send = tracedSend(sendSealed(connector, seals, feedback), options.tracing ?? null);
  const deliverer = new Deliverer({ outbox, send, now, log, observe: options.observe });
  const wake = () => deliverer.wake();
  const receive = createReceiver({
    runner,
    conversations,
    outbox,
    audit: storage.audit,
    owners: new Owners(conversations),
    strangers: createStrangers({
      connector,
      oneTimes: storage.oneTimes,
      words: (locale) => texts(nearestLocale(locale))('teams.stranger'),
      log,
      now,
    }),
    seals,
    compose,
    feedback,
    link: options.link,
    extension:
      options.extension && createExtension({ ...options.extension, personalChat: personalChat(config.appId), now }),
    done: (locale) => texts(nearestLocale(locale))('teams.done'),
    tenants,
    personalChat: personalChat(config.appId),
    wake,
    log,
    now,
  });
  const keys = createSigningKeys({ metadata: config.openIdMetadata, now });
  const authentication = createAuthentication({ appId: config.appId, keys, isAllowedService, now });

  return {
    routes: [messagesRoute({ authentication, receive, log })],
    deliverer,
    proactive: createProactive({
      runner,
      conversations,
      outbox,
      seals,
      compose,
      isAllowedService,
      tenants,
      wake,
      log,
    }),
  };
}

/** An address that was altered in the store gets nothing. What a message is about stays here. */
function sendSealed(
  connector: Connector,
  seals: Seals,
  feedback: Feedback,
): (message: OutgoingMessage) => Promise<SendOutcome> {
  return async ({ tenant, conversationId, address, message: kept }) => {
    const opened = seals.open(address, tenant, conversationId);
    if (!opened) return { kind: 'never', why: 'an address that is not as we kept it' };
    const { tip, message } = aboutTip(kept);
    const outcome = await connector.send(opened, message);
    if (outcome.kind === 'sent' && outcome.id && tip) feedback.sent(opened.conversation, outcome.id, tip);
    return outcome;
  };
}

/** Where one can talk to the bot alone. Source: Create deep links to chat (Microsoft Teams developer documentation); `28:` is a bot. */
export function personalChat(appId: string): string {
  return `https://teams.microsoft.com/l/chat/0/0?users=28:${appId}`;
}
