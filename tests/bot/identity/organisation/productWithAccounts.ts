import { freePort } from '../../../freePort.ts';
import { startProduct } from '../../../web/product.ts';
import type { HeadlessBrowser } from './headlessBrowser.ts';
import { CLIENT_ID, CLIENT_SECRET, type RealProvider, realProvider } from './realProvider.ts';

/** The whole product as a board uses it, beside a real provider of accounts. */
export interface ProductWithAccounts extends AsyncDisposable {
  readonly url: string;
  readonly provider: RealProvider;
  /** Goes to a page of ours, signs in there, and is back. */
  signIn(browser: HeadlessBrowser, account: string, path?: string): Promise<Response>;
}

export const TENANT = '3f2504e0-4f89-41d3-9a0c-0305e82c3301';

/** Somebody with an account of Entra's kind. */
export function anAccount(oid: string, roles: readonly string[], more: object = {}): Readonly<Record<string, unknown>> {
  return { tid: TENANT, oid, roles, name: `Naam van ${oid}`, ...more };
}

/** Starts both; `more` are further settings. */
export async function productWithAccounts(
  more: Readonly<Record<string, string>> = {},
  options: Parameters<typeof realProvider>[1] = {},
): Promise<ProductWithAccounts> {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const provider = await realProvider(url, options);
  const product = await startProduct({
    PORT: String(port),
    PUBLIC_URL: url,
    OIDC_ISSUER: provider.issuer,
    OIDC_CLIENT_ID: CLIENT_ID,
    OIDC_CLIENT_SECRET: CLIENT_SECRET,
    OIDC_TENANTS: TENANT,
    OIDC_TENANT_CLAIM: 'tid',
    OIDC_USER_CLAIM: 'oid',
    ...more,
  });
  return {
    url,
    provider,
    async signIn(browser, account, path = '/') {
      const door = await browser.open(`${url}${path}`);
      const [, way = ''] = /href="(\/sign-in\/start[^"]*)"/u.exec(await door.text()) ?? [];
      const page = await browser.open(`${url}${way.replaceAll('&amp;', '&')}`);
      if (!page.url.includes('/interaction/')) return page;
      return browser.send(page.url, { account });
    },
    async [Symbol.asyncDispose]() {
      await product.stop();
      await provider[Symbol.asyncDispose]();
    },
  };
}
