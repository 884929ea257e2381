import { readConfig } from '../../config.ts';
import { environment } from '../../environment.ts';
import { dropOldBackups } from '../../recovery/dropOldBackups.ts';
import { openBackups } from '../../start.ts';
import { optionsOf, runCommand, UsageError } from './arguments.ts';

/** What was erased is gone from the backups too after this time. */
const KEEP_DAYS = 35;

/** `npm run backup -- --to <folder> [--keep-days 35]`: a backup of the database, also while the bot runs. */
await runCommand(async () => {
  const { values } = optionsOf({
    allowPositionals: true,
    options: { to: { type: 'string' }, 'keep-days': { type: 'string' } },
  });
  if (!values.to)
    throw new UsageError('--to: the folder for the backup, on another disk or machine than the database.');
  const keepDays = Number(values['keep-days'] ?? KEEP_DAYS);
  if (!(keepDays >= 1)) throw new UsageError('--keep-days: a number of days.');

  const backups = await openBackups(readConfig(environment()));
  console.log(`Made ${await backups.make(values.to)}.`);
  const dropped = await dropOldBackups(values.to, { backups, keepDays, now: new Date() });
  for (const file of dropped) console.log(`Older than ${keepDays} days, removed: ${file}.`);
});
