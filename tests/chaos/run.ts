import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createFixedChance } from '../../dialogs/language/model/fixedChance.ts';
import { freePort } from '../freePort.ts';
import { sumOf } from './history.ts';
import { POINTS, type Point } from './points.ts';
import { type Outcome, underFire } from './underFire.ts';

/**
 * `npm run chaos [-- --kills 1000] [--each 50] [--clients 8]`: kills the product so often at moments of chance,
 * and so often at each point of a turn, while clients talk to it, and compares what they were told with what was kept. Ends with 1
 * if anything was lost, doubled, halved or out of order.
 */
const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '1000' },
    each: { type: 'string', default: '50' },
    clients: { type: 'string', default: '8' },
  },
});
const chance = createFixedChance();
const rows: (Outcome & { readonly where: string })[] = [];

for (const point of [null, ...POINTS]) {
  const kills = Number(point === null ? values.kills : values.each);
  if (kills > 0) rows.push({ where: point ?? 'any moment', ...(await fire(kills, point)) });
}

const faults = sumOf(rows.map((row) => row.faults));
await mkdir('.data/reports', { recursive: true });
await writeFile('.data/reports/chaos.json', `${JSON.stringify({ at: new Date().toISOString(), rows }, null, 2)}\n`);
console.log(`All: ${JSON.stringify(faults)}. Written to .data/reports/chaos.json.`);
process.exitCode = Object.values(faults).some((count) => count > 0) ? 1 : 0;

async function fire(kills: number, point: Point | null): Promise<Outcome> {
  const folder = await mkdtemp(join(tmpdir(), 'chaos-'));
  const port = await freePort();
  const settings = { DATA_DIR: folder, DATABASE_URL: '' };
  const clients = Number(values.clients);
  const outcome = await underFire({ settings, port, clients, plan: Array<typeof point>(kills).fill(point), chance });
  await rm(folder, { recursive: true, force: true });
  const slowest = Math.max(...outcome.backMs);
  console.log(
    `${(point ?? 'any moment').padEnd(20)} killed ${kills}, kept ${outcome.acked}, ${JSON.stringify(outcome.faults)}, back within ${Math.round(slowest)} ms`,
  );
  return outcome;
}
