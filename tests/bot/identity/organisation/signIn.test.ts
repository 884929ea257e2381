import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { headlessBrowser } from './headlessBrowser.ts';
import { anAccount, type ProductWithAccounts, productWithAccounts } from './productWithAccounts.ts';
import { CLIENT_SECRET } from './realProvider.ts';

/** The provider knows the second one alone, as when the first has been replaced there. */
const TWO_SECRETS = { OIDC_CLIENT_SECRET: 'the-one-of-last-year-0987654321', OIDC_CLIENT_SECRET_NEXT: CLIENT_SECRET };

let product: ProductWithAccounts;
beforeAll(async () => {
  product = await productWithAccounts(TWO_SECRETS);
  const { accounts } = product.provider;
  accounts.set('anna', anAccount('oid-anna', ['teacher'], { name: 'Anna "><img src=x>' }));
  accounts.set('bram', anAccount('oid-bram', ['teacher']));
  accounts.set('pupil', anAccount('oid-pupil', ['student']));
  accounts.set('elsewhere', anAccount('oid-else', ['teacher'], { tid: '9f2504e0-4f89-41d3-9a0c-0305e82c3309' }));
  accounts.set('spoofer', anAccount('oid-spoofer', ['teacher'], { email: 'anna@school.nl', name: 'Anna' }));
}, 90_000);
afterAll(async () => product?.[Symbol.asyncDispose]());

const textOf = async (reply: Response) => (await reply.text()).replace(/<[^>]+>/gu, ' ').replace(/\s+/gu, ' ');
const ticketOf = async (reply: Response) => (await reply.json()) as { token: string; conversationId: string };
const token = (browser: ReturnType<typeof headlessBrowser>) =>
  browser.fetch(`${product.url}/api/directline/token`, {
    method: 'POST',
    headers: { 'sec-fetch-site': 'same-origin' },
  });

describe('a page of a board', () => {
  it.each(['/', '/mine', '/mine/all/data.json', '/coach'])(
    '%s asks to sign in first, and says nothing else',
    async (path) => {
      const browser = headlessBrowser();

      const reply = await browser.open(`${product.url}${path}`);

      expect(new URL(reply.url).pathname).toBe('/sign-in');
      expect(await textOf(reply)).toContain('Aanmelden met je schoolaccount');
    },
  );

  it('C11 opens once somebody signed in, where they wanted to be, also after the provider got a new secret', async () => {
    const browser = headlessBrowser();

    const reply = await product.signIn(browser, 'anna', '/mine?words=a%20b');

    expect(reply.url).toBe(`${product.url}/mine?words=a%20b`);
    expect(await textOf(reply)).toContain('Nog geen oefeningen');
  });

  it('gives the chat to who is signed in, as that person, and to nobody else', async () => {
    const browser = headlessBrowser();

    const before = await token(browser);
    await product.signIn(browser, 'anna');
    const after = await token(browser);

    expect([before.status, after.status]).toEqual([401, 200]);
    expect(await after.json()).toMatchObject({ userId: 'oid-anna' });
    expect(after.headers.getSetCookie()).toEqual([]);
  });
});

describe('who somebody is', () => {
  it('W17 follows from tenant and object, never from a name or an e-mail address', async () => {
    const browser = headlessBrowser();

    await product.signIn(browser, 'spoofer');

    expect(await (await token(browser)).json()).toMatchObject({ userId: 'oid-spoofer' });
  });

  it('begins by the button alone: a link on another site leads to the door', async () => {
    const browser = headlessBrowser();
    const start = `${product.url}/sign-in/start?next=%2Fmine`;

    const linked = await browser.fetch(start, { headers: { 'sec-fetch-site': 'cross-site' } });
    const pressed = await browser.fetch(start, { headers: { 'sec-fetch-site': 'same-origin' } });

    expect(linked.headers.get('location')).toBe('/sign-in?next=%2Fmine');
    expect(linked.headers.getSetCookie()).toEqual([]);
    expect(pressed.headers.get('location')).toContain(product.provider.issuer);
  });

  it('is refused with an account of another organisation', async () => {
    const browser = headlessBrowser();

    const reply = await product.signIn(browser, 'elsewhere');

    expect(reply.status).toBe(403);
    expect(await textOf(reply)).toContain('Dit account hoort hier niet');
    expect((await token(browser)).status).toBe(401);
  });

  it('is refused with an account that has no role here, as that of a pupil', async () => {
    const reply = await product.signIn(headlessBrowser(), 'pupil');

    expect(reply.status).toBe(403);
    expect(await textOf(reply)).toContain('nog geen rol');
  });
});

describe('a sign-in', () => {
  it('W18 has another secret than any before it, and ends the one before', async () => {
    const browser = headlessBrowser();
    await product.signIn(browser, 'anna');
    const before = browser.cookieFor('localhost');

    await browser.open(`${product.url}/sign-in/start`);
    const after = browser.cookieFor('localhost');

    const old = await fetch(`${product.url}/mine`, { headers: { cookie: before }, redirect: 'manual' });
    expect(signInOf(after)).not.toBe(signInOf(before));
    expect(old.headers.get('location')).toContain('/sign-in');
  });

  it('W13 is in a cookie that scripts and other sites cannot use', async () => {
    const browser = headlessBrowser();
    const callback = await callbackOf(browser, 'anna');

    const reply = await browser.fetch(callback);

    const cookie = reply.headers.getSetCookie().find((line) => line.startsWith('op-een-lijn-sign-in='));
    expect(cookie).toMatch(/; Path=\/; Max-Age=\d+; HttpOnly; SameSite=Lax$/u);
  });

  it('W17 comes back once: the same answer again is refused', async () => {
    const browser = headlessBrowser();
    const callback = await callbackOf(browser, 'anna');

    const replies = [await browser.fetch(callback), await browser.fetch(callback)];

    expect(replies.map(({ status }) => status)).toEqual([303, 400]);
  });

  it('W17 that comes back in another browser than it left from is refused', async () => {
    const callback = await callbackOf(headlessBrowser(), 'anna');

    const reply = await headlessBrowser().fetch(callback);

    expect(reply.status).toBe(400);
    expect(await textOf(reply)).toContain('Aanmelden is niet gelukt');
  });

  it.each([
    ['no state', (url: URL) => url.searchParams.delete('state')],
    ['a made-up state', (url: URL) => url.searchParams.set('state', 'x'.repeat(43))],
    ['a made-up code', (url: URL) => url.searchParams.set('code', 'x'.repeat(43))],
    ['another issuer', (url: URL) => url.searchParams.set('iss', 'https://evil.example')],
    ['no code', (url: URL) => url.searchParams.delete('code')],
  ])('W17 with %s is refused', async (_, spoil) => {
    const browser = headlessBrowser();
    const callback = await callbackOf(browser, 'anna');
    spoil(callback);

    const reply = await browser.fetch(callback);

    expect(reply.status).toBe(400);
    expect((await token(browser)).status).toBe(401);
  });

  it.each([
    '//evil.example',
    'https:evil.example',
    '/\\evil.example',
    'https://evil.example/',
    '/sign-out',
    'javascript:alert(1)',
  ])('W16 that wants to end at %s ends at home', async (next) => {
    const browser = headlessBrowser();

    await browser
      .open(`${product.url}/sign-in/start?next=${encodeURIComponent(next)}`)
      .then((page) => browser.send(page.url, { account: 'anna' }));
    const again = await browser.fetch(`${product.url}/sign-in?next=${encodeURIComponent(next)}`);

    expect(again.headers.get('location')).toBe('/');
  });

  it('cannot be begun while the provider is away, and says so', async () => {
    const browser = headlessBrowser();
    const callback = await callbackOf(browser, 'anna');
    product.provider.isIll = true;

    const reply = await browser.fetch(callback);
    product.provider.isIll = false;

    expect(reply.status).toBe(503);
    expect(await textOf(reply)).toContain('Je oefeningen zijn niet weg');
  });
});

describe('two teachers of one school', () => {
  it('Z03 cannot use each other’s token, nor see each other’s pages', async () => {
    const [anna, bram] = [headlessBrowser(), headlessBrowser()];
    await product.signIn(anna, 'anna');
    await product.signIn(bram, 'bram');

    const [ofAnna, ofBram] = await Promise.all([anna, bram].map(async (one) => ticketOf(await token(one))));
    const foreign = await fetch(`${product.url}/v3/directline/conversations/${ofAnna?.conversationId}/activities`, {
      headers: { authorization: `Bearer ${ofBram?.token}` },
    });

    expect(foreign.status).toBe(403);
    expect(ofAnna?.conversationId).not.toBe(ofBram?.conversationId);
  });
});

describe('signing out', () => {
  it('D23 W19 ends the chat and the pages of that browser at once', async () => {
    const browser = headlessBrowser();
    await product.signIn(browser, 'anna');
    const { token: given, conversationId } = await ticketOf(await token(browser));
    const read = () =>
      fetch(`${product.url}/v3/directline/conversations/${conversationId}/activities`, {
        headers: { authorization: `Bearer ${given}` },
      });
    const before = await read();
    const page = await (await browser.open(`${product.url}/sign-out`)).text();
    const [, form = ''] = /name="form" value="([^"]+)"/u.exec(page) ?? [];

    const goodbye = await browser.send(`${product.url}/sign-out`, { form });

    expect(await textOf(goodbye)).toContain('Je bent afgemeld');
    expect([before.status, (await read()).status, (await token(browser)).status]).toEqual([200, 401, 401]);
    expect(page).not.toContain('<img src=x>');
  });

  it('D11 a token without its sign-in opens nothing, also not a stream', async () => {
    const browser = headlessBrowser();
    await product.signIn(browser, 'bram');
    const { token: given } = await ticketOf(await token(browser));
    const page = await (await browser.open(`${product.url}/sign-out`)).text();
    await browser.send(`${product.url}/sign-out`, { form: /name="form" value="([^"]+)"/u.exec(page)?.[1] ?? '' });

    const replies = await Promise.all(
      ['/v3/directline/conversations', '/v3/directline/tokens/refresh'].map((path) =>
        fetch(`${product.url}${path}`, { method: 'POST', headers: { authorization: `Bearer ${given}` } }),
      ),
    );

    expect(replies.map(({ status }) => status)).toEqual([401, 401]);
  });
});

function signInOf(cookie: string): string | undefined {
  return /op-een-lijn-sign-in=([^;]+)/u.exec(cookie)?.[1];
}

/** The address with which the provider sends the browser back; not yet opened. */
async function callbackOf(browser: ReturnType<typeof headlessBrowser>, account: string): Promise<URL> {
  const page = await browser.open(`${product.url}/sign-in/start`);
  let reply = await browser.fetch(page.url, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ account }).toString(),
  });
  for (;;) {
    const to = new URL(reply.headers.get('location') ?? '', reply.url);
    if (to.pathname === '/sign-in/callback') return to;
    reply = await browser.fetch(to);
  }
}
