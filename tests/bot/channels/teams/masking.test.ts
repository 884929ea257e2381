import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { aMessage, aPerson } from './fakeTeams/people.ts';
import { startProductInTeams } from './productInTeams.ts';
import type { TeamsBot } from './testTeams.ts';

describe('a name that is typed in Teams', () => {
  const anna = aPerson('Anna');
  let bot: TeamsBot;

  beforeEach(async () => {
    bot = await startProductInTeams(anna);
  });

  afterEach(async () => {
    await bot[Symbol.asyncDispose]();
  });

  /** All that is kept of the chat: every message, and what is remembered. */
  async function kept(): Promise<string> {
    const log = await bot.log(anna);
    const conversation = await bot.storage.conversations.load(anna.tenant, anna.chat);
    return JSON.stringify([log, conversation?.state]);
  }

  it('P08 is masked before it is kept, and the teacher is told in the same message as the answer', async () => {
    await bot.teams.say(anna, 'oefenen left-out-in-the-block-corner');
    await bot.pass(1);
    await bot.teams.say(anna, 'Zywxq Testkind zat ook in de bouwhoek, wat naar voor u.');
    await bot.pass(1);

    const answer = bot.teams.textsIn(anna.chat).at(-1);

    expect(answer).toMatch(/vervangen.*Moeder van Sam/s);
    expect(await kept()).not.toMatch(/Zywxq|Testkind/);
    expect(await kept()).toContain('[naam] zat ook in de bouwhoek');
  });

  it('P08 is masked in a message that is changed afterwards', async () => {
    const message = aMessage(anna, 'hallo');
    await bot.teams.deliver(message);
    await bot.teams.edit(anna, message, 'hallo, het gaat over Fatima');

    expect(await kept()).toContain('hallo, het gaat over [naam]');
    expect(await kept()).not.toContain('Fatima');
  });

  it('P08 is masked in a form, but for the nickname that the teacher chose there', async () => {
    await bot.teams.say(anna, 'voorbereiden');
    await bot.pass(1);
    await bot.teams.openForm(anna, 'In een formulier');
    await bot.teams.sendForm(anna, {
      nickname: 'Robin',
      kind: 'left-out',
      what: 'Xander duwt Robin steeds weg.',
      'parent-type': 'anxious',
      goal: 'Samen één afspraak maken.',
      'parent-knows': 'Hoe Robin uit school komt.',
    });
    await bot.pass(1);

    expect(await kept()).toContain('[naam] duwt Robin steeds weg.');
    expect(await kept()).not.toContain('Xander');
  });

  it('comes back when the same message is delivered twice, once', async () => {
    const message = aMessage(anna, 'tip voor de moeder van Fatima die boos is');
    await bot.teams.deliver(message);
    await bot.teams.deliver(message);

    const said = (await bot.texts(anna)).filter((text) => text.includes('[naam] die boos is'));

    expect(said).toHaveLength(1);
  });
});
