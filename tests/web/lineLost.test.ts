import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../browser.ts';
import { type ChatServer, startChatServer } from './chatServer.ts';
import { type ChatTab, openChatTab } from './chatTab.ts';

const WELCOME = 'Waar wil je mee beginnen?';

describe('a lost line', () => {
  let browser: Browser;
  let server: ChatServer;
  let tab: ChatTab;

  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser?.close());
  beforeEach(async () => {
    server = await startChatServer();
    tab = await openChatTab(browser, server.url);
    await tab.answered(WELCOME);
    await tab.say('Goedemiddag.');
    await tab.answered('(Goedemiddag.)');
  });
  afterEach(async () => {
    await tab.close();
    await server.close();
  });

  const banner = () => tab.page.locator('#connection');

  it('is told calmly, and what was typed stays', async () => {
    await tab.page.getByRole('textbox').fill('Ik was net bezig');

    await server.stop();
    await banner().getByText('Verbinding weg. We proberen het opnieuw; wat je typt blijft staan.').waitFor();

    expect(await tab.draft()).toBe('Ik was net bezig');
    expect(await tab.transcript()).toHaveLength(3);
  });

  it('mends itself, with nothing lost and nothing double', async () => {
    const before = await tab.transcript();
    await server.stop();
    await banner().getByText('Verbinding weg').waitFor();

    await server.restart();
    await banner().waitFor({ state: 'hidden', timeout: 20_000 });
    await tab.say('Bent u daar nog?');
    await tab.answered('(Bent u daar nog?)');

    expect((await tab.transcript()).slice(0, 3)).toEqual(before);
    expect(await tab.transcript()).toHaveLength(5);
  });

  it('brings a sentence over that was sent while the server was away', async () => {
    await server.stop();
    await tab.say('Bent u daar nog?');

    await server.restart();
    await tab.answered('(Bent u daar nog?)');

    expect((await tab.transcript()).slice(3)).toEqual([
      'teacher: Bent u daar nog?',
      'parent: Dat hoor ik wel vaker. (Bent u daar nog?)',
    ]);
  });

  it('gives the sentence back when the server stays away, and counts it once', async () => {
    await server.stop();
    await tab.say('Bent u daar nog?');
    await tab.page.locator('#notice').getByText('Je zin kwam niet over').waitFor({ timeout: 25_000 });
    expect(await tab.draft()).toBe('Bent u daar nog?');

    await server.restart();
    await banner().waitFor({ state: 'hidden', timeout: 20_000 });
    await tab.page.getByRole('textbox').press('Enter');
    await tab.answered('(Bent u daar nog?)');

    expect(await tab.transcript()).toHaveLength(5);
  }, 60_000);
});
