import { existsSync } from 'node:fs';
import { mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Logger } from 'pino';
import { errorCode } from '../errorCode.ts';
import type { JournalStore } from './recoveryPorts.ts';

const AGAIN_MS = 5 * 60_000;

/**
 * Copies what was erased and withdrawn from the database to a file outside it, and to the log: a backup of before does not
 * know, and a restore can do it again. First it is in the database, in the transaction that erases; so a process that dies
 * in between copies it at its next start. A file on another disk than the database outlives the machine's.
 */
export class ErasureJournal {
  readonly #store: JournalStore;
  readonly #file: string;
  readonly #log: Pick<Logger, 'info' | 'error'>;
  readonly #againMs: number;
  #running: Promise<void> = Promise.resolve();
  #again: NodeJS.Timeout | undefined;

  constructor({
    store,
    file,
    log,
    againMs = AGAIN_MS,
  }: {
    readonly store: JournalStore;
    /** Absolute path; made, with its folder, when there is none: then it gets all that the database knows. */
    readonly file: string;
    readonly log: Pick<Logger, 'info' | 'error'>;
    /** Until what failed is tried again, unless something is erased before; in milliseconds. */
    readonly againMs?: number;
  }) {
    this.#store = store;
    this.#file = file;
    this.#log = log;
    this.#againMs = againMs;
  }

  /** Resolves once all that is in the database is on disk in the file too. Never rejects: what fails is tried again. */
  flush(): Promise<void> {
    this.#running = this.#running.then(() => this.#copy()).catch((error: unknown) => this.#complain(error));
    return this.#running;
  }

  async #copy(): Promise<void> {
    const entries = await this.#store.list(existsSync(this.#file) ? 'unwritten' : 'all');
    if (entries.length === 0) return;
    for (const entry of entries) this.#log.info({ journal: entry }, 'noted for a restore');
    await append(this.#file, entries.map((entry) => `${JSON.stringify(entry)}\n`).join(''));
    await this.#store.written(entries.map(({ id }) => id));
  }

  #complain(error: unknown): void {
    const name = error instanceof Error ? error.name : 'unknown';
    this.#log.error({ name, code: errorCode(error) }, 'the journal of erasures cannot be written');
    clearTimeout(this.#again);
    this.#again = setTimeout(() => void this.flush(), this.#againMs).unref();
  }
}

/** In one write, so that lines of two processes stand behind each other. */
async function append(file: string, text: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const handle = await open(file, 'a', 0o600);
  try {
    await handle.write(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
}
