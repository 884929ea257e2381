import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type HeadlessBrowser, headlessBrowser } from './headlessBrowser.ts';
import { type IdentityAlone, identityAlone } from './identityAlone.ts';
import { anAccount } from './productWithAccounts.ts';
import { type RealProvider, realProvider } from './realProvider.ts';

let provider: RealProvider;
let alone: IdentityAlone;
beforeAll(async () => {
  alone = await identityAlone(async (url) => {
    provider = await realProvider(url);
    return provider;
  });
  for (const name of ['anna', 'bram']) provider.accounts.set(name, anAccount(`oid-${name}`, ['teacher']));
}, 60_000);
afterAll(async () => {
  await alone?.[Symbol.asyncDispose]();
  await provider?.[Symbol.asyncDispose]();
});

let atHome: HeadlessBrowser;
let atSchool: HeadlessBrowser;
let colleague: HeadlessBrowser;
beforeEach(async () => {
  [atHome, atSchool, colleague] = [headlessBrowser(), headlessBrowser(), headlessBrowser()];
  await alone.signIn(atSchool, 'anna');
  await alone.signIn(colleague, 'bram');
  await alone.signIn(atHome, 'anna');
});

const signOutPage = async (browser: HeadlessBrowser) => (await browser.open(`${alone.url}/sign-out`)).text();
const formIn = (page: string) => /elsewhere"[^>]*>.*?name="form" value="([^"]+)"/su.exec(page)?.[1] ?? '';
const endElsewhere = (form: string) => atHome.send(`${alone.url}/sign-out/elsewhere`, { form });

describe('somebody who is signed in on two computers', () => {
  it('sees where else, and ends it from here', async () => {
    const page = await signOutPage(atHome);

    const after = await (await endElsewhere(formIn(page))).text();

    expect(page).toMatch(/Op het web, sinds \d+ \w+ 20\d\d/u);
    expect(after).toContain('Je bent overal elders afgemeld.');
    expect(after).not.toContain('Ook ergens anders aangemeld');
    expect(await alone.who(atSchool)).toBeNull();
    expect(await alone.who(atHome)).not.toBeNull();
    expect(await alone.who(colleague)).not.toBeNull();
  });

  it('signs in again first, when that was a while ago', async () => {
    const form = formIn(await signOutPage(atHome));
    alone.pass(11);

    const page = await signOutPage(atHome);
    const refused = await atHome.fetch(`${alone.url}/sign-out/elsewhere`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
      body: new URLSearchParams({ form }).toString(),
    });
    const asked = await atHome.fetch(`${alone.url}/sign-in/start?again=1`);

    expect(page).toContain('Meld je hiervoor eerst opnieuw aan');
    expect(refused.headers.get('location')).toBe('/sign-in/start?again=1');
    expect(new URL(asked.headers.get('location') ?? '').searchParams.get('prompt')).toBe('login');
    expect(await alone.who(atSchool)).not.toBeNull();
  });

  it('is back on the page of signing out after that', async () => {
    const page = await atHome.open(`${alone.url}/sign-in/start?again=1`);

    const back = page.url.includes('/interaction/') ? await atHome.send(page.url, { account: 'anna' }) : page;

    expect(new URL(back.url).pathname).toBe('/sign-out');
  });

  it('W12 is not signed out elsewhere by a form of another site', async () => {
    const refused = await endElsewhere('made up');

    expect(refused.status).toBe(403);
    expect(await alone.who(atSchool)).not.toBeNull();
  });
});
