import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type Browser, chromium, type Page } from 'playwright-core';

const run = promisify(execFile);

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const CACHE = join(ROOT, 'node_modules', '.cache');
const ARTEFACTS = join(ROOT, 'tests', 'artefacts');

/**
 * A browser for one test file. The caller closes it; it also ends with this process.
 *
 * It comes out of the npm package, with the libraries and the font it needs, so that a bare machine will do.
 */
export async function launchBrowser(): Promise<Browser> {
  const folder = await unpackedChromium();
  return chromium.launch({
    executablePath: join(folder, 'chromium'),
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      '--font-render-hinting=none',
    ],
    env: {
      HOME: folder,
      LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'),
      FONTCONFIG_FILE: join(folder, 'fonts.conf'),
      XDG_CACHE_HOME: folder,
    },
  });
}

/** Writes a picture of what the page shows to `tests/artefacts/<name>.png`. */
export async function screenshot(page: Page, name: string): Promise<void> {
  await mkdir(ARTEFACTS, { recursive: true });
  await page.screenshot({ path: join(ARTEFACTS, `${name}.png`) });
}

/** Unpacked once per version; whoever comes second while the first is busy unpacks too, and one of both stays. */
async function unpackedChromium(): Promise<string> {
  const folder = join(CACHE, `chromium-${await chromiumVersion()}`);
  if (existsSync(join(folder, 'chromium'))) return folder;

  await mkdir(CACHE, { recursive: true });
  const work = await mkdtemp(join(CACHE, 'chromium-unpacking-'));
  await unpackInto(work);
  await writeFile(join(work, 'fonts.conf'), fontConfiguration(folder));
  await rename(work, folder).catch(() => rm(work, { recursive: true, force: true }));
  return folder;
}

async function chromiumVersion(): Promise<string> {
  const manifest = await readFile(join(ROOT, 'node_modules', '@sparticuz', 'chromium', 'package.json'), 'utf8');
  return JSON.parse(manifest).version;
}

/** The package unpacks into the folder for temporary files, and nowhere else. */
async function unpackInto(folder: string): Promise<void> {
  const script = fileURLToPath(new URL('unpackChromium.mjs', import.meta.url));
  await run(process.execPath, [script], { env: { ...process.env, TMPDIR: folder } });
}

/** The packed font first, so that pictures look the same on every machine; then whatever the machine has. */
function fontConfiguration(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(folder, 'fonts', 'fonts')}</dir>
  <dir>/usr/share/fonts</dir>
  <alias binding="strong"><family>Segoe UI</family><prefer><family>Open Sans</family></prefer></alias>
  <alias><family>sans-serif</family><prefer><family>Open Sans</family></prefer></alias>
  <cachedir>${join(folder, 'fonts-cache')}</cachedir>
</fontconfig>
`;
}
