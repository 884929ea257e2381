import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { aPerson } from './fakeTeams/people.ts';
import { startProductInTeams } from './productInTeams.ts';
import type { TeamsBot } from './testTeams.ts';

describe('a rehearsal in Teams', () => {
  const anna = aPerson('Anna');
  let bot: TeamsBot;

  beforeEach(async () => {
    bot = await startProductInTeams(anna);
    const talk = ['oefenen left-out-in-the-block-corner', 'Wat merkt u thuis aan Sam?', 'stop', 'het ging wel'];
    for (const text of talk) await bot.teams.say(anna, text);
    await bot.pass(2);
  });

  afterEach(async () => {
    await bot[Symbol.asyncDispose]();
  });

  const lastSeen = () => bot.teams.connector.delivered.at(-1)?.activity;

  /** What is kept of Anna's rehearsals, to look back on. */
  async function kept(): Promise<unknown> {
    const { tenant, aadObjectId: userId } = anna;
    const { rehearsals } = await bot.storage.rehearsals.list({ tenant, userId, offset: 0, limit: 10 });
    return Promise.all(rehearsals.map(({ id }) => bot.storage.rehearsals.read(tenant, userId, id)));
  }

  it('Q10 that has ended is left as it is by what is said afterwards, and the bot offers what can be done next', async () => {
    const before = await kept();
    expect(before).toHaveLength(1);

    await bot.teams.say(anna, 'Wat vindt u daar zelf van?');
    await bot.pass(1);

    expect(await kept()).toEqual(before);
    expect(lastSeen()?.text).not.toMatch(/^\*\*Moeder van Sam:\*\*/);
    expect(lastSeen()?.suggestedActions?.actions.length).toBeGreaterThan(0);
  });

  it('Q05 that has ended is not changed by a button of before, which is declined kindly', async () => {
    const before = await kept();

    const answer = await bot.teams.tap(anna, { nonce: 'nonce-of-then', say: 'gedachte' });
    await bot.pass(1);

    expect(answer.status).toBe(200);
    expect(await kept()).toEqual(before);
    expect(lastSeen()?.text).not.toMatch(/^\*\*Moeder van Sam/);
  });

  it('begins with who speaks, and that Teams keeps the chat too', async () => {
    expect(bot.teams.textsIn(anna.chat)[0]).toMatch(/computerprogramma.*gaat door Teams/s);

    await bot.teams.say(anna, 'privacy');
    await bot.pass(1);
    expect(bot.teams.textsIn(anna.chat).at(-1)).toContain('Wat Teams bewaart');
  });

  it('shows every message of one turn as one, and nothing that Teams cannot show', async () => {
    const texts = bot.teams.textsIn(anna.chat);

    expect(texts).toHaveLength(5);
    for (const text of texts) {
      expect(text).not.toMatch(/^#{1,6} /m);
      expect(text).not.toMatch(/^\|.*\|$/m);
      expect(text).not.toMatch(/^---+$/m);
    }
  });

  it('goes with everything else when the teacher has it deleted, and the goodbye still arrives', async () => {
    await bot.teams.say(anna, 'verwijder mijn gegevens');
    await bot.teams.say(anna, 'ja');
    await bot.pass(2);

    expect(await kept()).toEqual([]);
    expect(await bot.texts(anna)).toHaveLength(1);
    expect(lastSeen()?.text).toBe((await bot.texts(anna))[0]);
  });
});
