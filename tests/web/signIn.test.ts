import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import {
  anAccount,
  type ProductWithAccounts,
  productWithAccounts,
} from '../bot/identity/organisation/productWithAccounts.ts';
import { launchBrowser, screenshot } from '../browser.ts';
import { faultsOf } from './axe.ts';

/** The product as a board uses it, in a real browser, beside a real provider of accounts. */
describe('signing in, in the browser', () => {
  let browser: Browser;
  let product: ProductWithAccounts;

  beforeAll(async () => {
    product = await productWithAccounts();
    product.provider.accounts.set('anna', anAccount('oid-anna', ['teacher'], { name: 'Anna <b>de</b> Wit' }));
    browser = await launchBrowser();
  }, 90_000);
  afterAll(async () => {
    await browser?.close();
    await product?.[Symbol.asyncDispose]();
  });

  const signedIn = async (): Promise<Page> => {
    const page = await (await browser.newContext({ locale: 'nl-NL' })).newPage();
    await page.goto(`${product.url}/?lang=nl`);
    await page.getByRole('link', { name: 'Aanmelden met je schoolaccount' }).click();
    await page.getByLabel('Account').fill('anna');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.locator('.message--menu').first().waitFor();
    return page;
  };
  const say = async (page: Page, words: string) => {
    await page.locator('textarea, [data-testid="send box text area"]').first().fill(words);
    await page.keyboard.press('Enter');
  };

  it('leads to the chat, and back out of it; W19 then the back button shows nothing', async () => {
    const page = await signedIn();
    await say(page, 'oefenen 1');
    await page.getByText('Buitengesloten in de bouwhoek').first().waitFor();

    await page.getByRole('link', { name: 'Afmelden' }).click();
    await page.getByText('Je bent aangemeld als Anna <b>de</b> Wit.').waitFor();
    await page.getByRole('button', { name: 'Ja, afmelden' }).click();
    await page.getByRole('heading', { name: 'Je bent afgemeld' }).waitFor();
    for (let step = 0; step < 3; step += 1) {
      await page.goBack({ waitUntil: 'load' }).catch(() => undefined);
      expect(await page.textContent('body')).not.toContain('bouwhoek');
      expect(await page.textContent('body')).not.toContain('Anna');
    }
    await page.goto(`${product.url}/mine`);

    await page.getByRole('link', { name: 'Aanmelden met je schoolaccount' }).waitFor();
    await page.context().close();
  }, 60_000);

  it('D23 a chat that is open elsewhere goes to the door when its person signs out', async () => {
    const page = await signedIn();
    const other = await page.context().newPage();
    await other.goto(`${product.url}/mine`);

    await other.getByRole('link', { name: 'Afmelden' }).click();
    await other.getByRole('button', { name: 'Ja, afmelden' }).click();

    await page.getByRole('link', { name: 'Aanmelden met je schoolaccount' }).waitFor({ timeout: 20_000 });
    await page.context().close();
  }, 60_000);

  it('shows the door and the way out without a fault for anybody', async () => {
    const page = await signedIn();
    const faults: string[] = [];
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width: 320, height: 640 });
      await page.goto(`${product.url}/sign-out`);
      faults.push(...(await faultsOf(page)));
      await screenshot(page, `sign-out-${colorScheme}`);
    }
    await page.getByRole('button', { name: 'Ja, afmelden' }).click();
    await page.getByRole('heading', { name: 'Je bent afgemeld' }).waitFor();
    faults.push(...(await faultsOf(page)));
    await screenshot(page, 'signed-out');
    await page.goto(`${product.url}/`);
    faults.push(...(await faultsOf(page)));
    await screenshot(page, 'sign-in');

    expect(faults).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
    await page.context().close();
  }, 60_000);
});
