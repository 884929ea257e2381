import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { aTurn } from '../../storage/turns.ts';
import { aPerson, type Person } from './fakeTeams/people.ts';
import { startTeamsBot, type TeamsBot } from './testTeams.ts';

describe('an answer on its way to Teams', () => {
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

  /** What somebody has on the screen, without the welcome. */
  const seen = (person: Person = anna) => bot.teams.textsIn(person.chat).filter((text) => text !== 'Welkom!');
  /** How often something was offered to Anna's chat, without the welcome. */
  const offers = () => bot.teams.connector.offered.length - 1;

  it('Q11 waits as long as it is told by 429, then goes, once and before what came later', async () => {
    bot.teams.connector.faults.add({ kind: 'refused', status: 429, retryAfter: 3 });
    await bot.teams.say(anna, 'een');
    await bot.deliver();
    await bot.teams.say(anna, 'twee');

    await bot.pass(2);
    expect(seen()).toEqual([]);
    await bot.pass(2);
    expect(seen()).toEqual(['Je zei: een', 'Je zei: twee']);
  });

  it('Q11 takes a moment instead of seconds for an answer as well', async () => {
    bot.teams.connector.faults.add({ kind: 'refused', status: 429, retryAfter: 120 });
    await bot.teams.say(anna, 'een');

    await bot.pass(119);
    expect(offers()).toBe(1);
    await bot.pass(30);
    expect(seen()).toEqual(['Je zei: een']);
  });

  it.each([412, 503])('goes again after %i, ever later, until it is accepted', async (status) => {
    for (let times = 0; times < 5; times++) bot.teams.connector.faults.add({ kind: 'refused', status });
    await bot.teams.say(anna, 'een');
    await bot.pass(30);
    expect(offers()).toBeLessThan(5);

    await bot.pass(120);
    expect(seen()).toEqual(['Je zei: een']);
    expect(offers()).toBe(6);
  });

  it.each([500, 502, 504, 'reset'] as const)(
    'Q12 goes once more at most when %s follows an acceptance, is counted, and stands once in the transcript',
    async (status) => {
      bot.teams.connector.faults.add({ kind: 'lost-answer', status }, { kind: 'lost-answer', status });
      await bot.teams.say(anna, 'een');
      await bot.pass(20);
      await bot.teams.clock.pass(3600);
      await bot.pass(2);

      expect(offers()).toBe(2);
      expect(bot.outcomes.filter((outcome) => outcome === 'unknown')).toHaveLength(2);
      expect((await bot.texts(anna)).filter((text) => text === 'Je zei: een')).toHaveLength(1);
    },
  );

  it('Q12 comes before the next answer when nobody knows whether it arrived', async () => {
    bot.teams.connector.faults.add({ kind: 'refused', status: 502 }, { kind: 'refused', status: 502 });
    await bot.teams.say(anna, 'een');
    await bot.pass(20);
    await bot.teams.clock.pass(600);
    await bot.pass(2);
    expect(seen()).toEqual([]);

    await bot.teams.say(anna, 'twee');
    await bot.pass(60);
    expect(seen()).toEqual(['Je zei: een', 'Je zei: twee']);
  });

  it.each([
    ['Q13', 401],
    ['Q13', 403],
    ['Q14', 404],
    ['Q14', 400],
    ['Q14', 413],
  ])('%s is not offered again after %i, and what comes later goes its way', async (_id, status) => {
    bot.teams.connector.faults.add({ kind: 'refused', status });
    if (status === 401) bot.teams.connector.faults.add({ kind: 'refused', status });
    await bot.teams.say(anna, 'een');
    await bot.pass(20);
    await bot.teams.clock.pass(600);
    await bot.pass(2);
    const before = offers();
    expect(before).toBeLessThanOrEqual(status === 401 ? 2 : 1);

    await bot.teams.say(anna, 'twee');
    await bot.pass(1);
    expect(seen()).toEqual(['Je zei: twee']);
    expect(offers()).toBe(before + 1);
  });

  it('goes with a new token when the old one was taken back', async () => {
    bot.teams.connector.appTokens.length = 0;
    await bot.teams.say(anna, 'een');
    await bot.deliver();

    expect(seen()).toEqual(['Je zei: een']);
    expect(bot.teams.connector.appTokens).toHaveLength(1);
  });

  it('fetches one token for an hour, and another shortly before its end', async () => {
    await bot.teams.say(anna, 'een');
    await bot.pass(1);
    expect(bot.teams.connector.appTokens).toHaveLength(1);

    await bot.teams.clock.pass(56 * 60);
    await bot.teams.say(anna, 'twee');
    await bot.deliver();
    expect(bot.teams.connector.appTokens).toHaveLength(2);
  });

  it('waits while the bot gets no token, and says so in the log without the secret', async () => {
    bot.teams.connector.refusesApp = true;
    await bot.teams.clock.pass(3600);
    await bot.teams.say(anna, 'een');
    await bot.pass(10);
    expect(seen()).toEqual([]);

    bot.teams.connector.refusesApp = false;
    await bot.pass(60);
    expect(seen()).toEqual(['Je zei: een']);
    expect(bot.logged.join()).toContain('no app token');
    expect(bot.logged.join()).not.toContain('x8Q~');
  });

  it('Q15 is held for half an hour while Teams cannot be reached, and then comes in order', async () => {
    await bot.teams.connector.pullOut();
    // Messages keep coming in; only the way back is gone. The keys of the door are known.
    for (const text of ['een', 'twee', 'drie']) await bot.teams.say(anna, text);
    for (let minute = 0; minute < 30; minute++) {
      await bot.teams.clock.pass(60);
      await bot.deliver();
    }
    expect(seen()).toEqual([]);

    await bot.teams.connector.plugIn();
    await bot.pass(80);
    expect(seen()).toEqual(['Je zei: een', 'Je zei: twee', 'Je zei: drie']);
    expect(offers()).toBe(3);
  });

  it('is not sent any more after a day, which is counted', async () => {
    await bot.teams.connector.pullOut();
    await bot.teams.say(anna, 'een');
    await bot.teams.clock.pass(24 * 3600);
    await bot.deliver();
    await bot.teams.connector.plugIn();
    await bot.pass(120);

    expect(seen()).toEqual([]);
    expect(bot.outcomes).toContain('expired');
    expect(await bot.texts(anna)).toContain('Je zei: een');
  });

  it('A16 follows no redirect: neither message nor token goes elsewhere', async () => {
    const elsewhere = `${bot.teams.connector.serviceUrl}stranger`;
    bot.teams.connector.faults.add({ kind: 'redirect', to: elsewhere });
    await bot.teams.say(anna, 'een');
    await bot.pass(60);

    expect(offers()).toBe(1);
    expect(bot.teams.connector.requests.join()).not.toContain('stranger');
  });

  it('A17 goes nowhere when its address is not as the bot kept it', async () => {
    const { serviceUrl } = bot.teams.connector;
    const forged = { serviceUrl, scope: 'personal', conversation: 'a:stranger', bot: 'x', user: 'y', seal: 'AAAA' };
    const kept = await bot.storage.outbox.addressOf(anna.tenant, anna.chat);
    for (const address of [forged, { ...kept, conversation: 'a:stranger' }]) {
      const conversation = await bot.storage.conversations.load(anna.tenant, anna.chat);
      if (!conversation) throw new Error('Anna was welcomed.');
      const delivery = { address, message: { type: 'message', text: 'geheim' } };
      await bot.storage.conversations.commit(
        aTurn(conversation, { delivery, at: bot.teams.clock.now().toISOString() }),
      );
    }
    await bot.pass(5);

    expect(offers()).toBe(0);
    expect(bot.outcomes.filter((outcome) => outcome === 'never')).toHaveLength(2);
  });

  it('is delivered by another instance when the one that took it fell silent', async () => {
    await bot.teams.say(anna, 'een');
    const at = bot.teams.clock.now();
    const until = new Date(at.getTime() + 10_000).toISOString();
    await bot.storage.outbox.take({ at: at.toISOString(), until, holder: 'fell silent', limit: 10 });

    await bot.pass(9);
    expect(seen()).toEqual([]);
    await bot.pass(2);
    expect(seen()).toEqual(['Je zei: een']);
  });

  it('stays under seven in a second and sixty in half a minute for one conversation, in order', async () => {
    const sentences = Array.from({ length: 100 }, (_, index) => `zin ${index}`);
    for (const text of sentences) await bot.teams.say(anna, text);
    await bot.pass(75);

    expect(seen()).toEqual(sentences.map((text) => `Je zei: ${text}`));
    expect(bot.outcomes.filter((outcome) => outcome !== 'sent')).toEqual([]);
  });

  it('sixty turns in each second for ten seconds: none is lost, none comes twice, each conversation in order', async () => {
    const people = Array.from({ length: 60 }, (_, index) => aPerson(`Leerkracht ${index}`));
    for (const person of people) await bot.teams.install(person);
    await bot.pass(3);

    for (let second = 0; second < 10; second++) {
      await Promise.all(people.map((person) => bot.teams.say(person, `zin ${second}`)));
      await bot.pass(1);
    }
    await bot.pass(10);

    const expected = Array.from({ length: 10 }, (_, second) => `Je zei: zin ${second}`);
    for (const person of people) expect(seen(person)).toEqual(expected);
    expect(bot.outcomes.filter((outcome) => outcome !== 'sent')).toEqual([]);
  });
});

describe('a deliverer that was started', () => {
  it('brings what is new at once, and finishes what is under way when it is stopped', async () => {
    const anna = aPerson('Anna');
    await using bot = await startTeamsBot();
    bot.channel.deliverer.start();

    await bot.teams.say(anna, 'hallo');
    await bot.channel.deliverer.stop();

    expect(bot.teams.textsIn(anna.chat)[0]).toBe('Welkom!');
    await bot.teams.say(anna, 'nog iets');
    await bot.channel.deliverer.stop();
    expect(bot.teams.textsIn(anna.chat)).not.toContain('Je zei: nog iets');
  });
});
