import { types } from 'node:util';
import { errorCode } from '../errorCode.ts';
import { StorageError } from '../ports.ts';

/**
 * The error that a store rejects with. Of the cause only message, code and stack are kept: a database may put the whole
 * row that it refused in other fields of its errors.
 */
export function storageFailure(error: unknown, explain: (error: unknown) => string): StorageError {
  if (error instanceof StorageError) return error;
  return new StorageError(explain(error), { cause: bare(error) });
}

function bare(error: unknown): Error {
  if (!types.isNativeError(error)) return new Error(typeof error);
  const cause = Object.assign(new Error(error.message), { code: errorCode(error) });
  if (error.stack !== undefined) cause.stack = error.stack;
  return cause;
}
