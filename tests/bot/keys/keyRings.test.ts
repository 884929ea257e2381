import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { pino } from 'pino';
import { tokens } from '../../../bot/channels/directLine/token.ts';
import { createGrantSeal } from '../../../bot/identity/grantSeal.ts';
import { ringOf } from '../../../bot/keys/keyRing.ts';
import { type KeyRings, openKeyRings } from '../../../bot/keys/keyRings.ts';
import type { KeyGeneration } from '../../../bot/ports.ts';

const START = Date.parse('2030-01-07T19:00:00Z');
const session = { tenant: 'school', conversationId: 'c', userId: 'dl_a', since: START / 1000, signIn: null };
const secretOf = (byte: number) => new Uint8Array(32).fill(byte);

let opened: KeyRings | undefined;
afterEach(() => {
  opened?.close();
  jest.useRealTimers();
});

function setUp() {
  jest.useFakeTimers({ now: START });
  let generations: readonly KeyGeneration[] = [{ since: '', secret: secretOf(1) }];
  opened = openKeyRings({ store: { obtain: async () => generations }, log: pino({ level: 'silent' }) });
  return {
    rings: opened,
    renew: (afterMs: number) => {
      generations = [{ since: new Date(START + afterMs).toISOString(), secret: secretOf(2) }, ...generations];
    },
    endOld: () => {
      generations = generations.slice(0, 1);
    },
    pass: (milliseconds: number) => jest.advanceTimersByTimeAsync(milliseconds),
  };
}

describe('a key that is renewed while the bot runs', () => {
  it('C11 is found within a minute, reads at once, and makes only from its moment on', async () => {
    const { rings, renew, pass } = setUp();
    const ring = await rings.of('direct-line');
    const [before] = ring.all();

    renew(300_000);
    await pass(60_000);
    const found = [ring.all().length, ring.current() === before];
    await pass(240_000);

    expect(found).toEqual([2, true]);
    expect(ring.current().export()).toEqual(Buffer.from(secretOf(2)));
    expect(ring.all()[1]).toBe(before);
  });

  it('C11 leaves what was made before good, and what is made after', async () => {
    const { rings, renew, pass } = setUp();
    const issued = tokens(await rings.of('direct-line'), () => new Date());
    const elsewhere = tokens(ringOf(secretOf(2), secretOf(1)), () => new Date());
    const { token: before } = await issued.issue(session);

    renew(0);
    await pass(60_000);
    const { token: after } = await issued.issue(session);

    await expect(issued.verify(before)).resolves.toEqual(session);
    await expect(elsewhere.verify(before)).resolves.toEqual(session);
    await expect(tokens(ringOf(secretOf(2)), () => new Date()).verify(after)).resolves.toEqual(session);
  });

  it('ends what was made before when the old one is taken away, also what was seen before', async () => {
    const { rings, renew, endOld, pass } = setUp();
    const issued = tokens(await rings.of('direct-line'), () => new Date());
    const { token } = await issued.issue(session);
    await issued.verify(token);

    renew(0);
    endOld();
    await pass(60_000);

    await expect(issued.verify(token)).rejects.toMatchObject({ status: 401, code: 'BadToken' });
  });

  it('is worth nothing without the secret that is mixed into it, where there is one', async () => {
    const store = { obtain: async () => [{ since: '', secret: secretOf(1) }] };
    const mixed = (...secrets: readonly (string | null)[]) =>
      openKeyRings({ store, secrets, log: pino({ level: 'silent' }) }).of('direct-line');
    const now = () => new Date(START);

    const { token } = await tokens(await mixed('of the vault'), now).issue(session);

    await expect(tokens(await mixed('of the vault'), now).verify(token)).resolves.toEqual(session);
    await expect(tokens(await mixed(null), now).verify(token)).rejects.toMatchObject({ status: 401 });
    await expect(tokens(await mixed('another'), now).verify(token)).rejects.toMatchObject({ status: 401 });
  });

  it('C11 reads what was made with the secret before, also when there was none', async () => {
    const store = { obtain: async () => [{ since: '', secret: secretOf(1) }] };
    const mixed = (...secrets: readonly (string | null)[]) =>
      openKeyRings({ store, secrets, log: pino({ level: 'silent' }) }).of('direct-line');
    const now = () => new Date(START);
    const { token: plain } = await tokens(await mixed(null), now).issue(session);
    const { token: old } = await tokens(await mixed('old'), now).issue(session);

    const afterNone = tokens(await mixed('new', null), now);
    const afterOld = tokens(await mixed('new', 'old'), now);

    await expect(afterNone.verify(plain)).resolves.toEqual(session);
    await expect(afterOld.verify(old)).resolves.toEqual(session);
    await expect(afterOld.verify(plain)).rejects.toMatchObject({ status: 401 });
  });

  it('C11 opens refresh tokens that were sealed before', () => {
    const sealed = createGrantSeal(ringOf(secretOf(1))).seal('refresh');

    const renewed = createGrantSeal(ringOf(secretOf(2), secretOf(1)));

    expect(renewed.open(sealed)).toBe('refresh');
    expect(createGrantSeal(ringOf(secretOf(2))).open(sealed)).toBeNull();
    expect(createGrantSeal(ringOf(secretOf(2))).open(renewed.seal('new'))).toBe('new');
  });
});
