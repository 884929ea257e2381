import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { anInvoke, aPerson } from './fakeTeams/people.ts';
import { wordsOn } from './fakeTeams/screen.ts';
import { startProductInTeams } from './productInTeams.ts';
import type { TeamsBot } from './testTeams.ts';

describe('thumbs under a tip in Teams', () => {
  const anna = aPerson('Anna');
  let bot: TeamsBot;

  beforeEach(async () => {
    bot = await startProductInTeams(anna);
    await bot.teams.say(anna, 'tip 3');
    await bot.pass(1);
  });

  afterEach(async () => {
    await bot[Symbol.asyncDispose]();
  });

  it('are Teams’ own, with a form of ours that says what is counted', async () => {
    const form = await bot.teams.thumb(anna, 'like');

    expect(wordsOn(form ?? {})).toContain('We tellen alleen de duim, per tip.');
  });

  it('are counted by tip', async () => {
    await bot.teams.thumb(anna, 'dislike');

    expect(bot.thumbs).toEqual(['name-expertise dislike']);
  });

  it('keep no words and no trace in the chat', async () => {
    const before = await bot.log(anna);
    await bot.teams.thumb(anna, 'dislike', 'De moeder van Finn vond dit niks');

    expect(await bot.log(anna)).toEqual(before);
    expect(bot.logged.join('\n')).not.toContain('Finn');
  });

  it('count once, however often Teams delivers them', async () => {
    await bot.teams.thumb(anna, 'like');
    await bot.teams.thumb(anna, 'like');

    expect(bot.thumbs).toHaveLength(1);
  });

  it('count without the tip when its message is not known any more', async () => {
    const value = { actionName: 'feedback', actionValue: { reaction: 'like', feedback: '{}' } };
    await bot.teams.deliver({ ...anInvoke(anna, 'message/submitAction', value), replyToId: '1481567603816' });

    expect(bot.thumbs).toEqual(['unknown like']);
  });

  it('are not under a menu, and what the message is about does not go to Teams', async () => {
    const tip = bot.teams.connector.delivered.at(-1);
    await bot.teams.say(anna, 'help');
    await bot.pass(1);

    expect(tip?.activity['channelData']).toEqual({ feedbackLoop: { type: 'custom' } });
    expect(tip?.activity).not.toHaveProperty('tip');
    await expect(bot.teams.thumb(anna, 'like')).rejects.toThrow('no thumbs');
  });
});
