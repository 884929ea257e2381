import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Locale } from '../../content/schema/locale.ts';
import type { HttpReply } from '../http/route.ts';
import type { PageFiles } from './pageFiles.ts';
import { pageHeaders } from './pageHeaders.ts';
import type { PageTexts } from './pageTexts.ts';

const TEMPLATE = readFileSync(new URL('../web/chat.html', import.meta.url), 'utf8');

/** The page without a conversation in it: readable at once, also when nothing else loads. */
export function shellReply(page: {
  readonly locale: Locale;
  readonly texts: PageTexts;
  readonly files: PageFiles;
  readonly host: string | undefined;
  /** Whether the reader signed in, and so can go out. */
  readonly isSignedIn?: boolean;
}): HttpReply {
  const nonce = randomBytes(16).toString('base64');
  return {
    status: 200,
    headers: {
      ...pageHeaders(nonce, page.host),
      'content-type': 'text/html; charset=utf-8',
      'content-language': page.locale,
      'cache-control': 'no-store',
      vary: 'accept-language, cookie',
    },
    body: html({ ...page, nonce }),
  };
}

function html({
  locale,
  texts,
  files,
  nonce,
  isSignedIn = false,
}: {
  readonly locale: Locale;
  readonly texts: PageTexts;
  readonly files: PageFiles;
  readonly nonce: string;
  readonly isSignedIn?: boolean;
}): string {
  const values: Readonly<Record<string, string>> = {
    nonce,
    style: files.style.path,
    icon: files.icon.path,
    entry: files.entry.path,
    webChat: files.webChat.path,
  };
  const markup: Readonly<Record<string, string>> = {
    document: `<html lang="${locale}">`,
    modules: files.modules.map(({ path }) => `<link rel="modulepreload" href="${path}">`).join('\n'),
    signOut: isSignedIn ? signOutLink(texts[locale]) : '',
    settings: dataBlock('settings', { locale, texts }),
  };

  return TEMPLATE.replaceAll(/\{\{(\w+)(?::([\w.]*))?\}\}/g, (_, name: string, key = '') => {
    const value = markup[name] ?? escaped(name === 'text' ? texts[locale][key] : values[name]);
    if (value === undefined) throw new Error(`bot/web/chat.html names ${name} ${key}, which does not exist`);
    return value;
  });
}

function signOutLink(texts: PageTexts[Locale]): string {
  return `<a href="/sign-out" data-text="menu.signOut">${escaped(texts['menu.signOut'])}</a>`;
}

/** Data for the page's modules; never run as a script. */
function dataBlock(id: string, data: object): string {
  return `<script id="${id}" type="application/json">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>`;
}

function escaped(text: string | undefined): string | undefined {
  return text?.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
