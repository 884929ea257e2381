import type { ConversationStore, TurnOutcome, TurnRunner } from '../../ports.ts';
import type { Session } from './session.ts';

/** Conversations known to have begun; more are looked up again. */
const REMEMBERED = 10_000;

/** Makes the bot speak first, once in each conversation, before anything else happens there. */
export class Welcome {
  readonly #begun = new Set<string>();
  readonly #conversations: Pick<ConversationStore, 'load'>;
  readonly #runner: Pick<TurnRunner, 'run'>;

  constructor(conversations: Pick<ConversationStore, 'load'>, runner: Pick<TurnRunner, 'run'>) {
    this.#conversations = conversations;
    this.#runner = runner;
  }

  /** Whether it had begun before, begins now, or has to wait because its conversation is busy. */
  async ensure(session: Session, locale?: string): Promise<'before' | 'now' | 'busy'> {
    const { tenant, conversationId } = session;
    if (this.#begun.has(conversationId)) return 'before';

    const conversation = await this.#conversations.load(tenant, conversationId);
    const isNew = conversation === null || conversation.version === 0;
    if (isNew && (await this.#greet(session, locale)).status === 'busy') return 'busy';
    this.#remember(conversationId);
    return isNew ? 'now' : 'before';
  }

  #greet({ tenant, conversationId, userId }: Session, locale: string | undefined): Promise<TurnOutcome> {
    return this.#runner.run({
      tenant,
      conversationId,
      userId,
      channel: 'directline',
      activity: {
        type: 'conversationUpdate',
        membersAdded: [{ id: userId, name: '' }],
        from: { id: userId, name: '', role: 'user' },
        ...(locale === undefined ? {} : { locale }),
      },
      dedupeKey: 'welcome',
    });
  }

  #remember(conversationId: string): void {
    if (this.#begun.size >= REMEMBERED) this.#begun.clear();
    this.#begun.add(conversationId);
  }
}
