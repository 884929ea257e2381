import type { Memory } from '../../dialogs/memory.ts';
import { recalled } from '../../dialogs/memory.ts';
import type { Person } from '../identity/principal.ts';
import type { ConversationStore } from '../ports.ts';

/** More conversations than one browser has. */
const MOST = 20;

/** What the bot remembers of one conversation, and which. */
export interface RememberedTalk {
  /** Under which name of this teacher. */
  readonly person: Person;
  readonly conversationId: string;
  readonly memory: Memory;
}

/** What the bot remembers of this teacher under this name, the conversation that changed last first. */
export async function memoriesOf(
  conversations: Pick<ConversationStore, 'listOf'>,
  person: Person,
): Promise<readonly RememberedTalk[]> {
  const kept = await conversations.listOf(person.tenant, person.userId, MOST);
  return kept.flatMap(({ id, state, updatedAt }) =>
    // The state is what an earlier turn of ours returned.
    state === null ? [] : [{ person, conversationId: id, memory: recalled(state as unknown as Memory, updatedAt) }],
  );
}
