import type { TeamsManifestV1D25 } from '@microsoft/app-manifest';
import type { Command } from '../../content/schema/commands.ts';
import type { Translate } from '../../dialogs/texts.ts';
import { permissionsFor } from './permissions.ts';

/** The manifest schemas that we build for; the first is the default, the last the newest that Microsoft has published. */
export const SCHEMA_VERSIONS = ['1.25', '1.30'] as const;
export type SchemaVersion = (typeof SCHEMA_VERSIONS)[number];

/** Parts of the app that can be left out, because Teams shows every part that is declared. */
export const OPTIONAL_PARTS = ['tab'] as const;
export type OptionalPart = (typeof OPTIONAL_PARTS)[number];

/** Who offers the app to its people. Addresses are https. */
export interface Publisher {
  /** At most 32 characters. */
  readonly name: string;
  readonly website: string;
  readonly privacy: string;
  readonly terms: string;
}

/** What differs between one school's package and another's. */
export interface PackageFacts {
  /** Application (client) id of the bot; the app in Teams has the same. */
  readonly appId: string;
  /** Scheme, host and port, without a slash behind it. */
  readonly publicUrl: string;
  /** As in 1.4.0; Teams takes a new package only when this is higher. */
  readonly version: string;
  readonly publisher: Publisher;
  readonly parts: readonly OptionalPart[];
}

/** `manifest.json`. What we use of it is the same in each of `SCHEMA_VERSIONS`. */
export type AppManifest = Omit<TeamsManifestV1D25.TeamsManifestV1D25, 'manifestVersion'> & {
  readonly manifestVersion: SchemaVersion;
};

/** The purple of the logo. */
const ACCENT = '#5B5FC7';

/** Where the page for the tab is, below the public address. */
const TAB_PATH = '/teams/tab';

/** In the order in which Teams shows them. */
const PERSONAL_COMMANDS = [
  'rehearse',
  'prepare',
  'tip',
  'toolbox',
  'afterwards',
  'promises',
  'my-rehearsals',
  'help',
  'language',
  'privacy',
] as const satisfies readonly Command[];

/**
 * The app as Teams sees it, in the language of `t`: the one source of `manifest.json` and of its translations.
 * Sources: App manifest reference; Create bot commands; Localize your app (Microsoft Teams developer documentation).
 */
export function appManifest(facts: PackageFacts, schema: SchemaVersion, t: Translate): AppManifest {
  const { appId, publicUrl, version, publisher, parts } = facts;
  const hasTab = parts.includes('tab');
  return {
    $schema: schemaAddress(schema, 'MicrosoftTeams.schema.json'),
    manifestVersion: schema,
    version,
    id: appId,
    localizationInfo: {
      defaultLanguageTag: 'nl',
      additionalLanguages: [{ languageTag: 'en', file: 'en.json' }],
    },
    developer: {
      name: publisher.name,
      websiteUrl: publisher.website,
      privacyUrl: publisher.privacy,
      termsOfUseUrl: publisher.terms,
    },
    name: { short: t('teamsApp.name'), full: t('teamsApp.fullName') },
    description: { short: t('teamsApp.summary'), full: t('teamsApp.description') },
    icons: { color: 'color.png', outline: 'outline.png' },
    accentColor: ACCENT,
    defaultInstallScope: 'personal',
    bots: [bot(appId, t)],
    composeExtensions: [messageExtension(appId, t)],
    ...(hasTab ? { staticTabs: tabs(publicUrl, t), webApplicationInfo: signIn(appId, publicUrl) } : {}),
    permissions: permissionsFor(parts).map(({ name }) => name),
    validDomains: hasTab ? [new URL(publicUrl).host] : [],
  };
}

/** Where Microsoft publishes a schema; `@microsoft/app-manifest` holds a copy of each under this address. */
export function schemaAddress(schema: SchemaVersion, file: string): string {
  return `https://developer.microsoft.com/en-us/json-schemas/teams/v${schema}/${file}`;
}

function bot(botId: string, t: Translate): TeamsManifestV1D25.Bot {
  const commands = PERSONAL_COMMANDS.map((id) => ({
    title: t(`teamsApp.commands.${id}.title`),
    description: t(`teamsApp.commands.${id}.description`),
  }));
  const help = { title: t('teamsApp.commands.help.title'), description: t('teamsApp.helpInCompany') };
  return {
    botId,
    scopes: ['personal', 'team', 'groupChat'],
    isNotificationOnly: false,
    supportsFiles: false,
    supportsCalling: false,
    supportsVideo: false,
    commandLists: [
      { scopes: ['personal'], commands },
      { scopes: ['team', 'groupChat'], commands: [help] },
    ],
  };
}

/**
 * Searching a tip while writing, and help with a message of a parent. It asks for no permission: Teams hands over the one
 * message that somebody asks about, and nothing of it is kept.
 */
function messageExtension(botId: string, t: Translate): TeamsManifestV1D25.ComposeExtension {
  return {
    botId,
    commands: [
      {
        id: 'tips',
        type: 'query',
        context: ['compose', 'commandBox'],
        title: t('teamsApp.search.title'),
        description: t('teamsApp.search.description'),
        initialRun: true,
        parameters: [
          {
            name: 'question',
            title: t('teamsApp.search.parameter'),
            description: t('teamsApp.search.parameterHint'),
            inputType: 'text',
          },
        ],
      },
      {
        id: 'answer',
        type: 'action',
        context: ['message'],
        title: t('teamsApp.answer.title'),
        description: t('teamsApp.answer.description'),
        fetchTask: true,
      },
    ],
  };
}

/** `conversations` is Teams' own name for the chat: it comes first. */
function tabs(publicUrl: string, t: Translate): TeamsManifestV1D25.StaticTab[] {
  const address = `${publicUrl}${TAB_PATH}`;
  return [
    { entityId: 'conversations', scopes: ['personal'] },
    { entityId: 'mine', name: t('teamsApp.tab'), contentUrl: address, websiteUrl: address, scopes: ['personal'] },
  ];
}

/** The form that Teams asks for when an app has a tab and a bot. Source: Enable SSO for tab app. */
function signIn(id: string, publicUrl: string): TeamsManifestV1D25.WebApplicationInfo {
  return { id, resource: `api://${new URL(publicUrl).host}/botid-${id}` };
}
