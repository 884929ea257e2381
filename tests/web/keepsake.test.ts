import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { readConfig } from '../../bot/config.ts';
import type { Running } from '../../bot/serve.ts';
import { start } from '../../bot/start.ts';
import { launchBrowser, screenshot } from '../browser.ts';
import { openChatTab } from './chatTab.ts';

/** The whole product, as a teacher meets it. */
describe('something to keep, in the browser', () => {
  let browser: Browser;
  let product: Running;
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'keepsake-'));
    product = await start(readConfig({ PORT: '0', DATA_DIR: folder, LOG_LEVEL: 'silent' }));
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await product?.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('leads from the chat to a page that needs no script and breaks no rule of its policy', async () => {
    const tab = await openChatTab(browser, `${product.url}/?lang=nl`);
    await tab.page.locator('.message--menu').waitFor();

    await tab.say('maken vision');
    await tab.answered('1 van 10');
    await tab.say('Iemand steeds weer en met opzet pijn doen. <b>Echt</b>.');
    await tab.answered('2 van 10');
    await tab.say('klaar');
    await tab.answered('Om te bewaren');
    await screenshot(tab.page, 'keepsake-in-chat');
    const link = await tab.page.getByRole('link', { name: 'Lezen en afdrukken' }).getAttribute('href');
    const page = await tab.page.context().newPage();
    await page.goto(new URL(link ?? '', product.url).href);
    await page.emulateMedia({ colorScheme: 'light' });
    await page.screenshot({ path: join('tests', 'artefacts', 'keepsake-page-light.png'), fullPage: true });
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.screenshot({ path: join('tests', 'artefacts', 'keepsake-page-dark.png'), fullPage: true });

    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Onze visie op pesten en op ouders');
    expect(await page.locator('main').innerText()).toContain('<b>Echt</b>');
    expect(tab.complaints).toEqual([]);
    await tab.close();
  });
});
