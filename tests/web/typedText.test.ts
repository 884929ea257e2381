import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../browser.ts';
import { type ChatServer, startChatServer } from './chatServer.ts';
import { type ChatTab, openChatTab } from './chatTab.ts';

/** Every text is said by the teacher and quoted by the bot, which writes Markdown. */
describe('what a teacher typed', () => {
  let browser: Browser;
  let server: ChatServer;
  let tab: ChatTab;

  beforeAll(async () => {
    browser = await launchBrowser();
    server = await startChatServer();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });
  beforeEach(async () => {
    tab = await openChatTab(browser, server.url);
    await tab.answered('Waar wil je mee beginnen?');
  });
  afterEach(() => tab.close());

  const quoted = async (words: string) => {
    await tab.say(`herhaal ${words}`);
    await tab.answered('Onthoud die.');
    return tab.transcript();
  };
  const inMessages = (selector: string) => tab.page.locator(`.webchat__bubble__content :is(${selector})`).count();

  it.each([
    '<script>document.title = "raak"</script>',
    '<img src=x onerror="document.title = 1">',
    '<svg onload="document.title = 1"></svg>',
    '<iframe srcdoc="<script>parent.document.title = 1</script>"></iframe>',
  ])('W01 shows HTML as text: %s', async (html) => {
    const [, said, answer] = await quoted(html);

    expect(said).toContain(html);
    expect(answer).toContain(html.slice(0, 8));
    expect(await inMessages('script, img, svg, iframe')).toBe(0);
    expect(await tab.page.title()).toBe('Op één lijn');
  });

  it.each([
    '[klik](javascript:alert(1))',
    '[klik](java\tscript:alert(1))',
    '[klik](JaVaScRiPt:alert(1))',
    '[klik](data:text/html,<script>alert(1)</script>)',
    '[klik](vbscript:alert(1))',
  ])('W02 makes no link of %s', async (link) => {
    await quoted(link);

    expect(await inMessages('a, button')).toBe(0);
  });

  it('W02 loads no picture from elsewhere', async () => {
    await quoted('![stipje](https://example.org/stip.png)');

    expect(await inMessages('img')).toBe(0);
    expect(tab.requests.filter((address) => address.includes('example.org'))).toEqual([]);
    expect(tab.complaints).toEqual([]);
  });

  it.each([
    '<form id="chat"><input name="attributes"></form>',
    '<math><mtext><table><mglyph><style><img src=x onerror=1>',
  ])('W06 leaves the page as it is: %s', async (html) => {
    await quoted(html);

    expect(await inMessages('form, input, math, table, style')).toBe(0);
    expect(await tab.page.locator('main#chat').count()).toBe(1);
  });

  it('W06 takes from a picture only shapes and words', async () => {
    await tab.say('vreemde tekening');
    await tab.answered('spanning');

    const found = 'script, style, a, image, img, use, set, foreignObject, [onload], [onerror], [style], [href]';
    expect(await tab.page.locator('.curve svg').count()).toBe(2);
    expect(await tab.page.locator(`.curve :is(${found}), .curve-picture:is(${found})`).count()).toBe(0);
    expect(await tab.page.title()).toBe('Op één lijn');
    expect(tab.requests.filter((address) => address.includes('example.org'))).toEqual([]);
  });

  it('W06 shows the table alone when a picture is broken', async () => {
    await tab.say('kapotte tekening');
    await tab.answered('De spanning bleef gelijk.');

    expect(await tab.page.locator('.curve svg').count()).toBe(0);
    expect(await tab.page.locator('.curve summary').count()).toBe(1);
  });

  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the text itself.
  it.each(['{{7*7}}', '${7*7}', '%s%n', '#{7*7}'])('W07 comes back as it was: %s', async (template) => {
    const [, said, answer] = await quoted(template);

    expect(said).toBe(`teacher: herhaal ${template}`);
    expect(answer).toContain(template);
  });

  it('opens an ordinary link in another window that knows nothing of this one', async () => {
    await quoted('https://www.rijksoverheid.nl/kinderopvang');

    const link = tab.page.locator('.webchat__bubble__content a');

    expect(await link.getAttribute('rel')).toBe('noopener noreferrer');
    expect(await link.getAttribute('target')).toBe('_blank');
  });
});
