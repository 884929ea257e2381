import type { Storage } from '../ports.ts';
import { operationsOf, storageOf } from './operations.ts';
import { storageFailure } from './storageFailure.ts';

/** The same storage, whose every failure is a `StorageError` with a sentence for the operator. */
export function withStorageErrors(storage: Storage, explain: (error: unknown) => string): Storage {
  const guard =
    <Args extends readonly unknown[], Result>(work: (...args: Args) => Promise<Result>) =>
    async (...args: Args): Promise<Result> => {
      try {
        return await work(...args);
      } catch (error) {
        throw storageFailure(error, explain);
      }
    };

  const plain = operationsOf(storage);
  return storageOf({
    open: guard(plain.open),
    load: guard(plain.load),
    latestOf: guard(plain.latestOf),
    commit: guard(plain.commit),
    findDuplicate: guard(plain.findDuplicate),
    readLog: guard(plain.readLog),
    readRevision: guard(plain.readRevision),
    obtainKey: guard(plain.obtainKey),
    export: guard(plain.export),
    expire: guard(plain.expire),
    check: guard(plain.check),
    close: guard(plain.close),
  });
}
