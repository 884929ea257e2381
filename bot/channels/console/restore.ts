import { existsSync } from 'node:fs';
import { type Config, readConfig } from '../../config.ts';
import { lookAtPort } from '../../doctor/lookAtPort.ts';
import { environment } from '../../environment.ts';
import { restore } from '../../recovery/restore.ts';
import { openBackups, openStorage } from '../../start.ts';
import { optionsOf, runCommand, UsageError } from './arguments.ts';

/**
 * `npm run restore -- --from <backup or folder> [--journal <file> …] [--without-journal]`: puts a backup back, and does again
 * what was erased and withdrawn after it was made. `--in-place` instead of `--from`: the database was put back already, by
 * a managed server or by hand. Exit code 1 when it is not done, or not whole.
 */
await runCommand(async () => {
  const { values } = optionsOf({
    allowPositionals: true,
    options: {
      from: { type: 'string' },
      'in-place': { type: 'boolean' },
      journal: { type: 'string', multiple: true },
      'without-journal': { type: 'boolean' },
    },
  });
  const config = readConfig(environment());
  const from = values['in-place'] ? null : values.from;
  if (from === undefined) {
    throw new UsageError(
      '--from: a backup, or the folder that they are in: then the newest. --in-place: it was put back already.',
    );
  }
  const journals = values['without-journal'] ? [] : journalsOf(config, values.journal);
  const { running } = await lookAtPort(config);
  if (running !== null) throw new UsageError(`The bot runs at ${running}. Stop it first.`);

  const began = performance.now();
  const backups = await openBackups(config);
  const open = () => openStorage(config);
  const isWhole = await restore({ backups, from, journals, open, say: (line) => console.log(line) });
  console.log(`Done in ${((performance.now() - began) / 1000).toFixed(1)} s. Start the bot when you have read this.`);
  if (!isWhole) process.exitCode = 1;
});

function journalsOf({ erasureJournal }: Config, named: readonly string[] | undefined): readonly string[] {
  const journals = named ?? [erasureJournal];
  const missing = journals.filter((file) => !existsSync(file));
  if (missing.length === 0) return journals;
  throw new UsageError(
    `There is no journal of erasures at ${missing.join(', ')}. Name it with --journal: the file of ERASURE_JOURNAL, or a log of ` +
      'the bot that goes back to the backup. Only when there is none left: --without-journal; then what teachers erased since is back.',
  );
}
