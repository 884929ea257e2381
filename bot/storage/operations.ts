import type { AuditStore, ReviewStore, ShareStore, UsageStore } from '../coach/reviewPorts.ts';
import type { CoachStore, LinkStore, OneTimeStore, SessionStore } from '../identity/stores.ts';
import type {
  ConversationStore,
  KeepsakeStore,
  KeyStore,
  OutboxStore,
  PersonalDataStore,
  RehearsalStore,
  ScenarioRevisionStore,
  Storage,
} from '../ports.ts';
import type { BoardStore, JournalStore } from '../recovery/recoveryPorts.ts';

/** Every method of `Storage` side by side, so that all of them can be wrapped or sent to a thread in the same way. */
export interface Operations {
  readonly open: ConversationStore['open'];
  readonly load: ConversationStore['load'];
  readonly latestOf: ConversationStore['latestOf'];
  readonly listOf: ConversationStore['listOf'];
  readonly commit: ConversationStore['commit'];
  readonly findDuplicate: ConversationStore['findDuplicate'];
  readonly readLog: ConversationStore['readLog'];
  readonly revise: ConversationStore['revise'];
  readonly toRemind: ConversationStore['toRemind'];
  readonly readRevision: ScenarioRevisionStore['read'];
  readonly readKeepsake: KeepsakeStore['read'];
  readonly listRehearsals: RehearsalStore['list'];
  readonly readRehearsal: RehearsalStore['read'];
  readonly readRehearsalLog: RehearsalStore['readLog'];
  readonly takeOutgoing: OutboxStore['take'];
  readonly keepOutgoing: OutboxStore['keep'];
  readonly removeOutgoing: OutboxStore['remove'];
  readonly postponeOutgoing: OutboxStore['postpone'];
  readonly expireOutgoing: OutboxStore['expire'];
  readonly addressOf: OutboxStore['addressOf'];
  readonly forgetAddress: OutboxStore['forgetAddress'];
  readonly obtainKey: KeyStore['obtain'];
  readonly renewKey: KeyStore['renew'];
  readonly keyNames: KeyStore['names'];
  readonly expireKeys: KeyStore['expire'];
  readonly export: PersonalDataStore['export'];
  readonly erasures: PersonalDataStore['erasures'];
  readonly expire: PersonalDataStore['expire'];
  readonly beginSession: SessionStore['begin'];
  readonly findSession: SessionStore['find'];
  readonly touchSession: SessionStore['touch'];
  readonly claimSessionCheck: SessionStore['claimCheck'];
  readonly passSessionCheck: SessionStore['passCheck'];
  readonly listSessions: SessionStore['listOf'];
  readonly endSession: SessionStore['end'];
  readonly expireSessions: SessionStore['expire'];
  readonly keepOneTime: OneTimeStore['keep'];
  readonly useOneTime: OneTimeStore['use'];
  readonly claimOneTime: OneTimeStore['claim'];
  readonly isOneTimeGood: OneTimeStore['isGood'];
  readonly keepCoach: CoachStore['keep'];
  readonly endCoach: CoachStore['end'];
  readonly listCoaches: CoachStore['list'];
  readonly giveShares: ShareStore['give'];
  readonly withdrawShare: ShareStore['withdraw'];
  readonly sharesOfRehearsal: ShareStore['ofRehearsal'];
  readonly pairUpShares: ShareStore['pairUp'];
  readonly declineSecond: ShareStore['declineSecond'];
  readonly answerAsTeacher: ShareStore['answer'];
  readonly coachQueue: ReviewStore['queue'];
  readonly openShare: ReviewStore['open'];
  readonly isShareOpen: ReviewStore['isOpen'];
  readonly keepReview: ReviewStore['keep'];
  readonly sendReview: ReviewStore['send'];
  readonly answerAsCoach: ReviewStore['answer'];
  readonly askSecond: ReviewStore['askSecond'];
  readonly noteAudit: AuditStore['note'];
  readonly auditOfRehearsal: AuditStore['ofRehearsal'];
  readonly expireAudit: AuditStore['expire'];
  readonly firstBrokenAudit: AuditStore['firstBroken'];
  readonly usagePerMonth: UsageStore['perMonth'];
  readonly joinPeople: LinkStore['join'];
  readonly leavePeople: LinkStore['leave'];
  readonly samePeople: LinkStore['sameAs'];
  readonly listJournal: JournalStore['list'];
  readonly journalWritten: JournalStore['written'];
  readonly reapplyJournal: JournalStore['reapply'];
  readonly countRows: JournalStore['count'];
  readonly listTenants: BoardStore['tenants'];
  readonly peopleOfTenant: BoardStore['people'];
  readonly sharedOfTenant: BoardStore['shared'];
  readonly eraseTenant: BoardStore['erase'];
  readonly check: Storage['check'];
  readonly close: Storage['close'];
}

/** The methods of this storage. */
export function operationsOf(storage: Storage): Operations {
  const {
    conversations,
    scenarioRevisions,
    keepsakes,
    rehearsals,
    outbox,
    keys,
    personalData,
    sessions,
    oneTimes,
    coaches,
    shares,
    reviews,
    audit,
    usage,
  } = storage;
  return {
    open: (...args) => conversations.open(...args),
    load: (...args) => conversations.load(...args),
    latestOf: (...args) => conversations.latestOf(...args),
    listOf: (...args) => conversations.listOf(...args),
    commit: (...args) => conversations.commit(...args),
    findDuplicate: (...args) => conversations.findDuplicate(...args),
    readLog: (...args) => conversations.readLog(...args),
    revise: (...args) => conversations.revise(...args),
    toRemind: (...args) => conversations.toRemind(...args),
    readRevision: (...args) => scenarioRevisions.read(...args),
    readKeepsake: (...args) => keepsakes.read(...args),
    listRehearsals: (...args) => rehearsals.list(...args),
    readRehearsal: (...args) => rehearsals.read(...args),
    readRehearsalLog: (...args) => rehearsals.readLog(...args),
    takeOutgoing: (...args) => outbox.take(...args),
    keepOutgoing: (...args) => outbox.keep(...args),
    removeOutgoing: (...args) => outbox.remove(...args),
    postponeOutgoing: (...args) => outbox.postpone(...args),
    expireOutgoing: (...args) => outbox.expire(...args),
    addressOf: (...args) => outbox.addressOf(...args),
    forgetAddress: (...args) => outbox.forgetAddress(...args),
    obtainKey: (...args) => keys.obtain(...args),
    renewKey: (...args) => keys.renew(...args),
    keyNames: (...args) => keys.names(...args),
    expireKeys: (...args) => keys.expire(...args),
    export: (...args) => personalData.export(...args),
    erasures: (...args) => personalData.erasures(...args),
    expire: (...args) => personalData.expire(...args),
    beginSession: (...args) => sessions.begin(...args),
    findSession: (...args) => sessions.find(...args),
    touchSession: (...args) => sessions.touch(...args),
    claimSessionCheck: (...args) => sessions.claimCheck(...args),
    passSessionCheck: (...args) => sessions.passCheck(...args),
    listSessions: (...args) => sessions.listOf(...args),
    endSession: (...args) => sessions.end(...args),
    expireSessions: (...args) => sessions.expire(...args),
    keepOneTime: (...args) => oneTimes.keep(...args),
    useOneTime: (...args) => oneTimes.use(...args),
    claimOneTime: (...args) => oneTimes.claim(...args),
    isOneTimeGood: (...args) => oneTimes.isGood(...args),
    keepCoach: (...args) => coaches.keep(...args),
    endCoach: (...args) => coaches.end(...args),
    listCoaches: (...args) => coaches.list(...args),
    giveShares: (...args) => shares.give(...args),
    withdrawShare: (...args) => shares.withdraw(...args),
    sharesOfRehearsal: (...args) => shares.ofRehearsal(...args),
    pairUpShares: (...args) => shares.pairUp(...args),
    declineSecond: (...args) => shares.declineSecond(...args),
    answerAsTeacher: (...args) => shares.answer(...args),
    coachQueue: (...args) => reviews.queue(...args),
    openShare: (...args) => reviews.open(...args),
    isShareOpen: (...args) => reviews.isOpen(...args),
    keepReview: (...args) => reviews.keep(...args),
    sendReview: (...args) => reviews.send(...args),
    answerAsCoach: (...args) => reviews.answer(...args),
    askSecond: (...args) => reviews.askSecond(...args),
    noteAudit: (...args) => audit.note(...args),
    auditOfRehearsal: (...args) => audit.ofRehearsal(...args),
    expireAudit: (...args) => audit.expire(...args),
    firstBrokenAudit: (...args) => audit.firstBroken(...args),
    usagePerMonth: (...args) => usage.perMonth(...args),
    joinPeople: (...args) => storage.links.join(...args),
    leavePeople: (...args) => storage.links.leave(...args),
    samePeople: (...args) => storage.links.sameAs(...args),
    listJournal: (...args) => storage.journal.list(...args),
    journalWritten: (...args) => storage.journal.written(...args),
    reapplyJournal: (...args) => storage.journal.reapply(...args),
    countRows: (...args) => storage.journal.count(...args),
    listTenants: (...args) => storage.boards.tenants(...args),
    peopleOfTenant: (...args) => storage.boards.people(...args),
    sharedOfTenant: (...args) => storage.boards.shared(...args),
    eraseTenant: (...args) => storage.boards.erase(...args),
    check: () => storage.check(),
    close: () => storage.close(),
  };
}

/** The storage with these methods. */
export function storageOf(operations: Operations): Storage {
  const { open, load, latestOf, listOf, commit, findDuplicate, readLog, revise, toRemind } = operations;
  return {
    conversations: { open, load, latestOf, listOf, commit, findDuplicate, readLog, revise, toRemind },
    scenarioRevisions: { read: operations.readRevision },
    keepsakes: { read: operations.readKeepsake },
    rehearsals: {
      list: operations.listRehearsals,
      read: operations.readRehearsal,
      readLog: operations.readRehearsalLog,
    },
    outbox: {
      take: operations.takeOutgoing,
      keep: operations.keepOutgoing,
      remove: operations.removeOutgoing,
      postpone: operations.postponeOutgoing,
      expire: operations.expireOutgoing,
      addressOf: operations.addressOf,
      forgetAddress: operations.forgetAddress,
    },
    keys: {
      obtain: operations.obtainKey,
      renew: operations.renewKey,
      names: operations.keyNames,
      expire: operations.expireKeys,
    },
    personalData: { export: operations.export, erasures: operations.erasures, expire: operations.expire },
    sessions: {
      begin: operations.beginSession,
      find: operations.findSession,
      touch: operations.touchSession,
      claimCheck: operations.claimSessionCheck,
      passCheck: operations.passSessionCheck,
      listOf: operations.listSessions,
      end: operations.endSession,
      expire: operations.expireSessions,
    },
    oneTimes: {
      keep: operations.keepOneTime,
      use: operations.useOneTime,
      claim: operations.claimOneTime,
      isGood: operations.isOneTimeGood,
    },
    coaches: { keep: operations.keepCoach, end: operations.endCoach, list: operations.listCoaches },
    shares: {
      give: operations.giveShares,
      withdraw: operations.withdrawShare,
      ofRehearsal: operations.sharesOfRehearsal,
      pairUp: operations.pairUpShares,
      declineSecond: operations.declineSecond,
      answer: operations.answerAsTeacher,
    },
    reviews: {
      queue: operations.coachQueue,
      open: operations.openShare,
      isOpen: operations.isShareOpen,
      keep: operations.keepReview,
      send: operations.sendReview,
      answer: operations.answerAsCoach,
      askSecond: operations.askSecond,
    },
    audit: {
      note: operations.noteAudit,
      ofRehearsal: operations.auditOfRehearsal,
      expire: operations.expireAudit,
      firstBroken: operations.firstBrokenAudit,
    },
    usage: { perMonth: operations.usagePerMonth },
    links: { join: operations.joinPeople, leave: operations.leavePeople, sameAs: operations.samePeople },
    journal: {
      list: operations.listJournal,
      written: operations.journalWritten,
      reapply: operations.reapplyJournal,
      count: operations.countRows,
    },
    boards: {
      tenants: operations.listTenants,
      people: operations.peopleOfTenant,
      shared: operations.sharedOfTenant,
      erase: operations.eraseTenant,
    },
    check: operations.check,
    close: operations.close,
  };
}
