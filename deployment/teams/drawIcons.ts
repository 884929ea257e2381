import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { launchBrowser } from '../../tests/browser.ts';

/** `npm run teams:icons`: draws the PNG of each icon anew from its SVG, with the browser of the tests. */
const FOLDER = join(import.meta.dirname, 'icons');
const SIDES = { color: 192, outline: 32 } as const;

const browser = await launchBrowser();
try {
  for (const [name, side] of Object.entries(SIDES)) {
    const page = await browser.newPage({ viewport: { width: side, height: side } });
    const svg = await readFile(join(FOLDER, `${name}.svg`), 'utf8');
    await page.setContent(`<style>html,body{margin:0}svg{display:block}</style>${svg}`);
    await page.screenshot({ path: join(FOLDER, `${name}.png`), omitBackground: true });
  }
} finally {
  await browser.close();
}
