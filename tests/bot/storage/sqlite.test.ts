import { sqliteDatabase } from './sqliteDatabase.ts';
import { describeStorage } from './storageContract.ts';

describeStorage('SQLite', sqliteDatabase);
