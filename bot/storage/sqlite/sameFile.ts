import { statSync } from 'node:fs';
import { StorageError } from '../../ports.ts';
import { restoreAdvice } from './explainFailure.ts';

/**
 * Watches that the file at this path stays the one that is there now. A file that is deleted or exchanged while it is open
 * still takes writes, which nobody would find again: the returned function then throws a `StorageError`.
 */
export function sameFile(file: string): () => void {
  const opened = identityOf(file);
  return () => {
    if (identityOf(file) === opened) return;
    throw new StorageError(
      `The database ${file} was taken away or exchanged while the bot was using it. ${restoreAdvice(file)}`,
    );
  };
}

function identityOf(file: string): string | undefined {
  const found = statSync(file, { throwIfNoEntry: false });
  return found && `${found.dev}/${found.ino}`;
}
