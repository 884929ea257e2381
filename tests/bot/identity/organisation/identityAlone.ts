import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import type { Route } from '../../../../bot/http/route.ts';
import {
  type OrganisationIdentity,
  organisationIdentity,
} from '../../../../bot/identity/organisation/organisationIdentity.ts';
import type { SignInConfig } from '../../../../bot/identity/organisation/signInConfig.ts';
import { ringOf } from '../../../../bot/keys/keyRing.ts';
import { openSqlite } from '../../../../bot/storage/sqlite/openSqlite.ts';
import { pageFiles } from '../../../../bot/webPages/pageFiles.ts';
import { createTexts } from '../../../../dialogs/texts.ts';
import { freePort } from '../../../freePort.ts';
import { theContent } from '../../../theContent.ts';
import { startServer } from '../../http/testServer.ts';
import type { HeadlessBrowser } from './headlessBrowser.ts';
import { TENANT } from './productWithAccounts.ts';
import { CLIENT_ID, CLIENT_SECRET } from './realProvider.ts';

const texts = createTexts(theContent().messages);
const files = pageFiles();

/** Signing in alone, with a clock that tests set. */
export interface IdentityAlone extends AsyncDisposable {
  readonly identity: OrganisationIdentity;
  readonly url: string;
  /** Who this browser is now. */
  who(browser: HeadlessBrowser): ReturnType<OrganisationIdentity['teacherOf']>;
  coach(browser: HeadlessBrowser): ReturnType<OrganisationIdentity['coachOf']>;
  signIn(browser: HeadlessBrowser, account: string): Promise<Response>;
  /** Lets time pass here; the provider has a clock of its own. */
  pass(minutes: number): void;
}

/** Starts it over a database of its own, with a provider that `provide` starts for its address. */
export async function identityAlone(provide: (url: string) => Promise<{ issuer: string }>): Promise<IdentityAlone> {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const { issuer } = await provide(url);
  const config: SignInConfig = {
    issuer,
    clientId: CLIENT_ID,
    clientSecrets: [CLIENT_SECRET],
    tenants: [TENANT],
    tenantClaim: 'tid',
    userClaim: 'oid',
    roleClaim: 'roles',
    roleValues: { teacher: ['teacher'], coach: ['coach'], admin: ['admin'] },
    scopes: 'openid profile offline_access',
    asksUserInfo: true,
  };
  const folder = await mkdtemp(join(tmpdir(), 'identity-'));
  const storage = await openSqlite({ file: join(folder, 'bot.db') });
  let now = Date.now();
  const identity = organisationIdentity({
    config,
    stores: storage,
    formRing: ringOf(new Uint8Array(32)),
    grantRing: ringOf(new Uint8Array(32)),
    publicUrl: url,
    texts,
    files,
    log: pino({ level: 'silent' }),
    now: () => new Date(now),
  });
  const home: Route = { method: 'GET', path: '/', handle: () => ({ status: 200, body: 'home' }) };
  const running = await startServer({ port, publicUrl: url, routes: [...identity.routes, home] });
  const headersOf = (browser: HeadlessBrowser) => ({ cookie: browser.cookieFor('localhost') });

  return {
    identity,
    url,
    who: (browser) => identity.teacherOf(headersOf(browser)),
    coach: (browser) => identity.coachOf(headersOf(browser)),
    async signIn(browser, account) {
      const page = await browser.open(`${url}/sign-in/start`);
      return page.url.includes('/interaction/') ? browser.send(page.url, { account }) : page;
    },
    pass(minutes) {
      now += minutes * 60_000;
    },
    async [Symbol.asyncDispose]() {
      await running.server.close();
      await storage.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
