import type { ConversationStore, KeyStore, PersonalDataStore, ScenarioRevisionStore, Storage } from '../ports.ts';

/** Every method of `Storage` side by side, so that all of them can be wrapped or sent to a thread in the same way. */
export interface Operations extends ConversationStore {
  readonly readRevision: ScenarioRevisionStore['read'];
  readonly obtainKey: KeyStore['obtain'];
  readonly export: PersonalDataStore['export'];
  readonly expire: PersonalDataStore['expire'];
  readonly check: Storage['check'];
  readonly close: Storage['close'];
}

/** The methods of this storage. */
export function operationsOf({
  conversations,
  scenarioRevisions,
  keys,
  personalData,
  check,
  close,
}: Storage): Operations {
  return {
    open: conversations.open,
    load: conversations.load,
    latestOf: conversations.latestOf,
    commit: conversations.commit,
    findDuplicate: conversations.findDuplicate,
    readLog: conversations.readLog,
    readRevision: scenarioRevisions.read,
    obtainKey: keys.obtain,
    export: personalData.export,
    expire: personalData.expire,
    check,
    close,
  };
}

/** The storage with these methods. */
export function storageOf(operations: Operations): Storage {
  const { open, load, latestOf, commit, findDuplicate, readLog } = operations;
  return {
    conversations: { open, load, latestOf, commit, findDuplicate, readLog },
    scenarioRevisions: { read: operations.readRevision },
    keys: { obtain: operations.obtainKey },
    personalData: { export: operations.export, expire: operations.expire },
    check: operations.check,
    close: operations.close,
  };
}
