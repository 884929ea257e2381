import { readConfig } from '../../config.ts';
import { environment } from '../../environment.ts';
import { createCoachLinks } from '../../identity/local/coachLinks.ts';
import { LOCAL_TENANT } from '../../identity/principal.ts';
import { openStorage } from '../../start.ts';
import { runCommand, UsageError } from './arguments.ts';

/** `npm run coach:link`: one more link for a coach, also while the bot runs. It works once, for a day. */
await runCommand(async () => {
  const config = readConfig(environment());
  if (config.signIn) throw new UsageError('Here coaches sign in with their account: the provider says who is coach.');
  const storage = await openStorage(config);
  try {
    const publicUrl = config.publicUrl ?? `http://localhost:${config.port}`;
    const { oneTimes } = storage;
    const links = createCoachLinks({ oneTimes, tenant: LOCAL_TENANT, now: () => new Date() });
    console.log(await links.make(publicUrl));
  } finally {
    await storage.close();
  }
});
