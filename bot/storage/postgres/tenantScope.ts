import { AsyncLocalStorage } from 'node:async_hooks';

const SEPARATOR = '\u001f';
const EVERYBODY = '*';

/** Work for all organisations at once, as erasing what is past its time. */
export const EVERY_TENANT = [EVERYBODY] as const;

const scope = new AsyncLocalStorage<string>();

/** Transactions that begin in this work see rows of these organisations alone. */
export function asTenants<Result>(tenants: readonly string[], work: () => Result): Result {
  return scope.run(tenants === EVERY_TENANT ? EVERYBODY : tenants.map(checked).join(SEPARATOR), work);
}

/** Whose rows are seen here, as `bot.tenants` has it: nobody's where nothing was said. */
export function tenantsHere(): string {
  return scope.getStore() ?? '';
}

/** An organisation that is called by a name of ours would be more than itself. */
function checked(tenant: string): string {
  if (tenant === EVERYBODY || tenant.includes(SEPARATOR)) throw new RangeError('No organisation has such a name.');
  return tenant;
}
