import type { KeyRings } from '../keys/keyRings.ts';
import type { OrganisationIdentity, OrganisationIdentityOptions } from './organisation/organisationIdentity.ts';
import type { SignInConfig } from './organisation/signInConfig.ts';

/** Signing in with an account, where that is set up. What speaks with a provider is loaded only then. */
export async function openAccounts(
  config: SignInConfig | null,
  known: Omit<OrganisationIdentityOptions, 'config' | 'grantRing'>,
  keys: Pick<KeyRings, 'of'>,
): Promise<OrganisationIdentity | null> {
  if (!config) return null;
  const { organisationIdentity } = await import('./organisation/organisationIdentity.ts');
  return organisationIdentity({ ...known, config, grantRing: await keys.of('grants') });
}
