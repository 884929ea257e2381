import type { FakeTeams } from './fakeTeams.ts';
import { APP_ID, SCHOOL } from './people.ts';

/** Settings of the product as an organisation runs it, on `port` with its data in `folder`, with our stand-in in the place of Microsoft. */
export function botSettings(
  { connector: { host, metadata, tokenEndpoint } }: FakeTeams,
  port: number,
  folder: string,
): Readonly<Record<string, string>> {
  return {
    PORT: String(port),
    PUBLIC_URL: `http://localhost:${port}`,
    DATA_DIR: folder,
    DATABASE_URL: '',
    LOG_LEVEL: 'silent',
    MICROSOFT_APP_ID: APP_ID,
    MICROSOFT_APP_TYPE: 'SingleTenant',
    MICROSOFT_APP_TENANT_ID: SCHOOL,
    MICROSOFT_APP_PASSWORD: 'x8Q~abcdefghijklmnopqrstuvwxyz',
    TEAMS_SERVICE_HOSTS: host,
    TEAMS_OPENID_METADATA: metadata,
    TEAMS_TOKEN_ENDPOINT: tokenEndpoint,
  };
}
