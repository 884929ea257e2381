import { spawnSync } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from '@jest/globals';

const MODULE = pathToFileURL('bot/endOnFailure.ts').href;

/** A process that is set up as the bot is, runs this code and would otherwise live on. */
function processThat(code: string): { readonly status: number | null; readonly said: string } {
  const begin = `const { endOnFailure } = await import('${MODULE}'); endOnFailure(); setInterval(() => {}, 1000);`;
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', '--input-type=module', '-e', `${begin} ${code}`],
    { encoding: 'utf8', timeout: 20_000 },
  );
  return { status, said: stdout + stderr };
}

describe('an error that nobody caught', () => {
  it.each([
    ['thrown', "setTimeout(() => { throw new RangeError('Sam slaat'); }, 1);"],
    ['a rejected promise', "void Promise.reject(new RangeError('Sam slaat'));"],
    ['something that is no error', "void Promise.reject('Sam slaat');"],
  ])('C08 ends the process with 1 and says where, never what: %s', (_kind, code) => {
    const { status, said } = processThat(code);

    expect(status).toBe(1);
    expect(said).toContain('nobody caught this');
    expect(said).not.toContain('Sam slaat');
  });
});
