import { Worker } from 'node:worker_threads';
import { StorageError } from '../../ports.ts';
import type { Operations } from '../operations.ts';
import { type Answer, type Call, OPENING } from './messages.ts';
import type { FileOptions } from './openFile.ts';

const ENDED = 'The database is closed, or the thread that writes it ended. Start the bot again; a cause is in the log.';

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: StorageError) => void;
}

/** Rows come and go; more would be held and never used. */
const YOUNG_MB = 16;

/** The worker thread in which a database file is written, so that a slow disk stalls no socket. */
export class StorageThread {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  #lastId = OPENING;
  #ended: StorageError | undefined;

  private constructor(options: FileOptions) {
    this.#worker = new Worker(new URL('./worker.ts', import.meta.url), {
      workerData: options,
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
    });
    this.#worker.on('message', (answer: Answer) => this.#settle(answer));
    this.#worker.on('error', (cause) => this.#end(cause));
    this.#worker.on('exit', () => this.#end());
  }

  /** Starts the thread; resolves once the file is open. Rejects with `StorageError` when it cannot be. */
  static async start(options: FileOptions): Promise<StorageThread> {
    const thread = new StorageThread(options);
    try {
      await new Promise((resolve, reject) => thread.#waiting.set(OPENING, { resolve, reject }));
      return thread;
    } catch (error) {
      await thread.#worker.terminate();
      throw error;
    }
  }

  /** A method that is run in the thread. */
  remote<Name extends keyof Operations>(operation: Name): Operations[Name] {
    const call = (...args: readonly unknown[]) => this.#ask(operation, args);
    // The worker answers each call with what the method of this name returns.
    return call as unknown as Operations[Name];
  }

  /** Closes the file, once the calls under way are done, and ends the thread. */
  async close(): Promise<void> {
    if (this.#ended) return;
    await this.remote('close')();
    await this.#worker.terminate();
  }

  #ask(operation: keyof Operations, args: readonly unknown[]): Promise<unknown> {
    if (this.#ended) return Promise.reject(this.#ended);
    this.#lastId += 1;
    const call: Call = { id: this.#lastId, operation, args: JSON.stringify(args) };
    return new Promise((resolve, reject) => {
      this.#waiting.set(call.id, { resolve, reject });
      this.#worker.postMessage(call);
    });
  }

  #settle(answer: Answer): void {
    const caller = this.#waiting.get(answer.id);
    this.#waiting.delete(answer.id);
    if ('value' in answer) caller?.resolve(answer.value);
    else caller?.reject(new StorageError(answer.failure.message, { cause: answer.failure.cause }));
  }

  #end(cause?: unknown): void {
    this.#ended ??= new StorageError(ENDED, { cause });
    for (const { reject } of this.#waiting.values()) reject(this.#ended);
    this.#waiting.clear();
  }
}
