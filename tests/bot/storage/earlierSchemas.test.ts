import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { InProcessLogFeed } from '../../../bot/channels/directLine/logFeed.ts';
import type { Storage } from '../../../bot/ports.ts';
import { createRehearsalBot } from '../../../bot/rehearsalBot.ts';
import { remindOn } from '../../../bot/reminders/remindOn.ts';
import { MIGRATIONS } from '../../../bot/storage/migrations.ts';
import { type Bot, createTurnRunner } from '../../../bot/turn/turnRunner.ts';
import { createAnswering } from '../../../dialogs/answering/createAnswering.ts';
import { createFinder } from '../../../dialogs/finding/createFinder.ts';
import { content } from '../../dialogs/chat.ts';
import { hasPostgres, type PostgresServer, startPostgres } from '../../postgres.ts';
import { theLanguage } from '../../theContent.ts';
import { makeEarlier, type Rows, readAllRows } from './earlierSchema.ts';
import { postgresDatabase } from './postgresDatabase.ts';
import { sqliteDatabase } from './sqliteDatabase.ts';
import type { TestDatabase } from './testDatabase.ts';

const TENANT = 'school';
const CONVERSATION = 'conversation-1';
const KEY = 'as it was made by that version..';

/** Databases of every version there ever was, with a talk in them that is going on. */
describe.each(hasPostgres() ? ['SQLite', 'PostgreSQL'] : ['SQLite'])(
  'a database of an earlier version (%s)',
  (kind) => {
    let server: PostgresServer | undefined;
    let bot: Bot;
    let rows: Rows;

    const make = (): Promise<TestDatabase> => (server ? postgresDatabase(server) : sqliteDatabase());

    beforeAll(async () => {
      if (kind === 'PostgreSQL') server = await startPostgres();
      const language = theLanguage(content);
      const [finder, answering] = [createFinder(content), createAnswering(content, language)];
      bot = createRehearsalBot({ content, finder, answering, ...language });
      const newest = await make();
      const storage = await newest.open();
      await say(storage, 'oefenen left-out-in-the-block-corner');
      await say(storage, 'Wat naar dat het zo loopt.');
      await storage.close();
      const key = { name: 'forms', secret: Buffer.from(KEY).toString('base64') };
      rows = new Map([
        ...(await readAllRows(newest.place)),
        ['keys', [key]],
        ['key_generations', [{ ...key, since: '' }]],
      ]);
      await newest.remove();
    }, 60_000);
    afterAll(() => server?.stop());

    /** One turn of the product; the texts of what it answers. */
    async function say(storage: Storage, text: string): Promise<readonly string[]> {
      const runner = createTurnRunner({
        bot,
        storage,
        feed: new InProcessLogFeed(),
        scenarios: content.scenarios,
        retentionDays: 90,
        publicUrl: 'http://localhost:3978',
        log: pino({ level: 'silent' }),
        remindOn,
      });
      const where = { tenant: TENANT, conversationId: CONVERSATION, userId: 'teacher-1', channel: 'directline' };
      await storage.conversations.open({
        tenant: TENANT,
        id: CONVERSATION,
        userId: 'teacher-1',
        channel: 'directline',
        at: now(),
      });
      const before = (await storage.conversations.load(TENANT, CONVERSATION))?.lastSeq ?? 0;
      await runner.run({
        ...where,
        activity: { type: 'message', text, locale: 'nl-NL' },
        dedupeKey: `${before} ${text}`,
      });
      const log = await storage.conversations.readLog(TENANT, CONVERSATION, before + 1, 100);
      return log.map(({ activity }) => activity.text ?? '');
    }

    // What differs between the databases is little: on a server every third will do.
    it.each(Object.keys(MIGRATIONS).filter((_, at) => kind === 'SQLite' || at % 3 === 0))(
      '%s is brought up to date, with all that was said, and the talk goes on',
      async (migration) => {
        const earlier = await make();
        await makeEarlier(earlier.place, migration, rows);

        const storage = await earlier.open();
        const kept = await storage.conversations.readLog(TENANT, CONVERSATION, 0, 100);
        const answers = await say(storage, 'Wat merkt u thuis aan Sam?');
        const end = await say(storage, 'stop');
        const [key] = await storage.keys.obtain('forms');
        await storage.close();
        await earlier.remove();

        expect(kept.map(({ activity }) => JSON.stringify(activity))).toEqual(
          (rows.get('activities') ?? []).map(({ activity }) => activity),
        );
        expect(answers).toHaveLength(1);
        expect(end.length).toBeGreaterThan(0);
        expect(Buffer.from(key?.secret ?? '').toString()).toBe(KEY);
      },
      30_000,
    );
  },
);

const now = () => new Date().toISOString();
