import i18next, { type i18n } from 'i18next';
import type { Content } from '../content/schema/content.ts';
import type { Locale } from '../content/schema/locale.ts';

/** Gives the text under a dotted key of `content/messages/`, with `{{slots}}` filled in. */
export type Translate = (key: string, slots?: Readonly<Record<string, string | number>>) => string;

/** The interface texts of `content/messages/`, per language. A missing key throws: content checks keep that from us. */
export function createTexts(messages: Content['messages']): (locale: Locale) => Translate {
  const instance: i18n = i18next.createInstance();
  void instance.init({
    resources: { nl: { translation: messages.nl }, en: { translation: messages.en } },
    fallbackLng: false,
    initAsync: false,
    interpolation: { escapeValue: false },
    parseMissingKeyHandler: (key) => {
      throw new Error(`No message under the key ${key}.`);
    },
  });
  return (locale) => {
    const translate = instance.getFixedT(locale);
    return (key, slots) => translate(key, { ...slots });
  };
}
