import type { Logger } from 'pino';
import type { Translate } from '../../dialogs/texts.ts';
import { personalChat } from '../channels/teams/teams.ts';
import type { TeamsConfig } from '../channels/teams/teamsConfig.ts';
import type { Route } from '../http/route.ts';
import { createSite } from '../http/site.ts';
import type { Identity } from '../identity/identity.ts';
import type { PrincipalOf } from '../identity/principal.ts';
import { createSessions, principalIn, type Span } from '../identity/sessions.ts';
import type { SessionStore } from '../identity/stores.ts';
import type { localeOf } from '../mine/frame.ts';
import type { PageFiles } from '../webPages/pageFiles.ts';
import { tabPages } from './tabPages.ts';
import { createTabTokens } from './tabTokens.ts';

const MINUTE_MS = 60_000;
/** Teams gives a new token whenever it is asked, so a sign-in can be short. */
const SPAN: Span = { idle: 20 * MINUTE_MS, most: 60 * MINUTE_MS };

/** The tab in Teams. */
export interface TeamsTab {
  /** The same people, and those in the tab: there somebody is who they are in their chat in Teams. */
  joined(outside: Identity): Identity;
  readonly routes: readonly Route[];
}

/** Signs people in by the token that Teams gives its tabs; they are who they are in their chat with the bot. */
export function createTeamsTab(options: {
  readonly config: TeamsConfig;
  readonly store: SessionStore;
  readonly publicUrl: string;
  readonly texts: (locale: ReturnType<typeof localeOf>) => Translate;
  readonly files: PageFiles;
  readonly log: Logger;
  readonly now?: () => Date;
}): TeamsTab {
  const { config, store, publicUrl, texts, files, log, now = () => new Date() } = options;
  const { appId, tenants, signInAuthority: authority } = config;
  const sessions = createSessions({ store, span: SPAN, place: 'tab', secure: true, now });
  const tokens = createTabTokens({ authority, appId, publicUrl, tenants, now });
  const chat = personalChat(appId);
  const whoIs: PrincipalOf = async (headers) => {
    const session = await sessions.of(headers);
    return session && { ...principalIn(session), personalChat: chat };
  };
  return {
    joined: (outside) => ({
      ...outside,
      teacherOf: async (headers) => (await whoIs(headers)) ?? outside.teacherOf(headers),
    }),
    routes: tabPages({ tokens, sessions, texts, files, site: createSite(publicUrl), personalChat: chat, log }),
  };
}
