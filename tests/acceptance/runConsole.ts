import { spawnSync } from 'node:child_process';

/** What a command printed, and how it ended. */
export interface Printed {
  readonly code: number | null;
  readonly text: string;
}

/** Runs `bot/channels/console/<name>.ts` with these words behind it. */
export function runConsole(name: string, args: readonly string[], settings: Readonly<Record<string, string>>): Printed {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', 'bot/launch.mjs', `bot/channels/console/${name}.ts`, ...args],
    { encoding: 'utf8', env: { ...process.env, ...settings } },
  );
  return { code: status, text: `${stdout}${stderr}` };
}
