import type { Storage } from '../ports.ts';
import { checkWritable } from './checkWritable.ts';
import { createConversationStore } from './conversationStore.ts';
import type { Database } from './database.ts';
import { guardedStorage } from './guardedStorage.ts';
import { createKeepsakeStore } from './keepsakeStore.ts';
import { createKeyStore } from './keyStore.ts';
import { createOutboxStore } from './outboxStore.ts';
import { createPersonalDataStore } from './personalDataStore.ts';
import { createRehearsalStore } from './rehearsalStore.ts';
import { createScenarioRevisionStore } from './scenarioRevisionStore.ts';

/** All stores over one database; it is closed with the storage. */
export function createStorage(database: Database): Storage {
  return guardedStorage(
    {
      conversations: createConversationStore(database),
      scenarioRevisions: createScenarioRevisionStore(database),
      keepsakes: createKeepsakeStore(database),
      rehearsals: createRehearsalStore(database),
      outbox: createOutboxStore(database),
      keys: createKeyStore(database),
      personalData: createPersonalDataStore(database),
      check: () => checkWritable(database),
      close: () => database.db.destroy(),
    },
    (error) => database.explainFailure(error),
  );
}
