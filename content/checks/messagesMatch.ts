import type { MessagesFile } from '../contentFiles.ts';
import type { Path } from '../lineFinder.ts';
import { LOCALES } from '../schema/locale.ts';
import type { MessageTree } from '../schema/messages.ts';
import type { ContentCheck, Finding } from './contentCheck.ts';

/** Every interface text exists in all languages, under the same key and with the same {{placeholders}}. */
export const messagesMatch: ContentCheck = {
  id: 'messages-match',
  why: 'Someone would read a bare key, or a sentence without its number or name.',
  run: ({ messages }) =>
    messages.flatMap((file) =>
      LOCALES.filter((locale) => locale !== file.locale).flatMap((locale) => {
        const other = messages.find(({ name, locale: found }) => name === file.name && found === locale);
        return compare(file, other, `messages/${file.name}.${locale}.yaml`);
      }),
    ),
};

function compare(file: MessagesFile, other: MessagesFile | undefined, otherName: string): readonly Finding[] {
  const otherTexts = new Map(other ? texts(other.data).map(({ at, text }) => [at.join('.'), text]) : []);
  return texts(file.data).flatMap(({ at, text }) => {
    const key = at.join('.');
    const twin = otherTexts.get(key);
    if (twin === undefined) {
      return [{ in: file, at, message: `"${key}" is not in ${otherName}.`, fix: 'add it there, or take it out here.' }];
    }
    const missing = [...placeholders(text)].filter((slot) => !placeholders(twin).has(slot));
    return missing.map((slot) => ({
      in: file,
      at,
      message: `{{${slot}}} is not in the same text in ${otherName}.`,
      fix: 'use the same placeholders in both.',
    }));
  });
}

function texts(tree: MessageTree, at: Path = []): readonly { readonly at: Path; readonly text: string }[] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [{ at: [...at, key], text: value }] : texts(value, [...at, key]),
  );
}

function placeholders(text: string): ReadonlySet<string> {
  return new Set([...text.matchAll(/\{\{\s*([\w.]+)(?![\w.])[^{}]*\}\}/g)].map(([, name = '']) => name));
}
