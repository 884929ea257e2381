import { z } from 'zod';
import { addressSetting, isSafeAddress, isSet, listSetting } from '../../settingKinds.ts';

/** A registration with a password of its own, or an identity that Azure looks after. */
const APP_TYPES = ['SingleTenant', 'UserAssignedMSI'] as const;

/** Every setting about Teams; all of them may be left out, and then nothing listens for Teams. */
export const teamsEnvironment = {
  MICROSOFT_APP_ID: z.string().trim().toLowerCase().optional(),
  MICROSOFT_APP_TYPE: z.enum(APP_TYPES, `one of ${APP_TYPES.join(', ')}`).optional(),
  MICROSOFT_APP_TENANT_ID: z.string().trim().toLowerCase().optional(),
  MICROSOFT_APP_PASSWORD: z.string().optional(),
  MICROSOFT_APP_PASSWORD_NEXT: z.string().optional(),
  TEAMS_TENANTS: ids('ids of organisations with commas between them').optional(),
  TEAMS_SERVICE_HOSTS: listSetting(
    (host) => /^[a-z0-9.-]+(:\d{1,5})?$/.test(host),
    'host names with commas between them, as in smba.trafficmanager.net',
  ).optional(),
  TEAMS_OPENID_METADATA: addressSetting().optional(),
  TEAMS_TOKEN_ENDPOINT: addressSetting().optional(),
  TEAMS_SIGN_IN_AUTHORITY: addressSetting().optional(),
};

/** Settings that make Teams reach this bot. */
export interface TeamsConfig {
  readonly appId: string;
  readonly appType: (typeof APP_TYPES)[number];
  /** The organisation in which the bot is registered. */
  readonly appTenant: string;
  /** The one that counts, and one that may take its place; none with a managed identity. */
  readonly appPasswords: readonly string[];
  /** Organisations whose people may use the bot. */
  readonly tenants: readonly string[];
  /** Where answers may be sent to: host, or host and port. */
  readonly serviceHosts: readonly string[];
  readonly openIdMetadata: string;
  /** Where people of organisations sign in, without a slash behind it; tokens of the tab come from there. */
  readonly signInAuthority: string;
  /** Where an app token is fetched; null leaves it to the managed identity of the machine. */
  readonly tokenEndpoint: string | null;
  /** Where App Service and Container Apps give out tokens of a managed identity; null on other machines. */
  readonly hostIdentity: HostIdentity | null;
}

/** Azure itself puts these two into the environment. */
interface HostIdentity {
  readonly endpoint: string;
  readonly header: string;
}

type TeamsEnvironment = z.infer<z.ZodObject<typeof teamsEnvironment>>;

/** The Teams settings; null when none is set. Else every one that is missing or cannot be meant, in words. */
export function readTeams(
  environment: TeamsEnvironment,
  publicUrl: string | undefined,
  azure: Readonly<Record<string, string | undefined>>,
): { readonly teams: TeamsConfig | null; readonly problems: readonly string[] } {
  const isAskedFor = Object.keys(teamsEnvironment).some((name) => environment[name as keyof TeamsEnvironment]);
  if (!isAskedFor) return { teams: null, problems: [] };

  const problems = problemsOf(environment, publicUrl);
  return { teams: problems.length === 0 ? teamsOf(environment, azure) : null, problems };
}

function problemsOf(environment: TeamsEnvironment, publicUrl: string | undefined): readonly string[] {
  const { MICROSOFT_APP_ID: id, MICROSOFT_APP_TYPE: type, MICROSOFT_APP_TENANT_ID: tenant } = environment;
  const { MICROSOFT_APP_PASSWORD: password, MICROSOFT_APP_PASSWORD_NEXT: next } = environment;
  const problems = {
    MICROSOFT_APP_ID:
      !isRealId(id) &&
      'the Application (client) ID of the bot, as Azure shows it; without a real one nobody could be refused',
    MICROSOFT_APP_TYPE: type === undefined && `one of ${APP_TYPES.join(', ')}, as at the bot in Azure`,
    MICROSOFT_APP_TENANT_ID: !isRealId(tenant) && 'the Directory (tenant) ID in which the bot is registered',
    MICROSOFT_APP_PASSWORD:
      (type === 'SingleTenant' &&
        isPlaceholder(password) &&
        'a client secret of the registration (the value, not its id)') ||
      (type === 'UserAssignedMSI' && password !== undefined && 'left empty: a managed identity has no password'),
    MICROSOFT_APP_PASSWORD_NEXT:
      next !== undefined &&
      (type === 'UserAssignedMSI' || isPlaceholder(next)) &&
      'the value of the next client secret, or empty',
    PUBLIC_URL:
      !isSafeAddress(publicUrl) && 'the https address under which Teams reaches this bot, as in https://bot.school.nl',
  };
  return Object.entries(problems).flatMap(([name, problem]) => (problem ? [`${name}: ${problem}`] : []));
}

/** Defaults are Microsoft's: Authentication with the Bot Connector API (Azure AI Bot Service). */
function teamsOf(
  environment: TeamsEnvironment,
  { IDENTITY_ENDPOINT: endpoint, IDENTITY_HEADER: header }: Readonly<Record<string, string | undefined>>,
): TeamsConfig {
  const appTenant = environment.MICROSOFT_APP_TENANT_ID ?? '';
  const appType = environment.MICROSOFT_APP_TYPE ?? 'SingleTenant';
  const tokenEndpoint = `https://login.microsoftonline.com/${appTenant}/oauth2/v2.0/token`;
  return {
    appId: environment.MICROSOFT_APP_ID ?? '',
    appType,
    appTenant,
    appPasswords: [environment.MICROSOFT_APP_PASSWORD, environment.MICROSOFT_APP_PASSWORD_NEXT].filter(isSet),
    tenants: environment.TEAMS_TENANTS ?? [appTenant],
    serviceHosts: environment.TEAMS_SERVICE_HOSTS ?? ['smba.trafficmanager.net'],
    openIdMetadata:
      environment.TEAMS_OPENID_METADATA ?? 'https://login.botframework.com/v1/.well-known/openidconfiguration',
    signInAuthority: (environment.TEAMS_SIGN_IN_AUTHORITY ?? 'https://login.microsoftonline.com').replace(
      /(?<!\/)\/+$/,
      '',
    ),
    tokenEndpoint: environment.TEAMS_TOKEN_ENDPOINT ?? (appType === 'SingleTenant' ? tokenEndpoint : null),
    hostIdentity: endpoint && header ? { endpoint, header } : null,
  };
}

function ids(hint: string) {
  return listSetting((id) => isRealId(id.toLowerCase()), hint).transform((all) => all.map((id) => id.toLowerCase()));
}

/** An id as Microsoft gives them out, and not one that stands in an example. */
function isRealId(id: string | undefined): boolean {
  const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id ?? '');
  const digits = new Set(id?.replaceAll('-', ''));
  return isId && digits.size > 2 && !id?.startsWith('12345678-1234-');
}

function isPlaceholder(secret: string | undefined): boolean {
  return secret === undefined || secret.length < 16 || /[<>]|your|password|secret|placeholder|change/i.test(secret);
}
