import { existsSync, readFileSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import { parseEnv } from 'node:util';
import { readConfig } from './config.ts';
import { forPeople } from './forPeople.ts';

enableCompileCache();

try {
  const config = readConfig({ ...fromFile(), ...process.env });
  const { start } = await import('./start.ts');
  const running = await start(config);
  console.log(`Op één lijn is ready: open ${running.url} in a browser. Stop with Ctrl+C.`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void running.close().then(() => process.exit(0)));
  }
} catch (error) {
  console.error(forPeople(error));
  process.exit(1);
}

/** The settings in `.env`, when there is one; the environment goes before them. */
function fromFile(): Readonly<Record<string, string | undefined>> {
  return existsSync('.env') ? parseEnv(readFileSync('.env', 'utf8')) : {};
}
