import type {
  ConversationStore,
  KeepsakeStore,
  KeyStore,
  PersonalDataStore,
  RehearsalStore,
  ScenarioRevisionStore,
  Storage,
} from '../ports.ts';

/** Every method of `Storage` side by side, so that all of them can be wrapped or sent to a thread in the same way. */
export interface Operations {
  readonly open: ConversationStore['open'];
  readonly load: ConversationStore['load'];
  readonly latestOf: ConversationStore['latestOf'];
  readonly listOf: ConversationStore['listOf'];
  readonly commit: ConversationStore['commit'];
  readonly findDuplicate: ConversationStore['findDuplicate'];
  readonly readLog: ConversationStore['readLog'];
  readonly readRevision: ScenarioRevisionStore['read'];
  readonly readKeepsake: KeepsakeStore['read'];
  readonly listRehearsals: RehearsalStore['list'];
  readonly readRehearsal: RehearsalStore['read'];
  readonly readRehearsalLog: RehearsalStore['readLog'];
  readonly obtainKey: KeyStore['obtain'];
  readonly export: PersonalDataStore['export'];
  readonly erasures: PersonalDataStore['erasures'];
  readonly expire: PersonalDataStore['expire'];
  readonly check: Storage['check'];
  readonly close: Storage['close'];
}

/** The methods of this storage. */
export function operationsOf(storage: Storage): Operations {
  const { conversations, scenarioRevisions, keepsakes, rehearsals, keys, personalData } = storage;
  return {
    open: (...args) => conversations.open(...args),
    load: (...args) => conversations.load(...args),
    latestOf: (...args) => conversations.latestOf(...args),
    listOf: (...args) => conversations.listOf(...args),
    commit: (...args) => conversations.commit(...args),
    findDuplicate: (...args) => conversations.findDuplicate(...args),
    readLog: (...args) => conversations.readLog(...args),
    readRevision: (...args) => scenarioRevisions.read(...args),
    readKeepsake: (...args) => keepsakes.read(...args),
    listRehearsals: (...args) => rehearsals.list(...args),
    readRehearsal: (...args) => rehearsals.read(...args),
    readRehearsalLog: (...args) => rehearsals.readLog(...args),
    obtainKey: (...args) => keys.obtain(...args),
    export: (...args) => personalData.export(...args),
    erasures: (...args) => personalData.erasures(...args),
    expire: (...args) => personalData.expire(...args),
    check: () => storage.check(),
    close: () => storage.close(),
  };
}

/** The storage with these methods. */
export function storageOf(operations: Operations): Storage {
  const { open, load, latestOf, listOf, commit, findDuplicate, readLog } = operations;
  return {
    conversations: { open, load, latestOf, listOf, commit, findDuplicate, readLog },
    scenarioRevisions: { read: operations.readRevision },
    keepsakes: { read: operations.readKeepsake },
    rehearsals: {
      list: operations.listRehearsals,
      read: operations.readRehearsal,
      readLog: operations.readRehearsalLog,
    },
    keys: { obtain: operations.obtainKey },
    personalData: { export: operations.export, erasures: operations.erasures, expire: operations.expire },
    check: operations.check,
    close: operations.close,
  };
}
