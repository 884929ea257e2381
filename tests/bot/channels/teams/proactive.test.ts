import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createSeals, type TeamsAddress } from '../../../../bot/channels/teams/address.ts';
import type { JsonObject } from '../../../../bot/ports.ts';
import { aTurn } from '../../storage/turns.ts';
import { aPerson, aRemoval, BOT } from './fakeTeams/people.ts';
import { startTeamsBot, type TeamsBot } from './testTeams.ts';

describe('the bot that speaks unasked', () => {
  const anna = aPerson('Anna');
  let bot: TeamsBot;

  beforeEach(async () => {
    bot = await startTeamsBot();
    await bot.teams.install(anna);
    await bot.deliver();
  });

  afterEach(async () => {
    await bot[Symbol.asyncDispose]();
  });

  /** Reminds this person, or whoever has this chat. */
  const remind = (dedupeKey = 'reminder/2030-01-15', { tenant, chat } = anna) =>
    bot.channel.proactive.send({
      tenant,
      conversationId: chat,
      activity: { type: 'message', text: 'denk aan de belofte' },
      dedupeKey,
    });

  const seen = () => bot.teams.textsIn(anna.chat).filter((text) => text !== 'Welkom!');

  /** Somebody writes this into the store in the place of Anna's address. */
  async function putAddress(address: JsonObject): Promise<void> {
    const conversation = await bot.storage.conversations.load(anna.tenant, anna.chat);
    if (!conversation) throw new Error('Anna was welcomed.');
    await bot.storage.conversations.commit(aTurn(conversation, { delivery: { address, message: null } }));
  }

  async function keptAddress(): Promise<JsonObject> {
    return (await bot.storage.outbox.addressOf(anna.tenant, anna.chat)) ?? {};
  }

  it('reaches the teacher in the personal chat, as a turn like any other', async () => {
    expect(await remind()).toBe('accepted');
    await bot.deliver();

    expect(seen()).toEqual(['Je zei: denk aan de belofte']);
    expect(await bot.texts(anna)).toContain('Je zei: denk aan de belofte');
  });

  it('does so once for one reason', async () => {
    await remind();
    await remind();
    await bot.deliver();

    expect(seen()).toHaveLength(1);
  });

  it('answers to nothing: the message stands by itself', async () => {
    await bot.teams.say(anna, 'hallo');
    await remind();
    await bot.deliver();

    expect(bot.teams.connector.delivered.at(-1)?.activity).not.toHaveProperty('replyToId');
  });

  it('does not reach who took the bot away, or never had it', async () => {
    await bot.teams.deliver(aRemoval(anna));

    expect(await remind()).toBe('not-installed');
    expect(await remind('reminder', aPerson('Bram'))).toBe('not-installed');
  });

  it.each([
    ['conversation', 'a:somebody-else'],
    ['serviceUrl', 'https://evil.example/'],
    ['user', '29:somebody-else'],
    ['bot', '28:another-bot'],
    ['scope', 'channel'],
    ['seal', 'AAAA'],
    ['seal', 7],
    ['replyToId', 'x'],
  ])('A17 refuses when %s of the kept address was altered', async (name, value) => {
    await putAddress({ ...(await keptAddress()), [name]: value });
    const requests = bot.teams.connector.requests.length;

    expect(await remind()).toBe('refused');
    await bot.pass(5);

    expect(bot.teams.connector.requests).toHaveLength(requests);
    expect(bot.logged.filter((line) => line.includes('address-refused'))).toHaveLength(1);
    expect(await bot.texts(anna)).not.toContain('Je zei: denk aan de belofte');
  });

  it('A17 refuses the good address of another conversation', async () => {
    const bram = aPerson('Bram');
    await bot.teams.install(bram);
    await putAddress((await bot.storage.outbox.addressOf(bram.tenant, bram.chat)) ?? {});

    expect(await remind()).toBe('refused');
  });

  it.each<Partial<TeamsAddress>>([
    { serviceUrl: 'https://smba.trafficmanager.net@evil.example/' },
    { scope: 'channel' },
  ])('A17 refuses %p even under a seal of ours', async (change) => {
    const { serviceUrl } = bot.teams.connector;
    const good: TeamsAddress = { serviceUrl, scope: 'personal', conversation: anna.chat, bot: BOT, user: anna.id };
    const seals = createSeals(bot.ring);

    await putAddress(seals.seal({ ...good, ...change }, anna.tenant, anna.chat));

    expect(await remind()).toBe('refused');
  });
});
