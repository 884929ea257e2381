import type { Storage } from '../ports.ts';
import { createAuditStore } from './auditStore.ts';
import { createBoardStore } from './boardStore.ts';
import { checkWritable } from './checkWritable.ts';
import { createCoachStore } from './coachStore.ts';
import { createConversationStore } from './conversationStore.ts';
import type { Database } from './database.ts';
import { guardedStorage } from './guardedStorage.ts';
import { createJournalStore } from './journalStore.ts';
import { createKeepsakeStore } from './keepsakeStore.ts';
import { createKeyStore } from './keyStore.ts';
import { createLinkStore } from './linkStore.ts';
import { createOneTimeStore } from './oneTimeStore.ts';
import { createOutboxStore } from './outboxStore.ts';
import { createPersonalDataStore } from './personalDataStore.ts';
import { createRehearsalStore } from './rehearsalStore.ts';
import { createReviewStore } from './reviewStore.ts';
import { createScenarioRevisionStore } from './scenarioRevisionStore.ts';
import { createSessionStore } from './sessionStore.ts';
import { createShareStore } from './shareStore.ts';
import { createUsageStore } from './usageStore.ts';

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
      sessions: createSessionStore(database),
      oneTimes: createOneTimeStore(database),
      coaches: createCoachStore(database),
      links: createLinkStore(database),
      shares: createShareStore(database),
      reviews: createReviewStore(database),
      audit: createAuditStore(database),
      usage: createUsageStore(database),
      journal: createJournalStore(database),
      boards: createBoardStore(database),
      check: () => checkWritable(database),
      close: () => database.db.destroy(),
    },
    (error) => database.explainFailure(error),
  );
}
