import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Job, JobResult } from './job.ts';

const MOST_WORKERS = 4;

/**
 * Does the jobs, as many at once as there are processors, in order. `done` hears of each. Rejects with the first error.
 */
export async function runJobs(jobs: readonly Job[], done: (result: JobResult) => void): Promise<readonly JobResult[]> {
  const left = [...jobs];
  const results: JobResult[] = [];
  const size = Math.min(MOST_WORKERS, availableParallelism(), jobs.length);
  const workers = Array.from({ length: size }, () => new Worker(new URL('./worker.ts', import.meta.url)));
  const workThrough = async (worker: Worker) => {
    for (let job = left.shift(); job !== undefined; job = left.shift()) {
      const result = await doJob(worker, job);
      results.push(result);
      done(result);
    }
  };
  try {
    await Promise.all(workers.map(workThrough));
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
  return results;
}

function doJob(worker: Worker, job: Job): Promise<JobResult> {
  return new Promise((resolve, reject) => {
    worker.once('error', reject);
    worker.once('message', (result: JobResult) => {
      worker.off('error', reject);
      resolve(result);
    });
    worker.postMessage(job);
  });
}
