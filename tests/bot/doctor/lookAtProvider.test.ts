import { describe, expect, it } from '@jest/globals';
import { readConfig } from '../../../bot/config.ts';
import { lookAtProvider } from '../../../bot/doctor/lookAtProvider.ts';
import { answering } from './answering.ts';

const MICROSOFT = 'https://login.microsoftonline.com/{tenantid}/v2.0';

/** What the doctor says of a provider at this address. */
async function findingAt(issuer: string) {
  const { signIn } = readConfig({
    PUBLIC_URL: 'http://localhost:3978',
    OIDC_ISSUER: issuer,
    OIDC_CLIENT_ID: 'op-een-lijn',
  });
  if (!signIn) throw new Error('There are settings');
  return lookAtProvider(signIn);
}

/** What the doctor says of a provider that describes itself so. */
async function findingOf(description: object, status = 200) {
  const address = 'https://login.example/x';
  const endpoints = { authorization_endpoint: address, token_endpoint: address, jwks_uri: address };
  await using provider = await answering({ status, body: { ...endpoints, ...description } });
  return await findingAt(provider.url);
}

describe('a look at the sign-in service', () => {
  it('says by which name it wants to be called', async () => {
    const finding = await findingOf({ issuer: 'https://login.example' });

    expect(finding).toMatchObject({
      kind: 'wrong',
      how: expect.stringContaining('OIDC_ISSUER must be https://login.example'),
    });
  });

  it('takes the one description that Entra has for all organisations', async () => {
    const finding = await findingOf({ issuer: MICROSOFT });

    expect(finding.kind).toBe('good');
  });

  it('warns where people would have to sign in every five minutes', async () => {
    const finding = await findingOf({ issuer: MICROSOFT, scopes_supported: ['openid'] });

    expect(finding).toMatchObject({ kind: 'wrong', what: expect.stringContaining('every five minutes') });
  });

  it('finds an address that is no sign-in service', async () => {
    const finding = await findingOf({ issuer: MICROSOFT }, 404);

    expect(finding).toMatchObject({ kind: 'wrong', what: expect.stringContaining('it answers 404') });
  });

  it('finds one that nobody answers', async () => {
    const finding = await findingAt('http://127.0.0.1:9');

    expect(finding).toMatchObject({ kind: 'wrong', what: expect.stringContaining('cannot be reached') });
  });
});
