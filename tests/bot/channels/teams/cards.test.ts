import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { aPerson, aSubmit } from './fakeTeams/people.ts';
import { buttonsOn, wordsOn } from './fakeTeams/screen.ts';
import { startProductInTeams } from './productInTeams.ts';
import type { TeamsBot } from './testTeams.ts';

describe('a card in Teams', () => {
  const anna = aPerson('Anna');
  let bot: TeamsBot;

  beforeEach(async () => {
    bot = await startProductInTeams(anna);
  });

  afterEach(async () => {
    await bot[Symbol.asyncDispose]();
  });

  const lastSeen = () => bot.teams.connector.delivered.at(-1)?.activity;
  const onScreen = () => wordsOn(bot.teams.cardOf(anna));
  const titles = () => buttonsOn(bot.teams.cardOf(anna)).map(({ title }) => title);

  async function say(text: string): Promise<void> {
    await bot.teams.say(anna, text);
    await bot.pass(1);
  }

  describe('about a tip', () => {
    beforeEach(() => say('tip 3'));

    it('shows what it is, sentences to say, one to avoid and where it comes from', () => {
      expect(onScreen()).toMatch(/^Tip 3: .*Zo kun je het zeggen, bij het begin:.*Liever niet: .*Bron: /s);
    });

    it('says nothing twice: the words of the message are the summary and the words for who cannot see cards', () => {
      expect(lastSeen()).not.toHaveProperty('text');
      expect(lastSeen()).not.toHaveProperty('suggestedActions');
      expect(lastSeen()?.['summary']).toMatch(/^Tip 3: /);
      expect(bot.teams.cardOf(anna)['fallbackText']).toMatch(/^Tip 3: .*Liever niet: /s);
    });

    it('has other sentences, the other moments and the source as buttons', () => {
      expect(titles()).toEqual([
        'Andere zin',
        'Als het oploopt',
        'Als het stil wordt',
        'Bij de afspraak',
        'Op papier',
        'Bron?',
      ]);
    });

    it('shows another moment in its own place: no new message', async () => {
      const before = bot.teams.connector.delivered.length;

      await bot.teams.press(anna, 'Als het oploopt');
      await bot.pass(1);

      expect(onScreen()).toMatch(/^Tip 3: .*, als het oploopt\n/);
      expect(bot.teams.connector.delivered).toHaveLength(before);
    });

    it('shows its source and goes back, in its own place', async () => {
      await bot.teams.press(anna, 'Bron?');
      const source = onScreen();
      await bot.teams.press(anna, 'Tip 3');

      expect(source).toMatch(/^Waar tip 3 vandaan komt/);
      expect(onScreen()).toMatch(/^Tip 3: /);
    });

    it('Q04 has one effect and one answer when a button is pressed twice', async () => {
      const [, heated] = buttonsOn(bot.teams.cardOf(anna));
      const answers = [await bot.teams.tap(anna, heated?.data ?? {}), await bot.teams.tap(anna, heated?.data ?? {})];
      await bot.pass(1);

      expect(answers[1]).toEqual(answers[0]);
      expect((await bot.texts(anna)).filter((text) => text === 'tip 3 verhit')).toHaveLength(1);
    });

    it('comes as a new message where the client knows no invokes', async () => {
      const [, heated] = buttonsOn(bot.teams.cardOf(anna));

      await bot.teams.deliver(aSubmit(anna, heated?.fallback?.data ?? {}));
      await bot.pass(1);

      expect(onScreen()).toMatch(/^Tip 3: .*, als het oploopt\n/);
    });

    it('leaves its words in the log, and not its look', async () => {
      const [, , , tip] = await bot.log(anna);

      expect(JSON.stringify(await bot.log(anna))).not.toContain('AdaptiveCard');
      expect(tip?.activity.text ?? (await bot.texts(anna)).at(-1)).toBeDefined();
      expect((await bot.texts(anna)).at(-1)).toMatch(/^\*\*Tip 3: /);
    });
  });
});
