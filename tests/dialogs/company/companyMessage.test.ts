import { describe, expect, it } from '@jest/globals';
import { LOCALES } from '../../../content/schema/locale.ts';
import { chat } from '../chat.ts';

const CHAT = 'https://teams.example/alone';

describe('what is said to the bot where others read along', () => {
  const asking = async (asked: string, locale: 'nl' | 'en' = 'nl') => {
    const company = chat(locale);
    const said = await company.tell({ name: 'op-een-lijn/in-company', value: { asked, chat: CHAT } });
    return { said, memory: company.memory() };
  };

  it.each([
    '',
    'oefenen',
    'voorbereiden',
    'hallo',
    'terugblik',
    'mijn oefeningen',
    'verwijder mijn gegevens',
    'zzz qqq',
  ])('is answered with who the bot is, for %p', async (asked) => {
    const { said } = await asking(asked);

    expect(said).toHaveLength(1);
    expect(said[0]?.text).toMatch(/computerprogramma.*Noem geen namen.*bewaar ik niets/s);
    expect(said[0]?.text).toContain(CHAT);
  });

  it.each(['tip', 'tip 2', 'tip 3 verhit', 'toon begrip', 'Tip hoe stel ik een ouder gerust?'])(
    'gets one tip for %p, and that everybody reads along',
    async (asked) => {
      const { said } = await asking(asked);

      expect(said).toHaveLength(1);
      expect(said[0]?.kind).toBe('tip');
      expect(said[0]?.text).toMatch(/[Tt]ip \d/);
      expect(said[0]?.text).toMatch(/Hier leest iedereen mee/);
      expect(said[0]?.buttons).toEqual([]);
    },
  );

  it('gets a tip for a question in own words, without a word of the question', async () => {
    const { said } = await asking('De moeder van Finn Jansen is woedend, hoe begin ik het gesprek?');

    expect(said[0]?.kind).toBe('tip');
    expect(said[0]?.text).not.toMatch(/Finn|Jansen|woedend, hoe/);
  });

  it('is answered in the language of who speaks, whatever was spoken before', async () => {
    const company = chat('nl');
    await company.tell({ name: 'op-een-lijn/in-company', value: { asked: 'tip 2', chat: CHAT } });
    const { said } = await asking('tip 2', 'en');

    expect(said[0]?.text).toContain('Everyone reads along here');
  });

  it.each([
    'Ik denk dat Finn thuis geslagen wordt',
    'Ik wil niet meer leven',
    'De vader zei dat hij me weet te vinden en me in elkaar slaat',
  ])('gets the way to help and no more when it tells of danger: %p', async (asked) => {
    const { said } = await asking(asked);

    expect(said).toHaveLength(1);
    expect(said[0]?.text).toMatch(/hoort niet in een chat waar anderen meelezen.*112.*0800-2000.*0800-0113/s);
    expect(said[0]?.text).not.toMatch(/Finn|geslagen|leven|bedreig/);
  });

  it('changes nothing that is kept, and uses nothing that was', async () => {
    const company = chat('nl');
    const tell = (asked: string) => company.tell({ name: 'op-een-lijn/in-company', value: { asked, chat: CHAT } });
    await tell('');
    const before = JSON.stringify(company.memory());

    for (const asked of ['tip 2', 'De moeder van Finn is boos', 'Ik wil niet meer leven', 'oefenen']) await tell(asked);
    const [source] = await tell('bron');

    expect(JSON.stringify(company.memory())).toBe(before);
    expect(source?.text).toContain('computerprogramma');
  });

  it('is not looked at when it is longer than anybody types', async () => {
    const { said } = await asking('tip '.repeat(2000));

    expect(said[0]?.text).toContain('computerprogramma');
  });

  it.each(LOCALES)('has the same ways to help in %s as the chat with one teacher', async (locale) => {
    const danger = { nl: 'Ik wil niet meer leven', en: "I don't want to live any more" }[locale];
    const { said } = await asking(danger, locale);

    for (const number of ['112', '0800-2000', '0800-0113', '1712', '1813']) expect(said[0]?.text).toContain(number);
  });
});
