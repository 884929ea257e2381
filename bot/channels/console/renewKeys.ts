import { readConfig } from '../../config.ts';
import { environment } from '../../environment.ts';
import { COUNTS_AFTER_MS, KEY_NAMES, type KeyName } from '../../keys/keyRings.ts';
import { openStorage } from '../../start.ts';
import { optionsOf, runCommand, UsageError } from './arguments.ts';

/** Teachers would get other pseudonyms in what they take along, so this one is renewed only when it is named. */
const ONLY_BY_NAME: KeyName = 'pseudonym';

const ENDED =
  'The keys before are gone. Within a minute everybody has to open the page, or sign in, again; a browser without an account begins anew.';

/**
 * `npm run keys:renew [-- --only <name>] [--at-once] [--end-old]`: gives the bot new keys of its own, also while it runs.
 * Nobody is sent away, unless the old ones must end.
 */
await runCommand(async () => {
  const { only, atOnce, endOld } = asked();
  const config = readConfig(environment());
  const storage = await openStorage(config);
  try {
    const now = new Date();
    const since = new Date(now.getTime() + (atOnce || endOld ? 0 : COUNTS_AFTER_MS)).toISOString();
    const known = await storage.keys.names();
    const names = known.filter((name) => (only === undefined ? name !== ONLY_BY_NAME : name === only));
    for (const name of names) await storage.keys.renew(name, since);
    if (endOld) await storage.keys.expire(since);

    if (names.length === 0) console.log('There is no key yet to renew: the bot makes its keys when it first starts.');
    for (const name of names) console.log(`${name}: a new key counts from ${since}.`);
    if (names.length > 0) console.log(endOld ? ENDED : keptFor(config.retentionDays));
  } finally {
    await storage.close();
  }
});

function keptFor(days: number): string {
  return `The keys before still read what they made, and are forgotten ${days + 1} days after that moment. Nobody has to do anything.`;
}

function asked(): { readonly only: KeyName | undefined; readonly atOnce: boolean; readonly endOld: boolean } {
  const { values } = optionsOf({
    options: { only: { type: 'string' }, 'at-once': { type: 'boolean' }, 'end-old': { type: 'boolean' } },
  });
  const only = KEY_NAMES.find((name) => name === values.only);
  if (values.only !== undefined && only === undefined) throw new UsageError(`--only: one of ${KEY_NAMES.join(', ')}.`);
  return { only, atOnce: values['at-once'] ?? false, endOld: values['end-old'] ?? false };
}
