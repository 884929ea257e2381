import { launchBrowser } from '../browser.ts';

/** From navigation to the first words of the bot on the page: with nothing cached, and again in the same browser. */
export async function pageLoad(url: string): Promise<{ readonly cold: number; readonly warm: number }> {
  const browser = await launchBrowser();
  try {
    const context = await browser.newContext({ locale: 'nl-NL' });
    const page = await context.newPage();
    const load = async () => {
      const began = performance.now();
      await page.goto(url, { waitUntil: 'commit' });
      await page.locator('#chat').getByText('Op één lijn').first().waitFor();
      return Math.round(performance.now() - began);
    };
    return { cold: await load(), warm: await load() };
  } finally {
    await browser.close();
  }
}
