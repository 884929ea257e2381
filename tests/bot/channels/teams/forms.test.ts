import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Memory } from '../../../../dialogs/memory.ts';
import { aPerson } from './fakeTeams/people.ts';
import { valuesOn, wordsOn } from './fakeTeams/screen.ts';
import { startProductInTeams } from './productInTeams.ts';
import type { TeamsBot } from './testTeams.ts';

describe('a form in Teams', () => {
  const anna = aPerson('Anna');
  let bot: TeamsBot;

  beforeEach(async () => {
    bot = await startProductInTeams(anna);
  });

  afterEach(async () => {
    await bot[Symbol.asyncDispose]();
  });

  const lastRead = () => bot.teams.textsIn(anna.chat).at(-1) ?? '';

  async function say(text: string): Promise<void> {
    await bot.teams.say(anna, text);
    await bot.pass(1);
  }

  async function send(filledIn: Readonly<Record<string, string>>) {
    const form = await bot.teams.sendForm(anna, filledIn);
    await bot.pass(1);
    return form;
  }

  async function remembered(): Promise<Memory> {
    const kept = await bot.storage.conversations.load(anna.tenant, anna.chat);
    return kept?.state as unknown as Memory;
  }

  describe('to prepare a talk', () => {
    const filled = {
      nickname: 'Robin',
      kind: 'left-out',
      what: 'Bij het buitenspelen staat het kind steeds alleen.',
      'parent-type': 'anxious',
      goal: 'Samen één afspraak maken.',
      'parent-knows': 'Hoe Robin uit school komt.',
      'meeting-day': '2030-01-24',
      'meeting-time': '15:30',
    };

    beforeEach(async () => {
      await say('voorbereiden');
      await bot.teams.openForm(anna, 'In een formulier');
    });

    it('asks for the first steps of the walk, and chooses where typing does not help', async () => {
      const form = await bot.teams.openForm(anna, 'In een formulier');

      expect(Object.keys(valuesOn(form ?? {}))).toEqual([
        'nickname',
        'kind',
        'what',
        'parent-type',
        'parent-feels',
        'goal',
        'parent-knows',
        'meeting-day',
        'meeting-time',
      ]);
      expect(JSON.stringify(form).match(/"Input\.(?:ChoiceSet|Date|Time)"/g)).toHaveLength(5);
    });

    it('fills the plan, and the walk goes on with the first of the seven tips', async () => {
      expect(await send(filled)).toBeNull();

      expect(lastRead()).toMatch(/Het begin van je voorbereiding staat.*tip 1/is);
      const { plan } = await remembered();
      expect(plan?.answers['nickname']?.words).toBe('Robin');
      expect(plan?.answers['kind']).toMatchObject({ choice: 'left-out', words: 'Valt erbuiten' });
      expect(plan?.meeting).toEqual({ start: '2030-01-24T15:30' });
    });

    it('comes back with what is wrong above its field, and with all that was filled in', async () => {
      const form = await send({ ...filled, nickname: 'dat weet ik niet hoor!', 'meeting-day': '2029-01-24' });

      expect(wordsOn(form ?? {})).toMatch(/is al voorbij|geweest/i);
      expect(valuesOn(form ?? {})).toMatchObject({ what: filled.what, goal: filled.goal, 'meeting-day': '2029-01-24' });
      expect((await remembered()).plan?.answers).toEqual({});
    });

    it('is taken once it has been put right', async () => {
      await send({ ...filled, 'meeting-day': '2029-01-24' });

      expect(await send({ 'meeting-day': '2030-01-24' })).toBeNull();
      expect((await remembered()).plan?.meeting).toEqual({ start: '2030-01-24T15:30' });
    });

    it('says so when nothing was filled in', async () => {
      expect(wordsOn((await send({})) ?? {})).toContain('Vul minstens één ding in.');
    });

    it('counts once when Teams sends it again under another id', async () => {
      bot.teams.redelivery.losesAnswers = 1;
      await send(filled);
      await bot.pass(45);

      expect(
        bot.teams.textsIn(anna.chat).filter((text) => text.includes('Het begin van je voorbereiding')),
      ).toHaveLength(1);
    });

    it('stops for danger, says the route in the chat, and keeps what was filled in', async () => {
      const danger = { ...filled, what: 'Het kind zegt dat papa het elke avond slaat met een riem.' };

      expect(await send(danger)).toBeNull();
      expect((await remembered()).plan?.answers).toEqual({});
      await bot.teams.openForm(anna, 'In een formulier');
      expect(await send({})).toBeNull();
      expect((await remembered()).plan?.answers['what']?.words).toBe(danger.what);
    });

    it('keeps the nickname in every field, and no other name', async () => {
      await send({ ...filled, what: 'Robin werd geduwd door Daan.' });

      expect((await remembered()).plan?.answers['what']?.words).toBe('Robin werd geduwd door [naam].');
    });

    it('leaves a talk that is going on as it is', async () => {
      await say('stop');
      await say('oefenen left-out-in-the-block-corner');
      await say('Wat merkt u thuis aan Sam?');

      await send(filled);

      expect(lastRead()).toMatch(/Wat je invulde, heb ik bewaard.*/s);
      expect((await remembered()).plan?.answers['nickname']?.words).toBe('Robin');
    });
  });

  describe('to look back on a talk', () => {
    const filled = {
      name: 'Robin',
      'tip/face-to-face': 'Ging goed',
      'agreed-1': 'Elke vrijdag een berichtje',
      'agreed-who-1': 'Ik',
      'agreed-when-1': '2030-01-25',
      'promised-1': 'De pleinwacht inlichten',
      'promised-when-1': '2030-01-18',
    };

    beforeEach(async () => {
      await say('terugblik');
      const form = await bot.teams.openForm(anna, 'In een formulier');
      if (!form) throw new Error('No form was shown.');
    });

    it('ends in the promises to keep, each with its day', async () => {
      expect(await send(filled)).toBeNull();

      const { promises, lookingBack } = await remembered();
      expect(promises?.map(({ what, due }) => [what, due])).toEqual([
        ['Elke vrijdag een berichtje', '2030-01-25'],
        ['De pleinwacht inlichten', '2030-01-18'],
      ]);
      expect(lookingBack).toBeUndefined();
      expect(lastRead()).toContain('Elke vrijdag een berichtje');
    });

    it('comes back when a day has been, with all that was filled in', async () => {
      const form = await send({ ...filled, 'promised-when-1': '2020-01-01' });

      expect(valuesOn(form ?? {})).toMatchObject({
        'promised-1': filled['promised-1'],
        'agreed-1': filled['agreed-1'],
      });
      expect((await remembered()).promises ?? []).toEqual([]);
    });

    it('has promises as a card then, and a press says that one is kept, in its own place', async () => {
      await send(filled);
      await say('beloften');
      const before = bot.teams.connector.delivered.length;

      await bot.teams.press(anna, '1. Gedaan');
      await bot.pass(1);

      expect(bot.teams.connector.delivered).toHaveLength(before);
      expect(wordsOn(bot.teams.cardOf(anna))).toContain('Elke vrijdag een berichtje');
      expect((await remembered()).promises?.map(({ status }) => status)).toEqual(['open', 'done']);
    });

    it('Q05 has a press on an older list of promises declined, for the numbers are others now', async () => {
      await send(filled);
      await say('beloften');
      const second = JSON.stringify(bot.teams.cardOf(anna)).match(
        /"nonce":"([^"]+)","say":"belofte 2 gedaan","here":true,"on":"([^"]+)"/,
      );
      await bot.teams.press(anna, '1. Gedaan');

      await bot.teams.tap(anna, { nonce: second?.[1] ?? '', say: 'belofte 1 gedaan', on: second?.[2] ?? '' });
      await bot.pass(1);

      expect(lastRead()).toContain('Deze knop hoort bij een moment dat voorbij is.');
      expect((await remembered()).promises?.filter(({ status }) => status === 'done')).toHaveLength(1);
    });
  });
});
