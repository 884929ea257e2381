import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createLinkCodes } from '../../../../bot/identity/linking/linkCodes.ts';
import { aPerson } from './fakeTeams/people.ts';
import { startProductInTeams } from './productInTeams.ts';
import type { TeamsBot } from './testTeams.ts';

const browser = { tenant: 'local', userId: 'dl_anna' };

describe('a code that is typed in Teams', () => {
  const anna = aPerson('Anna');
  const inTeams = { tenant: anna.tenant, userId: anna.aadObjectId };
  let bot: TeamsBot;
  let code: string;

  beforeEach(async () => {
    bot = await startProductInTeams(anna);
    code = await createLinkCodes(bot.storage.oneTimes, bot.teams.clock.now).make(browser);
  });
  afterEach(async () => bot[Symbol.asyncDispose]());

  const say = async (text: string) => {
    await bot.teams.say(anna, text);
    await bot.pass(2);
    return bot.teams.textsIn(anna.chat).at(-1);
  };

  it('makes somebody the same person there and in the browser, and the bot says so', async () => {
    const answer = await say(`Koppel ${code.slice(0, 4)} ${code.slice(4)}`);

    expect(answer).toContain('Gekoppeld');
    expect(await bot.storage.links.sameAs(inTeams)).toEqual([browser]);
  });

  it('stands in no log, neither of the talk nor of the machine', async () => {
    await say(`koppel ${code}`);

    expect(JSON.stringify(await bot.log(anna))).not.toContain(code);
    expect(bot.logged.join()).not.toContain(code);
    expect(bot.logged.join()).toContain('"audit":"linked"');
  });

  it('that is not right links nobody, in English too, and a rehearsal goes on where it was', async () => {
    await say('oefenen left-out-in-the-block-corner');

    const answer = await say('link 0000 0000');

    expect(answer).toMatch(/Deze code klopt niet/);
    expect(await bot.storage.links.sameAs(inTeams)).toEqual([]);
    expect(await say('Wat akelig voor u.')).toMatch(/Moeder van Sam/);
  });

  it.each(['koppel', 'koppel 1234', 'koppel ons aan elkaar', 'Ik koppel 1234 5678 eraan'])(
    'is not seen in “%s”, which is said to the bot as ever',
    async (text) => {
      await say(text);

      expect(JSON.stringify(await bot.log(anna))).toContain(text);
    },
  );
});
