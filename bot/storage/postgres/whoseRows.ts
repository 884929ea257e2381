import type { Operations } from '../operations.ts';
import { EVERY_TENANT } from './tenantScope.ts';

type Whose = {
  readonly [Name in Exclude<keyof Operations, 'close'>]: (...args: Parameters<Operations[Name]>) => readonly string[];
};

const first = (tenant: string) => [tenant];
const named = ({ tenant }: { readonly tenant: string }) => [tenant];
/** It goes over all organisations, or over what hangs together across them. */
const everybody = () => EVERY_TENANT;
/** It touches no table in `OWN_ROWS`. */
const nobody = () => [];

/** Whose rows each operation may see: see `keepRowsApart`. */
export const WHOSE_ROWS: Whose = {
  open: named,
  load: first,
  latestOf: first,
  listOf: first,
  // Whoever erases is one person under several names, and a scenario goes when nobody needs it any more.
  commit: (turn) => (turn.eraseUser || turn.rehearsalsErased.length > 0 ? EVERY_TENANT : [turn.tenant]),
  findDuplicate: first,
  readLog: first,
  revise: named,
  toRemind: everybody,
  readRevision: nobody,
  readKeepsake: first,
  listRehearsals: ({ tenant, also = [] }) => [tenant, ...also.map((person) => person.tenant)],
  readRehearsal: first,
  readRehearsalLog: first,
  takeOutgoing: everybody,
  keepOutgoing: named,
  removeOutgoing: named,
  postponeOutgoing: named,
  expireOutgoing: everybody,
  addressOf: first,
  forgetAddress: first,
  obtainKey: nobody,
  renewKey: nobody,
  keyNames: nobody,
  expireKeys: nobody,
  export: first,
  erasures: first,
  expire: everybody,
  beginSession: nobody,
  findSession: nobody,
  touchSession: nobody,
  claimSessionCheck: nobody,
  passSessionCheck: nobody,
  listSessions: nobody,
  endSession: nobody,
  expireSessions: nobody,
  keepOneTime: nobody,
  useOneTime: nobody,
  claimOneTime: nobody,
  isOneTimeGood: nobody,
  keepCoach: named,
  endCoach: first,
  listCoaches: first,
  giveShares: ([share]) => (share ? [share.tenant] : []),
  withdrawShare: named,
  sharesOfRehearsal: first,
  pairUpShares: (_first, second) => [second.tenant],
  declineSecond: named,
  answerAsTeacher: named,
  coachQueue: named,
  openShare: named,
  isShareOpen: named,
  keepReview: named,
  sendReview: named,
  answerAsCoach: named,
  askSecond: named,
  noteAudit: named,
  auditOfRehearsal: first,
  expireAudit: everybody,
  firstBrokenAudit: first,
  usagePerMonth: first,
  joinPeople: nobody,
  leavePeople: nobody,
  samePeople: nobody,
  listJournal: nobody,
  journalWritten: nobody,
  reapplyJournal: everybody,
  countRows: everybody,
  listTenants: everybody,
  peopleOfTenant: first,
  sharedOfTenant: first,
  eraseTenant: everybody,
  check: nobody,
};
