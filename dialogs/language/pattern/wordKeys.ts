import type { Locale } from '../../../content/schema/locale.ts';
import { foldWord } from '../foldWord.ts';
import { remember } from '../remember.ts';
import { stemWord } from '../stemWord.ts';

/** Keys of folded words: a word of a pattern matches a spoken word when they share one. */
export interface WordKeys {
  /** What someone wrote: `je` is both `u` and `uw`. */
  ofSpoken(word: string): readonly string[];
  /** What a pattern asks for: `u` is the first of its group, and asks for that group alone. */
  ofAsked(word: string): readonly string[];
}

/** `same`: groups of forms that count as one word, the word that patterns use first. */
export function createWordKeys(same: readonly (readonly string[])[], locale: Locale): WordKeys {
  const groups = new Map<string, string[]>();
  const headed = new Map<string, string[]>();
  same.forEach((forms, group) => {
    const [head, ...others] = forms.map(foldWord);
    for (const form of new Set([head ?? '', ...others])) append(groups, form, `#${group}`);
    append(headed, head ?? '', `#${group}`);
  });

  const ofSpoken = remember((word) => groups.get(word) ?? [stemWord(word, locale)]);
  return { ofSpoken, ofAsked: (word) => headed.get(word) ?? ofSpoken(word) };
}

function append(map: Map<string, string[]>, key: string, value: string): void {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}
