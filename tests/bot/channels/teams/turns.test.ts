import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { aChange, aMessage, anInstallation, aPerson, aRemoval, aSubmit, aTap } from './fakeTeams/people.ts';
import { startTeamsBot, type TeamsBot } from './testTeams.ts';

describe('a teacher in Teams', () => {
  const anna = aPerson('Anna');
  const bram = aPerson('Bram');
  let bot: TeamsBot;

  beforeEach(async () => {
    bot = await startTeamsBot();
  });

  afterEach(async () => {
    await bot[Symbol.asyncDispose]();
  });

  /** What Anna has on her screen. */
  const seen = () => bot.teams.textsIn(anna.chat);

  describe('who adds the bot', () => {
    it('Q23 is welcomed once, however often Teams tells that somebody was added', async () => {
      for (let times = 0; times < 5; times++) await bot.teams.install(anna);
      await bot.teams.deliver({ ...anInstallation(anna), type: 'installationUpdate', action: 'add' });
      await bot.deliver();

      expect(seen()).toEqual(['Welkom!']);
    });

    it('is welcomed before the first answer when Teams did not tell', async () => {
      await bot.teams.say(anna, 'hallo');
      await bot.deliver();

      expect(seen()).toEqual(['Welkom!', 'Je zei: hallo']);
    });

    it('P18 is not written to any more once the bot is taken away', async () => {
      await bot.teams.install(anna);
      await bot.teams.deliver(aRemoval(anna));
      await bot.deliver();

      expect(seen()).toEqual([]);
      expect(await bot.storage.outbox.addressOf(anna.tenant, anna.chat)).toBeNull();
    });
  });

  describe('who says something', () => {
    it('gets an answer that says to what it answers', async () => {
      const message = aMessage(anna, 'hallo');
      await bot.teams.deliver(message);
      await bot.deliver();

      const [, answer] = bot.teams.connector.delivered;
      expect(answer?.activity).toMatchObject({
        type: 'message',
        text: 'Je zei: hallo',
        textFormat: 'markdown',
        recipient: { id: anna.id },
        replyToId: message.id,
      });
    });

    it('is kept under organisation and object id, without a name', async () => {
      await bot.teams.say(anna, 'hallo');

      const kept = await bot.storage.conversations.load(anna.tenant, anna.chat);
      expect(kept).toMatchObject({ userId: anna.aadObjectId, channel: 'msteams' });
      expect(JSON.stringify(await bot.log(anna))).not.toContain('Anna');
    });

    it('is answered by Teams’ own door only after all of it has been kept', async () => {
      await bot.teams.install(anna);
      bot.breakStorage(true);
      const answer = await bot.teams.say(anna, 'hallo');
      await bot.deliver();

      expect(answer.status).toBe(503);
      expect(seen()).toEqual(['Welkom!']);
    });

    it('Q01 has one turn and one reply when Teams delivers the same again, with the same status', async () => {
      await bot.teams.install(anna);
      const message = aMessage(anna, 'hallo');
      const first = await bot.teams.deliver(message);
      const second = await bot.teams.deliver(message);
      await bot.deliver();

      expect(second).toEqual(first);
      expect(await bot.texts(anna)).toEqual(['Welkom!', 'hallo', 'Je zei: hallo']);
      expect(seen()).toEqual(['Welkom!', 'Je zei: hallo']);
    });

    it('Q02 has one turn when the same comes twenty times at once', async () => {
      await bot.teams.install(anna);
      const message = aMessage(anna, 'hallo');
      const answers = await Promise.all(Array.from({ length: 20 }, () => bot.teams.deliver(message)));
      await bot.deliver();

      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
      expect(await bot.texts(anna)).toHaveLength(3);
      expect(seen()).toEqual(['Welkom!', 'Je zei: hallo']);
    });

    it('Q01 has one turn when the answer of the bot got lost and Teams tries again after fifteen seconds', async () => {
      await bot.teams.install(anna);
      bot.teams.redelivery.losesAnswers = 2;
      await bot.teams.say(anna, 'hallo');
      await bot.pass(60);

      expect(seen()).toEqual(['Welkom!', 'Je zei: hallo']);
      expect(await bot.texts(anna)).toHaveLength(3);
    });

    it('is heard after fifteen seconds when nothing could be kept the first time', async () => {
      await bot.teams.install(anna);
      bot.breakStorage(true);
      await bot.teams.say(anna, 'hallo');
      bot.breakStorage(false);
      await bot.pass(15);

      expect(seen()).toEqual(['Welkom!', 'Je zei: hallo']);
    });

    it('Q06 loses nothing of twenty messages at once, and reads the answers in the order of the log', async () => {
      await bot.teams.install(anna);
      await Promise.all(Array.from({ length: 20 }, (_, index) => bot.teams.say(anna, `zin ${index}`)));
      await bot.pass(60);

      const log = await bot.texts(anna);
      expect(new Set(log)).toHaveProperty('size', 41);
      expect(seen()).toEqual(log.filter((text) => text.startsWith('Je zei') || text === 'Welkom!'));
    });
  });

  describe('who is not who was there before', () => {
    it('A19 is not let into somebody else’s personal chat, which is audited', async () => {
      await bot.teams.say(anna, 'hallo');
      const answer = await bot.teams.say({ ...bram, chat: anna.chat }, 'ik ben het');

      expect(answer).toEqual({
        status: 403,
        body: { error: { code: 'NotAccepted', message: 'The request is not accepted.' } },
      });
      expect(await bot.texts(anna)).not.toContain('ik ben het');
      const audit = bot.logged.filter((line) => line.includes('another-person'));
      expect(audit).toHaveLength(1);
      expect(audit[0]).toContain(bram.aadObjectId);
    });

    it('A19 is noted where nobody can change it unseen: who, whose and when, and no words', async () => {
      await bot.teams.say(anna, 'hallo');
      await bot.teams.say({ ...bram, chat: anna.chat }, 'ik ben het');

      expect(bot.notes).toEqual([
        {
          tenant: anna.tenant,
          at: bot.teams.clock.now().toISOString(),
          actor: bram.aadObjectId,
          action: 'refused',
          rehearsalId: null,
          shareId: null,
          owner: anna.aadObjectId,
        },
      ]);
      expect(await bot.storage.audit.firstBroken(anna.tenant)).toBeNull();
    });

    it('A19 cannot change a message of that chat either', async () => {
      const message = aMessage(anna, 'hallo');
      await bot.teams.deliver(message);
      await bot.teams.edit({ ...bram, chat: anna.chat }, message, 'dag');

      expect(await bot.texts(anna)).toContain('hallo');
    });

    it('A18 is told kindly that the bot is not for that organisation, once an hour, and nothing is kept', async () => {
      const stranger = aPerson('Sanne', 'd2f0a6b4-1c58-4e9b-8a73-90b5c64e17fd');
      const answers = [await bot.teams.say(stranger, 'hallo'), await bot.teams.say(stranger, 'is daar iemand?')];
      await bot.teams.install(stranger);
      await bot.deliver();

      expect(answers.map(({ status }) => status)).toEqual([200, 200]);
      expect(bot.teams.textsIn(stranger.chat)).toEqual([expect.stringContaining('nog niet voor jouw organisatie')]);
      expect(await bot.storage.conversations.load(stranger.tenant, stranger.chat)).toBeNull();
      expect(bot.notes).toEqual([]);
      await bot.teams.clock.pass(3601);
      await bot.teams.say(stranger, 'en nu?');
      expect(bot.teams.textsIn(stranger.chat)).toHaveLength(2);
    });

    it('A18 gets no answer to a button either', async () => {
      const stranger = aPerson('Sanne', 'd2f0a6b4-1c58-4e9b-8a73-90b5c64e17fd');

      expect((await bot.teams.tap(stranger, { nonce: 'nonce-0001', say: 'tip' })).status).toBe(403);
    });

    it('is turned away when conversation and channel data name two organisations', async () => {
      const message = { ...aMessage(anna, 'hallo'), channelData: { tenant: { id: bram.aadObjectId } } };

      expect((await bot.teams.deliver(message)).status).toBe(400);
    });
  });

  describe('who presses a button of a card', () => {
    const press = { nonce: 'nonce-0001', say: 'hint' };

    it('has said the words it stands for, and hears that it was noticed', async () => {
      await bot.teams.install(anna);
      const answer = await bot.teams.tap(anna, press);
      await bot.deliver();

      expect(answer).toEqual({
        status: 200,
        body: { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: 'Genoteerd.' },
      });
      expect(seen()).toEqual(['Welkom!', 'Je zei: hint']);
    });

    it('Q04 has done it once with two presses: new ids, one nonce', async () => {
      await bot.teams.install(anna);
      const answers = await Promise.all([bot.teams.tap(anna, press), bot.teams.tap(anna, press)]);
      await bot.deliver();

      expect(answers[1]).toEqual(answers[0]);
      expect(seen()).toEqual(['Welkom!', 'Je zei: hint']);
    });

    it('Q04 has done it once when a client without invokes sends it as a message too', async () => {
      await bot.teams.install(anna);
      await bot.teams.deliver(aTap(anna, press));
      await bot.teams.deliver(aSubmit(anna, press));
      await bot.deliver();

      expect(seen()).toEqual(['Welkom!', 'Je zei: hint']);
    });

    it('Q22 has one effect and one answer for four deliveries in 45 seconds, two of them under new ids', async () => {
      await bot.teams.install(anna);
      bot.teams.redelivery.losesAnswers = 4;
      const invoke = aTap(anna, press);
      const [answers, again] = await Promise.all([
        bot.teams.redelivery.deliver(invoke),
        bot.teams.redelivery.deliver(invoke),
      ]);
      await bot.pass(45);

      expect([...answers, ...again]).toHaveLength(4);
      expect(new Set([...answers, ...again].map((answer) => JSON.stringify(answer)))).toHaveProperty('size', 1);
      expect(seen()).toEqual(['Welkom!', 'Je zei: hint']);
    });

    it('Q22 gets the answer of the bot itself, the same at every delivery', async () => {
      let answered = 0;
      await using counting = await startTeamsBot({
        async run(context) {
          answered += 1;
          const body = { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: { turn: answered } };
          await context.sendActivity({ type: 'invokeResponse', value: { status: 200, body } });
          return {};
        },
        async apologise() {},
      });
      await counting.teams.install(anna);
      const answers = [await counting.teams.tap(anna, press), await counting.teams.tap(anna, press)];
      await counting.deliver();

      expect(answers[0]?.body).toMatchObject({ value: { turn: 2 } });
      expect(answers[1]).toEqual(answers[0]);
      expect(counting.teams.textsIn(anna.chat)).toEqual([]);
    });

    it('hears that nobody knows an invoke that is not ours', async () => {
      const unknown = { ...aTap(anna, press), name: 'fileConsent/invoke' };

      expect((await bot.teams.deliver(unknown)).status).toBe(501);
      expect((await bot.teams.tap(anna, { something: 'else' })).status).toBe(501);
      expect(await bot.texts(anna)).toEqual([]);
    });
  });

  describe('where others read along', () => {
    const chat = { scope: 'groupChat', id: '19:group@thread.v2' } as const;
    const channel = { scope: 'channel', id: '19:team@thread.tacv2;messageid=1481567603816' } as const;

    it.each([chat, channel])(
      'the bot introduces itself in $scope and keeps nothing of what was said',
      async (company) => {
        await bot.teams.say(anna, 'oefenen met de moeder van Finn', company);
        await bot.deliver();

        expect(bot.teams.textsIn(company.id)).toEqual(['Ik ben een programma.']);
        const conversationId = company.id.split(';')[0] ?? '';
        const log = await bot.storage.conversations.readLog(anna.tenant, conversationId, 0, 10);
        expect(JSON.stringify(log)).not.toContain('Finn');
      },
    );

    it('the bot introduces itself once when it is added, and not for every new member', async () => {
      await bot.teams.install(anna, chat);
      await bot.teams.install(anna, chat);
      await bot.teams.deliver({ ...anInstallation(bram, chat), membersAdded: [{ id: bram.id }] });
      await bot.deliver();

      expect(bot.teams.textsIn(chat.id)).toEqual(['Ik ben een programma.']);
    });

    it('everybody who speaks to the bot is answered, whoever spoke first', async () => {
      await bot.teams.say(anna, 'hallo', chat);
      await bot.teams.say(bram, 'hallo', chat);
      await bot.deliver();

      expect(bot.teams.textsIn(chat.id)).toHaveLength(2);
    });

    it('the mention of the bot is no part of what was said', async () => {
      await bot.teams.install(anna);
      const inChat = aMessage(anna, 'tip 3', chat);
      await bot.teams.deliver({ ...inChat, conversation: aMessage(anna, '')['conversation'] });
      await bot.deliver();

      expect(seen()).toContain('Je zei: tip 3');
    });
  });

  describe('who changes a message', () => {
    it('Q24 reads it differently in the transcript, and the audit knows that and nothing more', async () => {
      const message = aMessage(anna, 'hallo');
      await bot.teams.deliver(message);
      await bot.teams.edit(anna, message, 'goedemorgen');

      expect(await bot.texts(anna)).toEqual(['Welkom!', 'goedemorgen', 'Je zei: hallo']);
      const audit = bot.logged.filter((line) => line.includes('message-changed'));
      expect(audit).toHaveLength(1);
      expect(audit[0]).not.toContain('goedemorgen');
    });

    it('Q24 leaves that something was said there when it is taken back', async () => {
      const message = aMessage(anna, 'hallo');
      await bot.teams.deliver(message);
      await bot.teams.edit(anna, message, null);

      const [, taken] = await bot.log(anna);
      expect(taken?.activity.text).toBe('');
      expect(taken?.activity.channelData).toMatchObject({ takenBackAt: bot.teams.clock.now().toISOString() });
      expect(bot.logged.filter((line) => line.includes('message-taken-back'))).toHaveLength(1);
    });

    it('Q24 reads it again when it is put back', async () => {
      const message = aMessage(anna, 'hallo');
      await bot.teams.deliver(message);
      await bot.teams.edit(anna, message, null);
      const restored = {
        ...aChange(anna, message, 'hallo'),
        channelData: { tenant: { id: anna.tenant }, eventType: 'undeleteMessage' },
      };
      await bot.teams.deliver(restored);

      expect(await bot.texts(anna)).toEqual(['Welkom!', 'hallo', 'Je zei: hallo']);
    });

    it('changes nothing where there is nothing', async () => {
      const answer = await bot.teams.edit(anna, aMessage(anna, 'nooit gezegd'), 'iets');

      expect(answer.status).toBe(200);
      expect(await bot.texts(anna)).toEqual([]);
    });
  });

  it('has reactions, typing and read receipts answered and forgotten', async () => {
    for (const type of ['messageReaction', 'typing', 'event', 'somethingNew']) {
      expect((await bot.teams.deliver({ ...aMessage(anna, 'x'), type })).status).toBe(200);
    }

    expect(await bot.storage.conversations.load(anna.tenant, anna.chat)).toBeNull();
  });
});
