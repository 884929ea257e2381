import type { Role } from '../principal.ts';
import type { SignInConfig } from './signInConfig.ts';

/** Somebody as a checked token names them. */
export interface NamedPerson {
  readonly tenant: string;
  readonly userId: string;
  readonly name: string;
  readonly roles: readonly Role[];
}

/** Why somebody with a good token may not come in. */
export type Stranger = 'no-organisation' | 'no-person' | 'no-role';

const LONGEST_ID = 255;
const LONGEST_NAME = 80;
const ROLES: readonly Role[] = ['teacher', 'coach', 'admin'];

/**
 * Who a token is about, by the claims that never change; an e-mail address says nothing here. Its signature, issuer,
 * audience and times have been checked.
 */
export function personIn(claims: Readonly<Record<string, unknown>>, config: SignInConfig): NamedPerson | Stranger {
  const tenant = config.tenantClaim === null ? config.issuer : idIn(claims, config.tenantClaim);
  if (tenant === null || !config.tenants.includes(tenant)) return 'no-organisation';
  const userId = idIn(claims, config.userClaim);
  if (userId === null) return 'no-person';
  const roles = rolesIn(claims[config.roleClaim], config);
  return roles.length === 0 ? 'no-role' : { tenant, userId, name: nameIn(claims), roles };
}

function idIn(claims: Readonly<Record<string, unknown>>, name: string): string | null {
  const id = claims[name];
  if (typeof id !== 'string' || id === '' || id.length > LONGEST_ID || /\p{Cc}/u.test(id)) return null;
  // Microsoft writes these in small letters here and in capitals there.
  return name === 'oid' || name === 'tid' ? id.toLowerCase() : id;
}

function rolesIn(claim: unknown, { roleValues }: SignInConfig): readonly Role[] {
  const given = new Set((Array.isArray(claim) ? claim : [claim]).filter((value) => typeof value === 'string'));
  return ROLES.filter((role) => roleValues[role].some((value) => value === '*' || given.has(value)));
}

function nameIn(claims: Readonly<Record<string, unknown>>): string {
  const { name, given_name: first, family_name: last } = claims;
  const full = typeof name === 'string' ? name : [first, last].filter((part) => typeof part === 'string').join(' ');
  return full
    .replaceAll(/[\s\p{Cc}\p{Cf}]+/gu, ' ')
    .trim()
    .slice(0, LONGEST_NAME)
    .toWellFormed();
}
