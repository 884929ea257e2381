import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser, screenshot } from '../browser.ts';
import { faultsOf } from './axe.ts';
import { type ChatTab, openChatTab } from './chatTab.ts';
import { type Product, startProduct } from './product.ts';

const A4_POINTS = { width: 595, height: 842 };

/** The whole product, as a teacher meets it. */
describe('something to keep, in the browser', () => {
  let browser: Browser;
  let product: Product;

  beforeAll(async () => {
    product = await startProduct();
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  /** Types these; each is answered with the words behind it. */
  async function walk(tab: ChatTab, steps: readonly (readonly [say: string, hear: string])[]): Promise<void> {
    await tab.page.locator('.message--menu').first().waitFor();
    for (const [say, hear] of steps) {
      await tab.say(say);
      await tab.answered(hear);
    }
  }

  /** Follows a link in the last message, in a tab of its own. */
  async function follow(tab: ChatTab, name: string): Promise<Page> {
    const link = await tab.page.getByRole('link', { name }).last().getAttribute('href');
    const page = await tab.page.context().newPage();
    await page.goto(link ?? '');
    return page;
  }

  it('leads from the chat to a page that needs no script and breaks no rule of its policy', async () => {
    const tab = await openChatTab(browser, `${product.url}/?lang=nl`);
    await walk(tab, [
      ['maken vision', '1 van 10'],
      ['Iemand steeds weer en met opzet pijn doen. <b>Echt</b>.', '2 van 10'],
      ['klaar', 'Om te bewaren'],
    ]);

    const page = await follow(tab, 'Lezen en afdrukken');

    expect(page.url()).toMatch(/\/keep\/[0-9a-f-]{36}$/);
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Onze visie op pesten en op ouders');
    expect(await page.locator('main').textContent()).toContain('<b>Echt</b>');
    expect(await page.locator('script').count()).toBe(0);
    expect(tab.complaints).toEqual([]);
    await tab.close();
  });

  it('shows the year planner in light, dark and on a phone, and prints it on A4', async () => {
    const tab = await openChatTab(browser, `${product.url}/?lang=en`);
    await walk(tab, [
      ['make contact-moments', '1 of 11'],
      ['27 August 6.30 pm, in my class I show how we learn to play together', '2 of 11'],
      ['22 September 7.30 pm', '3 of 11'],
      ['9 October 2.15 pm and 12 March 2.15 pm, a short film of how we say “stop”', '4 of 11'],
      ['skip', '5 of 11'],
      ['30 September 3.30 pm', '6 of 11'],
      ['done', 'Yours to keep'],
    ]);
    const page = await follow(tab, 'Read and print');
    const faults: string[] = [];
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.screenshot({ path: `tests/artefacts/keepsake-planner-${colorScheme}.png`, fullPage: true });
      faults.push(...(await faultsOf(page)));
    }
    await page.setViewportSize({ width: 320, height: 568 });
    await screenshot(page, 'keepsake-planner-on-a-small-phone');
    const isTooWide = await page.evaluate('document.documentElement.scrollWidth > 320');

    const pdf = await page.pdf({ preferCSSPageSize: true });

    expect(faults).toEqual([]);
    expect(isTooWide).toBe(false);
    const [, width, height] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf.toString('latin1')) ?? [];
    expect({ width: Math.round(Number(width)), height: Math.round(Number(height)) }).toEqual(A4_POINTS);
    await tab.close();
  });

  it('gives a file for Word and one for a calendar', async () => {
    const tab = await openChatTab(browser, `${product.url}/?lang=nl`);
    await walk(tab, [
      ['maken contact-moments', '1 van 11'],
      ['27 augustus 18.30', '2 van 11'],
      ['klaar', 'Om te bewaren'],
    ]);
    const fetched = async (name: string) => {
      const link = await tab.page.getByRole('link', { name }).last().getAttribute('href');
      return fetch(link ?? '');
    };

    const word = await fetched('Openen in Word');
    const calendar = await fetched('In je agenda zetten');

    expect(Buffer.from(await word.arrayBuffer()).toString('latin1', 0, 2)).toBe('PK');
    expect(await calendar.text()).toMatch(/DTSTART:20\d\d0827T163000Z/);
    await tab.close();
  });

  it('shows the triangle in the chat and on the page, with the same in words', async () => {
    const tab = await openChatTab(browser, `${product.url}/?lang=nl`);
    await tab.page.emulateMedia({ colorScheme: 'dark' });
    await walk(tab, [['maken why-it-works', '1 van 5']]);
    for (const place of ['2 van 5', '3 van 5', '4 van 5', '5 van 5', 'Om te bewaren']) {
      await tab.say('verder');
      await tab.answered(place);
    }
    const picture = tab.page.locator('.picture svg');
    await picture.scrollIntoViewIfNeeded();
    await screenshot(tab.page, 'triangle-in-chat');
    const faultsInChat = await faultsOf(tab.page);

    const page = await follow(tab, 'Lezen en afdrukken');
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.screenshot({ path: 'tests/artefacts/triangle-page-dark.png', fullPage: true });

    expect(await picture.locator('title').textContent()).toBe('De driehoek van kind, ouders en school');
    expect(await page.getByRole('img', { name: 'De driehoek van kind, ouders en school' }).count()).toBe(1);
    expect(await page.locator('figcaption').textContent()).toContain('Tussen school en kind');
    expect(faultsInChat).toEqual([]);
    expect(await faultsOf(page)).toEqual([]);
    expect(tab.complaints).toEqual([]);
    await tab.close();
  });

  it('goes on at the same question after a restart of the product', async () => {
    const tab = await openChatTab(browser, `${product.url}/?lang=nl`);
    await walk(tab, [
      ['maken vision', '1 van 10'],
      ['Eerste antwoord.', '2 van 10'],
    ]);
    await product.restart();

    await tab.page.reload();
    await tab.answered('2 van 10');
    await tab.say('Tweede antwoord.');
    await tab.answered('3 van 10');
    await tab.say('klaar');
    await tab.answered('Om te bewaren');
    const page = await follow(tab, 'Lezen en afdrukken');

    const read = await page.locator('main').textContent();
    expect(read).toContain('Eerste antwoord.');
    expect(read).toContain('Tweede antwoord.');
    await tab.close();
  });

  it('is gone, page and files, once the teacher deletes their data', async () => {
    const tab = await openChatTab(browser, `${product.url}/?lang=nl`);
    await walk(tab, [
      ['maken vision', '1 van 10'],
      ['Dit moet weg.', '2 van 10'],
      ['klaar', 'Om te bewaren'],
    ]);
    const page = await follow(tab, 'Lezen en afdrukken');

    await walk(tab, [
      ['verwijder mijn gegevens', 'Weet je het zeker'],
      ['ja', 'Alles is gewist'],
    ]);
    const again = await page.reload();
    const word = await fetch(`${page.url()}/word.docx`);

    expect(again?.status()).toBe(404);
    expect(await page.locator('main').textContent()).toContain('Hier staat niets meer');
    expect(word.status).toBe(404);
    await tab.close();
  });
});
