import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { aPerson, aSubmit } from './fakeTeams/people.ts';
import { buttonsOn, everythingIn, wordsOn } from './fakeTeams/screen.ts';
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
      expect(JSON.stringify(await bot.log(anna))).not.toContain('AdaptiveCard');
      expect((await bot.texts(anna)).at(-1)).toMatch(/^\*\*Tip 3: /);
    });
  });

  describe('of a rehearsal', () => {
    const begin = 'Oefen dit gesprek';
    const sam = { chosen: 'oefenen left-out-in-the-block-corner' };

    async function press(title: string, filledIn: Readonly<Record<string, string>> = {}) {
      const answer = await bot.teams.press(anna, title, filledIn);
      await bot.pass(1);
      return answer;
    }

    const delivered = () => bot.teams.connector.delivered.length;

    it('offers the talks with what they are about; one press begins the chosen one', async () => {
      await say('oefenen');
      const offered = JSON.stringify(bot.teams.cardOf(anna));
      await press(begin, sam);

      expect(offered).toContain('Buitengesloten in de bouwhoek: Een moeder hoort');
      expect(lastSeen()?.text).toMatch(/^\*\*Buitengesloten in de bouwhoek\*\*.*\*\*Moeder van Sam:\*\*/s);
    });

    it('Q05 leaves a talk that is going on as it is when the old card is pressed, and says so kindly', async () => {
      await say('oefenen');
      const [old] = buttonsOn(bot.teams.cardOf(anna));
      await press(begin, sam);
      await say('Wat merkt u thuis aan Sam?');

      await bot.teams.tap(anna, { ...old?.data, nonce: 'another-press', chosen: 'oefenen two-houses' });
      await bot.pass(1);

      expect(lastSeen()?.text).not.toContain('Twee huizen');
      expect(lastSeen()?.text).toMatch(/Moeder van Sam|Wat merkt|gesprek/);
    });

    it('gives a hint by degrees in one place', async () => {
      await begun();
      await say('hint');
      const first = onScreen();
      const before = delivered();
      await press('Nog een hint');

      expect(onScreen()).toMatch(/^Hint\n/);
      expect(onScreen()).not.toBe(first);
      expect(delivered()).toBe(before);
    });

    it('asks the own estimate with one press, and then shows the debrief', async () => {
      await ended();
      const asked = bot.teams.cardOf(anna);
      await press('Laat de terugblik zien', { chosen: 'Rustiger' });

      expect(wordsOn(asked)).toContain('Hoe ging het, denk je zelf?');
      expect(onScreen()).toMatch(/^Terugblik: Buitengesloten in de bouwhoek\nJij zei|^Terugblik: .*“Rustiger”/s);
    });

    it('draws tension and trust as lines, with the figures for clients that draw no charts', async () => {
      await debriefed();

      const chart = everythingIn(bot.teams.cardOf(anna)).find(({ type }) => type === 'Chart.Line');
      expect(chart?.['data']).toMatchObject([{ legend: 'Spanning' }, { legend: 'Vertrouwen' }]);
      expect(JSON.stringify(bot.teams.cardOf(anna))).toMatch(/"fallback":\{"type":"Table"/);
    });

    it('draws the earlier try beside this one after a rewind', async () => {
      await begun();
      for (const text of ['Dat is uw schuld.', 'terug', 'Wat merkt u thuis aan Sam?', 'stop', 'Rustiger'])
        await say(text);

      const chart = everythingIn(bot.teams.cardOf(anna)).find(({ type }) => type === 'Chart.Line');
      expect(chart?.['data']).toMatchObject([{}, {}, { legend: 'Spanning, poging 1' }]);
    });

    it('draws both tries after the first sentence of the new one, with the words that help beside it', async () => {
      await begun();
      for (const text of ['Dat is uw schuld.', 'terug', 'Wat merkt u thuis aan Sam?']) await say(text);

      const chart = everythingIn(bot.teams.cardOf(anna)).find(({ type }) => type === 'Chart.Line');
      expect(chart?.['data']).toMatchObject([{}, {}, { legend: 'Spanning, poging 1' }]);
      expect(lastSeen()?.text).toMatch(/^\*\*Moeder van Sam:\*\*/);
      expect(lastSeen()?.suggestedActions?.actions.map(({ title }) => title)).toEqual(['Hint', 'Gedachte', 'Terug']);
    });

    it('turns the pages of the debrief in place, and answers the same press the same', async () => {
      await debriefed();
      const before = delivered();

      for (const [title, heading] of [
        ['Per tip', 'Per tip, met je eigen woorden'],
        ['Zin voor zin', 'Waarom de spanning bewoog, zin voor zin'],
        ['Het verloop', 'Het verloop in woorden'],
        ['In het kort', 'Terugblik: Buitengesloten in de bouwhoek'],
      ] as const) {
        await press(title);
        expect(onScreen().split('\n')[0]).toBe(heading);
      }
      expect(delivered()).toBe(before);
    });

    it('Q22 has the same card in every answer to one press, delivered again under new ids', async () => {
      await debriefed();
      const [perTip] = buttonsOn(bot.teams.cardOf(anna));
      const answers = [];
      for (let times = 0; times < 4; times++) answers.push(await bot.teams.tap(anna, perTip?.data ?? {}));

      expect(answers[0]?.body).toMatchObject({ type: 'application/vnd.microsoft.card.adaptive' });
      expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toHaveProperty('size', 1);
      expect((await bot.texts(anna)).filter((text) => text === 'per tip')).toHaveLength(1);
    });

    it('Q05 has a page of a debrief of before declined once another talk goes on', async () => {
      await debriefed();
      const [perTip] = buttonsOn(bot.teams.cardOf(anna));
      await press('Vervolggesprek');
      const answer = await bot.teams.tap(anna, perTip?.data ?? {});
      await bot.pass(1);

      expect(answer.body).toMatchObject({
        value: expect.stringContaining('Deze knop hoort bij een moment dat voorbij is.'),
      });
      expect(lastSeen()?.text).toContain('Deze knop hoort bij een moment dat voorbij is.');
      expect((await bot.texts(anna)).at(-1)).toContain('Het gesprek staat nog open.');
    });

    async function begun(): Promise<void> {
      await say('oefenen left-out-in-the-block-corner');
    }

    async function ended(): Promise<void> {
      await begun();
      await say('Wat merkt u thuis aan Sam?');
      await say('stop');
    }

    async function debriefed(): Promise<void> {
      await ended();
      await press('Laat de terugblik zien', { chosen: 'Rustiger' });
    }
  });

  describe('of the first steps', () => {
    it('welcomes with what one can do, and first questions above the line to type on', () => {
      expect(titles()).toEqual(['Gesprek oefenen', 'Gesprek voorbereiden', 'Tip van de dag', 'Gereedschap', 'Help']);
      expect(lastSeen()?.suggestedActions?.actions).toHaveLength(3);
    });

    it('has an answer for each of those first questions', async () => {
      const prompts = lastSeen()?.suggestedActions?.actions.map(({ value }) => value) ?? [];

      for (const prompt of prompts) {
        await say(prompt);
        expect(onScreen()).not.toContain('Daar heb ik niets over');
      }
    });

    it.each(['help', 'hi', 'Hello', 'hallo!'])('answers %s with what one can do', async (word) => {
      await say(word);

      expect(titles()).toContain('Gesprek oefenen');
      expect(onScreen()).not.toContain('Daar heb ik niets over');
    });

    it.each(['afmelden', 'sign out', 'Log out'])(
      'says to %s that in Teams there is nothing to sign out from',
      async (word) => {
        await say(word);

        expect(lastSeen()?.text).toContain('In Teams hoef je je niet af te melden');
      },
    );
  });
});
