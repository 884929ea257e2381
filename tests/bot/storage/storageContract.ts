import { afterAll, beforeAll, describe } from '@jest/globals';
import type { Storage } from '../../../bot/ports.ts';
import { conversationContract } from './contract/conversationContract.ts';
import { crashContract } from './contract/crashContract.ts';
import { erasureContract } from './contract/erasureContract.ts';
import { identityContract } from './contract/identityContract.ts';
import { instanceContract } from './contract/instanceContract.ts';
import { journalContract } from './contract/journalContract.ts';
import { keepsakeContract } from './contract/keepsakeContract.ts';
import { outboxContract } from './contract/outboxContract.ts';
import { personalDataContract } from './contract/personalDataContract.ts';
import { rehearsalContract } from './contract/rehearsalContract.ts';
import { reminderContract } from './contract/reminderContract.ts';
import { reviewContract } from './contract/reviewContract.ts';
import { revisionContract } from './contract/revisionContract.ts';
import { sharingContract } from './contract/sharingContract.ts';
import { textContract } from './contract/textContract.ts';
import { turnContract } from './contract/turnContract.ts';
import { usageContract } from './contract/usageContract.ts';
import type { Fixture, TestDatabase } from './testDatabase.ts';

const PARTS = [
  conversationContract,
  turnContract,
  textContract,
  keepsakeContract,
  rehearsalContract,
  outboxContract,
  reminderContract,
  revisionContract,
  sharingContract,
  reviewContract,
  usageContract,
  personalDataContract,
  erasureContract,
  journalContract,
  identityContract,
  instanceContract,
  crashContract,
];

/** All that the bot relies on in a `Storage`, on one real database. Each test has a tenant of its own. */
export function describeStorage(name: string, make: () => Promise<TestDatabase>): void {
  describe(`storage on ${name}`, () => {
    let database: TestDatabase;
    let storage: Storage;

    beforeAll(async () => {
      database = await make();
      storage = await database.open();
    });

    afterAll(async () => {
      await storage?.close();
      await database?.remove();
    });

    const fixture = (): Fixture => ({ database, storage });
    for (const part of PARTS) part(fixture);
  });
}
