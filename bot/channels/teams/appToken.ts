import { z } from 'zod';
import { type SideBySide, sideBySide } from '../../keys/sideBySide.ts';
import type { TeamsConfig } from './teamsConfig.ts';

/** The bot's own token, with which it sends. */
export interface AppToken {
  /** A token that is good for a while; `isNew` when it was fetched for this very call. Rejects when there is none to be had. */
  get(): Promise<{ readonly token: string; readonly isNew: boolean }>;
  /** This token was not accepted: the next one is fetched anew. */
  forget(token: string): void;
}

/** Whom the connector expects tokens to be for. */
const RESOURCE = 'https://api.botframework.com';
/** A token is not used in its last minutes. */
const MARGIN_MS = 5 * 60 * 1000;
const TIMEOUT_MS = 10_000;
/** Of every virtual machine in Azure. */
const MACHINE_IDENTITY = 'http://169.254.169.254/metadata/identity/oauth2/token?api-version=2018-02-01';

const grantSchema = z.object({ access_token: z.string().min(1), expires_in: z.coerce.number().positive() });
type Grant = z.infer<typeof grantSchema>;

/**
 * Fetches tokens and keeps each until shortly before its end; at most one fetch is under way.
 * Sources: Authentication with the Bot Connector API, step 1 (Azure AI Bot Service); Use managed identities on a virtual
 * machine to acquire an access token (Microsoft Entra); How to use managed identities for App Service, REST endpoint
 * reference (Azure App Service).
 */
export function createAppToken(config: TeamsConfig, now: () => Date): AppToken {
  let kept: { readonly token: string; readonly until: number } | undefined;
  let fetching: Promise<Grant> | undefined;
  const passwords = sideBySide(config.appPasswords);

  return {
    async get() {
      if (kept && now().getTime() < kept.until) return { token: kept.token, isNew: false };
      fetching ??= fetchGrant(config, passwords).finally(() => {
        fetching = undefined;
      });
      const { access_token: token, expires_in } = await fetching;
      kept = { token, until: now().getTime() + expires_in * 1000 - MARGIN_MS };
      return { token, isNew: true };
    },
    forget(token) {
      if (kept?.token === token) kept = undefined;
    },
  };
}

async function fetchGrant(config: TeamsConfig, passwords: SideBySide): Promise<Grant> {
  const { tokenEndpoint } = config;
  const reply = await (tokenEndpoint === null ? askMachine(config) : askWithEither(config, tokenEndpoint, passwords));
  // The body may hold what was sent, so nothing of it goes into a message.
  if (!reply.ok) throw new Error(`No app token: status ${reply.status}.`);
  return grantSchema.parse(await reply.json());
}

/** With a secret that Microsoft does not know any more, or not yet, the other one is tried. */
async function askWithEither(config: TeamsConfig, endpoint: string, passwords: SideBySide): Promise<Response> {
  const password = passwords.current();
  const reply = await askLogin(config, endpoint, password);
  const isRefused = reply.status === 400 || reply.status === 401;
  return isRefused && passwords.refused(password) ? askLogin(config, endpoint, passwords.current()) : reply;
}

function askLogin({ appId }: TeamsConfig, endpoint: string, password = ''): Promise<Response> {
  const body = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: appId,
    client_secret: password,
    scope: `${RESOURCE}/.default`,
  });
  return fetch(endpoint, { method: 'POST', body, redirect: 'error', signal: AbortSignal.timeout(TIMEOUT_MS) });
}

/** App Service and Container Apps have an address of their own for it; a virtual machine has a fixed one. */
function askMachine({ appId, hostIdentity }: TeamsConfig): Promise<Response> {
  const address = new URL(hostIdentity ? `${hostIdentity.endpoint}?api-version=2019-08-01` : MACHINE_IDENTITY);
  address.searchParams.set('resource', RESOURCE);
  address.searchParams.set('client_id', appId);
  const headers: Record<string, string> = hostIdentity
    ? { 'x-identity-header': hostIdentity.header }
    : { metadata: 'true' };
  return fetch(address, { headers, redirect: 'error', signal: AbortSignal.timeout(TIMEOUT_MS) });
}
