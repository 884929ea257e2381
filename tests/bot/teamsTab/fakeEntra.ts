import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { APP_ID, SCHOOL } from '../channels/teams/fakeTeams/people.ts';
import { answering } from '../doctor/answering.ts';

export const ANOTHER_SCHOOL = '9f2504e0-4f89-41d3-9a0c-0305e82c3309';

/** The part of Entra that signs tokens for tabs, on this machine. */
export interface FakeEntra extends AsyncDisposable {
  /** In place of https://login.microsoftonline.com. */
  readonly authority: string;
  /** Addresses that were asked for keys. */
  readonly requests: readonly string[];
  /** A token as Teams gets it; `changes` are claims, `undefined` leaves one out. */
  token(changes?: Readonly<Record<string, unknown>>, how?: { readonly key?: 'own' | 'strange' }): Promise<string>;
}

export async function fakeEntra(): Promise<FakeEntra> {
  const [own, strange] = await Promise.all([generateKeyPair('RS256'), generateKeyPair('RS256')]);
  const jwk = { ...(await exportJWK(own.publicKey)), kid: 'k', use: 'sig' };
  const server = await answering({ body: { keys: [jwk] } });
  const authority = server.url;

  return {
    authority,
    requests: server.requests,
    async token(changes = {}, { key = 'own' } = {}) {
      const seconds = Math.floor(Date.now() / 1000);
      const claims = {
        aud: APP_ID,
        iss: `${authority}/${SCHOOL}/v2.0`,
        iat: seconds,
        nbf: seconds,
        exp: seconds + 3600,
        name: 'Anna de Wit',
        oid: 'AAAA0000-1111-2222-3333-444455556666',
        preferred_username: 'anna@school.nl',
        scp: 'access_as_user',
        tid: SCHOOL,
        ver: '2.0',
        ...changes,
      };
      const { privateKey } = key === 'own' ? own : strange;
      return new SignJWT(JSON.parse(JSON.stringify(claims)))
        .setProtectedHeader({ alg: 'RS256', kid: 'k' })
        .sign(privateKey);
    },
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}
