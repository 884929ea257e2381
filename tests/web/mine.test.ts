import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { newTeacher } from '../bot/mine/teacher.ts';
import { launchBrowser } from '../browser.ts';
import { faultsOf } from './axe.ts';
import { type ChatTab, openChatTab } from './chatTab.ts';
import { type Product, startProduct } from './product.ts';

const TALKS = {
  nl: [
    ['oefenen 1', 'Wat naar voor u dat het zo loopt.', 'U kent hem het best. Wat merkt u thuis?', 'stop', 'rustiger'],
    ['oefenen 3', 'Ach, dat valt wel mee.', 'Vertel eens, wat is er gebeurd?', 'stop', 'ongeveer gelijk'],
  ],
  en: [
    ['rehearse 1', 'How hard this must be for you.', 'You know him best. What do you notice?', 'stop', 'calmer'],
    ['rehearse 3', 'Oh, it is not that bad.', 'Tell me, what happened?', 'stop', 'about the same'],
  ],
} as const;
const LOOK_BACK = {
  nl: [
    ['terugblik', 'De moeder van vrijdag'],
    ['Ging goed', 'Half', 'Ging goed', 'Niet gebruikt', 'Half', 'Ging goed', 'Lukte niet'],
    ['Ik bel vandaag even terug', 'Ik', 'Dat was het', 'Niets', 'Een woord bij de deur, morgen', 'Eerst luisteren'],
  ],
  en: [
    ['afterwards', 'The mother on Friday'],
    ['Went well', 'Partly', 'Went well', 'Not used', 'Partly', 'Went well', "Didn't work"],
    ['I will call back today', 'Me', 'That was all', 'Nothing', 'A word at the door, tomorrow', 'Listen first'],
  ],
} as const;
const TITLE = { nl: 'Mijn oefeningen', en: 'My rehearsals' } as const;

/** The whole product, as a teacher meets it. */
describe('my rehearsals, in the browser', () => {
  let browser: Browser;
  let product: Product;

  beforeAll(async () => {
    product = await startProduct();
    browser = await launchBrowser();
  }, 90_000);
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  const chatting = async (language: 'nl' | 'en', options: BrowserContextOptions = {}) => {
    const tab = await openChatTab(browser, `${product.url}/?lang=${language}`, options);
    await tab.page.locator('.message--menu').first().waitFor();
    return tab;
  };
  /** A tab of a teacher who has talked; the talking itself is done without a page. */
  const talked = async (language: 'nl' | 'en', words: readonly string[], options: BrowserContextOptions = {}) => {
    const teacher = await newTeacher(product.url, `${language}-XX`);
    await teacher.say(...words);
    const tab = await openChatTab(browser, 'about:blank', options);
    const cookies = teacher.cookie.split('; ').map((pair) => pair.split('='));
    await tab.page.context().addCookies(cookies.map(([name = '', value = '']) => ({ name, value, url: product.url })));
    await tab.page.goto(`${product.url}/?lang=${language}`);
    await tab.page.locator('.message--menu').first().waitFor();
    return tab;
  };
  const rehearsed = (language: 'nl' | 'en', options: BrowserContextOptions = {}) =>
    talked(language, TALKS[language].flat(), options);
  const openMine = async ({ page }: ChatTab, language: 'nl' | 'en') => {
    await page.getByRole('link', { name: TITLE[language] }).first().click();
    await page.getByRole('heading', { level: 1, name: TITLE[language] }).waitFor();
  };
  const picture = (page: Page, name: string) =>
    page.screenshot({ path: `tests/artefacts/mine-${name}.png`, fullPage: true });

  for (const language of ['nl', 'en'] as const) {
    it(`leads from the chat to the list, to one talk, and back (${language})`, async () => {
      const tab = await talked(language, [...TALKS[language], ...LOOK_BACK[language]].flat());

      await openMine(tab, language);
      await picture(tab.page, `list-${language}`);
      const listFaults = await faultsOf(tab.page);
      await tab.page.locator('.talk h3 a').last().click();
      await tab.page.locator('.curve-picture--wide').waitFor();
      await picture(tab.page, `talk-${language}`);
      const talkFaults = await faultsOf(tab.page);
      const said = await tab.page.locator('.said').textContent();
      await tab.page
        .getByRole('link', { name: language === 'nl' ? 'Naar de chat' : 'To the chat' })
        .first()
        .click();
      await tab.page.locator('.message--menu').first().waitFor();

      expect(said).toContain(TALKS[language][0][1]);
      expect(listFaults).toEqual([]);
      expect(talkFaults).toEqual([]);
      expect(tab.complaints).toEqual([]);
      await tab.close();
    }, 60_000);
  }

  it('has no problem that axe can find in dark, in forced colours and with more contrast', async () => {
    const tab = await rehearsed('nl');
    await openMine(tab, 'nl');
    const list = tab.page.url();
    await tab.page.locator('.talk h3 a').first().click();
    await tab.page.locator('.curve-picture--wide').waitFor();
    const talk = tab.page.url();
    const privacy = new URL('/privacy', talk).href;
    const faults: string[] = [];
    const looks = {
      dark: { colorScheme: 'dark' },
      forced: { forcedColors: 'active' },
      contrast: { contrast: 'more' },
    } as const;

    for (const [name, look] of Object.entries(looks)) {
      await tab.page.emulateMedia({ colorScheme: 'light', forcedColors: 'none', contrast: 'no-preference', ...look });
      for (const [what, url] of Object.entries({ list, talk, privacy })) {
        await tab.page.goto(url);
        await picture(tab.page, `${what}-${name}`);
        faults.push(...(await faultsOf(tab.page)));
      }
    }

    expect(faults).toEqual([]);
    await tab.close();
  });

  it.each([
    ['a small phone', { width: 320, height: 568 }],
    ['a screen at 200 %', { width: 640, height: 400 }],
  ])('fits %s without scrolling sideways', async (_, viewport) => {
    const tab = await rehearsed('nl');
    await openMine(tab, 'nl');
    await tab.page.setViewportSize(viewport);
    await picture(tab.page, `list-${viewport.width}`);
    const wide = [await tab.page.evaluate('document.documentElement.scrollWidth')];
    await tab.page.locator('.talk h3 a').first().click();
    await tab.page.locator('.said').waitFor();
    await picture(tab.page, `talk-${viewport.width}`);
    wide.push(await tab.page.evaluate('document.documentElement.scrollWidth'));

    expect(Math.max(...wide.map(Number))).toBeLessThanOrEqual(viewport.width);
    await tab.close();
  });

  it('shows what there is to do while there is nothing yet, and when nothing is found', async () => {
    const tab = await chatting('nl');
    await openMine(tab, 'nl');
    await picture(tab.page, 'empty');
    const atFirst = await tab.page.locator('main').textContent();
    const faults = await faultsOf(tab.page);
    await tab.close();
    const other = await rehearsed('nl');
    await openMine(other, 'nl');
    await other.page.getByRole('searchbox').fill('olifant');
    await other.page.keyboard.press('Enter');
    await other.page.getByText('Niets gevonden').waitFor();
    await picture(other.page, 'nothing-found');
    await other.page.goto(`${product.url}/mine/rehearsals/0b6f7c1e-7c39-4a7e-9d3c-1f2e3d4c5b6a`);
    await picture(other.page, 'gone');

    expect(atFirst).toContain('Nog geen oefeningen');
    expect(await other.page.locator('main').textContent()).toContain('Hier staat niets');
    expect(faults).toEqual([]);
    await other.close();
  });

  it('can be walked, searched and opened by keyboard alone', async () => {
    const tab = await rehearsed('nl');
    await openMine(tab, 'nl');
    const { page } = tab;

    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    const skipped = await page.evaluate('document.activeElement.id');
    await page.getByRole('searchbox').focus();
    await page.keyboard.type('bouwhoek');
    await page.keyboard.press('Enter');
    await page.getByText('1 van 2').waitFor();
    await page.locator('.talk h3 a').focus();
    await page.keyboard.press('Enter');
    await page.locator('.said').waitFor();

    expect(skipped).toBe('contents');
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Buitengesloten in de bouwhoek');
    await tab.close();
  });

  it('erases one rehearsal and then everything, each after one question, and shows the proof', async () => {
    const tab = await rehearsed('nl');
    await openMine(tab, 'nl');
    const { page } = tab;
    await page.locator('.talk h3 a').first().click();

    await page.getByRole('link', { name: 'Deze oefening wissen' }).click();
    await page.getByRole('heading', { name: 'Deze oefening wissen?' }).waitFor();
    await picture(page, 'erase-one');
    const faults = await faultsOf(page);
    await page.getByRole('button', { name: 'Ja, wissen' }).click();
    await page.getByText('Bewijs van wissen').waitFor();
    await picture(page, 'erased-one');
    const left = await page.locator('.talk').count();
    await page.getByRole('link', { name: 'Alles wissen' }).click();
    await page.getByRole('button', { name: 'Ja, wissen' }).click();
    await page.getByText('Nog geen oefeningen').waitFor();
    await picture(page, 'erased-all');
    await page.goto(`${product.url}/?lang=nl`);
    await tab.answered('Alles is gewist');

    expect(left).toBe(1);
    expect(faults).toEqual([]);
    expect(tab.complaints).toEqual([]);
    expect((await tab.transcript()).join()).not.toContain('valt wel mee');
    await tab.close();
  });

  it('works without a script', async () => {
    const tab = await rehearsed('nl');
    const { cookies } = await tab.page.context().storageState();
    const context = await browser.newContext({ javaScriptEnabled: false, locale: 'nl-NL' });
    await context.addCookies(cookies);
    const page = await context.newPage();

    await page.goto(`${product.url}/mine`);
    await page.locator('.talk h3 a').first().click();
    await page.getByRole('link', { name: 'Deze oefening wissen' }).click();
    await page.getByRole('button', { name: 'Ja, wissen' }).click();

    expect(await page.locator('.talk').count()).toBe(1);
    await context.close();
    await tab.close();
  });

  it('Z01 shows another browser nothing of it', async () => {
    const tab = await rehearsed('nl');
    await openMine(tab, 'nl');
    await tab.page.locator('.talk h3 a').first().click();
    await tab.page.locator('.said').waitFor();
    const address = tab.page.url();
    const other = await chatting('nl');

    await other.page.goto(address);

    expect(await other.page.locator('main').textContent()).toContain('Hier staat niets');
    await other.close();
    await tab.close();
  });

  it('reminds of a promise when the chat is opened again, once, and lets it be done on the page', async () => {
    const tab = await talked('nl', LOOK_BACK.nl.flat());

    await tab.answered('Fijn dat je er weer bent');
    await tab.page.screenshot({ path: 'tests/artefacts/mine-reminder.png' });
    await tab.page.reload();
    await tab.answered('Fijn dat je er weer bent');
    const reminders = (await tab.transcript()).filter((line) => line.includes('Fijn dat je er weer bent'));
    await openMine(tab, 'nl');
    await tab.page.getByRole('button', { name: 'Gedaan: Ik bel vandaag even terug' }).click();
    await tab.page.getByText('Nagekomen: 1').waitFor();

    expect(reminders).toHaveLength(1);
    expect(await tab.page.locator('.promise').count()).toBe(1);
    await tab.close();
  }, 60_000);
});
