import { describe, expect, it } from '@jest/globals';
import { chosenLocale, languageCookieName } from '../../../bot/webPages/pageLocale.ts';

const chosen = (cookie: string, isSecure: boolean) =>
  chosenLocale({ query: new URLSearchParams(), headers: { cookie }, isSecure });

describe('the cookie of a language', () => {
  it('has a name over https that no other host can set', () => {
    expect(languageCookieName(true)).toBe('__Host-lang');
    expect(chosen('__Host-lang=en', true)).toBe('en');
  });

  it('counts for nothing over https under its plain name', () => {
    expect(chosen('lang=en', true)).toBe('nl');
    expect(chosen('lang=en', false)).toBe('en');
  });

  it('of the tab in Teams is read on this machine itself too', () => {
    expect(chosen('lang=nl; __Host-lang=en', false)).toBe('en');
  });
});
