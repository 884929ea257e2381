import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { launchBrowser, screenshot } from '../browser.ts';
import { faultsOf } from './axe.ts';
import { type ChatTab, openChatTab } from './chatTab.ts';
import { type Product, startProduct } from './product.ts';

const HARMFUL = '<img src=x onerror="document.title = 1">';

const TALKS = {
  nl: {
    begin: 'oefenen left-out-in-the-block-corner',
    first: ['Wat naar voor u. U maakt zich zorgen dat Sam er niet bij hoort.', `Ach, dat waait wel over. ${HARMFUL}`],
    back: 'terug 1',
    again: ['Wat vertelt hij er thuis over?', 'Ik bel u vrijdag om vier uur.'],
    table: ['Beurt', 'Spanning', 'Vertrouwen', 'Wat er gebeurde'],
    goOn: 'verder',
    earlier: 'Poging 1, verder vanaf beurt 1',
    words: 'het vertrouwen van',
  },
  en: {
    begin: 'rehearse left-out-in-the-block-corner',
    first: ["I'm so sorry. You are worried that Sam doesn't belong.", `Oh, that will blow over. ${HARMFUL}`],
    back: 'rewind 1',
    again: ['What does he tell you about it at home?', 'I will call you on Friday at four.'],
    table: ['Turn', 'Tension', 'Trust', 'What happened'],
    goOn: 'next',
    earlier: 'Try 1, on from turn 1',
    words: 'and trust from',
  },
} as const;

describe('the picture of tension and trust in the browser', () => {
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

  const curve = ({ page }: ChatTab) => page.locator('.curve');

  /** A talk with one step taken back, and its debrief. */
  async function talkedTwice(language: 'nl' | 'en', options: BrowserContextOptions = {}): Promise<ChatTab> {
    const talk = TALKS[language];
    const tab = await openChatTab(browser, `${product.url}/?lang=${language}`, options);
    const lines = tab.page.locator('.message--line');
    await tab.page.locator('.message--menu').waitFor();
    let said = 0;
    for (const words of [talk.begin, ...talk.first, talk.back, ...talk.again]) {
      await tab.say(words);
      await lines.nth(said).waitFor();
      said += 1;
    }
    await tab.say('stop');
    await tab.page.locator('.message--debrief').waitFor();
    await tab.say(talk.goOn);
    await curve(tab).waitFor();
    await tab.page.locator('.message--debrief').nth(4).waitFor();
    return tab;
  }

  const problems = ({ page }: ChatTab) => faultsOf(page);

  it.each(['nl', 'en'] as const)('stands in the debrief with its table and its words (%s)', async (language) => {
    const talk = TALKS[language];
    const tab = await talkedTwice(language);

    await curve(tab).getByRole('group').locator('summary').click();

    expect(await curve(tab).getByRole('img').count()).toBe(1);
    expect(await curve(tab).getByRole('columnheader').allTextContents()).toEqual(talk.table);
    expect(await curve(tab).getByRole('table').textContent()).toContain(talk.again[0]);
    expect(await tab.page.locator('.message--debrief', { hasText: talk.words }).count()).toBe(1);
    expect(tab.complaints).toEqual([]);
    await tab.close();
  });

  it.each(['nl', 'en'] as const)('shows an earlier try beside the new one (%s)', async (language) => {
    const tab = await talkedTwice(language);

    await curve(tab).locator('summary').click();
    const groups = await curve(tab).locator('.curve__group').allTextContents();

    expect(await curve(tab).locator('.curve-picture--wide path.curve-tension').count()).toBe(1);
    expect(await curve(tab).locator('.curve-picture--wide path.curve-tension-before').count()).toBeGreaterThan(0);
    expect(groups).toContain(TALKS[language].earlier);
    await tab.close();
  });

  it.each([
    ['light', { colorScheme: 'light' }],
    ['dark', { colorScheme: 'dark' }],
    ['on a small phone', { viewport: { width: 320, height: 568 } }],
    ['forced-colours', { forcedColors: 'active', colorScheme: 'dark' }],
  ] as const)('has no problem that axe can find (%s)', async (name, options) => {
    const tab = await talkedTwice('nl', options);
    await curve(tab).scrollIntoViewIfNeeded();
    await screenshot(tab.page, `curve-${name.replaceAll(' ', '-')}`);
    const closed = await problems(tab);

    await curve(tab).locator('summary').click();
    await curve(tab).locator('table').scrollIntoViewIfNeeded();
    await screenshot(tab.page, `curve-table-${name.replaceAll(' ', '-')}`);

    expect(closed).toEqual([]);
    expect(await problems(tab)).toEqual([]);
    await tab.close();
  });

  it('fits a small phone without scrolling sideways', async () => {
    const tab = await talkedTwice('nl', { viewport: { width: 320, height: 568 } });
    await curve(tab).locator('summary').click();

    const place = await curve(tab).boundingBox();
    const table = await curve(tab).locator('table').boundingBox();

    expect(await curve(tab).locator('.curve-picture--narrow').isVisible()).toBe(true);
    expect(await curve(tab).locator('.curve-picture--wide').isVisible()).toBe(false);
    expect((table?.x ?? 0) + (table?.width ?? 0)).toBeLessThanOrEqual((place?.x ?? 0) + (place?.width ?? 0));
    await tab.close();
  });

  it('stands on paper with its figures, and without what can only be pressed', async () => {
    const tab = await talkedTwice('nl');

    await tab.page.emulateMedia({ media: 'print' });

    const table = await curve(tab).locator('table').boundingBox();
    expect(table?.height ?? 0).toBeGreaterThan(100);
    expect(await tab.page.locator('.webchat__send-box').isVisible()).toBe(false);
    expect(await tab.page.locator('.webchat__suggested-actions').isVisible()).toBe(false);
    await tab.close();
  });

  it('opens its table with the keyboard alone', async () => {
    const tab = await talkedTwice('nl');
    const { keyboard } = tab.page;
    const isAt = (selector: string) => tab.page.evaluate(`document.activeElement.matches('${selector}')`);
    const isAtCurve = () =>
      tab.page.evaluate(
        `Boolean(document.getElementById(document.activeElement.getAttribute('aria-activedescendant'))?.closest('article')?.querySelector('.curve'))`,
      );

    for (let step = 0; step < 5 && !(await isAt('.webchat__basic-transcript')); step += 1)
      await keyboard.press('Shift+Tab');
    for (let step = 0; step < 5 && !(await isAtCurve()); step += 1) await keyboard.press('ArrowUp');
    await keyboard.press('Enter');
    const reached = await isAt('.curve summary');
    await keyboard.press('Enter');

    expect(reached).toBe(true);
    expect(await curve(tab).getByRole('table').isVisible()).toBe(true);
    await tab.close();
  });

  it('shows HTML that a teacher typed as words', async () => {
    const tab = await talkedTwice('nl');
    await curve(tab).locator('summary').click();

    expect(await curve(tab).locator('table').textContent()).toContain(HARMFUL);
    expect(await curve(tab).locator('img, script, [onerror], [style]').count()).toBe(0);
    expect(await tab.page.title()).toBe('Op één lijn');
    await tab.close();
  });

  it('is read aloud as its words, without a word about attachments', async () => {
    const tab = await talkedTwice('nl');

    const heard = (await tab.page.locator('[aria-live], [role="log"], [role="status"]').allTextContents()).join(' ');

    expect(heard).not.toMatch(/bijlage|attachment|niet ondersteund/i);
    await tab.close();
  });
});
