import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { readConfig } from '../../bot/config.ts';
import { createCoachLinks } from '../../bot/identity/local/coachLinks.ts';
import { LOCAL_TENANT } from '../../bot/identity/principal.ts';
import { openStorage } from '../../bot/start.ts';
import { launchBrowser, screenshot } from '../browser.ts';
import { faultsOf } from './axe.ts';
import { type Product, startProduct } from './product.ts';

describe('a link for a coach, in the browser', () => {
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

  /** As `npm run coach:link` makes it. */
  async function aLink(): Promise<string> {
    const storage = await openStorage(readConfig({ DATA_DIR: product.folder }));
    const links = createCoachLinks({ oneTimes: storage.oneTimes, tenant: LOCAL_TENANT, now: () => new Date() });
    const link = await links.make(product.url);
    await storage.close();
    return link;
  }

  it('asks for a name by keyboard alone, and leads to what was shared', async () => {
    const page = await (await browser.newContext({ locale: 'nl-NL', viewport: { width: 320, height: 640 } })).newPage();
    await page.goto(await aLink());
    const faults = [...(await faultsOf(page))];
    await screenshot(page, 'coach-link');

    await page.getByLabel('Je naam').focus();
    await page.keyboard.type('Zümra Kaya');
    await page.keyboard.press('Enter');
    await page.waitForURL(`${product.url}/coach`);
    await page.goto(`${product.url}/sign-out`);
    await page.getByText('Je bent aangemeld als Zümra Kaya.').waitFor();
    faults.push(...(await faultsOf(page)));

    expect(faults).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
    await page.context().close();
  }, 60_000);

  it('says what to do when it was used before', async () => {
    const link = await aLink();
    const first = await (await browser.newContext({ locale: 'en-GB' })).newPage();
    await first.goto(link);
    await first.getByLabel('Your name').fill('Bo');
    await first.getByRole('button', { name: 'Continue' }).click();
    await first.waitForURL(`${product.url}/coach`);
    const second = await (await browser.newContext({ locale: 'en-GB', colorScheme: 'dark' })).newPage();

    await second.goto(link);

    await second.getByRole('heading', { name: 'This link no longer works' }).waitFor();
    expect(await faultsOf(second)).toEqual([]);
    for (const page of [first, second]) await page.context().close();
  }, 60_000);
});
