import { type Storage, StorageError } from '../ports.ts';
import { operationsOf, storageOf } from './operations.ts';
import { storageFailure } from './storageFailure.ts';

/**
 * The same storage, whose every failure is a `StorageError` with a sentence for the operator. Closing it waits for the
 * calls under way and refuses later ones; it may be closed more than once.
 */
export function guardedStorage(storage: Storage, explain: (error: unknown) => string): Storage {
  const underWay = new Set<Promise<unknown>>();
  let closed: Promise<void> | undefined;

  async function attempt<Result>(work: () => Promise<Result>): Promise<Result> {
    const running = work();
    underWay.add(running);
    try {
      return await running;
    } catch (error) {
      throw storageFailure(error, explain);
    } finally {
      underWay.delete(running);
    }
  }

  const guard =
    <Args extends readonly unknown[], Result>(work: (...args: Args) => Promise<Result>) =>
    async (...args: Args): Promise<Result> => {
      if (closed) throw new StorageError('The database is closed: the bot is stopping.');
      return attempt(() => work(...args));
    };

  async function close(): Promise<void> {
    await Promise.allSettled(underWay);
    await attempt(() => storage.close());
  }

  const plain = operationsOf(storage);
  return storageOf({
    open: guard(plain.open),
    load: guard(plain.load),
    latestOf: guard(plain.latestOf),
    listOf: guard(plain.listOf),
    commit: guard(plain.commit),
    findDuplicate: guard(plain.findDuplicate),
    readLog: guard(plain.readLog),
    revise: guard(plain.revise),
    toRemind: guard(plain.toRemind),
    readRevision: guard(plain.readRevision),
    readKeepsake: guard(plain.readKeepsake),
    listRehearsals: guard(plain.listRehearsals),
    readRehearsal: guard(plain.readRehearsal),
    readRehearsalLog: guard(plain.readRehearsalLog),
    takeOutgoing: guard(plain.takeOutgoing),
    keepOutgoing: guard(plain.keepOutgoing),
    removeOutgoing: guard(plain.removeOutgoing),
    postponeOutgoing: guard(plain.postponeOutgoing),
    expireOutgoing: guard(plain.expireOutgoing),
    addressOf: guard(plain.addressOf),
    forgetAddress: guard(plain.forgetAddress),
    obtainKey: guard(plain.obtainKey),
    renewKey: guard(plain.renewKey),
    keyNames: guard(plain.keyNames),
    expireKeys: guard(plain.expireKeys),
    export: guard(plain.export),
    erasures: guard(plain.erasures),
    expire: guard(plain.expire),
    beginSession: guard(plain.beginSession),
    findSession: guard(plain.findSession),
    touchSession: guard(plain.touchSession),
    claimSessionCheck: guard(plain.claimSessionCheck),
    passSessionCheck: guard(plain.passSessionCheck),
    listSessions: guard(plain.listSessions),
    endSession: guard(plain.endSession),
    expireSessions: guard(plain.expireSessions),
    keepOneTime: guard(plain.keepOneTime),
    useOneTime: guard(plain.useOneTime),
    claimOneTime: guard(plain.claimOneTime),
    isOneTimeGood: guard(plain.isOneTimeGood),
    keepCoach: guard(plain.keepCoach),
    endCoach: guard(plain.endCoach),
    listCoaches: guard(plain.listCoaches),
    giveShares: guard(plain.giveShares),
    withdrawShare: guard(plain.withdrawShare),
    sharesOfRehearsal: guard(plain.sharesOfRehearsal),
    pairUpShares: guard(plain.pairUpShares),
    declineSecond: guard(plain.declineSecond),
    answerAsTeacher: guard(plain.answerAsTeacher),
    coachQueue: guard(plain.coachQueue),
    openShare: guard(plain.openShare),
    isShareOpen: guard(plain.isShareOpen),
    keepReview: guard(plain.keepReview),
    sendReview: guard(plain.sendReview),
    answerAsCoach: guard(plain.answerAsCoach),
    askSecond: guard(plain.askSecond),
    noteAudit: guard(plain.noteAudit),
    auditOfRehearsal: guard(plain.auditOfRehearsal),
    expireAudit: guard(plain.expireAudit),
    firstBrokenAudit: guard(plain.firstBrokenAudit),
    usagePerMonth: guard(plain.usagePerMonth),
    joinPeople: guard(plain.joinPeople),
    leavePeople: guard(plain.leavePeople),
    samePeople: guard(plain.samePeople),
    listJournal: guard(plain.listJournal),
    journalWritten: guard(plain.journalWritten),
    reapplyJournal: guard(plain.reapplyJournal),
    countRows: guard(plain.countRows),
    listTenants: guard(plain.listTenants),
    peopleOfTenant: guard(plain.peopleOfTenant),
    sharedOfTenant: guard(plain.sharedOfTenant),
    eraseTenant: guard(plain.eraseTenant),
    check: guard(plain.check),
    close: () => {
      closed ??= close();
      return closed;
    },
  });
}
