import { z } from 'zod';
import { addressSetting, isSafeAddress, isSet, listSetting } from '../../settingKinds.ts';
import type { Role } from '../principal.ts';

const CLAIM = /^[\w.:/-]{1,200}$/;
const claim = () => z.string().regex(CLAIM, 'the name of a claim, as in roles').optional();
const values = () => listSetting((value) => value.length <= 200, 'values with commas between them').optional();

/** Every setting about signing in; all of them may be left out, and then nobody signs in. */
export const signInEnvironment = {
  OIDC_ISSUER: addressSetting().optional(),
  OIDC_CLIENT_ID: z.string().trim().max(200).optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_CLIENT_SECRET_NEXT: z.string().optional(),
  OIDC_TENANTS: values(),
  OIDC_TENANT_CLAIM: claim(),
  OIDC_USER_CLAIM: claim(),
  OIDC_ROLE_CLAIM: claim(),
  OIDC_TEACHER_ROLES: values(),
  OIDC_COACH_ROLES: values(),
  OIDC_ADMIN_ROLES: values(),
  OIDC_SCOPES: z.string().trim().max(500).optional(),
};

/** Settings with which people sign in with the account of their organisation. */
export interface SignInConfig {
  /** As the provider names itself; its metadata are under `/.well-known/openid-configuration`. */
  readonly issuer: string;
  readonly clientId: string;
  /** The one that counts, and one that may take its place; none for a client that has none. PKCE is used in any case. */
  readonly clientSecrets: readonly string[];
  /** Organisations whose people may come in. */
  readonly tenants: readonly string[];
  /** The claim that names the organisation; null when the issuer is the one organisation there is. */
  readonly tenantClaim: string | null;
  /** The claim that names the person within it. */
  readonly userClaim: string;
  readonly roleClaim: string;
  /** Which values of the role claim make which role; `*` is everybody. */
  readonly roleValues: Readonly<Record<Role, readonly string[]>>;
  readonly scopes: string;
  /** Whether claims that are not in the token are asked for at the provider; Entra puts all of them into the token. */
  readonly asksUserInfo: boolean;
}

type SignInEnvironment = z.infer<z.ZodObject<typeof signInEnvironment>>;

const ENTRA = 'https://login.microsoftonline.com/';
const ENTRA_TENANT = /^https:\/\/login\.microsoftonline\.com\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\/v2\.0$/;

/** The settings for signing in; null when none is set. Else every one that is missing or cannot be meant, in words. */
export function readSignIn(
  environment: SignInEnvironment,
  publicUrl: string | undefined,
): { readonly signIn: SignInConfig | null; readonly problems: readonly string[] } {
  const isAskedFor = Object.keys(signInEnvironment).some((name) => environment[name as keyof SignInEnvironment]);
  if (!isAskedFor) return { signIn: null, problems: [] };

  const signIn = signInOf(environment);
  const problems = problemsOf(environment, signIn, publicUrl);
  return { signIn: problems.length === 0 ? signIn : null, problems };
}

function problemsOf(
  { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: id, ...rest }: SignInEnvironment,
  { tenants }: SignInConfig,
  publicUrl: string | undefined,
): readonly string[] {
  const problems = {
    OIDC_ISSUER:
      issuer === undefined && 'the address of the provider, as in https://login.microsoftonline.com/<tenant>/v2.0',
    OIDC_CLIENT_ID: !id && 'the client ID under which this bot is registered with the provider',
    OIDC_CLIENT_SECRET: isPlaceholder(rest.OIDC_CLIENT_SECRET) && 'the value of the secret, or empty',
    OIDC_CLIENT_SECRET_NEXT: isPlaceholder(rest.OIDC_CLIENT_SECRET_NEXT) && 'the value of the next secret, or empty',
    OIDC_TENANTS: tenants.length === 0 && 'the organisations whose people may sign in, with commas between them',
    PUBLIC_URL:
      !isSafeAddress(publicUrl) && 'the https address under which people find the chat; sign-in comes back there',
  };
  return Object.entries(problems).flatMap(([name, problem]) => (problem ? [`${name}: ${problem}`] : []));
}

function isPlaceholder(secret: string | undefined): boolean {
  return secret !== undefined && /[<>]|^(your|changeme)/i.test(secret);
}

/** Defaults are those of Entra where that is the provider: the ids of tenant and object never change, unlike addresses. */
function signInOf(environment: SignInEnvironment): SignInConfig {
  const issuer = environment.OIDC_ISSUER ?? '';
  const isEntra = issuer.startsWith(ENTRA);
  const tenantClaim = environment.OIDC_TENANT_CLAIM ?? (isEntra ? 'tid' : null);
  const [, entraTenant] = ENTRA_TENANT.exec(issuer) ?? [];
  const onlyTenant = tenantClaim === null ? issuer : entraTenant;
  const tenants = environment.OIDC_TENANTS ?? (onlyTenant ? [onlyTenant] : []);
  return {
    issuer,
    clientId: environment.OIDC_CLIENT_ID ?? '',
    clientSecrets: [environment.OIDC_CLIENT_SECRET, environment.OIDC_CLIENT_SECRET_NEXT].filter(isSet),
    tenants: tenants.map(isEntra ? (tenant) => tenant.toLowerCase() : String),
    tenantClaim,
    userClaim: environment.OIDC_USER_CLAIM ?? (isEntra ? 'oid' : 'sub'),
    roleClaim: environment.OIDC_ROLE_CLAIM ?? 'roles',
    roleValues: {
      teacher: environment.OIDC_TEACHER_ROLES ?? ['teacher'],
      coach: environment.OIDC_COACH_ROLES ?? ['coach'],
      admin: environment.OIDC_ADMIN_ROLES ?? ['admin'],
    },
    scopes: environment.OIDC_SCOPES ?? 'openid profile offline_access',
    asksUserInfo: !isEntra,
  };
}
