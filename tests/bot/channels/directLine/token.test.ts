import { createHmac, generateKeyPairSync, randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { SignJWT } from 'jose';
import { browserCookie } from '../../../../bot/channels/directLine/browserCookie.ts';
import { directLineKeys } from '../../../../bot/channels/directLine/keys.ts';
import { tokens } from '../../../../bot/channels/directLine/token.ts';
import { ringOf } from '../../../../bot/keys/keyRing.ts';

const START = Date.parse('2030-01-07T19:00:00Z');
const session = { tenant: 'school', conversationId: 'c', userId: 'dl_a', since: START / 1000, signIn: null };

const setUp = () => {
  let at = START;
  const keys = directLineKeys(ringOf(randomBytes(32)));
  return {
    keys,
    issued: tokens(keys.token, () => new Date(at)),
    pass: (seconds: number) => {
      at += seconds * 1000;
    },
  };
};

const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');

describe('a token', () => {
  it('says whose it is for half an hour', async () => {
    const { issued, pass } = setUp();
    const { token, expires_in } = await issued.issue(session);

    pass(1799);

    expect(expires_in).toBe(1800);
    expect(await issued.verify(token)).toEqual(session);
  });

  it('D03 is dead after that', async () => {
    const { issued, pass } = setUp();
    const { token } = await issued.issue(session);

    pass(1800);

    await expect(issued.verify(token)).rejects.toMatchObject({ status: 401, code: 'TokenExpired' });
  });

  it('D04 can be refreshed until twelve hours after the first one', async () => {
    const { issued, pass } = setUp();

    pass(12 * 3600 - 60);
    const last = await issued.issue(session);
    pass(60);

    expect(last.expires_in).toBe(60);
    await expect(issued.issue(session)).rejects.toMatchObject({ status: 401, code: 'TokenExpired' });
    await expect(issued.verify(last.token)).rejects.toMatchObject({ status: 401 });
  });

  it('D06 that was changed is refused', async () => {
    const { issued } = setUp();
    const { token } = await issued.issue(session);
    const [header = '', payload = '', signature = ''] = token.split('.');
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString());
    const other = encode({ ...claims, user: 'dl_b' });

    for (const forged of [`${header}.${other}.${signature}`, `${header}.${payload}.`, 'x', '', `${token}.${token}`]) {
      await expect(issued.verify(forged)).rejects.toMatchObject({ status: 401, code: 'BadToken' });
    }
  });

  it.each(['none', 'None', 'HS512', 'RS256'])('D06 with algorithm %s is refused', async (alg) => {
    const { issued, keys } = setUp();
    const { token } = await issued.issue(session);
    const start = `${encode({ alg })}.${token.split('.')[1]}`;
    const signature = createHmac('sha256', keys.token.current()).update(start).digest('base64url');

    await expect(issued.verify(`${start}.${signature}`)).rejects.toMatchObject({ status: 401 });
    await expect(issued.verify(`${start}.`)).rejects.toMatchObject({ status: 401 });
  });

  it('D06 signed with another kind of key is refused', async () => {
    const { issued } = setUp();
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });

    const forged = await new SignJWT({ tenant: 'school', conv: 'c', user: 'dl_a', since: START / 1000 })
      .setProtectedHeader({ alg: 'RS256' })
      .setAudience('direct-line')
      .setExpirationTime('1h')
      .sign(privateKey);

    await expect(issued.verify(forged)).rejects.toMatchObject({ status: 401 });
  });

  it('is not taken in place of a cookie, nor a cookie in place of it', async () => {
    const { issued } = setUp();
    const ring = ringOf(randomBytes(32));
    const now = () => new Date(START);
    const cookie = browserCookie({ ring, tenant: 'school', secure: false, days: 90, now });
    const sameKey = tokens(ring, now);
    const { token } = await sameKey.issue(session);
    const value = (await cookie.write('dl_a')).split(/[=;]/)[1] ?? '';

    expect(await cookie.read(`op-een-lijn=${token}`)).toBeUndefined();
    await expect(sameKey.verify(value)).rejects.toMatchObject({ status: 401 });
    await expect(issued.verify(value)).rejects.toMatchObject({ status: 401 });
  });
});

describe('the browser’s cookie', () => {
  const make = (secure: boolean, at = () => START) =>
    browserCookie({
      ring: ringOf(Buffer.alloc(32, 1)),
      tenant: 'school',
      secure,
      days: 90,
      now: () => new Date(at()),
    });

  it('W13 over https is bound to this host and hidden from scripts and other sites', async () => {
    const header = await make(true).write('dl_a');

    expect(header).toMatch(/^__Host-op-een-lijn=[\w.-]+; Path=\/; Max-Age=7776000; HttpOnly; SameSite=Strict; Secure$/);
  });

  it('on a teacher’s own machine does without what needs https', async () => {
    const header = await make(false).write('dl_a');

    expect(header).toMatch(/^op-een-lijn=[\w.-]+; Path=\/; Max-Age=7776000; HttpOnly; SameSite=Strict$/);
  });

  it('brings the teacher back among other cookies', async () => {
    const cookie = make(false);
    const [pair] = (await cookie.write('dl_a')).split(';');

    expect(await cookie.read(`a=1; ${pair}; b=2`)).toBe('dl_a');
  });

  it('is forgotten after the days that texts are kept', async () => {
    let at = START;
    const cookie = make(false, () => at);
    const [pair] = (await cookie.write('dl_a')).split(';');

    at += 90 * 24 * 3600 * 1000;

    expect(await cookie.read(pair)).toBeUndefined();
  });

  it.each([undefined, '', 'op-een-lijn', 'op-een-lijn=', 'op-een-lijn=dl_a', 'xop-een-lijn=x'])(
    'that reads "%s" is nobody',
    async (header) => {
      expect(await make(false).read(header)).toBeUndefined();
    },
  );
});
