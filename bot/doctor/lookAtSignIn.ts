import { z } from 'zod';
import { createAppToken } from '../channels/teams/appToken.ts';
import type { TeamsConfig } from '../channels/teams/teamsConfig.ts';
import { type Finding, good, WHO, wrong } from './finding.ts';
import { networkFault } from './networkFault.ts';

const TIMEOUT_MS = 10_000;
const SCOPE = 'https://api.botframework.com/.default';

const refusalSchema = z.object({ error_codes: z.array(z.number()) });

const NEW_SECRET =
  'make a new client secret in Entra (App registrations, this app, Certificates & secrets) and put its Value into MICROSOFT_APP_PASSWORD.';

/** Source: Microsoft Entra authentication and authorization error codes. */
const REFUSALS: Readonly<Record<number, readonly [what: string, how: string]>> = {
  7000215: ['the client secret is not right; often its ID was copied in place of its Value', NEW_SECRET],
  7000222: ['the client secret has expired', NEW_SECRET],
  700016: [
    'this app is not known in this organisation',
    'copy MICROSOFT_APP_ID and MICROSOFT_APP_TENANT_ID from the Overview of the app registration.',
  ],
  90002: [
    'this organisation is not known',
    'copy the Directory (tenant) ID from the Overview of the app registration into MICROSOFT_APP_TENANT_ID.',
  ],
  7000229: [
    'this app has no service principal in this organisation',
    'in Entra, open the app registration and make its enterprise application ("Create service principal").',
  ],
};

/** Whether the bot gets the token with which it sends: only then are app id, organisation and secret all right. */
export async function lookAtSignIn(config: TeamsConfig, now: () => Date): Promise<Finding> {
  return config.tokenEndpoint === null ? askMachine(config, now) : askMicrosoft(config, config.tokenEndpoint);
}

/** With two secrets side by side, one that is right is enough. */
async function askMicrosoft({ appId, appPasswords }: TeamsConfig, endpoint: string): Promise<Finding> {
  const [first, next] = appPasswords;
  const finding = await askWith(first ?? '', appId, endpoint);
  return finding.kind === 'good' || next === undefined ? finding : askWith(next, appId, endpoint);
}

async function askWith(password: string, appId: string, endpoint: string): Promise<Finding> {
  const body = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: appId,
    client_secret: password,
    scope: SCOPE,
  });
  try {
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    const reply = await fetch(endpoint, { method: 'POST', body, redirect: 'error', signal });
    if (reply.ok) return good('Microsoft signs the bot in: app id, organisation and secret are right.');
    return refused(reply.status, refusalSchema.safeParse(await reply.json().catch(() => null)).data?.error_codes ?? []);
  } catch (error) {
    return wrong(
      `${new URL(endpoint).host} cannot be reached: ${networkFault(error)}.`,
      WHO.network,
      'let this machine go out to that host with https (port 443).',
    );
  }
}

function refused(status: number, codes: readonly number[]): Finding {
  const known = codes.flatMap((code) => (REFUSALS[code] ? [REFUSALS[code]] : []))[0];
  if (known) return wrong(`Microsoft does not sign the bot in: ${known[0]}.`, WHO.entra, known[1]);
  const code = codes[0] === undefined ? `status ${status}` : `AADSTS${codes[0]}`;
  return wrong(
    `Microsoft does not sign the bot in (${code}).`,
    WHO.entra,
    `compare app id, tenant id and secret in .env with the app registration; look up ${code} at login.microsoftonline.com/error.`,
  );
}

/** The machine itself gives out the token of a managed identity. */
async function askMachine(config: TeamsConfig, now: () => Date): Promise<Finding> {
  try {
    await createAppToken(config, now).get();
    return good('Azure signs the bot in with its managed identity.');
  } catch {
    return wrong(
      'This machine gives no token for the managed identity.',
      WHO.entra,
      'run the bot in Azure, add the user-assigned identity of the bot to that machine (Identity, User assigned), and let MICROSOFT_APP_ID be its client ID.',
    );
  }
}
