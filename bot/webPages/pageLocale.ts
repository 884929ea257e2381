import { LOCALES, type Locale } from '../../content/schema/locale.ts';
import { cookieNamed } from '../http/cookies.ts';
import type { HttpRequest } from '../http/route.ts';

/** The cookie that keeps the chosen language; over https no other host can set it. */
export function languageCookieName(isSecure: boolean): string {
  return isSecure ? '__Host-lang' : 'lang';
}

/** The language of a page: asked for in the address, kept in a cookie, wished for by the browser; else Dutch. */
export function chosenLocale({
  query,
  headers,
  isSecure,
}: Pick<HttpRequest, 'query' | 'headers' | 'isSecure'>): Locale {
  return (
    known(query.get('lang')) ??
    known(kept(headers['cookie'], isSecure)) ??
    wished(headers['accept-language']) ??
    LOCALES[0]
  );
}

/** On this machine itself the tab in Teams has the cookie of https, and the page of the chat the other. */
function kept(cookies: string | undefined, isSecure: boolean): string | undefined {
  return (
    cookieNamed(cookies, languageCookieName(true)) ??
    (isSecure ? undefined : cookieNamed(cookies, languageCookieName(false)))
  );
}

function known(tag: string | null | undefined): Locale | undefined {
  const language = tag?.trim().toLowerCase().split('-')[0];
  return LOCALES.find((locale) => locale === language);
}

/** `en-GB,nl;q=0.8`: the language with the highest weight that we have; the first of equals. */
function wished(header: string | undefined): Locale | undefined {
  return header
    ?.split(',')
    .map((part) => {
      const [tag, ...parameters] = part.split(';');
      const quality = parameters.find((parameter) => parameter.trim().startsWith('q='));
      return { locale: known(tag), weight: quality ? Number(quality.trim().slice(2)) : 1 };
    })
    .filter(({ locale, weight }) => locale && weight > 0)
    .toSorted((a, b) => b.weight - a.weight)[0]?.locale;
}
