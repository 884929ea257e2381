import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createFixedChance } from '../../dialogs/language/model/fixedChance.ts';
import { kills } from './kills.ts';
import { type LongForm, longForms } from './longForms.ts';

/**
 * What a product can meet, in long. Each part ends with what became of it; exit code 1 if anything was lost, doubled, halved,
 * out of order or too slow.
 *
 * | `npm run chaos --`                      | what                                                                                     |
 * | --------------------------------------- | ---------------------------------------------------------------------------------------- |
 * | `[--kills 1000] [--each 50] [--clients 8]` | killed so often at moments of chance, and so often at each point of a turn            |
 * | `--slow`                                | commits that take 5 and 20 seconds (F08, F09)                                            |
 * | `--storm 5000`                          | so many lines cut at once (Q21)                                                          |
 * | `--memory 60`                           | 256 MB, 2,000 lines and 50 turns a second, for so many seconds                           |
 * | `--tokens 600`                          | five clients append words, through kill, pause, parting, jumps of the clock, for so many seconds (Q25) |
 * | `--troubles 120`                        | the same with a full disk, a slow one, a locked database and cut lines                   |
 * | `--fuzz 100000`                         | so many activities that nobody would send (M30)                                          |
 * | `--postgres 20`                         | PostgreSQL is killed and started again so often                                          |
 */
const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '1000' },
    each: { type: 'string', default: '50' },
    clients: { type: 'string', default: '8' },
    slow: { type: 'boolean' },
    storm: { type: 'string' },
    memory: { type: 'string' },
    tokens: { type: 'string' },
    troubles: { type: 'string' },
    postgres: { type: 'string' },
    fuzz: { type: 'string' },
  },
});
const chance = createFixedChance();
const forms = longForms(values, chance);
const work: readonly LongForm[] =
  forms.length > 0
    ? forms
    : kills({ kills: Number(values.kills), each: Number(values.each), clients: Number(values.clients), chance });

let isWell = true;
for (const { name, run } of work) {
  const folder = await mkdtemp(join(tmpdir(), 'chaos-'));
  const { outcome, isGood } = await run(folder);
  await rm(folder, { recursive: true, force: true });
  isWell &&= isGood;
  console.log(`${isGood ? 'good ' : 'WRONG'} ${name.padEnd(18)} ${JSON.stringify(outcome)}`);
  await report(name, outcome, isGood);
}
process.exitCode = isWell ? 0 : 1;

async function report(name: string, outcome: object, isGood: boolean): Promise<void> {
  await mkdir('.data/reports/chaos', { recursive: true });
  const file = join('.data/reports/chaos', `${name.replaceAll(' ', '-')}.json`);
  await writeFile(file, `${JSON.stringify({ at: new Date().toISOString(), isGood, outcome }, null, 2)}\n`);
}
