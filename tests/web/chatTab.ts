import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

/** One tab with the chat page, and what a teacher does in it. */
export interface ChatTab {
  readonly page: Page;
  /** Addresses of everything that the tab asked for. */
  readonly requests: readonly string[];
  /** What the browser reported: errors of scripts and breaches of the content security policy. */
  readonly complaints: readonly string[];
  /** Types and presses Enter. */
  say(words: string): Promise<void>;
  /** What the tab shows, oldest first: `teacher: …`, `parent: …` or `guide: …`. */
  transcript(): Promise<readonly string[]>;
  /** Waits until the last message holds these words. */
  answered(words: string): Promise<void>;
  /** What stands in the send box. */
  draft(): Promise<string>;
  close(): Promise<void>;
}

/** A fresh browser profile, Dutch unless told otherwise, on the page at this address. */
export async function openChatTab(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<ChatTab> {
  const context = await browser.newContext({ locale: 'nl-NL', ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const requests: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  page.on('websocket', (socket) => requests.push(socket.url()));
  page.on('pageerror', (error) => complaints.push(error.message));
  await context.exposeFunction('complain', (breach: string) => complaints.push(breach));
  await context.addInitScript(`document.addEventListener('securitypolicyviolation',
    ({ violatedDirective, blockedURI }) => complain(violatedDirective + ' ' + blockedURI))`);
  await page.goto(url);

  const box = page.getByRole('textbox');
  return {
    page,
    requests,
    complaints,
    async say(words) {
      await box.fill(words);
      await box.press('Enter');
    },
    transcript: () => page.evaluate(READ_TRANSCRIPT) as Promise<string[]>,
    answered: (words) =>
      page.locator('.webchat__basic-transcript article:last-of-type', { hasText: words }).last().waitFor(),
    draft: () => box.inputValue(),
    close: () => context.close(),
  };
}

const READ_TRANSCRIPT = `[...document.querySelectorAll('.webchat__stacked-layout')].map((message) => {
  const speaker = message.closest('.message--parent') ? 'parent' : message.closest('.message') ? 'guide' : 'teacher';
  return speaker + ': ' + message.querySelector('.webchat__bubble__content').innerText.trim();
})`;
