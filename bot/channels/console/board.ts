import { pino } from 'pino';
import { readConfig } from '../../config.ts';
import { environment } from '../../environment.ts';
import type { Storage } from '../../ports.ts';
import { deleteBoard, exportBoard } from '../../recovery/boardExport.ts';
import { openStorage, withJournal } from '../../start.ts';
import { optionsOf, runCommand, UsageError } from './arguments.ts';

const HOW =
  'npm run board -- list, or export --tenant <organisation> --to <folder>, or delete --tenant <organisation> --export <folder>.';

/**
 * An organisation leaves: `npm run board -- export …` writes all that it has here, `… delete …` erases it and leaves proof in
 * the export. `… list` names those of which anything is kept.
 */
await runCommand(async () => {
  const { values, positionals } = optionsOf({
    allowPositionals: true,
    options: {
      tenant: { type: 'string' },
      to: { type: 'string' },
      export: { type: 'string' },
    },
  });
  const config = readConfig(environment());
  const storage = withJournal(config, await openStorage(config), pino({ level: 'error', base: null }));
  try {
    console.log(await perform(positionals[0] ?? 'list', values, storage));
  } finally {
    await storage.close();
  }
});

async function perform(
  task: string,
  { tenant, to, export: folder }: { readonly tenant?: string; readonly to?: string; readonly export?: string },
  storage: Storage,
): Promise<string> {
  const at = new Date().toISOString();
  if (task === 'list') return (await storage.boards.tenants()).join('\n') || 'Nothing is kept of anybody.';
  if (task === 'export' && tenant && to) {
    const people = await exportBoard(storage, { tenant, folder: to, at });
    return `All that ${tenant} has here is in ${to}: ${people} people. It holds what they said: give it to the board alone.`;
  }
  if (task === 'delete' && tenant && folder) {
    const rows = await deleteBoard(storage, { tenant, folder, at });
    const sum = Object.values(rows).reduce((total, count) => total + count, 0);
    return `All of ${tenant} is erased: ${sum} rows, none left. The proof is in ${folder}. Backups still have it until they are removed.`;
  }
  throw new UsageError(HOW);
}
