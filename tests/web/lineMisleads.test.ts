import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../browser.ts';
import { type ChatServer, startChatServer } from './chatServer.ts';
import { type ChatTab, openChatTab } from './chatTab.ts';

const WELCOME = 'Waar wil je mee beginnen?';

describe('a line that misleads', () => {
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

  it('takes the sentence out of the box when it turns out to have been kept', async () => {
    let deaf = false;
    await tab.page.routeWebSocket(/stream/, (socket) => {
      socket.connectToServer().onMessage((message) => deaf || socket.send(message));
    });
    await tab.page.route('**/activities', async (route) => {
      await route.fetch().catch(() => {});
      await route.abort();
    });
    await tab.page.reload();
    await tab.answered('(Goedemiddag.)');
    deaf = true;
    await tab.say('Bent u daar nog?');
    await tab.page.locator('#notice').getByText('Je zin kwam niet over').waitFor({ timeout: 25_000 });

    deaf = false;
    await server.stop();
    await server.restart();
    await tab.answered('(Bent u daar nog?)');

    expect(await tab.draft()).toBe('');
    expect(await tab.page.locator('#notice').isHidden()).toBe(true);
    expect(await tab.transcript()).toHaveLength(5);
  }, 60_000);

  it('is noticed when a sentence was taken and no answer comes', async () => {
    let opened = 0;
    let deaf = 0;
    await tab.page.routeWebSocket(/stream/, (socket) => {
      opened += 1;
      const number = opened;
      socket.connectToServer().onMessage((message) => number === deaf || socket.send(message));
    });
    await tab.page.reload();
    await tab.answered('(Goedemiddag.)');

    deaf = opened;
    await tab.say('Bent u daar nog?');
    await tab.answered('(Bent u daar nog?)');

    expect(await tab.transcript()).toHaveLength(5);
  });

  it('begins anew when the server no longer knows the talk', async () => {
    await server.stop();
    await server.restartEmpty();
    await tab.answered(WELCOME);
    await tab.say('Daar gaan we weer.');
    await tab.answered('(Daar gaan we weer.)');

    expect((await tab.transcript()).slice(1)).toEqual([
      'teacher: Daar gaan we weer.',
      'parent: Dat hoor ik wel vaker. (Daar gaan we weer.)',
    ]);
  });

  it('Q07 shows two tabs of one teacher the same talk', async () => {
    const other = await tab.page.context().newPage();
    await other.goto(server.url);
    await other.getByText('(Goedemiddag.)').last().waitFor();

    await tab.say('Dit zie ik twee keer.');

    await other.locator('.message', { hasText: '(Dit zie ik twee keer.)' }).waitFor();
  });

  it('goes on by asking again and again where no socket gets through', async () => {
    const blocked = await openChatTab(browser, server.url);
    await blocked.page.routeWebSocket(/stream/, (socket) => socket.close());
    await blocked.page.reload();

    await blocked.answered(WELCOME);
    await blocked.say('Goedemiddag.');
    await blocked.answered('(Goedemiddag.)');

    expect(await blocked.transcript()).toHaveLength(3);
    await blocked.close();
  });
});
