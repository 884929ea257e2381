import { errorCode } from '../../errorCode.ts';

/** Primary result codes: https://sqlite.org/rescode.html */
const SQLITE_BUSY = 5;
const SQLITE_READONLY = 8;
const SQLITE_IOERR = 10;
const SQLITE_CORRUPT = 11;
const SQLITE_FULL = 13;
const SQLITE_CANTOPEN = 14;
const SQLITE_NOTADB = 26;

/** What the operator does about a file that cannot be trusted. */
export function restoreAdvice(file: string): string {
  return (
    `Stop the bot, move ${file}, ${file}-wal and ${file}-shm aside (do not delete them), ` +
    `put the newest backup in the place of ${file}, and start again.`
  );
}

/** One sentence or two for the operator: what is wrong with this file, and what to do. */
export function explainFailure(file: string): (error: unknown) => string {
  return (error) => {
    switch (primaryCode(error)) {
      case SQLITE_BUSY:
        return `The database ${file} is kept locked by another process. End that process, or wait until it is done.`;
      case SQLITE_READONLY:
        return `The database ${file} may not be written to. Give the bot's account write access to it and its folder.`;
      case SQLITE_IOERR:
        return `Reading or writing the database ${file} failed. Check the disk and the rights on its folder.`;
      case SQLITE_FULL:
        return `There is no room left to write to the database ${file}. Free space on its disk; no restart is needed.`;
      case SQLITE_CANTOPEN:
        return `The database ${file} cannot be opened. Check that its folder exists and the bot's account may write there.`;
      case SQLITE_CORRUPT:
      case SQLITE_NOTADB:
        return `The database ${file} is damaged. ${restoreAdvice(file)}`;
      default:
        return `The database ${file} could not do its work. The cause is in the log.`;
    }
  };
}

/** Whether the database had no room to write. */
export function isFull(error: unknown): boolean {
  return primaryCode(error) === SQLITE_FULL;
}

function primaryCode(error: unknown): number | undefined {
  const code = errorCode(error, 'errcode');
  return typeof code === 'number' ? code & 0xff : undefined;
}
