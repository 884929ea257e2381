import type { Content } from '../../content/schema/content.ts';

const known = new WeakMap<readonly string[], ReadonlySet<string>>();

/** First names of pupils that stand in a text with a capital, each once; `nickname` is none. */
export function namesIn({ lexicon }: Pick<Content, 'lexicon'>, text: string, nickname: string): readonly string[] {
  const names = known.get(lexicon.names) ?? new Set(lexicon.names);
  known.set(lexicon.names, names);
  const own = new Set(nickname.toLowerCase().split(' '));
  const words = [...text.matchAll(/(?<![\p{L}’'-])\p{Lu}[\p{Ll}\p{M}]+/gu)].map(([word]) => word);
  return [...new Set(words)].filter((word) => names.has(word.toLowerCase()) && !own.has(word.toLowerCase()));
}
