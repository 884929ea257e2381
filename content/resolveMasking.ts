import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ContentFiles, MaskingFiles } from './contentFiles.ts';
import type { Content } from './schema/content.ts';
import type { Locale } from './schema/locale.ts';
import type { MaskingWords } from './schema/masking.ts';

/** By what names and numbers are masked; undefined where there is no folder for it. */
export function resolveMasking({ masking }: ContentFiles, root: string): Content['masking'] {
  if (!masking) return undefined;
  const { firstNames, surnames, particles, smallParticles } = masking.names.data;
  return {
    firstNames: [...new Set(Object.values(firstNames).flatMap(wordsIn))],
    surnames: [...new Set(Object.values(surnames).flatMap(wordsIn))],
    particles: wordsIn(particles),
    smallParticles: wordsIn(smallParticles),
    locales: { nl: wordsOf(masking, root, 'nl'), en: wordsOf(masking, root, 'en') },
  };
}

function wordsOf({ words }: MaskingFiles, root: string, locale: Locale): MaskingWords {
  const { placeholders, phrases, lists, endings, address } = words[locale].data;
  return {
    placeholders,
    phrases,
    endings,
    lists: split(lists),
    address: split(address),
    ordinary: ordinaryWords(root, locale),
  };
}

/** Words with a space between them, by the name of their list. */
function split<Lists extends Readonly<Record<string, string>>>(lists: Lists) {
  return Object.fromEntries(Object.entries(lists).map(([name, words]) => [name, wordsIn(words)])) as {
    readonly [Name in keyof Lists]: readonly string[];
  };
}

function ordinaryWords(root: string, locale: Locale): readonly string[] {
  const text = readFileSync(join(root, `masking/ordinary.${locale}.txt`), 'utf8');
  return wordsIn(text.replace(/^#.*$/gm, ''));
}

function wordsIn(words: string): readonly string[] {
  return words.split(/\s+/).filter(Boolean);
}
