import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { readConfig } from '../../../bot/config.ts';
import type { Storage } from '../../../bot/ports.ts';
import { Reminders, type RemindersOptions } from '../../../bot/reminders/reminders.ts';
import { aMessage, aPerson, aRemoval } from '../channels/teams/fakeTeams/people.ts';
import { startProductInTeams } from '../channels/teams/productInTeams.ts';
import type { TeamsBot } from '../channels/teams/testTeams.ts';

const HOUR = 3600;
const DAY = 24 * HOUR;
/** Looks back on a talk, passes over the tips and what was agreed, and promises one thing. */
const LOOK_BACK = [
  'terugblik',
  'Een gesprek',
  ...Array.from({ length: 8 }, () => 'overslaan'),
  'Ik bel vrijdag',
  'Dat was het',
  'klaar',
];

/** It is Tuesday 15 January 2030, 13:00 in the Netherlands. */
describe('a teacher in Teams who promised something', () => {
  const anna = aPerson('Anna');
  let bot: TeamsBot;
  let outcomes: string[];

  beforeEach(async () => {
    bot = await startProductInTeams(anna);
    outcomes = [];
  });

  afterEach(async () => {
    await bot[Symbol.asyncDispose]();
  });

  async function says(...texts: readonly string[]): Promise<void> {
    for (const text of texts) await bot.teams.say(anna, text);
    await bot.pass(2);
  }

  /** Looks back on a talk, and promises to call on Friday. */
  const promises = () => says(...LOOK_BACK);

  /** An instance that reminds. */
  function instance(storage: Storage = bot.storage, settings = {}): Reminders {
    const options: RemindersOptions = {
      conversations: storage.conversations,
      proactive: bot.channel.proactive,
      hours: readConfig(settings).reminderHours,
      log: pino({ level: 'silent' }),
      observe: (outcome) => outcomes.push(outcome),
      now: bot.teams.clock.now,
    };
    return new Reminders(options);
  }

  async function reminded(reminders = instance()): Promise<readonly string[]> {
    const before = bot.teams.textsIn(anna.chat).length;
    await reminders.remindDue();
    await bot.pass(2);
    return bot.teams.textsIn(anna.chat).slice(before);
  }

  /** Straight to another moment: `2030-01-18T09:00`, by a clock one hour ahead of UTC. */
  async function at(local: string): Promise<void> {
    const seconds = (Date.parse(`${local}:00+01:00`) - bot.teams.clock.now().getTime()) / 1000;
    await bot.teams.clock.pass(seconds);
  }

  it('is reminded on that day in the morning, once, and hears why and how to stop it', async () => {
    await promises();
    await at('2030-01-17T09:00');
    expect(await reminded()).toEqual([]);

    await at('2030-01-18T09:00');
    const [message, ...more] = await reminded();

    expect(more).toEqual([]);
    expect(message).toMatch(/Even een seintje.*daarom schrijf ik je.*Ik bel vrijdag.*herinneringen uit/s);
    expect(await reminded()).toEqual([]);
    expect(outcomes).toEqual(['accepted']);
  });

  it('is not written to at night, in the weekend or on a day off', async () => {
    await promises();
    for (const moment of ['2030-01-18T07:59', '2030-01-18T17:00', '2030-01-19T10:00', '2030-01-20T10:00']) {
      await at(moment);
      expect(await reminded()).toEqual([]);
    }

    await at('2030-01-21T10:00');
    expect(await reminded(instance(bot.storage, { REMINDER_DAYS_OFF: '2030-01-21' }))).toEqual([]);
    expect(await reminded()).toHaveLength(1);
  });

  it('hears it again after a week and after two while it stays open, and then no more', async () => {
    await promises();
    const days: string[] = [];
    await at('2030-01-18T09:00');
    for (let day = 0; day < 40; day++) {
      if ((await reminded()).length > 0) days.push(bot.teams.clock.now().toISOString().slice(0, 10));
      await bot.teams.clock.pass(DAY);
    }

    expect(days).toEqual(['2030-01-18', '2030-01-25', '2030-02-01']);
  });

  it('is left in peace once it is done, or once reminders are off', async () => {
    await promises();
    await says('belofte 1 gedaan');
    await at('2030-01-18T09:00');
    expect(await reminded()).toEqual([]);

    await promises();
    await says('herinneringen uit');
    await at('2030-01-25T09:00');
    expect(await reminded()).toEqual([]);
    expect(outcomes).toEqual([]);
  });

  it('is not interrupted while busy with the bot, but reminded half an hour later', async () => {
    await promises();
    await at('2030-01-18T09:00');
    await says('tip');
    expect(await reminded()).toEqual([]);

    await bot.teams.clock.pass(0.5 * HOUR);
    expect(await reminded()).toHaveLength(1);
  });

  it('is reminded once by several instances at the same moment', async () => {
    await promises();
    await at('2030-01-18T09:00');
    const before = bot.teams.textsIn(anna.chat).length;

    await Promise.all([instance(), instance(), instance()].map((one) => one.remindDue()));
    await bot.pass(5);

    expect(bot.teams.textsIn(anna.chat)).toHaveLength(before + 1);
  });

  it('is reminded by an instance that was not there when the promise was made', async () => {
    await promises();
    await at('2030-01-18T09:00');
    instance()
      .remindDue()
      .catch(() => undefined);

    expect(await reminded(instance())).toHaveLength(1);
  });

  it('is not reminded twice when the clock jumps ahead and back', async () => {
    await promises();
    await at('2030-01-18T09:00');
    expect(await reminded()).toHaveLength(1);
    await at('2030-01-19T09:00');
    await at('2030-01-18T10:00');

    expect(await reminded()).toEqual([]);
  });

  it('is not written to any more once the bot is taken away', async () => {
    await promises();
    await bot.teams.deliver(aRemoval(anna));
    await at('2030-01-18T09:00');

    expect(await reminded()).toEqual([]);
    expect(outcomes).toEqual([]);
  });

  it('is tried once a day where the bot turns out not to be', async () => {
    await promises();
    await at('2030-01-18T09:00');
    const reminders = instance({
      ...bot.storage,
      conversations: {
        ...bot.storage.conversations,
        toRemind: async () => [{ tenant: anna.tenant, conversationId: 'a:other' }],
      },
    });

    await reminders.remindDue();
    await reminders.remindDue();
    expect(outcomes).toEqual(['not-installed']);

    await at('2030-01-21T09:00');
    await reminders.remindDue();
    expect(outcomes).toEqual(['not-installed', 'not-installed']);
  });

  it('does not get it in the evening when Teams was away all day', async () => {
    await promises();
    await at('2030-01-18T16:00');
    await bot.teams.connector.pullOut();
    await reminded();
    await at('2030-01-18T19:00');
    await bot.teams.connector.plugIn();
    const before = bot.teams.textsIn(anna.chat).length;
    await bot.pass(120);

    expect(bot.teams.textsIn(anna.chat)).toHaveLength(before);
    expect(bot.outcomes).toContain('expired');
  });

  it('keeps no older conversation alive by it: what the bot says by itself makes nothing younger', async () => {
    await promises();
    const before = await bot.storage.conversations.load(anna.tenant, anna.chat);
    await at('2030-01-18T09:00');
    await reminded();
    const after = await bot.storage.conversations.load(anna.tenant, anna.chat);

    expect(after?.version).toBe((before?.version ?? 0) + 1);
    expect(after?.updatedAt).toBe(before?.updatedAt);
  });

  it('can answer with a button of the reminder', async () => {
    await promises();
    await at('2030-01-18T09:00');
    await reminded();
    await says('belofte 1 gedaan');

    expect(bot.teams.textsIn(anna.chat).at(-1)).toContain('dat is gedaan');
  });

  it('is not reminded in a chat with others, where nothing is kept', async () => {
    const chat = { scope: 'groupChat', id: '19:group@thread.v2' } as const;
    await bot.teams.deliver(aMessage(anna, 'terugblik', chat));
    await promises();
    await at('2030-01-18T09:00');
    await bot.pass(1);
    const before = bot.teams.textsIn(chat.id).length;

    expect(await reminded()).toHaveLength(1);
    expect(bot.teams.textsIn(chat.id)).toHaveLength(before);
  });
});
