import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import type { CoachServer, Person } from '../bot/coach/coachServer.ts';
import { faultsOf } from './axe.ts';

/** One person's browser tab on the pages of teachers and coaches. */
export interface PersonTab {
  readonly page: Page;
  /** Errors of scripts and breaches of the content security policy. */
  readonly complaints: readonly string[];
  go(path: string): Promise<void>;
  /** Presses the button of this name and waits for what comes of it. */
  press(name: string | RegExp): Promise<void>;
  /** Opens what is folded under this name, in one turn or on the whole page. */
  unfold(name: string | RegExp): Promise<void>;
  words(): Promise<string>;
  /** Keeps a picture, and says what axe finds. */
  look(name: string): Promise<readonly string[]>;
  close(): Promise<void>;
}

/** A fresh browser profile of this person. */
export async function openPersonTab(
  browser: Browser,
  { url }: CoachServer,
  { cookie }: Person,
  options: BrowserContextOptions = {},
): Promise<PersonTab> {
  const context = await browser.newContext({ locale: 'nl-NL', ...options });
  const [name = '', value = ''] = cookie.split('=');
  await context.addCookies([{ name, value, url }]);
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  if (options.javaScriptEnabled !== false) {
    await context.exposeFunction('complain', (breach: string) => complaints.push(breach));
    await context.addInitScript(`document.addEventListener('securitypolicyviolation',
      ({ violatedDirective, blockedURI }) => complain(violatedDirective + ' ' + blockedURI))`);
  }
  return {
    page,
    complaints,
    go: async (path) => {
      await page.goto(`${url}${path}`);
    },
    press: async (button) => {
      const pressed = page.getByRole('button', { name: button }).first();
      await Promise.all([page.waitForNavigation(), pressed.click()]);
    },
    unfold: (summary) => page.locator('summary', { hasText: summary }).first().click(),
    words: async () => (await page.locator('main').textContent()) ?? '',
    look: async (picture) => {
      await page.screenshot({ path: `tests/artefacts/coach-${picture}.png`, fullPage: true });
      return faultsOf(page);
    },
    close: () => context.close(),
  };
}
