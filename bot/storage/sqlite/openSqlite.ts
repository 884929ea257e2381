import type { Storage } from '../../ports.ts';
import { storageOf } from '../operations.ts';
import type { FileOptions } from './openFile.ts';
import { StorageThread } from './storageThread.ts';

/**
 * Opens the database in one file, in a thread of its own. The file and its folder are made when they are not there.
 * Rejects with `StorageError`, in words for the operator, when the file is damaged, not ours, or cannot be written.
 */
export async function openSqlite(options: FileOptions): Promise<Storage> {
  const thread = await StorageThread.start(options);

  return storageOf({
    open: thread.remote('open'),
    load: thread.remote('load'),
    latestOf: thread.remote('latestOf'),
    listOf: thread.remote('listOf'),
    commit: thread.remote('commit'),
    findDuplicate: thread.remote('findDuplicate'),
    readLog: thread.remote('readLog'),
    revise: thread.remote('revise'),
    toRemind: thread.remote('toRemind'),
    readRevision: thread.remote('readRevision'),
    readKeepsake: thread.remote('readKeepsake'),
    listRehearsals: thread.remote('listRehearsals'),
    readRehearsal: thread.remote('readRehearsal'),
    readRehearsalLog: thread.remote('readRehearsalLog'),
    takeOutgoing: thread.remote('takeOutgoing'),
    keepOutgoing: thread.remote('keepOutgoing'),
    removeOutgoing: thread.remote('removeOutgoing'),
    postponeOutgoing: thread.remote('postponeOutgoing'),
    expireOutgoing: thread.remote('expireOutgoing'),
    addressOf: thread.remote('addressOf'),
    forgetAddress: thread.remote('forgetAddress'),
    obtainKey: thread.remote('obtainKey'),
    export: thread.remote('export'),
    erasures: thread.remote('erasures'),
    expire: thread.remote('expire'),
    beginSession: thread.remote('beginSession'),
    findSession: thread.remote('findSession'),
    touchSession: thread.remote('touchSession'),
    claimSessionCheck: thread.remote('claimSessionCheck'),
    passSessionCheck: thread.remote('passSessionCheck'),
    endSession: thread.remote('endSession'),
    expireSessions: thread.remote('expireSessions'),
    keepOneTime: thread.remote('keepOneTime'),
    useOneTime: thread.remote('useOneTime'),
    isOneTimeGood: thread.remote('isOneTimeGood'),
    keepCoach: thread.remote('keepCoach'),
    endCoach: thread.remote('endCoach'),
    listCoaches: thread.remote('listCoaches'),
    giveShares: thread.remote('giveShares'),
    withdrawShare: thread.remote('withdrawShare'),
    sharesOfRehearsal: thread.remote('sharesOfRehearsal'),
    pairUpShares: thread.remote('pairUpShares'),
    declineSecond: thread.remote('declineSecond'),
    answerAsTeacher: thread.remote('answerAsTeacher'),
    coachQueue: thread.remote('coachQueue'),
    openShare: thread.remote('openShare'),
    isShareOpen: thread.remote('isShareOpen'),
    keepReview: thread.remote('keepReview'),
    sendReview: thread.remote('sendReview'),
    answerAsCoach: thread.remote('answerAsCoach'),
    askSecond: thread.remote('askSecond'),
    noteAudit: thread.remote('noteAudit'),
    auditOfRehearsal: thread.remote('auditOfRehearsal'),
    expireAudit: thread.remote('expireAudit'),
    firstBrokenAudit: thread.remote('firstBrokenAudit'),
    usagePerMonth: thread.remote('usagePerMonth'),
    joinPeople: thread.remote('joinPeople'),
    leavePeople: thread.remote('leavePeople'),
    samePeople: thread.remote('samePeople'),
    check: thread.remote('check'),
    close: () => thread.close(),
  });
}
