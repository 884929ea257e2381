import type { AuditRow, AuditStore } from './reviewPorts.ts';

/** What nobody can say of themselves in a form. */
const NEVER_ASKED = ['role', 'roles', 'tenant', 'userId', 'teacherId', 'coachId', 'consent', 'score', 'sentAt', 'pair'];

/** Notes that a form came with fields by which somebody would be more than they are; nothing reads them. */
export async function notePassedOver(
  audit: Pick<AuditStore, 'note'>,
  fields: URLSearchParams,
  who: Omit<AuditRow, 'seq' | 'hash' | 'action'> & { readonly tenant: string },
): Promise<void> {
  if (NEVER_ASKED.some((name) => fields.has(name))) await audit.note({ ...who, action: 'fields-passed-over' });
}
