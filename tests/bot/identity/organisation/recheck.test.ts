import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { headlessBrowser } from './headlessBrowser.ts';
import { type IdentityAlone, identityAlone } from './identityAlone.ts';
import { anAccount, TENANT } from './productWithAccounts.ts';
import { type RealProvider, realProvider } from './realProvider.ts';

let provider: RealProvider;
let alone: IdentityAlone;
beforeAll(async () => {
  alone = await identityAlone(async (url) => {
    provider = await realProvider(url);
    return provider;
  });
}, 60_000);
afterAll(async () => {
  await alone?.[Symbol.asyncDispose]();
  await provider?.[Symbol.asyncDispose]();
});

let count = 0;
/** Somebody new, signed in with these roles. */
async function somebody(...roles: readonly string[]) {
  count += 1;
  const name = `person-${count}`;
  const account = (...now: readonly string[]) => provider.accounts.set(name, anAccount(`oid-${name}`, now));
  account(...roles);
  const browser = headlessBrowser();
  await alone.signIn(browser, name);
  return { name, browser, hasRolesNow: account };
}

const coachNames = async () => (await alone.identity.coaches.list(TENANT)).map(({ id }) => id);

describe('a role', () => {
  it('Z08 that is taken away at the provider has no effect here five minutes later', async () => {
    const { browser, hasRolesNow } = await somebody('teacher', 'coach');
    const before = await alone.coach(browser);

    hasRolesNow('teacher');
    alone.pass(5);

    expect(before?.roles).toEqual(new Set(['teacher', 'coach']));
    expect(await alone.coach(browser)).toBeNull();
    expect((await alone.who(browser))?.roles).toEqual(new Set(['teacher']));
  });

  it('Z08 that was the last one ends the sign-in', async () => {
    const { browser, hasRolesNow } = await somebody('teacher');
    const session = (await alone.who(browser))?.session;
    const ended: string[] = [];
    const stop = alone.identity.onSignOut((one) => ended.push(one));

    hasRolesNow('student');
    alone.pass(5);

    expect(await alone.who(browser)).toBeNull();
    stop();
    expect(ended).toEqual([session]);
  });

  it('that is given counts within five minutes too', async () => {
    const { browser, hasRolesNow } = await somebody('teacher');

    hasRolesNow('teacher', 'coach');
    alone.pass(5);

    expect((await alone.coach(browser))?.userId).toMatch(/^oid-person-/u);
  });

  it('of coach makes somebody one whom teachers can choose, for as long as it is there', async () => {
    const { name, browser, hasRolesNow } = await somebody('coach');
    const before = await coachNames();

    hasRolesNow('teacher');
    alone.pass(5);
    await alone.who(browser);

    expect(before).toContain(`oid-${name}`);
    expect(await coachNames()).not.toContain(`oid-${name}`);
  });
});

describe('an account', () => {
  it('D23 that is closed at the provider opens nothing here five minutes later', async () => {
    const { name, browser } = await somebody('teacher');

    provider.accounts.delete(name);
    alone.pass(5);

    expect(await alone.who(browser)).toBeNull();
  });

  it('stays welcome for a working day, by being asked after again and again', async () => {
    const { browser } = await somebody('teacher');

    for (let hour = 0; hour < 11; hour += 1) {
      alone.pass(60);
      expect(await alone.who(browser)).not.toBeNull();
    }
    alone.pass(61);

    expect(await alone.who(browser)).toBeNull();
  }, 60_000);

  it('is asked after once, however many requests come at that moment', async () => {
    const { browser } = await somebody('teacher');
    alone.pass(30);

    const people = await Promise.all(Array.from({ length: 20 }, () => alone.who(browser)));
    alone.pass(30);

    expect(people.every((person) => person !== null)).toBe(true);
    expect(await alone.who(browser)).not.toBeNull();
  });
});

describe('a provider that is away', () => {
  it('ends nothing: people are believed for five minutes, then wait, and go on when it is back', async () => {
    const { browser } = await somebody('teacher');
    provider.isIll = true;

    alone.pass(4.5);
    const soon = await alone.who(browser);
    alone.pass(1);
    const late = await alone.who(browser);
    provider.isIll = false;
    alone.pass(1);

    expect(soon).not.toBeNull();
    expect(late).toBeNull();
    expect(await alone.who(browser)).not.toBeNull();
  });
});

describe('a provider that keeps roles where only the holder of a token may ask', () => {
  it('is asked there, also the next time', async () => {
    let discreet: RealProvider | undefined;
    await using here = await identityAlone(async (url) => {
      discreet = await realProvider(url, { claimsIn: 'userinfo' });
      return discreet;
    });
    const browser = headlessBrowser();
    discreet?.accounts.set('anna', anAccount('oid-anna', ['coach']));

    await here.signIn(browser, 'anna');
    here.pass(5);

    expect((await here.coach(browser))?.userId).toBe('oid-anna');
    await discreet?.[Symbol.asyncDispose]();
  });
});

describe('a provider that gives no refresh token', () => {
  it('Z08 gets a sign-in of five minutes, as nobody can ask it again', async () => {
    let curt: RealProvider | undefined;
    await using here = await identityAlone(async (url) => {
      curt = await realProvider(url, { refreshes: false });
      return curt;
    });
    const browser = headlessBrowser();
    curt?.accounts.set('anna', anAccount('oid-anna', ['teacher']));

    await here.signIn(browser, 'anna');
    const soon = await here.who(browser);
    here.pass(5);

    expect(soon).not.toBeNull();
    expect(await here.who(browser)).toBeNull();
    await curt?.[Symbol.asyncDispose]();
  });
});
