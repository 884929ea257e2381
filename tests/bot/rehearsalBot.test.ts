import { beforeAll, describe, expect, it } from '@jest/globals';
import { type Activity, TurnContext } from 'botbuilder-core';
import type { JsonObject } from '../../bot/ports.ts';
import { createRehearsalBot } from '../../bot/rehearsalBot.ts';
import { CollectingAdapter } from '../../bot/turn/collectingAdapter.ts';
import type { Bot } from '../../bot/turn/turnRunner.ts';
import { createAnswering } from '../../dialogs/answering/createAnswering.ts';
import { createFinder } from '../../dialogs/finding/createFinder.ts';
import type { TurnServices } from '../../dialogs/ports.ts';
import { content } from '../dialogs/chat.ts';
import { theLanguage } from '../theContent.ts';

const ACTIVITY = { type: 'message', text: 'help', locale: 'nl-NL', timestamp: '2026-11-23T09:00:00.000Z' };
/** A turn of help asks nothing of them. */
const SERVICES = { cards: false, minePage: null, retentionDays: 90 } as unknown as TurnServices;

describe('what was kept of a conversation', () => {
  let bot: Bot;

  beforeAll(() => {
    const language = theLanguage(content);
    bot = createRehearsalBot({
      content,
      finder: createFinder(content),
      answering: createAnswering(content, language),
      ...language,
    });
  });

  async function turn(state: JsonObject): Promise<{ readonly said: readonly string[]; readonly next: JsonObject }> {
    const adapter = new CollectingAdapter();
    const next = await bot.run(new TurnContext(adapter, ACTIVITY as unknown as Activity), state, SERVICES);
    return { said: adapter.sent.map(({ text }) => text ?? ''), next };
  }

  it('F25 by an earlier version is read, and kept on in the shape of today', async () => {
    const { next } = await turn({ version: 1, locale: 'nl', dialogs: { dialogStack: [] }, rehearsed: [], plan: [] });

    expect(next).toMatchObject({ version: 2, plan: null });
  });

  it('F25 by a later version is not touched', async () => {
    await expect(turn({ version: 3, locale: 'nl' })).rejects.toThrow('newer version');
  });

  it('F26 that cannot be read any more costs its teacher the place, and is said', async () => {
    const { said, next } = await turn({ damaged: true });

    expect(said[0]).toContain('kwijt waar we gebleven waren');
    expect(said.length).toBeGreaterThan(1);
    expect(next).toMatchObject({ version: 2, locale: 'nl' });
  });
});
