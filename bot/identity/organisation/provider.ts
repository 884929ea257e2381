import {
  AuthorizationResponseError,
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  buildEndSessionUrl,
  type ClientAuth,
  ClientError,
  ClientSecretBasic,
  ClientSecretPost,
  type Configuration,
  calculatePKCECodeChallenge,
  discovery,
  enableNonRepudiationChecks,
  fetchUserInfo,
  None,
  ResponseBodyError,
  refreshTokenGrant,
} from 'openid-client';
import { type SideBySide, sideBySide } from '../../keys/sideBySide.ts';
import type { SignInConfig } from './signInConfig.ts';

/** One sign-in that is under way; all random. */
export interface Way {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** What the provider says of somebody. */
export interface Granted {
  /** Of a token whose signature, issuer, audience, nonce and times were right. */
  readonly claims: Readonly<Record<string, unknown>>;
  /** With which it can be asked again; null when the provider gives none. */
  readonly refreshToken: string | null;
}

/** The provider says no, or what came is not what was asked for. */
export class SignInRefused extends Error {
  override readonly name = 'SignInRefused';
}

/** The provider cannot be reached, or does not work. */
export class ProviderUnavailable extends Error {
  override readonly name = 'ProviderUnavailable';
}

/** The provider of accounts: authorization code, PKCE, state and nonce. Rejects with the errors above. */
export interface Provider {
  /** Where a browser is sent to sign in; `isAgain` asks for it also of somebody who is signed in there. */
  authorizationUrl(way: Way, isAgain?: boolean): Promise<string>;
  /** What the provider says, given the address at which the browser came back. */
  redeem(callback: URL, way: Way): Promise<Granted>;
  refresh(refreshToken: string): Promise<Granted>;
  /** Where somebody signs out of the account itself; null when there is no such place. */
  signOutUrl(): Promise<string | null>;
}

const TIMEOUT_SECONDS = 10;

/**
 * @param callback our address to which browsers come back
 * @param goodbye our address to which browsers come after signing out of the account
 */
export function createProvider(config: SignInConfig, callback: string, goodbye: string): Provider {
  let found: Promise<Configuration> | undefined;
  const secrets = sideBySide(config.clientSecrets);
  /** Asked at the first need, and again after a failure: a provider that is away does not keep the bot from starting. */
  const configuration = (): Promise<Configuration> => {
    found ??= discover(config, secrets).catch((cause: unknown) => {
      found = undefined;
      throw new ProviderUnavailable('The metadata of the provider cannot be had.', { cause });
    });
    return found;
  };

  return {
    async authorizationUrl({ state, nonce, verifier }, isAgain = false) {
      const challenge = await calculatePKCECodeChallenge(verifier);
      const url = buildAuthorizationUrl(await configuration(), {
        redirect_uri: callback,
        scope: config.scopes,
        state,
        nonce,
        code_challenge: challenge,
        code_challenge_method: 'S256',
        ...(isAgain ? { prompt: 'login' } : {}),
      });
      return url.href;
    },
    async redeem(address, { state, nonce, verifier }) {
      const provider = await configuration();
      const checks = { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true };
      return attempt(async () => {
        const tokens = await withEither(secrets, () => authorizationCodeGrant(provider, address, checks));
        return grantedBy(provider, config, tokens);
      });
    },
    async refresh(refreshToken) {
      const provider = await configuration();
      return attempt(async () => {
        const tokens = await withEither(secrets, () => refreshTokenGrant(provider, refreshToken));
        const granted = await grantedBy(provider, config, tokens);
        return { ...granted, refreshToken: granted.refreshToken ?? refreshToken };
      });
    },
    async signOutUrl() {
      const provider = await configuration();
      if (!provider.serverMetadata().end_session_endpoint) return null;
      return buildEndSessionUrl(provider, { post_logout_redirect_uri: goodbye }).href;
    },
  };
}

function discover({ issuer, clientId }: SignInConfig, secrets: SideBySide): Promise<Configuration> {
  const execute = [enableNonRepudiationChecks];
  // Only a provider on this machine itself gets past the settings without https.
  if (issuer.startsWith('http:')) execute.push(allowInsecureRequests);
  const auth = secrets.current() === undefined ? None() : secretAuth(secrets);
  return discovery(new URL(issuer), clientId, undefined, auth, { execute, timeout: TIMEOUT_SECONDS });
}

/** In the body where the provider takes that, else in the header, which is the default of the standard. */
function secretAuth(secrets: SideBySide): ClientAuth {
  return (server, client, body, headers) => {
    const secret = secrets.current() ?? '';
    const inBody = server.token_endpoint_auth_methods_supported?.includes('client_secret_post');
    const auth = inBody ? ClientSecretPost(secret) : ClientSecretBasic(secret);
    return auth(server, client, body, headers);
  };
}

/** A secret that the provider does not know any more, or not yet, uses nothing up: the other one is tried. */
async function withEither<Result>(secrets: SideBySide, ask: () => Promise<Result>): Promise<Result> {
  const secret = secrets.current();
  try {
    return await ask();
  } catch (error) {
    if (error instanceof ResponseBodyError && error.error === 'invalid_client' && secrets.refused(secret)) return ask();
    throw error;
  }
}

type Tokens = Awaited<ReturnType<typeof refreshTokenGrant | typeof authorizationCodeGrant>>;

/** Some providers put roles and ids into the token, others keep them where only its holder may ask. */
async function grantedBy(provider: Configuration, config: SignInConfig, tokens: Tokens): Promise<Granted> {
  const inToken: Readonly<Record<string, unknown>> = tokens.claims() ?? {};
  const wanted = [config.roleClaim, config.userClaim, ...(config.tenantClaim === null ? [] : [config.tenantClaim])];
  const isComplete = wanted.every((claim) => claim in inToken);
  const subject = inToken['sub'];
  const canAsk =
    config.asksUserInfo && provider.serverMetadata().userinfo_endpoint !== undefined && typeof subject === 'string';
  const asked = isComplete || !canAsk ? {} : await fetchUserInfo(provider, tokens.access_token, subject);
  return { claims: { ...asked, ...inToken }, refreshToken: tokens.refresh_token ?? null };
}

async function attempt<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (cause) {
    throw isRefusal(cause)
      ? new SignInRefused('The provider refused, or its answer was not right.', { cause })
      : new ProviderUnavailable('The provider did not answer as it should.', { cause });
  }
}

/** Of the library: no answer in time, or one that no provider gives who is well. */
const ILL = new Set(['OAUTH_TIMEOUT', 'OAUTH_ABORT', 'OAUTH_RESPONSE_IS_NOT_CONFORM', 'OAUTH_PARSE_ERROR']);

/** A wrong answer is refused; no answer, or one that says that provider or registration are ill, is not about the person. */
function isRefusal(error: unknown): boolean {
  if (error instanceof ResponseBodyError) {
    return error.status < 500 && error.status !== 429 && error.error !== 'invalid_client';
  }
  if (error instanceof AuthorizationResponseError) return true;
  return error instanceof ClientError && !ILL.has(error.code ?? '');
}
