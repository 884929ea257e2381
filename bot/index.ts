import { existsSync, readFileSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import { parseEnv } from 'node:util';
import { readConfig } from './config.ts';

enableCompileCache();

/** Errors whose message says who must act and how; everything else is a bug and shows its stack. */
const FOR_THE_OPERATOR = ['ConfigError', 'ContentError', 'StorageError'];

try {
  const config = readConfig({ ...fromFile(), ...process.env });
  const { start } = await import('./start.ts');
  const running = await start(config);
  console.log(`Op één lijn is ready: open ${running.url} in a browser. Stop with Ctrl+C.`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void running.close().then(() => process.exit(0)));
  }
} catch (error) {
  console.error(inWords(error));
  process.exit(1);
}

/** The settings in `.env`, when there is one; the environment goes before them. */
function fromFile(): Readonly<Record<string, string | undefined>> {
  return existsSync('.env') ? parseEnv(readFileSync('.env', 'utf8')) : {};
}

function inWords(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  if ('code' in error && error.code === 'EADDRINUSE') {
    return 'Another programme already listens on this port. Stop it, or set PORT to another number (see .env.example).';
  }
  return FOR_THE_OPERATOR.includes(error.name) ? error.message : error;
}
