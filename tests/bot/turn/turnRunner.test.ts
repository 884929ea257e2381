import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { InProcessLogFeed } from '../../../bot/channels/directLine/logFeed.ts';
import { type JsonObject, type LoggedActivity, type Storage, StorageError } from '../../../bot/ports.ts';
import { openSqlite } from '../../../bot/storage/sqlite/openSqlite.ts';
import { type Bot, createTurnRunner } from '../../../bot/turn/turnRunner.ts';
import type { Keepsake } from '../../../dialogs/keepsakes/keepsake.ts';
import { ownEvent } from '../../../dialogs/ownEvents.ts';
import { theContent } from '../../theContent.ts';

/** Answers every message with how many it has had, and remembers that number. */
const countingBot: Bot = {
  run: async (context, state) => {
    const count = Number(state?.['count'] ?? 0) + 1;
    await context.sendActivity(`${count}: ${context.activity.text}`);
    return { count };
  },
  apologise: async (context) => {
    await context.sendActivity('sorry');
  },
};

const conversation = { tenant: 'local', conversationId: 'c1', userId: 'dl_teacher', channel: 'directline' };
const message = (text: string, dedupeKey = text) => ({
  ...conversation,
  dedupeKey,
  activity: { type: 'message', text },
});

let folder: string;
let storage: Storage;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'turns-'));
  storage = await openSqlite({ file: join(folder, 'test.db') });
});

afterEach(async () => {
  await storage.close();
  await rm(folder, { recursive: true, force: true });
});

function runnerFor(bot: Bot, options: { storage?: Storage; maxWaiting?: number; feed?: InProcessLogFeed } = {}) {
  return createTurnRunner({
    bot,
    storage: options.storage ?? storage,
    feed: options.feed ?? new InProcessLogFeed(),
    scenarios: [],
    retentionDays: 90,
    publicUrl: 'https://chat.school.example',
    log: pino({ level: 'silent' }),
    ...(options.maxWaiting ? { maxWaiting: options.maxWaiting } : {}),
  });
}

async function texts(): Promise<readonly (string | undefined)[]> {
  const log = await storage.conversations.readLog('local', 'c1', 0, 1000);
  return log.map(({ activity }) => activity.text);
}

describe('a turn', () => {
  it('keeps the sentence, the reply and the new state together', async () => {
    const outcome = await runnerFor(countingBot).run(message('hello'));

    expect(outcome.status).toBe('accepted');
    expect(await texts()).toEqual(['hello', '1: hello']);
    expect(await storage.conversations.load('local', 'c1')).toMatchObject({ state: { count: 1 }, version: 1 });
  });

  it('tells live streams only after it has been kept', async () => {
    const feed = new InProcessLogFeed();
    const heard: string[] = [];
    feed.subscribe('local', 'c1', (logged: readonly LoggedActivity[]) => {
      heard.push(...logged.map(({ seq, activity }) => `${seq} ${activity.text}`));
    });
    const failing = { ...storage, conversations: { ...storage.conversations, commit: refuse } };

    await expect(runnerFor(countingBot, { feed, storage: failing }).run(message('lost'))).rejects.toThrow(StorageError);
    await runnerFor(countingBot, { feed }).run(message('kept'));

    expect(heard).toEqual(['1 kept', '2 1: kept']);
  });

  it('that could not be kept has had no effect and can be sent again', async () => {
    let failures = 1;
    const flaky = {
      ...storage,
      conversations: {
        ...storage.conversations,
        commit: (turn: Parameters<Storage['conversations']['commit']>[0]) =>
          failures-- > 0 ? refuse() : storage.conversations.commit(turn),
      },
    };
    const runner = runnerFor(countingBot, { storage: flaky });

    await expect(runner.run(message('again'))).rejects.toThrow(StorageError);
    await runner.run(message('again'));

    expect(await texts()).toEqual(['again', '1: again']);
  });

  it('Q01 has one effect when the same message comes twice', async () => {
    const runner = runnerFor(countingBot);

    const first = await runner.run(message('hello', 'same'));
    const second = await runner.run(message('hello', 'same'));

    expect(second).toEqual(first);
    expect(await texts()).toEqual(['hello', '1: hello']);
  });

  it('Q02 has one effect when the same message comes twenty times at once', async () => {
    const runner = runnerFor(countingBot);

    const outcomes = await Promise.all(Array.from({ length: 20 }, () => runner.run(message('hello', 'same'))));

    expect(new Set(outcomes.map((outcome) => JSON.stringify(outcome))).size).toBe(1);
    expect(await texts()).toEqual(['hello', '1: hello']);
  });

  it('Q06 keeps twenty different messages at once, in order, each with its reply', async () => {
    const runner = runnerFor(countingBot);
    const sentences = Array.from({ length: 20 }, (_, index) => `sentence ${index + 1}`);

    await Promise.all(sentences.map((sentence) => runner.run(message(sentence))));

    expect(await texts()).toEqual(sentences.flatMap((sentence, index) => [sentence, `${index + 1}: ${sentence}`]));
  });

  it('Q08 keeps twenty messages at once over two instances on one database', async () => {
    const other = await openSqlite({ file: join(folder, 'test.db') });
    const runners = [runnerFor(countingBot), runnerFor(countingBot, { storage: other })];

    await Promise.all(
      Array.from({ length: 20 }, async (_, index) => runners[index % 2]?.run(message(`sentence ${index}`))),
    );
    await other.close();

    const log = await storage.conversations.readLog('local', 'c1', 0, 1000);
    expect(log.map(({ seq }) => seq)).toEqual(Array.from({ length: 40 }, (_, index) => index + 1));
    expect((await storage.conversations.load('local', 'c1'))?.state).toEqual({ count: 20 });
  });

  it('Q03 takes one turn when two instances on one database get the same at once', async () => {
    const other = await openSqlite({ file: join(folder, 'test.db') });
    const runners = [runnerFor(countingBot), runnerFor(countingBot, { storage: other })];

    const outcomes = await Promise.all(
      Array.from({ length: 20 }, async (_, index) => runners[index % 2]?.run(message('hello', 'activity:1'))),
    );
    await other.close();

    expect(new Set(outcomes.map((outcome) => JSON.stringify(outcome)))).toHaveProperty('size', 1);
    expect(await texts()).toEqual(['hello', '1: hello']);
  });

  it('is declined, and not kept, when too many wait in its conversation', async () => {
    const runner = runnerFor(countingBot, { maxWaiting: 2 });

    const outcomes = await Promise.all(['one', 'two', 'three'].map((text) => runner.run(message(text))));

    expect(outcomes.map(({ status }) => status)).toEqual(['accepted', 'accepted', 'busy']);
    expect(await texts()).toEqual(['one', '1: one', 'two', '2: two']);
  });

  it('keeps the sentence and says sorry when the bot itself fails', async () => {
    const broken: Bot = { ...countingBot, run: () => Promise.reject(new Error('a bug')) };
    await runnerFor(countingBot).run(message('before'));

    await runnerFor(broken).run(message('hello'));

    expect(await texts()).toEqual(['before', '1: before', 'hello', 'sorry']);
    expect((await storage.conversations.load('local', 'c1'))?.state).toEqual({ count: 1 });
  });

  it('that is run anew repeats its ids and seeds', async () => {
    const drawn: string[] = [];
    const drawing: Bot = {
      ...countingBot,
      run: async (_context, _state, services): Promise<JsonObject> => {
        drawn.push(`${services.newId()} ${services.newSeed()}`);
        return {};
      },
    };
    let conflicts = 1;
    const racing = {
      ...storage,
      conversations: {
        ...storage.conversations,
        commit: (turn: Parameters<Storage['conversations']['commit']>[0]) =>
          conflicts-- > 0 ? Promise.resolve({ status: 'conflict' as const }) : storage.conversations.commit(turn),
      },
    };

    await runnerFor(drawing, { storage: racing }).run(message('hello'));

    expect(drawn).toHaveLength(2);
    expect(drawn[1]).toBe(drawn[0]);
  });

  it('erases everything of the teacher but what it says itself', async () => {
    const forgetting: Bot = {
      ...countingBot,
      run: async (context, _state, services) => {
        services.record.eraseMyData();
        await context.sendActivity('all gone');
        return {};
      },
    };
    await runnerFor(countingBot).run(message('secret'));

    await runnerFor(forgetting).run(message('forget me'));

    expect(await texts()).toEqual(['all gone']);
  });

  it('F24 brings its scenario along again when the store has dropped it', async () => {
    const [scenario] = theContent().scenarios;
    if (!scenario) throw new Error('no scenario');
    const rehearsing: Bot = {
      ...countingBot,
      run: async (context, state, services) => {
        services.record.rehearsalStarted({ id: services.newId(), scenario, locale: 'nl', seed: 1 });
        return countingBot.run(context, state, services);
      },
    };
    const runner = runnerFor(rehearsing);
    await runner.run(message('first'));
    await storage.personalData.expire('2100-01-01T00:00:00.000Z', '2100-01-01T00:00:00.000Z');

    await runner.run({ ...message('second'), conversationId: 'c2' });

    expect(await storage.scenarioRevisions.read(scenario.id, scenario.revision)).toEqual(scenario);
  });

  it('says nothing when it went wrong and nobody had asked for it', async () => {
    const failingBot: Bot = { ...countingBot, run: () => Promise.reject(new Error('our fault')) };
    const activity = ownEvent({ name: 'op-een-lijn/remind', value: null });

    const outcome = await runnerFor(failingBot).run({ ...conversation, activity, dedupeKey: 'remind/2030-01-15' });

    expect(outcome.status).toBe('accepted');
    expect(await texts()).toEqual([]);
  });

  it('F03 is refused once the server is stopping, and the running ones are waited for', async () => {
    const runner = runnerFor(countingBot);
    const running = runner.run(message('in time'));

    await runner.drain(5_000);

    expect((await running).status).toBe('accepted');
    expect((await runner.run(message('too late'))).status).toBe('busy');
  });
});

function refuse(): Promise<never> {
  return Promise.reject(new StorageError('The disk is full.'));
}

describe('something to keep', () => {
  const keepsake: Keepsake = {
    tool: 'vision',
    locale: 'nl',
    title: 'Onze visie',
    sections: [],
    sources: [],
    madeAt: '2026-11-23T08:00:00Z',
  };
  const keepingBot: Bot = {
    run: async (context, _state, services) => {
      await context.sendActivity(services.keep(keepsake)?.page ?? 'nothing');
      return {};
    },
    apologise: async () => {},
  };

  it('is kept in the commit of its turn, under the id in its link', async () => {
    await runnerFor(keepingBot).run(message('keep'));

    const [, link = ''] = await texts();
    expect(link).toMatch(/^\/keep\/[0-9a-f-]{36}$/);
    expect(await storage.keepsakes.read('local', link.split('/').at(-1) ?? '')).toEqual(keepsake);
  });

  it('has a whole address where the message is not shown on a page of ours', async () => {
    await runnerFor(keepingBot).run({ ...message('keep'), channel: 'msteams' });

    const [, link] = await texts();
    expect(link).toMatch(/^https:\/\/chat\.school\.example\/keep\/[0-9a-f-]{36}$/);
  });

  it('has the same link when its turn runs again after losing its place', async () => {
    let attempts = 0;
    const commit: Storage['conversations']['commit'] = (turn) => {
      attempts += 1;
      return attempts === 1 ? Promise.resolve({ status: 'conflict' }) : storage.conversations.commit(turn);
    };
    const busy = { ...storage, conversations: { ...storage.conversations, commit } };

    await runnerFor(keepingBot, { storage: busy }).run(message('keep'));

    const links = await texts();
    expect(links).toHaveLength(2);
    expect(await storage.keepsakes.read('local', links[1]?.split('/').at(-1) ?? '')).toEqual(keepsake);
  });

  it('is not kept when its turn failed', async () => {
    const kept: string[] = [];
    const failingBot: Bot = {
      ...keepingBot,
      run: async (_context, _state, services) => {
        kept.push(services.keep(keepsake)?.page ?? '');
        throw new Error('after keeping');
      },
    };

    await runnerFor(failingBot).run(message('keep'));

    expect(await storage.keepsakes.read('local', kept[0]?.split('/').at(-1) ?? '')).toBeNull();
  });
});
