import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { launchBrowser, screenshot } from '../browser.ts';
import { openChatTab } from './chatTab.ts';
import { type Product, startProduct } from './product.ts';

/** The whole product, as a teacher meets it. */
describe('a rehearsal in the browser', () => {
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
    ['nl', 'oefenen left-out-in-the-block-corner', 'Wat vervelend dat het zo loopt. Vertel eens, wat ziet u thuis?'],
    [
      'en',
      'rehearse left-out-in-the-block-corner',
      'How sad that it has gone this way. Tell me, what do you see at home?',
    ],
  ])('goes from the welcome through a talk to the debrief (%s)', async (language, word, sentence) => {
    const tab = await openChatTab(browser, `${product.url}/?lang=${language}`);
    const messages = (kind: string) => tab.page.locator(`.message--${kind}`);
    await messages('menu').waitFor();

    await tab.say(word);
    await messages('menu').nth(1).or(messages('line')).first().waitFor();
    if ((await messages('line').count()) === 0) await tab.say('1');
    await messages('line').waitFor();
    await tab.say(sentence);
    await messages('line').nth(1).waitFor();
    await tab.say('stop');
    await messages('debrief').first().waitFor();
    await screenshot(tab.page, `rehearsal-${language}`);

    expect((await tab.transcript()).filter((line) => line.startsWith('teacher'))).toEqual(
      expect.arrayContaining([`teacher: ${word}`, `teacher: ${sentence}`, 'teacher: stop']),
    );
    expect(await messages('debrief').allInnerTexts()).toEqual(
      expect.arrayContaining([expect.stringContaining(sentence.split('.')[0] ?? '')]),
    );
    expect(tab.complaints).toEqual([]);
    await tab.close();
  });
});
