import type { Language, Settings } from './settings.ts';
import type { ChatLanguage } from './webChat.ts';

/** The language of the page's own texts. */
export interface PageLanguage {
  readonly current: Language;
  /** In the language of the moment, or in that of a tag such as `en-GB`. */
  readonly text: (key: string, tag?: string) => string;
  /** What Web Chat needs to know of it. */
  forChat(): ChatLanguage;
  /** Puts all texts of the page into the language of this tag, as in `en-GB`. False when it is the same, or unknown. */
  follow(tag: string | undefined): boolean;
}

const YEAR = 60 * 60 * 24 * 365;
const CHAT_LOCALES = { nl: 'nl-NL', en: 'en-US' } as const;

/** Starts with the language that the server chose for the page. */
export function pageLanguage({ locale, texts }: Settings): PageLanguage {
  let current = locale;
  const text = (key: string, tag?: string) => texts[known(tag) ?? current][key] ?? '';

  return {
    get current() {
      return current;
    },
    text,
    forChat: () => ({ locale: CHAT_LOCALES[current], strings: chatStrings(texts[current]) }),
    follow(tag) {
      const language = known(tag);
      if (language === undefined || language === current) return false;
      current = language;
      rewrite(text, current);
      // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not everywhere yet.
      document.cookie = languageCookie(current, location.protocol === 'https:');
      return true;
    },
  };
}

/** Named as the server reads it: `bot/webPages/pageLocale.ts`. */
function languageCookie(language: Language, isSecure: boolean): string {
  const [name, secure] = isSecure ? ['__Host-lang', '; Secure'] : ['lang', ''];
  return `${name}=${language}; Path=/; SameSite=Lax; Max-Age=${YEAR}${secure}`;
}

function known(tag: string | undefined): Language | undefined {
  const language = tag?.slice(0, 2);
  return language === 'nl' || language === 'en' ? language : undefined;
}

/** Every element says in `data-text` which text it shows, in `data-label` which one it is called by, a link in `data-href` where it leads. */
function rewrite(text: (key: string) => string, language: Language): void {
  document.documentElement.lang = language;
  document.title = text('title');
  for (const element of document.querySelectorAll<HTMLElement>('[data-text]')) {
    element.textContent = text(element.dataset['text'] ?? '');
  }
  for (const element of document.querySelectorAll<HTMLElement>('[data-label]')) {
    element.ariaLabel = text(element.dataset['label'] ?? '');
  }
  for (const element of document.querySelectorAll<HTMLAnchorElement>('a[data-href]')) {
    element.href = text(element.dataset['href'] ?? '');
  }
  for (const element of document.querySelectorAll<HTMLElement>('[data-lang]')) {
    element.lang = text(element.dataset['lang'] ?? '');
  }
}

/**
 * Texts under `webChat` replace Web Chat's own: `webChat.TEXT_INPUT_PLACEHOLDER`. "Bot said" is left out: who speaks
 * is a part of every message here.
 */
function chatStrings(texts: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const own = Object.entries(texts).filter(([key]) => key.startsWith('webChat.'));
  return {
    ...Object.fromEntries(own.map(([key, text]) => [key.slice('webChat.'.length), text])),
    ACTIVITY_BOT_SAID_ALT: ' ',
  };
}
