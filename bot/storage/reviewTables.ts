import type { AuditAction } from '../coach/reviewPorts.ts';

/** The tables of sharing and reviewing: see `tables.ts`. */
export interface ReviewTables {
  readonly shares: ShareTable;
  readonly reviews: ReviewTable;
  readonly answers: AnswerTable;
  readonly audit: AuditTable;
  readonly audit_heads: AuditHeadTable;
}

/** Key: tenant, id. It goes with its rehearsal. */
export interface ShareTable {
  readonly tenant: string;
  readonly id: string;
  readonly conversation_id: string;
  readonly rehearsal_id: string;
  readonly teacher_id: string;
  readonly teacher_name: string;
  readonly coach_id: string;
  readonly coach_name: string;
  readonly question: string;
  /** 0 or 1. */
  readonly may_learn: number;
  readonly shared_at: string;
  readonly ends_at: string;
  readonly withdrawn_at: string | null;
  readonly sent_at: string | null;
  /** The same on the shares of two coaches who code blind. */
  readonly pair: string | null;
  readonly paired_at: string | null;
  readonly second_id: string | null;
  readonly second_name: string | null;
}

/** Key: tenant, share. It goes with its share. */
export interface ReviewTable {
  readonly tenant: string;
  readonly share_id: string;
  readonly version: number;
  /** JSON. */
  readonly review: string;
}

/** Key: tenant, id. It goes with its share. */
export interface AnswerTable {
  readonly tenant: string;
  readonly id: string;
  readonly share_id: string;
  readonly comment_id: string;
  readonly said_by: 'teacher' | 'coach';
  readonly text: string;
  readonly said_at: string;
}

/** Ids and times, never words; rows are only added. Key: tenant, seq. */
export interface AuditTable {
  readonly tenant: string;
  readonly seq: number;
  readonly at: string;
  readonly actor: string;
  readonly action: AuditAction;
  readonly rehearsal_id: string | null;
  readonly share_id: string | null;
  readonly owner: string | null;
  readonly hash: string;
}

/** The end of each organisation's chain: whoever adds to it takes this row first. Key: tenant. */
export interface AuditHeadTable {
  readonly tenant: string;
  readonly seq: number;
  readonly hash: string;
}
