import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { launchBrowser, screenshot } from '../browser.ts';
import { faultsOf } from './axe.ts';
import { openChatTab } from './chatTab.ts';
import { type Product, startProduct } from './product.ts';

describe('help with a message in the browser', () => {
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

  it.each([
    [
      'nl',
      'beantwoord',
      'Plak het bericht',
      'U had beloofd te bellen en ik heb niets gehoord!',
      'niet schriftelijk op',
    ],
    [
      'en',
      'answer',
      'Paste the parent',
      'You promised to ring me and I have not heard a thing!',
      'settle this in writing',
    ],
  ])('asks for the message and answers it in one message (%s)', async (language, word, asks, message, warns) => {
    const tab = await openChatTab(browser, `${product.url}/?lang=${language}`);
    await tab.page.locator('.message--menu').first().waitFor();

    await tab.say(word);
    await tab.answered(asks);
    await tab.say(message);
    await tab.answered(warns);
    await screenshot(tab.page, `answering-${language}`);

    expect(await tab.page.locator('.message--tip').last().locator('blockquote').count()).toBe(3);
    expect(await faultsOf(tab.page)).toEqual([]);
    expect(tab.complaints).toEqual([]);
    await tab.close();
  });
});
