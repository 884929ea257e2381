import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { launchBrowser, screenshot } from '../browser.ts';
import { faultsOf } from './axe.ts';
import { type ChatServer, startChatServer } from './chatServer.ts';
import { type ChatTab, openChatTab } from './chatTab.ts';

const WELCOME = { nl: 'Waar wil je mee beginnen?', en: 'Where would you like to start?' };

describe('the chat page, for everybody', () => {
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

  const open = async (options: BrowserContextOptions, language: 'nl' | 'en' = 'nl') => {
    const tab = await openChatTab(browser, `${server.url}/?lang=${language}`, options);
    await tab.answered(WELCOME[language]);
    return tab;
  };
  const talk = async (tab: ChatTab) => {
    for (const words of ['Wat vervelend dat het zo loopt.', 'gedachte', 'hint']) await tab.say(words);
    await tab.answered('Kijk eens hier');
    await tab.say('stop');
    await tab.answered('Volgende keer proberen');
  };
  const problems = ({ page }: ChatTab) => faultsOf(page);

  for (const language of ['nl', 'en'] as const) {
    for (const colorScheme of ['light', 'dark'] as const) {
      it(`has no problem that axe can find (${language}, ${colorScheme})`, async () => {
        const tab = await open({ colorScheme }, language);
        const atStart = await problems(tab);
        await talk(tab);
        const inTalk = await problems(tab);
        await screenshot(tab.page, `chat-${language}-${colorScheme}`);
        await tab.say('waarom');
        await tab.page.locator('summary').click();
        const unfolded = await problems(tab);

        expect(atStart).toEqual([]);
        expect(inTalk).toEqual([]);
        expect(unfolded).toEqual([]);
        await tab.close();
      });
    }
  }

  it.each([
    ['a small phone', { width: 320, height: 568 }],
    ['a screen at 200 %', { width: 640, height: 400 }],
    ['a screen at 400 %', { width: 320, height: 256 }],
  ])('fits %s, with the send box in sight', async (_, viewport) => {
    const tab = await open({ viewport });
    await talk(tab);
    await screenshot(tab.page, `chat-${viewport.width}x${viewport.height}`);

    const [wide, box] = await Promise.all([
      tab.page.evaluate('document.documentElement.scrollWidth'),
      tab.page.getByRole('textbox').boundingBox(),
    ]);

    expect(wide).toBeLessThanOrEqual(viewport.width);
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(viewport.height);
    await tab.close();
  });

  it('keeps its borders and buttons in forced colours', async () => {
    const tab = await open({ forcedColors: 'active', colorScheme: 'dark' });
    await talk(tab);
    await screenshot(tab.page, 'chat-forced-colours');

    expect(await problems(tab)).toEqual([]);
    await tab.close();
  });

  it('starts with the cursor in the send box, and brings it back there', async () => {
    const tab = await open({});
    await tab.page.keyboard.type('Goedemiddag.');
    await tab.page.keyboard.press('Enter');
    await tab.answered('(Goedemiddag.)');
    await tab.page.keyboard.type('Gaat u zitten.');

    expect(await tab.draft()).toBe('Gaat u zitten.');
    await tab.close();
  });

  it('lets a suggestion be chosen with the keyboard alone', async () => {
    const tab = await open({});
    await tab.page.keyboard.press('Shift+Tab');
    await tab.page.keyboard.press('ArrowRight');
    await tab.page.keyboard.press('Enter');
    await tab.answered('(tip)');

    expect(await tab.transcript()).toContain('teacher: tip');
    await tab.close();
  });

  it('reads a new message aloud with the name of who speaks', async () => {
    const tab = await open({});
    await tab.page.evaluate(`
      globalThis.heard = [];
      new MutationObserver(() => heard.push(document.querySelector('[aria-live="polite"][role="log"]')?.innerText))
        .observe(document.body, { childList: true, subtree: true })`);

    await tab.say('Goedemiddag.');
    await tab.answered('(Goedemiddag.)');

    expect(await tab.page.evaluate('heard.join(" ")')).toContain(
      'Moeder van Sam: Dat hoor ik wel vaker. (Goedemiddag.)',
    );
    await tab.close();
  });

  it('can be jumped into past the menu', async () => {
    const tab = await open({});
    await tab.page.getByRole('link', { name: 'Naar het gesprek' }).press('Enter');

    expect(await tab.page.evaluate('document.activeElement.id')).toBe('chat');
    await tab.close();
  });
});
