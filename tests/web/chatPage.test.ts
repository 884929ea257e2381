import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../browser.ts';
import { type ChatServer, startChatServer } from './chatServer.ts';
import { type ChatTab, openChatTab } from './chatTab.ts';

const WELCOME = 'Waar wil je mee beginnen?';

describe('the chat page', () => {
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
  });
  afterEach(() => tab.close());

  it('P16 says before anything else that it is a computer programme', async () => {
    await tab.answered(WELCOME);

    const about = await tab.page.locator('.about').textContent();

    expect(about).toMatch(/^Dit is een computerprogramma, geen mens\..* 90 dagen /);
    expect(await tab.transcript()).toEqual([expect.stringMatching(/^guide: .* een computerprogramma/)]);
  });

  it('P11 asks nothing of any other computer, all through a talk', async () => {
    await tab.answered(WELCOME);
    for (const words of ['Wat vervelend dat het zo loopt.', 'gedachte', 'hint', 'stop']) await tab.say(words);
    await tab.answered('Volgende keer proberen');

    const others = tab.requests.filter((address) => new URL(address).host !== new URL(server.url).host);

    expect(others.filter((address) => !address.startsWith('data:'))).toEqual([]);
  });

  it('W15 keeps its content security policy, all through a talk', async () => {
    await tab.answered(WELCOME);
    for (const words of ['Wat vervelend dat het zo loopt.', 'gedachte', 'hint', 'stop']) await tab.say(words);
    await tab.answered('Volgende keer proberen');

    expect(tab.complaints).toEqual([]);
  });

  it('shows the parent by name, and apart from the guide', async () => {
    await tab.answered(WELCOME);
    await tab.say('Wat vervelend dat het zo loopt.');
    await tab.answered('Dat hoor ik wel vaker');
    await tab.say('gedachte');
    await tab.answered('Luistert er hier eigenlijk wel iemand?');

    const names = await tab.page.locator('.message__name').allTextContents();

    expect(names).toEqual(['Op één lijn', 'Moeder van Sam', 'Moeder van Sam, in gedachten']);
  });

  it('brings the talk back in order after a reload', async () => {
    await tab.answered(WELCOME);
    await tab.say('Goedemiddag.');
    await tab.answered('Dat hoor ik wel vaker');
    const before = await tab.transcript();

    await tab.page.reload();
    await tab.answered('Dat hoor ik wel vaker');

    expect(await tab.transcript()).toEqual(before);
  });

  it('keeps an unfinished sentence through a reload', async () => {
    await tab.answered(WELCOME);
    await tab.page.getByRole('textbox').fill('Ik begin met een compliment, want');

    await tab.page.reload();
    await tab.answered(WELCOME);

    expect(await tab.draft()).toBe('Ik begin met een compliment, want');
  });

  it('says the word of a button in the menu', async () => {
    await tab.answered(WELCOME);

    await tab.page.getByRole('button', { name: 'Privacy' }).click();
    await tab.answered('(privacy)');

    expect(await tab.transcript()).toContain('teacher: privacy');
  });

  it('lets the teacher choose a suggestion', async () => {
    await tab.answered(WELCOME);

    await tab.page.getByRole('button', { name: 'Gesprek oefenen' }).click();
    await tab.answered('(gesprek oefenen)');

    expect(await tab.transcript()).toHaveLength(3);
  });

  it('opens a folded part of the debrief by its heading, without saying the heading twice', async () => {
    await tab.answered(WELCOME);
    await tab.say('waarom');
    const heading = tab.page.locator('summary', { hasText: 'Waarom de spanning bewoog' });
    const inside = tab.page.locator('li', { hasText: 'toont begrip' });
    await heading.waitFor();
    const seenBefore = await inside.isVisible();

    await heading.press('Enter');
    await inside.waitFor();

    expect(seenBefore).toBe(false);
    expect(await tab.page.locator('.message--folded p, .message--folded li').allInnerTexts()).toEqual([
      '“Wat vervelend” → toont begrip',
    ]);
  });

  it('clears the transcript when everything has been erased', async () => {
    await tab.answered(WELCOME);
    await tab.say('Iets wat weg moet.');
    await tab.answered('(Iets wat weg moet.)');

    await tab.say('verwijder mijn gegevens');
    await tab.answered('Alles is weg.');

    expect(await tab.transcript()).toEqual(['guide: Alles is weg. We beginnen met een schone lei.']);
    expect(await tab.page.locator('#notice').isHidden()).toBe(true);
  });

  it('goes on talking after everything has been erased', async () => {
    await tab.answered(WELCOME);
    await tab.say('verwijder mijn gegevens');
    await tab.answered('Alles is weg.');

    await tab.say('Goedemiddag.');
    await tab.answered('(Goedemiddag.)');

    expect((await tab.transcript()).slice(1)).toEqual(['teacher: Goedemiddag.', expect.stringContaining('parent: ')]);
  });
});
