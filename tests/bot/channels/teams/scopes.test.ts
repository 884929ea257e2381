import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aChange, aMessage, anInstallation, aPerson, aSubmit, aTap, BOT, type Company } from './fakeTeams/people.ts';
import { buttonsOn, cardOn } from './fakeTeams/screen.ts';
import { startProductInTeams } from './productInTeams.ts';
import type { TeamsBot } from './testTeams.ts';

/** Every way in which Teams lets people meet the bot, with the product behind it. */
describe('the bot where others read along', () => {
  const anna = aPerson('Anna');
  const bram = aPerson('Bram');
  let bot: TeamsBot;
  let made = 0;

  beforeAll(async () => {
    bot = await startProductInTeams(anna);
  });

  afterAll(async () => {
    await bot[Symbol.asyncDispose]();
  });

  const aCompany = (scope: Company['scope']): Company => {
    made += 1;
    return scope === 'channel'
      ? { scope, id: `19:team${made}@thread.tacv2;messageid=1481567603816` }
      : { scope, id: `19:group${made}@thread.v2` };
  };

  /** What the company reads after this was said to the bot. */
  async function read(company: Company, text: string, person = anna): Promise<readonly string[]> {
    const before = bot.teams.textsIn(company.id).length;
    await bot.teams.say(person, text, company);
    await bot.pass(1);
    return bot.teams.textsIn(company.id).slice(before);
  }

  /** All that is kept of the company, as text. */
  async function kept({ id }: Company): Promise<string> {
    const conversationId = id.split(';')[0] ?? '';
    const log = await bot.storage.conversations.readLog(anna.tenant, conversationId, 0, 100);
    return JSON.stringify([log, await bot.storage.conversations.load(anna.tenant, conversationId)]);
  }

  describe.each(['groupChat', 'channel'] as const)('in a %s', (scope) => {
    it('says who it is when it is added, once, and where to talk to it alone', async () => {
      const company = aCompany(scope);
      for (let times = 0; times < 3; times++) await bot.teams.install(anna, company);
      await bot.teams.deliver({ ...anInstallation(anna, company), type: 'installationUpdate', action: 'add' });
      await bot.pass(2);

      const said = bot.teams.textsIn(company.id);
      expect(said).toHaveLength(1);
      expect(said[0]).toMatch(/computerprogramma.*l\/chat\/0\/0\?users=28:/s);
    });

    it('gives the tip that is asked for by number, without buttons', async () => {
      const company = aCompany(scope);
      const [tip, ...more] = await read(company, 'tip 2');

      expect(more).toEqual([]);
      expect(tip).toMatch(/Tip 2: Toon begrip.*Hier leest iedereen mee/s);
      const last = bot.teams.connector.delivered.at(-1);
      expect(last?.activity.suggestedActions).toBeUndefined();
      expect(last && cardOn(last)).toBeUndefined();
    });

    it('gives a tip for a question in own words, says no word of it again and keeps none', async () => {
      const company = aCompany(scope);
      const [tip] = await read(company, 'De moeder van Finn Jansen is heel boos, hoe begin ik?');

      expect(tip).toMatch(/Hier leest iedereen mee/);
      expect(tip).not.toMatch(/Finn|Jansen/);
      expect(await kept(company)).not.toMatch(/Finn|Jansen|boos, hoe/);
      expect(bot.logged.join('\n')).not.toMatch(/Finn|Jansen/);
    });

    it('does not rehearse, prepare, look back or show what is somebody’s own', async () => {
      const company = aCompany(scope);

      for (const text of ['oefenen', 'voorbereiden', 'terugblik', 'beloften', 'mijn oefeningen', 'bron']) {
        const [said] = await read(company, text);
        expect(said).toContain('in een eigen chat');
      }
      const { tenant, aadObjectId: userId } = anna;
      expect((await bot.storage.rehearsals.list({ tenant, userId, offset: 0, limit: 10 })).rehearsals).toEqual([]);
    });

    it('does not erase what belongs to who says so there', async () => {
      const company = aCompany(scope);
      await read(company, 'verwijder mijn gegevens');
      const [said] = await read(company, 'ja');

      expect(said).toContain('in een eigen chat');
      expect(await bot.storage.conversations.load(anna.tenant, anna.chat)).not.toBeNull();
    });

    it('answers words of danger with the way to help, and does not say what it understood', async () => {
      const [said] = await read(aCompany(scope), 'Ik denk dat Finn thuis geslagen wordt');

      expect(said).toMatch(/anderen meelezen.*112.*0800-2000/s);
      expect(said).not.toMatch(/Finn|kind niet veilig is/);
    });

    it('answers everybody, in the language of each', async () => {
      const company = aCompany(scope);
      const [dutch] = await read(company, 'tip 2', bram);
      await bot.teams.deliver({ ...aMessage(bram, 'tip 2', company), locale: 'en-GB' });
      await bot.pass(1);

      expect(dutch).toContain('Toon begrip');
      expect(bot.teams.textsIn(company.id).at(-1)).toContain('Everyone reads along here');
    });

    it('answers the same message once when Teams delivers it again', async () => {
      const company = aCompany(scope);
      const message = aMessage(anna, 'tip 2', company);
      for (let times = 0; times < 3; times++) await bot.teams.deliver(message);
      await bot.pass(2);

      expect(bot.teams.textsIn(company.id)).toHaveLength(1);
    });

    it('leaves a message that is changed or taken back alone: nothing of it was kept', async () => {
      const company = aCompany(scope);
      const message = aMessage(anna, 'tip 2', company);
      await bot.teams.deliver(message);
      await bot.pass(1);
      const before = await kept(company);

      for (const text of ['tip 3', null]) {
        const { conversation } = message;
        expect((await bot.teams.deliver({ ...aChange(anna, message, text), conversation })).status).toBe(200);
      }
      await bot.pass(1);
      expect(await kept(company)).toBe(before);
      expect(bot.teams.textsIn(company.id)).toHaveLength(1);
    });

    it('does nothing with a button of a card', async () => {
      const company = aCompany(scope);
      const { conversation } = aMessage(anna, '', company);
      const press = { nonce: 'nonce-0001', say: 'oefenen' };

      expect((await bot.teams.deliver({ ...aTap(anna, press), conversation })).status).toBe(501);
      expect((await bot.teams.deliver({ ...aSubmit(anna, press), conversation })).status).toBe(200);
      await bot.pass(1);
      expect(bot.teams.textsIn(company.id)).toEqual([]);
    });

    it('says nothing when people come and go', async () => {
      const company = aCompany(scope);
      const update = { ...anInstallation(bram, company), membersAdded: [{ id: bram.id }] };

      expect((await bot.teams.deliver(update)).status).toBe(200);
      await bot.teams.deliver({ ...update, id: 'gone', membersAdded: [], membersRemoved: [{ id: bram.id }] });
      await bot.pass(1);
      expect(bot.teams.textsIn(company.id)).toEqual([]);
    });

    it('writes no more once it is taken away', async () => {
      const company = aCompany(scope);
      await bot.teams.say(anna, 'tip 2', company);
      await bot.teams.deliver({ ...anInstallation(anna, company), type: 'installationUpdate', action: 'remove' });
      await bot.pass(1);

      expect(bot.teams.textsIn(company.id)).toEqual([]);
    });
  });

  it('answers in the thread of the channel in which it was asked', async () => {
    const first = { scope: 'channel', id: '19:threads@thread.tacv2;messageid=1' } as const;
    const second = { scope: 'channel', id: '19:threads@thread.tacv2;messageid=2' } as const;
    await read(first, 'tip 1');
    await read(second, 'tip 2');

    expect(bot.teams.textsIn(first.id)).toEqual([expect.stringContaining('Tip 1')]);
    expect(bot.teams.textsIn(second.id)).toEqual([expect.stringContaining('Tip 2')]);
  });

  it.each([
    ['<at>Op één lijn</at> tip 2', '<at>Op één lijn</at>'],
    ['tip 2 <at>Op één lijn</at>', '<at>Op één lijn</at>'],
    ['<at id="0">Op één lijn</at>&nbsp;tip 2\n', '<at id="0">Op één lijn</at>'],
  ])('hears the tip in %p: its mention is no part of what was said', async (text, mention) => {
    const company = aCompany('channel');
    const entities = [{ type: 'mention', mentioned: { id: BOT, name: 'Op één lijn' }, text: mention }];
    await bot.teams.deliver({ ...aMessage(anna, '', company), text, entities });
    await bot.pass(1);

    expect(bot.teams.textsIn(company.id)[0]).toContain('Tip 2');
  });

  it('in the chat with one teacher answers the same words with a card and its buttons', async () => {
    await bot.teams.say(anna, 'tip 2');
    await bot.pass(1);

    expect(buttonsOn(bot.teams.cardOf(anna)).length).toBeGreaterThan(0);
  });
});
