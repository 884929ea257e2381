import type { Locale } from '../../../content/schema/locale.ts';
import { LOCALES } from '../../../content/schema/locale.ts';
import type { MaskingContent, MaskingWords } from '../../../content/schema/masking.ts';
import { plainWord } from './nameWord.ts';

type ListName = keyof MaskingWords['lists'];

/** What the finder of names knows in one language. */
export interface NameLexicon {
  readonly firstNames: ReadonlySet<string>;
  readonly surnames: ReadonlySet<string>;
  readonly particles: ReadonlySet<string>;
  /** Those that count before a surname in small letters. */
  readonly smallParticles: ReadonlySet<string>;
  /** Whether a word is on a list of this language. */
  isIn(list: ListName, word: string): boolean;
  /** Whether one slip of the finger makes it of an ordinary word. */
  isSlip(word: string): boolean;
  /** Whether it ends as things and doings do. */
  endsAsThing(word: string): boolean;
  /** Whether it is a word that anybody uses, or made of such words. `atLeast`: letters that each of its parts has. */
  isOrdinary(word: string, atLeast: number): boolean;
}

/** Makes the lexicons of both languages. What is a word in one of them is no name in small letters in the other either. */
export function createNameLexicons(content: MaskingContent): Readonly<Record<Locale, NameLexicon>> {
  const firstNames = setOf(content.firstNames);
  const surnames = setOf(content.surnames);
  const particles = setOf(content.particles);
  const smallParticles = setOf(content.smallParticles);
  const both = (list: ListName) => setOf(LOCALES.flatMap((locale) => content.locales[locale].lists[list]));
  const never = both('neverNames');
  const alsoWords = both('alsoWords');
  const used = new Set(LOCALES.flatMap((locale) => content.locales[locale].ordinary));
  const of = (locale: Locale): NameLexicon => {
    const { lists, endings } = content.locales[locale];
    const sets = new Map(Object.entries(lists).map(([name, words]) => [name, setOf(words)]));
    sets.set('neverNames', never);
    sets.set('alsoWords', alsoWords);
    const known = new Set([...used, ...lists.functionWords]);
    const cache = new Map<string, boolean>();
    return {
      firstNames,
      surnames,
      particles,
      smallParticles,
      isIn: (list, word) => sets.get(list)?.has(word) ?? false,
      isSlip: (word) => isSlip(word, known),
      endsAsThing: (word) => endings.nouns.some((ending) => word.endsWith(ending)),
      isOrdinary: (word, atLeast) => {
        const key = `${atLeast}${word}`;
        const kept = cache.get(key);
        if (kept !== undefined) return kept;
        if (cache.size > MOST_KEPT) cache.clear();
        const is = isOrdinary(word, known, endings, atLeast);
        cache.set(key, is);
        return is;
      },
    };
  };
  return { nl: of('nl'), en: of('en') };
}

type Affixes = Omit<MaskingWords['endings'], 'nouns'>;

const MOST_KEPT = 5_000;
const SHORTEST_STEM = 3;
const SHORTEST_WITH_OTHER = 6;

function setOf(words: readonly string[]): ReadonlySet<string> {
  return new Set(words.map(plainWord));
}

function isOrdinary(
  word: string,
  known: ReadonlySet<string>,
  { before, behind, between }: Affixes,
  atLeast: number,
): boolean {
  if (known.has(word)) return true;
  if (word.includes('-'))
    return word
      .split('-')
      .every((part) => part === '' || isOrdinary(part, known, { before, behind, between }, atLeast));
  if (word.includes("'")) return true;
  if (stems(word, behind).some((stem) => known.has(stem))) return true;
  const prefix = before.find((one) => word.startsWith(one) && word.length - one.length >= SHORTEST_STEM);
  if (prefix !== undefined) {
    const rest = word.slice(prefix.length);
    if (known.has(rest) || stems(rest, behind).some((stem) => known.has(stem))) return true;
  }
  return isCompound(word, known, { behind, between }, atLeast);
}

const LETTERS = [...'abcdefghijklmnopqrstuvwxyz'];

/** A letter too many, one too few, two that changed places, or another one, in a word of five letters or more. */
function isSlip(word: string, known: ReadonlySet<string>): boolean {
  for (let at = 0; at < word.length; at += 1) {
    const [head, here, next, tail] = [word.slice(0, at), word.charAt(at), word.charAt(at + 1), word.slice(at + 1)];
    if (known.has(head + tail) || known.has(head + next + here + tail.slice(1))) return true;
    if (word.length < SHORTEST_WITH_OTHER) continue;
    if (LETTERS.some((letter) => known.has(head + letter + here + tail) || known.has(head + letter + tail)))
      return true;
  }
  return false;
}

/** What is left without an ending; a doubled letter is also tried once, as in "zwemmen" and "zwem". */
function stems(word: string, endings: readonly string[]): readonly string[] {
  return endings.flatMap((ending) => {
    if (!word.endsWith(ending) || word.length - ending.length < SHORTEST_STEM) return [];
    const stem = word.slice(0, -ending.length);
    return [stem, `${stem}e`, `${stem}en`, ...(stem.at(-1) === stem.at(-2) ? [stem.slice(0, -1)] : [])];
  });
}

function isCompound(
  word: string,
  known: ReadonlySet<string>,
  { behind, between }: Pick<MaskingWords['endings'], 'behind' | 'between'>,
  atLeast: number,
): boolean {
  if (between.length === 0) return false;
  for (let cut = atLeast; cut <= word.length - atLeast; cut += 1) {
    const second = word.slice(cut);
    if (!known.has(second) && !stems(second, behind).some((stem) => stem.length >= atLeast && known.has(stem)))
      continue;
    const first = word.slice(0, cut);
    if (
      between.some(
        (link) =>
          first.endsWith(link) &&
          first.length - link.length >= atLeast &&
          known.has(first.slice(0, first.length - link.length)),
      )
    )
      return true;
  }
  return false;
}
