import { access, constants, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { errorCode } from '../errorCode.ts';
import { type Finding, good, WHO, wrong } from './finding.ts';

/**
 * Whether the journal of erasures, an absolute path, can be written, and outlives the disk of the database; `database` is a
 * folder on that disk, or null where it is elsewhere. Makes nothing: a journal that is not there yet gets all that is known.
 */
export async function lookAtJournal(file: string, database: string | null): Promise<Finding> {
  try {
    const place = await nearest(file);
    await access(place, constants.W_OK);
    if (database === null || (await stat(place)).dev !== (await stat(await nearest(database))).dev) {
      return good('The journal of erasures can be written to.');
    }
    return good(
      'The journal of erasures can be written to. It is on the disk of the database: keep a copy elsewhere, or the log, for when that disk is lost.',
    );
  } catch (error) {
    return wrong(
      `The journal of erasures cannot be written to (${String(errorCode(error))}): a restore would bring back what was erased.`,
      WHO.machine,
      'make the place of ERASURE_JOURNAL in .env writable for the account of the bot.',
    );
  }
}

/** The path itself, or the nearest folder above it that is there. */
async function nearest(path: string): Promise<string> {
  const isThere = await stat(path).then(
    () => true,
    (error: unknown) => {
      if (errorCode(error) === 'ENOENT') return false;
      throw error;
    },
  );
  return isThere || dirname(path) === path ? path : nearest(dirname(path));
}
