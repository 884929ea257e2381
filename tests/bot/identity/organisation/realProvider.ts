import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { exportJWK, generateKeyPair } from 'jose';
import { Provider } from 'oidc-provider';
import { createMemoryAdapter } from 'oidc-provider/lib/adapters/memory_adapter.js';
import { freePort } from '../../../freePort.ts';

/** What the provider says of one account. */
export type Account = Readonly<Record<string, unknown>>;

/** A real OpenID provider on this machine, with a plain page to sign in on. */
export interface RealProvider extends AsyncDisposable {
  readonly issuer: string;
  /** By the name that is typed on its page. May change while it runs; an account that is taken out is closed. */
  readonly accounts: Map<string, Account>;
  /** Answers nothing but 503, until it is well again. */
  isIll: boolean;
}

export const CLIENT_ID = 'op-een-lijn';
export const CLIENT_SECRET = 'kept-by-the-school-1234567890';

/** Starts a provider that knows our product at this address. `claimsIn` is where it says who somebody is. */
export async function realProvider(
  productUrl: string,
  { claimsIn = 'token', refreshes = true }: { claimsIn?: 'token' | 'userinfo'; refreshes?: boolean } = {},
): Promise<RealProvider> {
  const port = await freePort();
  const issuer = `http://127.0.0.1:${port}`;
  const accounts = new Map<string, Account>();
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const provider: Provider = new Provider(issuer, {
    adapter: createMemoryAdapter(0),
    jwks: { keys: [{ ...(await exportJWK(privateKey)), kid: 'of-a-test', use: 'sig' }] },
    clients: [
      {
        client_id: CLIENT_ID,
        client_secret: CLIENT_SECRET,
        redirect_uris: [`${productUrl}/sign-in/callback`],
        post_logout_redirect_uris: [`${productUrl}/signed-out`],
        grant_types: ['authorization_code', 'refresh_token'],
      },
    ],
    claims: { openid: ['sub', 'tid', 'oid', 'roles', 'email'], profile: ['name'] },
    conformIdTokenClaims: claimsIn === 'userinfo',
    cookies: { keys: ['of a test'] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
    issueRefreshToken: () => refreshes,
    ttl: {
      AccessToken: 600,
      AuthorizationCode: 60,
      IdToken: 600,
      Interaction: 600,
      RefreshToken: 86_400,
      Session: 86_400,
      Grant: 86_400,
    },
    findAccount: (_: unknown, id: string) => {
      const account = accounts.get(id);
      return account && { accountId: id, claims: () => ({ sub: id, ...account }) };
    },
    loadExistingGrant: async ({ oidc }: { oidc: { session: { accountId: string } } }) => {
      const grant = new provider.Grant({ accountId: oidc.session.accountId, clientId: CLIENT_ID });
      grant.addOIDCScope('openid profile offline_access');
      await grant.save();
      return grant;
    },
  });

  const answer = provider.callback();
  const running: { isIll: boolean } = { isIll: false };
  const server = createServer((request, response) => {
    if (running.isIll) {
      response.writeHead(503);
      response.end();
    } else if (request.url?.startsWith('/interaction/')) void interact(provider, request, response);
    else void answer(request, response);
  }).listen(port, '127.0.0.1');
  await once(server, 'listening');

  return Object.assign(running, {
    issuer,
    accounts,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  });
}

/** The page on which somebody says who they are. */
async function interact(provider: Provider, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method !== 'POST') {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end('<form method="post"><label>Account <input name="account"></label><button>Sign in</button></form>');
    return;
  }
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const accountId = new URLSearchParams(Buffer.concat(chunks).toString()).get('account') ?? '';
  await provider.interactionFinished(request, response, { login: { accountId } });
}
