import type {
  ConversationStore,
  KeepsakeStore,
  KeyStore,
  PersonalDataStore,
  ScenarioRevisionStore,
  Storage,
} from '../ports.ts';

/** Every method of `Storage` side by side, so that all of them can be wrapped or sent to a thread in the same way. */
export interface Operations {
  readonly open: ConversationStore['open'];
  readonly load: ConversationStore['load'];
  readonly latestOf: ConversationStore['latestOf'];
  readonly commit: ConversationStore['commit'];
  readonly findDuplicate: ConversationStore['findDuplicate'];
  readonly readLog: ConversationStore['readLog'];
  readonly readRevision: ScenarioRevisionStore['read'];
  readonly readKeepsake: KeepsakeStore['read'];
  readonly obtainKey: KeyStore['obtain'];
  readonly export: PersonalDataStore['export'];
  readonly expire: PersonalDataStore['expire'];
  readonly check: Storage['check'];
  readonly close: Storage['close'];
}

/** The methods of this storage. */
export function operationsOf(storage: Storage): Operations {
  const { conversations, scenarioRevisions, keepsakes, keys, personalData } = storage;
  return {
    open: (...args) => conversations.open(...args),
    load: (...args) => conversations.load(...args),
    latestOf: (...args) => conversations.latestOf(...args),
    commit: (...args) => conversations.commit(...args),
    findDuplicate: (...args) => conversations.findDuplicate(...args),
    readLog: (...args) => conversations.readLog(...args),
    readRevision: (...args) => scenarioRevisions.read(...args),
    readKeepsake: (...args) => keepsakes.read(...args),
    obtainKey: (...args) => keys.obtain(...args),
    export: (...args) => personalData.export(...args),
    expire: (...args) => personalData.expire(...args),
    check: () => storage.check(),
    close: () => storage.close(),
  };
}

/** The storage with these methods. */
export function storageOf(operations: Operations): Storage {
  const { open, load, latestOf, commit, findDuplicate, readLog } = operations;
  return {
    conversations: { open, load, latestOf, commit, findDuplicate, readLog },
    scenarioRevisions: { read: operations.readRevision },
    keepsakes: { read: operations.readKeepsake },
    keys: { obtain: operations.obtainKey },
    personalData: { export: operations.export, expire: operations.expire },
    check: operations.check,
    close: operations.close,
  };
}
