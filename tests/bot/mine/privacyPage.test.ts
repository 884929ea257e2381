import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readConfig } from '../../../bot/config.ts';
import type { Running } from '../../../bot/serve.ts';
import { start } from '../../../bot/start.ts';
import { freePort } from '../../freePort.ts';
import { sharedCache } from '../../theContent.ts';

let product: Running;
let folder: string;

/** As a board runs it: everything else asks to sign in first. Nobody does here, so the provider is never asked. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'privacy-'));
  const port = await freePort();
  product = await start(
    readConfig({
      PORT: String(port),
      DATA_DIR: folder,
      CACHE_DIR: sharedCache(),
      LOG_LEVEL: 'silent',
      RETENTION_DAYS: '45',
      PUBLIC_URL: `http://localhost:${port}`,
      OIDC_ISSUER: 'http://localhost:9',
      OIDC_CLIENT_ID: 'op-een-lijn',
      OIDC_TENANTS: 'a-board',
    }),
  );
}, 90_000);

afterAll(async () => {
  await product?.close();
  await rm(folder, { recursive: true, force: true });
});

async function textOf(reply: Response): Promise<string> {
  const html = await reply.text();
  return html.replace(/<[^>]+>/gu, ' ').replace(/\s+/gu, ' ');
}

describe('the privacy page', () => {
  it('opens without a sign-in, where the other pages ask for one', async () => {
    const privacy = await fetch(`${product.url}/privacy`);
    const mine = await fetch(`${product.url}/mine`, { redirect: 'manual' });

    expect([privacy.status, mine.status]).toEqual([200, 303]);
  });

  it('says in Dutch what is kept, how long, who sees it and how it goes', async () => {
    const text = await textOf(await fetch(`${product.url}/privacy?lang=nl`));

    expect(text).toContain('is een computerprogramma');
    expect(text).toContain('45 dagen na je laatste bericht');
    expect(text).toContain('Je leidinggevende en je collega’s zien niet of je oefent');
    expect(text).toContain('Anoniem is je tekst dus niet.');
    expect(text).toContain('verwijder mijn gegevens');
  });

  it('says the same in English, to a browser that asks for English', async () => {
    const reply = await fetch(`${product.url}/privacy`, { headers: { 'accept-language': 'en-GB' } });

    expect(reply.headers.get('content-language')).toBe('en');
    expect(await textOf(reply)).toContain('45 days after your last message');
  });

  it('leaves no text out and no blank unfilled', async () => {
    const pages = await Promise.all(
      ['nl', 'en'].map(async (lang) => textOf(await fetch(`${product.url}/privacy?lang=${lang}`))),
    );

    expect(pages.filter((text) => /privacyPage\.|\{\{/u.test(text))).toEqual([]);
  });

  it('knows nobody, stands in no frame and runs no script but ours', async () => {
    const reply = await fetch(`${product.url}/privacy`);
    const policy = reply.headers.get('content-security-policy');

    expect(reply.headers.get('set-cookie')).toBeNull();
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(await reply.text()).not.toMatch(/ (?:style|on[a-z]+)=/u);
  });
});
