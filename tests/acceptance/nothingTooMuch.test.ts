import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { pageFiles } from '../../bot/webPages/pageFiles.ts';
import { MOVES } from '../../content/schema/move.ts';
import { TOPICS } from '../../content/schema/topic.ts';
import { sqliteDatabase } from '../bot/storage/sqliteDatabase.ts';

/** Health, belief, descent, orientation, abuse: what the law calls special, in the words of a table or a label. */
const SPECIAL =
  /adhd|autis|diagnos|health|medic|disab|religio|faith|islam|christ|ethnic|race|origin|nationalit|orientation|abus|debt|income/i;
/** How somebody types, how long it took, how they seem to feel, how good they are. */
const OF_THE_PERSON =
  /typing|keystroke|latency|response_time|thinking_time|pause|emotion|sentiment|stress|fitness|ability|score|rank|grade/i;

describe('what is kept', () => {
  let database: Awaited<ReturnType<typeof sqliteDatabase>>;
  let columns: readonly string[];

  beforeAll(async () => {
    database = await sqliteDatabase();
    await (await database.open()).close();
    const file = new DatabaseSync(database.file, { readOnly: true });
    const tables = file.prepare("select name from sqlite_master where type = 'table'").all();
    columns = tables.flatMap(({ name }) =>
      file
        .prepare(`pragma table_info("${String(name)}")`)
        .all()
        .map((column) => `${String(name)}.${String(column['name'])}`),
    );
    file.close();
  });
  afterAll(() => database.remove());

  it('P15 has no place for how a teacher types, how long that takes, or how they feel or do', () => {
    expect(columns.length).toBeGreaterThan(50);
    expect(columns.filter((column) => OF_THE_PERSON.test(column))).toEqual([]);
  });

  it('P09 has no place, and the product no label, for health, belief or abuse', () => {
    expect([...columns, ...MOVES, ...TOPICS].filter((name) => SPECIAL.test(name))).toEqual([]);
  });
});

describe('what the browser gets', () => {
  it('D22 holds no secret, no address of a machine and no path of one', () => {
    const files = pageFiles().all.map(({ path, content }) => ({ path, text: Buffer.from(content).toString('utf8') }));
    const found = files.flatMap(({ path, text }) =>
      [
        /-----BEGIN [A-Z ]*KEY/,
        /postgres:\/\//,
        /client_secret["']?\s*[:=]\s*["'][^"']{8}/i,
        /\/(?:root|home|work)\/\w/,
        /DATABASE_URL|APP_PASSWORD/,
      ]
        .filter((secret) => secret.test(text))
        .map((secret) => `${path} ${secret.source}`),
    );

    expect(files.length).toBeGreaterThan(20);
    expect(found).toEqual([]);
  });
});
