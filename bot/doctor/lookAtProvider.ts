import { z } from 'zod';
import type { SignInConfig } from '../identity/organisation/signInConfig.ts';
import { type Finding, good, WHO, wrong } from './finding.ts';
import { networkFault } from './networkFault.ts';

const TIMEOUT_MS = 10_000;
const WELL_KNOWN = '/.well-known/openid-configuration';

const metadataSchema = z.object({
  issuer: z.string(),
  authorization_endpoint: z.url(),
  token_endpoint: z.url(),
  jwks_uri: z.url(),
  scopes_supported: z.array(z.string()).optional(),
});

/** Whether the provider of accounts is where the settings say, and is the one that they mean. */
export async function lookAtProvider({ issuer, scopes }: SignInConfig): Promise<Finding> {
  const address = `${issuer.replace(/\/$/, '')}${WELL_KNOWN}`;
  let reply: Response;
  try {
    reply = await fetch(address, { redirect: 'error', signal: AbortSignal.timeout(TIMEOUT_MS) });
  } catch (error) {
    return wrong(
      `The sign-in service ${issuer} cannot be reached: ${networkFault(error)}.`,
      WHO.network,
      'let this machine go out to that host with https (port 443).',
    );
  }
  const metadata = metadataSchema.safeParse(await reply.json().catch(() => null)).data;
  if (!reply.ok || !metadata) {
    return wrong(
      `${address} does not describe a sign-in service: it answers ${reply.status}.`,
      WHO.settings,
      'copy the issuer of the provider into OIDC_ISSUER; for Entra https://login.microsoftonline.com/<tenant id>/v2.0.',
    );
  }
  return meaningOf(metadata, issuer, scopes);
}

function meaningOf(metadata: z.infer<typeof metadataSchema>, issuer: string, scopes: string): Finding {
  // Entra has one description for all organisations; it fills in the one of the token.
  const isTemplate = metadata.issuer.includes('{tenantid}');
  if (!isTemplate && metadata.issuer.replace(/\/$/, '') !== issuer.replace(/\/$/, '')) {
    return wrong(
      `The sign-in service calls itself ${metadata.issuer}, and not ${issuer}.`,
      WHO.settings,
      `in .env, OIDC_ISSUER must be ${metadata.issuer}.`,
    );
  }
  if (scopes.includes('offline_access') && metadata.scopes_supported?.includes('offline_access') === false) {
    return wrong(
      'The sign-in service gives no refresh tokens (offline_access): people would have to sign in every five minutes.',
      WHO.entra,
      'let the provider allow offline_access for this client; or name in OIDC_SCOPES what it asks for instead.',
    );
  }
  return good(`${issuer} is there, and can sign people in.`);
}
