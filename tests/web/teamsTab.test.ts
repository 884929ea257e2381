import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, BrowserContext, FrameLocator, Page } from 'playwright-core';
import { botSettings } from '../bot/channels/teams/fakeTeams/botSettings.ts';
import { FakeClock } from '../bot/channels/teams/fakeTeams/fakeClock.ts';
import { type FakeTeams, startFakeTeams } from '../bot/channels/teams/fakeTeams/fakeTeams.ts';
import { aPerson } from '../bot/channels/teams/fakeTeams/people.ts';
import { newTeacher } from '../bot/mine/teacher.ts';
import { ANOTHER_SCHOOL, type FakeEntra, fakeEntra } from '../bot/teamsTab/fakeEntra.ts';
import { launchBrowser, screenshot } from '../browser.ts';
import { freePort } from '../freePort.ts';
import { faultsOf } from './axe.ts';
import { type Product, startProduct } from './product.ts';

const HOST = readFileSync(join(import.meta.dirname, 'teamsHost.html'), 'utf8');
const TEAMS = 'https://teams.microsoft.com/v2/';
const anna = aPerson('Anna');

/** The tab as Teams shows it: in a frame of a page that speaks Teams' protocol. Nothing leaves this machine. */
describe('the tab in Teams', () => {
  let browser: Browser;
  let teams: FakeTeams;
  let entra: FakeEntra;
  let product: Product;

  beforeAll(async () => {
    teams = await startFakeTeams(new FakeClock(new Date().toISOString()));
    entra = await fakeEntra();
    const port = await freePort();
    const { DATA_DIR: _, ...settings } = botSettings(teams, port, '');
    product = await startProduct({ ...settings, TEAMS_SIGN_IN_AUTHORITY: entra.authority });
    teams.connectTo(`http://localhost:${port}`);
    await teams.install(anna);
    for (const text of ['oefenen left-out-in-the-block-corner', 'Wat merkt u thuis aan Sam?', 'stop', 'rustiger']) {
      await teams.say(anna, text);
    }
    browser = await launchBrowser();
  }, 90_000);
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
    await entra?.[Symbol.asyncDispose]();
    await teams?.[Symbol.asyncDispose]();
  });

  const aToken = (changes = {}) => entra.token({ oid: anna.aadObjectId.toUpperCase(), ...changes });

  /** A browser for which every other address is Teams, or somebody who says so; nothing leaves this machine. */
  async function aContext(): Promise<BrowserContext> {
    const context = await browser.newContext({ viewport: { width: 900, height: 700 } });
    await context.route(
      ({ hostname }) => hostname !== 'localhost',
      (route) => route.fulfill({ contentType: 'text/html', body: HOST }),
    );
    // Here the bot is on the reader's own machine, which a page from elsewhere may not show without asking.
    await context.grantPermissions(['local-network-access']);
    return context;
  }

  /** Teams with the tab open; the frame in it. */
  async function open(
    changes: { token?: string | null; theme?: string; locale?: string } = {},
    { at = TEAMS, path = '/teams/tab' } = {},
  ): Promise<{ page: Page; tab: FrameLocator }> {
    const page = await (await aContext()).newPage();
    await page.goto(at);
    const token = changes.token === undefined ? await aToken() : changes.token;
    await page.evaluate(
      `teams.open(${JSON.stringify(`${product.url}${path}`)}, ${JSON.stringify({ ...changes, token })})`,
    );
    return { page, tab: page.frameLocator('iframe[title=tab]') };
  }

  /** Somebody who rehearsed in a browser, on the page of their own. */
  async function aTeacherOnTheWeb(): Promise<{ page: Page }> {
    const teacher = await newTeacher(product.url);
    await teacher.say('oefenen 3', 'Ach, dat valt wel mee.', 'stop', 'ongeveer gelijk');
    const context = await aContext();
    const [name = '', value = ''] = (teacher.cookie.split(';')[0] ?? '').split('=');
    await context.addCookies([{ name, value, url: product.url }]);
    const page = await context.newPage();
    await page.goto(`${product.url}/mine?lang=nl`);
    return { page };
  }

  const frameOf = (page: Page) => {
    const [, frame] = page.frames();
    if (!frame) throw new Error('Teams shows no tab');
    return frame;
  };
  const looks = (page: Page) =>
    frameOf(page).evaluate(
      `[document.documentElement.dataset.theme, getComputedStyle(document.body).backgroundColor].join(' ')`,
    );
  const talk = (tab: FrameLocator) => tab.getByRole('link', { name: /Buitengesloten in de bouwhoek/u }).first();

  it('shows what its person rehearsed in Teams, without signing in by hand', async () => {
    const { page, tab } = await open();

    await talk(tab).click();

    await tab.getByRole('heading', { name: 'Buitengesloten in de bouwhoek' }).waitFor();
    expect(await tab.locator('main').textContent()).toContain('Wat merkt u thuis aan Sam?');
    await screenshot(page, 'teams-tab');
    await page.context().close();
  }, 60_000);

  it('shows a colleague nothing of it', async () => {
    const { page, tab } = await open({ token: await entra.token() });

    await tab.getByText('Nog geen oefeningen').waitFor();

    expect(await talk(tab).count()).toBe(0);
    await page.context().close();
  }, 60_000);

  it('speaks the language of Teams, until its person chooses another', async () => {
    const { page, tab } = await open({ locale: 'en-us' });
    await tab.getByRole('heading', { name: 'My rehearsals' }).waitFor();

    await tab.getByRole('link', { name: 'Ga naar Nederlands' }).or(tab.getByText('Nederlands')).first().click();
    await tab.getByRole('heading', { name: 'Mijn oefeningen' }).waitFor();
    await talk(tab).click();

    await tab.getByRole('heading', { name: 'Debrief' }).or(tab.getByText('Mijn oefeningen')).first().waitFor();
    expect(await frameOf(page).evaluate('document.documentElement.lang')).toBe('nl');
    await page.context().close();
  }, 60_000);

  it('has the colours of Teams, follows when they change, and keeps them on the next page', async () => {
    const { page, tab } = await open({ theme: 'dark' });
    await talk(tab).waitFor();
    const dark = await looks(page);

    await page.evaluate(`teams.showTheme('contrast')`);
    await tab.locator('html[data-theme="contrast"]').waitFor();
    const contrast = await looks(page);
    const faults = await faultsOf(frameOf(page));
    await talk(tab).click();
    await tab.getByRole('heading', { name: 'Buitengesloten in de bouwhoek' }).waitFor();
    const nextPage = await looks(page);
    await screenshot(page, 'teams-tab-contrast');
    await page.evaluate(`teams.showTheme('default')`);
    await tab.locator('html[data-theme="light"]').waitFor();

    expect([dark, contrast, nextPage, await looks(page)]).toEqual([
      'dark rgb(27, 27, 31)',
      'contrast rgb(0, 0, 0)',
      'contrast rgb(0, 0, 0)',
      'light rgb(245, 245, 245)',
    ]);
    expect([...faults, ...(await faultsOf(frameOf(page)))]).toEqual([]);
    await page.context().close();
  }, 60_000);

  it.each([
    ['for another app', { aud: ANOTHER_SCHOOL }],
    ['of another organisation', { tid: ANOTHER_SCHOOL }],
    ['of another issuer', { iss: 'https://evil.nl/v2.0' }],
    ['that is over', { exp: 1_700_000_000 }],
    ['without the scope', { scp: 'openid' }],
  ])(
    'opens with no token %s, and says what to do',
    async (_, changes) => {
      const { page, tab } = await open({ token: await aToken(changes) });

      await tab.getByText('je account hoort hier niet').waitFor();

      expect(await talk(tab).count()).toBe(0);
      await page.context().close();
    },
    60_000,
  );

  it('says who can help when Teams may not say who somebody is', async () => {
    const { page, tab } = await open({ token: null });

    await tab.getByText('in één keer voor iedereen regelen').waitFor();

    expect(await faultsOf(frameOf(page))).toEqual([]);
    await screenshot(page, 'teams-tab-no-consent');
    await page.context().close();
  }, 60_000);

  it('opens the chat beside it, not in another browser', async () => {
    const { page, tab } = await open();
    await talk(tab).waitFor();

    await tab.getByRole('link', { name: 'Naar de chat' }).first().click();
    await page.waitForFunction(
      'teams.asked.some((func) => func.startsWith("executeDeepLink") || func.includes("openLink"))',
    );

    expect(page.context().pages()).toHaveLength(1);
    await page.context().close();
  }, 60_000);

  it('opens again by itself, on the same page, when its sign-in is over', async () => {
    const { page, tab } = await open();
    await talk(tab).click();
    await tab.getByRole('heading', { name: 'Buitengesloten in de bouwhoek' }).waitFor();

    await page.context().clearCookies();
    await frameOf(page)
      .evaluate('location.reload()')
      .catch(() => undefined);

    await tab.getByRole('heading', { name: 'Buitengesloten in de bouwhoek' }).waitFor();
    await page.context().close();
  }, 60_000);

  it('W14 stands in frames of Teams, and of nobody else', async () => {
    const inCloud = await open({}, { at: 'https://teams.cloud.microsoft/' });
    const inEvil = await open({}, { at: 'https://evil.nl/' });
    const chat = await open({}, { path: '/' });

    await talk(inCloud.tab).waitFor();
    await frameOf(inEvil.page).waitForURL('chrome-error://chromewebdata/');
    await frameOf(chat.page).waitForURL('chrome-error://chromewebdata/');

    for (const { page } of [inCloud, inEvil, chat]) await page.context().close();
  }, 60_000);

  it('W14 W24 takes no notice of a stranger who speaks to it in the same page', async () => {
    const { page, tab } = await open();
    await talk(tab).waitFor();

    const heard = frameOf(page).evaluate(
      `new Promise((heard) => addEventListener('message', ({ origin }) => origin === 'https://evil.nl' && setTimeout(heard, 500)))`,
    );

    await page.evaluate(`teams.intrude('https://evil.nl/', { func: 'themeChange', args: ['dark'] })`);
    await heard;

    expect(await looks(page)).toContain('light');
    await page.context().close();
  }, 60_000);

  it('says where it belongs to whoever opens it outside Teams', async () => {
    const page = await (await aContext()).newPage();

    await page.goto(`${product.url}/teams/tab`);

    await page.getByText('Open daar de app Op één lijn').or(page.getByText('Open the app Op één lijn there')).waitFor();
    await page.context().close();
  }, 60_000);

  it('shows what its person rehearsed in a browser too, once they say so with a code; and not any more', async () => {
    const { page: web } = await aTeacherOnTheWeb();
    await web.getByRole('button', { name: 'Koppel met Teams' }).click();
    const code = await web.locator('.code').textContent();
    await screenshot(web, 'link-code');
    const { page, tab } = await open();

    await tab.getByLabel('Code van acht cijfers').fill(code ?? '');
    await tab.getByRole('button', { name: 'Koppelen' }).click();

    await tab.getByText('Je oefeningen staan nu bij elkaar').waitFor();
    expect(await tab.locator('.talk').count()).toBe(2);
    await screenshot(page, 'teams-tab-linked');
    await web.goto(`${product.url}/mine?lang=nl`);
    expect(await web.locator('.talk').count()).toBe(2);
    expect(await faultsOf(web)).toEqual([]);

    await web.getByRole('button', { name: 'Ontkoppelen' }).click();
    await web.getByText('Hier staat nu alleen wat je hier oefende').waitFor();
    expect(await web.locator('.talk').count()).toBe(1);
    for (const one of [page, web]) await one.context().close();
  }, 60_000);

  it('helps, in few words', async () => {
    const { page, tab } = await open();
    await talk(tab).waitFor();

    await tab.getByRole('link', { name: 'Help' }).click();

    await tab.getByRole('heading', { name: 'Zo werkt Op één lijn' }).waitFor();
    expect(await faultsOf(frameOf(page))).toEqual([]);
    await screenshot(page, 'teams-tab-help');
    await page.context().close();
  }, 60_000);
});
