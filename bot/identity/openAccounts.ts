import type { Storage } from '../ports.ts';
import type { OrganisationIdentity, OrganisationIdentityOptions } from './organisation/organisationIdentity.ts';
import type { SignInConfig } from './organisation/signInConfig.ts';

/** Signing in with an account, where that is set up. What speaks with a provider is loaded only then. */
export async function openAccounts(
  config: SignInConfig | null,
  known: Omit<OrganisationIdentityOptions, 'config' | 'grantKey'>,
  keys: Storage['keys'],
): Promise<OrganisationIdentity | null> {
  if (!config) return null;
  const { organisationIdentity } = await import('./organisation/organisationIdentity.ts');
  return organisationIdentity({ ...known, config, grantKey: await keys.obtain('grants') });
}
