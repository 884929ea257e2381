import { parentPort, workerData } from 'node:worker_threads';
import { type Operations, operationsOf } from '../operations.ts';
import { storageFailure } from '../storageFailure.ts';
import { type Answer, type Call, type Failure, OPENING } from './messages.ts';
import { openDatabase } from './openDatabase.ts';

const UNEXPECTED = 'The database thread failed. The cause is in the log.';

function answer(message: Answer): void {
  parentPort?.postMessage(message);
}

function failureOf(error: unknown): Failure {
  const { message, cause } = storageFailure(error, () => UNEXPECTED);
  return { message, cause };
}

async function perform(operations: Operations, { id, operation, args }: Call): Promise<void> {
  try {
    const work: (...args: never[]) => Promise<unknown> = operations[operation];
    answer({ id, value: await Reflect.apply(work, undefined, JSON.parse(args)) });
  } catch (error) {
    answer({ id, failure: failureOf(error) });
  }
}

try {
  const operations = operationsOf(await openDatabase(workerData));
  parentPort?.on('message', (call: Call) => {
    void perform(operations, call);
  });
  answer({ id: OPENING, value: undefined });
} catch (error) {
  answer({ id: OPENING, failure: failureOf(error) });
}
