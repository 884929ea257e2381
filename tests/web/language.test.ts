import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { launchBrowser } from '../browser.ts';
import { type ChatServer, startChatServer } from './chatServer.ts';
import { type ChatTab, openChatTab } from './chatTab.ts';

const WELCOME = { nl: 'Waar wil je mee beginnen?', en: 'Where would you like to start?' };

describe('the language of the chat page', () => {
  let browser: Browser;
  let server: ChatServer;

  beforeAll(async () => {
    browser = await launchBrowser();
    server = await startChatServer();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  const seenAs = async ({ page }: ChatTab) => ({
    lang: await page.evaluate('document.documentElement.lang'),
    help: await page.locator('.about').textContent(),
    box: await page.getByRole('textbox').getAttribute('placeholder'),
  });
  const DUTCH = { lang: 'nl', help: expect.stringMatching(/^Dit is/), box: 'Typ hier wat je zou zeggen' };
  const ENGLISH = { lang: 'en', help: expect.stringMatching(/^This is/), box: 'Type what you would say' };

  it.each<[string, BrowserContextOptions, string, typeof DUTCH, string]>([
    ['Dutch for a Dutch browser', { locale: 'nl-NL' }, '/', DUTCH, WELCOME.nl],
    ['English for an English browser', { locale: 'en-GB' }, '/', ENGLISH, WELCOME.en],
    ['Dutch for a browser of any other language', { locale: 'fr-FR' }, '/', DUTCH, WELCOME.nl],
    ['what the address asks for', { locale: 'nl-NL' }, '/?lang=en', ENGLISH, WELCOME.en],
  ])('is %s', async (_, options, path, seen, welcome) => {
    const tab = await openChatTab(browser, server.url + path, options);
    await tab.answered(welcome);

    expect(await seenAs(tab)).toEqual(seen);
    await tab.close();
  });

  it('follows the bot, there and back, and through a reload', async () => {
    const tab = await openChatTab(browser, server.url);
    await tab.answered(WELCOME.nl);

    await tab.page.getByRole('button', { name: 'Switch to English' }).click();
    await tab.answered('(taal en)');
    expect(await seenAs(tab)).toEqual(ENGLISH);

    await tab.page.reload();
    await tab.answered('(taal en)');
    expect(await seenAs(tab)).toEqual(ENGLISH);

    await tab.page.getByRole('button', { name: 'Verder in het Nederlands' }).click();
    await tab.answered('(language nl)');
    expect(await seenAs(tab)).toEqual(DUTCH);
    await tab.close();
  });
});
