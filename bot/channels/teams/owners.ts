import type { ConversationStore } from '../../ports.ts';

/** Whose a conversation is, and whether the bot has spoken there. */
export interface Owner {
  readonly userId: string;
  readonly hasBegun: boolean;
}

/** Conversations to keep in mind; more are looked up again. */
const REMEMBERED = 10_000;

/** Knows whose conversations are, mostly without a look in the store. */
export class Owners {
  readonly #begun = new Map<string, string>();
  readonly #conversations: Pick<ConversationStore, 'load'>;

  constructor(conversations: Pick<ConversationStore, 'load'>) {
    this.#conversations = conversations;
  }

  /** Undefined before the first turn. */
  async of(tenant: string, conversationId: string): Promise<Owner | undefined> {
    const userId = this.#begun.get(keyOf(tenant, conversationId));
    if (userId !== undefined) return { userId, hasBegun: true };
    const kept = await this.#conversations.load(tenant, conversationId);
    return kept ? { userId: kept.userId, hasBegun: kept.version > 0 } : undefined;
  }

  /** A turn was taken there. */
  begun(tenant: string, conversationId: string, userId: string): void {
    if (this.#begun.size >= REMEMBERED) this.#begun.clear();
    this.#begun.set(keyOf(tenant, conversationId), userId);
  }
}

function keyOf(tenant: string, conversationId: string): string {
  return JSON.stringify([tenant, conversationId]);
}
