import type { Storage } from '../../../bot/ports.ts';
import { openPlace } from './openPlace.ts';
import type { Place } from './testDatabase.ts';
import { aRehearsal, aTurn, message, openConversation } from './turns.ts';

/** What the process does that is to be killed: turn after turn in each of these conversations. */
export interface CommitterOrder {
  readonly place: Place;
  readonly tenant: string;
  /** Also the user of each. */
  readonly conversations: readonly string[];
}

async function commitForever(storage: Storage, tenant: string, id: string): Promise<void> {
  for (;;) {
    const conversation = await openConversation(storage, { tenant, id, userId: id });
    const turn = conversation.version + 1;
    const { status } = await storage.conversations.commit(
      aTurn(conversation, {
        activities: [message(`say ${turn}`), message(`hear ${turn}`)],
        state: { turn },
        rehearsalsStarted: turn === 1 ? [aRehearsal({ id: 'long' })] : [],
        ledger: [{ rehearsalId: 'long', turn, lines: [{ turn }] }],
      }),
    );
    if (status === 'committed') process.stdout.write(`${id} ${turn};\n`);
  }
}

const order: CommitterOrder = JSON.parse(process.argv[2] ?? '');
const storage = await openPlace(order.place);
await Promise.all(order.conversations.map((id) => commitForever(storage, order.tenant, id)));
