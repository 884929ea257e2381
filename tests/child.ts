import { type ChildProcess, type StdioOptions, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';

/** A server in a process of its own. */
export interface Child {
  readonly url: string;
  /** From spawn to the line that says it is ready. */
  readonly readyMs: number;
  readonly process: ChildProcess;
  stop(): Promise<void>;
}

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  readonly scripts: { readonly start: string };
};
/** The options of Node that `npm start` has. */
const OPTIONS = scripts.start.split(' ').filter((word) => word.startsWith('--'));

/** Starts a Node file, after `preload` if there is one, and waits for its line with an http address. Rejects when it ends before that. */
export async function startChild(
  file: string,
  env: Readonly<Record<string, string>> = {},
  { stderr = 'inherit', preload }: { readonly stderr?: 'inherit' | 'pipe'; readonly preload?: string } = {},
): Promise<Child> {
  const began = performance.now();
  const stdio: StdioOptions = ['ignore', 'pipe', stderr];
  const before = [...OPTIONS, ...(preload === undefined ? [] : ['--import', preload])];
  const child = spawn(process.execPath, [...before, 'bot/launch.mjs', file], {
    env: { ...process.env, ...env },
    stdio,
  });
  const { stdout } = child;
  if (!stdout) throw new Error(`${file} has no output to read.`);
  const url = await new Promise<string>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`${file} ended with code ${code} before it was ready.`)));
    createInterface({ input: stdout }).on('line', (line) => {
      const found = /https?:\/\/[^\s,]+/.exec(line);
      if (found) resolve(found[0]);
    });
  });
  return {
    url,
    readyMs: performance.now() - began,
    process: child,
    stop: async () => {
      if (child.exitCode !== null) return;
      child.kill('SIGTERM');
      const forced = setTimeout(() => child.kill('SIGKILL'), 8_000);
      await once(child, 'exit');
      clearTimeout(forced);
    },
  };
}

/** Resident memory of a child in MB, as Linux tells it; null elsewhere. */
export async function residentMb({ url }: Child): Promise<number | null> {
  const text = await fetch(`${url}/metrics`).then((reply) => reply.text());
  const bytes = /^process_resident_memory_bytes (\S+)/m.exec(text)?.[1];
  return bytes ? Math.round(Number(bytes) / 1e6) : null;
}
