import { AsyncLocalStorage } from 'node:async_hooks';
import { randomBytes } from 'node:crypto';

/** What is known of the request that is being answered: ids, for the log. */
export interface RequestNotes {
  /** Made for this request; names it in every line. */
  readonly request: string;
  /** Whose it is, once somebody was known. */
  readonly tenant?: string;
  readonly user?: string;
}

const ID_BYTES = 9;
const current = new AsyncLocalStorage<{ notes: RequestNotes }>();

/** Runs the work on one request; what it, and all that it starts, logs is noted with its id. */
export function withRequestNotes<Result>(work: () => Result): Result {
  return current.run({ notes: { request: randomBytes(ID_BYTES).toString('base64url') } }, work);
}

/** From now on the lines of this request say whose it is; without effect outside one. */
export function noteWho({ tenant, userId }: { readonly tenant: string; readonly userId: string }): void {
  const running = current.getStore();
  if (running) running.notes = { ...running.notes, tenant, user: userId };
}

/** What every line of the log begins with: the notes of the request, nothing outside one. */
export function requestNotes(): RequestNotes | Readonly<Record<string, never>> {
  return current.getStore()?.notes ?? {};
}
