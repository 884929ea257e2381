import { enableCompileCache } from 'node:module';
import { readConfig } from './config.ts';
import { endOnFailure } from './endOnFailure.ts';
import { environment } from './environment.ts';
import { forPeople } from './forPeople.ts';

enableCompileCache();
endOnFailure();

try {
  const config = readConfig(environment());
  const { start } = await import('./start.ts');
  const running = await start(config);
  console.log(`Op één lijn is ready: open ${running.url} in a browser. Stop with Ctrl+C.`);
  if (running.coachLink !== null)
    console.log(`A coach begins here (once, within a day; another: npm run coach:link): ${running.coachLink}`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void running.close().then(() => process.exit(0)));
  }
} catch (error) {
  console.error(forPeople(error));
  process.exit(1);
}
