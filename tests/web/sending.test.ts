import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Browser, Route } from 'playwright-core';
import { launchBrowser } from '../browser.ts';
import { type ChatServer, startChatServer } from './chatServer.ts';
import { type ChatTab, openChatTab } from './chatTab.ts';

const WELCOME = 'Waar wil je mee beginnen?';
const SENTENCE = 'Wat fijn dat u er bent.';

describe('sending a sentence', () => {
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
    await tab.answered(WELCOME);
  });
  afterEach(() => tab.close());

  /** What happens to the next sentences on their way; after that the way is free. */
  async function onTheWay(...fates: readonly ((route: Route) => Promise<void>)[]): Promise<void> {
    const left = [...fates];
    await tab.page.route('**/activities', (route) => (left.shift() ?? ((free: Route) => free.continue()))(route));
  }

  const refusedWith = (status: number) => (route: Route) => route.fulfill({ status, json: {} });
  const lost = (route: Route) => route.abort();
  /** The server takes it, and its answer never comes. */
  const answerLost = async (route: Route) => {
    await route.fetch();
    await route.abort();
  };
  const notice = () => tab.page.locator('#notice');

  it('puts the sentence back into the box when it could not be kept', async () => {
    await onTheWay(refusedWith(503));

    await tab.say(SENTENCE);
    await notice().getByText('Je zin is niet bewaard').waitFor();

    expect(await tab.draft()).toBe(SENTENCE);
    expect(await tab.transcript()).toHaveLength(1);
  });

  it('takes the same sentence at the second try, once', async () => {
    await onTheWay(refusedWith(503));
    await tab.say(SENTENCE);
    await notice().getByText('Je zin is niet bewaard').waitFor();

    await tab.page.getByRole('textbox').press('Enter');
    await tab.answered(`(${SENTENCE})`);

    expect(await tab.transcript()).toEqual([
      expect.stringContaining(WELCOME),
      `teacher: ${SENTENCE}`,
      `parent: Dat hoor ik wel vaker. (${SENTENCE})`,
    ]);
    expect(await notice().isHidden()).toBe(true);
    expect(await tab.draft()).toBe('');
  });

  it('leaves what the teacher has begun to write in the meantime', async () => {
    await onTheWay(async (route) => {
      await tab.page.getByRole('textbox').fill('Iets anders');
      await refusedWith(503)(route);
    });

    await tab.say(SENTENCE);
    await notice().getByText('niet verstuurd').waitFor();

    expect(await tab.draft()).toBe('Iets anders');
    expect(await tab.transcript()).toContain(`teacher: ${SENTENCE}`);
  });

  it('says kindly to slow down when it goes too fast', async () => {
    await onTheWay(refusedWith(429));

    await tab.say(SENTENCE);
    await notice().getByText('Even rustig aan').waitFor();

    expect(await tab.draft()).toBe(SENTENCE);
  });

  it('tries again by itself when the network drops a sentence', async () => {
    await onTheWay(lost, lost);

    await tab.say(SENTENCE);
    await tab.answered(`(${SENTENCE})`);

    expect(await tab.transcript()).toHaveLength(3);
    expect(await notice().isHidden()).toBe(true);
  });

  it('has one effect when the answer of the server gets lost', async () => {
    await onTheWay(answerLost, answerLost);

    await tab.say(SENTENCE);
    await tab.answered(`(${SENTENCE})`);
    await tab.say('En verder?');
    await tab.answered('(En verder?)');
    await tab.page.reload();
    await tab.answered('(En verder?)');

    expect(await tab.transcript()).toHaveLength(5);
  });

  it('gets a new token without a word when the old one has run out', async () => {
    await onTheWay(refusedWith(401));

    await tab.say(SENTENCE);
    await tab.answered(`(${SENTENCE})`);

    expect(await tab.transcript()).toHaveLength(3);
    expect(await notice().isHidden()).toBe(true);
  });
});
